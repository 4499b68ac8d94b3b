/** What the fields of a request look like from outside. A redesign of the pages is answered here; class names change too often. */

/** @param {string} words */
const anyOf = (words) => new RegExp(`(?<![\\p{L}\\d])(?:${words})`, "iu");

/** Words in labels, placeholders and neighbouring text. @type {Words} */
const LABEL_WORDS = [
  ["subtopic", anyOf("подтем|подкатегори|подраздел|уточните тем|тема 2|sub-?topic|sub-?category|子主题")],
  [
    "subject",
    anyOf(
      "тем[аеуы](?!\\p{L})(?! (?:письма|рассылки|оформления|магазина))|тематик|" +
        "(?:причин|категори|раздел|тип|вид|предмет|заголов)\\p{L}* (?:обращени|вопрос|запрос|заявк|проблем)|" +
        "topic|subject|主题|问题类型",
    ),
  ],
  [
    "reference",
    anyOf(
      "(?:номер|№|id|код)\\p{L}*(?: или \\p{L}+)? (?:заказ|товар|отправлени|постав|возврат|посыл)|" +
        "номер(?! (?:обращени|телефон|заявк|карт))|артикул|заказ(?:а|ы)? (?:или|/) товар|sku|" +
        "order (?:number|id|no)|order or (?:product|item)|订单号|商品编号",
    ),
  ],
  [
    "description",
    anyOf(
      "опи(?:шите|сание)(?! (?:товара|карточки|магазина))|суть|текст (?:обращени|сообщени|заявк|вопрос)|сообщени|подробн|" +
        "расскажите|ваш вопрос|что (?:случилось|произошло)|description|message|details|describe|描述|内容",
    ),
  ],
  [
    "attachments",
    anyOf("вложени|файл|прикреп|прилож(?:ени|ит)|скриншот|attach|files?(?!\\p{L})|upload|screenshot|附件|文件"),
  ],
];

/** Too common to prove anything alone; counted half, and only on a page that is about a request. @type {Words} */
const WEAK_WORDS = [
  ["subject", anyOf("категори|раздел|причина|category|reason|类别")],
  ["reference", anyOf("заказ|товар|отправлени|order|product|订单")],
  ["description", anyOf("текст|комментари|вопрос|проблем|comment|question|problem|问题")],
];

/** Words in `name`, `id` and the like, after camelCase was taken apart. @type {Words} */
const ATTRIBUTE_WORDS = [
  ["subtopic", /\bsub[ -]?(?:topic|category|theme|subject)/i],
  ["subject", /\b(?:topic|subject|theme|tema|category)(?![a-z])/i],
  ["reference", /\b(?:order|posting|sku|reference|item|product)(?![a-z])/i],
  ["description", /\b(?:desc|description|message|body|comment|details|content|text)(?![a-z])/i],
  ["attachments", /\b(?:files?|attach|attachments?|upload)(?![a-z])/i],
];

/** A list's invitation, which is no choice. */
const PLACEHOLDER =
  /^(?:[-—–.…\s]*|не (?:выбран|указан)\p{L}*|(?:выбрать|выберите|укажите|select|choose|please select|请选择)(?!\p{L}).*)$/iu;

/** Words of a page that is about a request to the support. */
const REQUEST_CONTEXT = anyOf("обращени|заявк|поддержк|support|ticket|工单|客服");

/** A heading that promises a request form: if its fields are not found, that is said. */
const REQUEST_HEADING = anyOf(
  "(?:нов|созда|оформ|отправ|напис|подач|подат)\\p{L}* (?:обращени|заявк|запрос в поддержк)|" +
    "(?:new|create|submit) (?:a )?(?:request|ticket)",
);

const SEND_WORDS = anyOf("отправить|создать (?:обращени|заявк)|send|submit|发送|提交");

const FIELDS =
  'textarea,input,select,[contenteditable]:not([contenteditable="false"]),[role=combobox],[role=listbox],[role=textbox],[aria-haspopup=listbox]';

const MESSENGER = {
  path: /^\/(?:app|demo)\/messenger\/?$/,
  group: "support_v2",
  message: "[is-mine]",
  chat: "[current-chat-id],[active-chat-id]",
  preview: 'img[alt="Предпросмотр изображения"]',
  buttons: 'svg path[d^="M5.086"],svg path[d^="M11.055"]',
  help: 'button[data-onboarding-target="floating-help-button"]',
  number: /№\s?(\d{6,10})(?!\d)/,
  closed: /(?:обращение|чат|запрос|диалог|заявка)(?:\s+№\s?\d+)?\s+(?:закрыт|заверш[её]н|реш[её]н)[оа]?(?!\p{L})/iu,
  oneValue: /только одн[оу]\s|одно скопированное|одним значением|only one (?:copied )?value|只(?:发送|输入)一个/iu,
  back: /^(?:назад|back|返回)$/iu,
  menu: /^(?:(?:в )?главное меню|main menu|主菜单|новое обращение|new request)$/iu,
  /** What stands in a message beside its text. */
  aside: /^(?:\d{1,2}:\d{2}(?: [AP]M)?|прочитано|доставлено|отправлено|вы|read|delivered|[✓✔]+)$/iu,
  /** First steps of the bot, for chats whose buttons are gone already. */
  topics:
    /^(?:Финансы|Начисления в личном кабинете|Изменить реквизиты|Товары и Цены|Контроль качества|Карточка товара|Управление ценами|Создание товаров|FBS|FBO|realFBS|Возвраты|Доставка|(?:Настройка личного|Личный) кабинета?|Авторизация|Блокировки)$/,
};
