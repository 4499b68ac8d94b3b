/** Everything that people read in the page, in one place. */

const TEXTS = {
  name: "Помощник обращений",
  checking: "Проверяю…",
  ready: "Готово к отправке",
  readyEnough: "Готово к отправке, но можно лучше",
  none: "Замечаний нет",
  readiness: "Готовность",
  suggestions: "Замечания",
  understood: "Понял:",
  fix: "Исправить",
  hide: "Скрыть",
  why: "Почему?",
  settings: "Настройки",
  fold: "Свернуть",
  unfold: "Открыть",
  move: "Переместить",
  moveHow: "Переместить: клавиши со стрелками или мышь",
  intoField: "в поле",
  remove: "убрать",
  changed: "Текст изменился, проверяю заново",
  refused: "Поле не приняло правку. Исправьте вручную.",
  noRoom: "Правка не помещается в поле. Сократите текст.",
  image: "изображение",
  shop: "по Москве",
  expected: (/** @type {string} */ due) => `Ориентир: ответ до ${due}`,
  until: (/** @type {string} */ due) => `до ${due}`,
  unsure: {
    title: "Страница не распознана",
    detail: "Не удалось уверенно найти поля обращения, поэтому подсказок здесь нет.",
  },
  orphan: "Помощник обновился: обновите страницу",
  tooLong: {
    title: "Текст слишком длинный",
    description: "В описании больше 20 000 знаков. Сократите текст, и проверка продолжится.",
    subject: "В теме больше 300 знаков. Сократите её, и проверка продолжится.",
    reference: "В поле номера больше 300 знаков. Оставьте один номер, и проверка продолжится.",
  },
  again: "Проверить снова",
};

/** @type {Record<Companion.State, {title: string, action: string}>} */
const STATE_TEXTS = {
  ready: { title: "Проверить не удалось", action: TEXTS.again },
  checking: { title: TEXTS.checking, action: TEXTS.again },
  unpaired: { title: "Не подключено", action: "Подключить" },
  forbidden: { title: "Нет разрешения", action: "Разрешить" },
  offline: { title: "Служба не запущена", action: TEXTS.again },
  foreign: { title: "Порт занят другой программой", action: "Сменить порт" },
  outdated: { title: "Обновите помощник", action: TEXTS.again },
};

/** @type {Record<"form" | "messenger", Record<Companion.FieldName, string>>} */
const FIELD_TEXTS = {
  form: {
    subject: "Тема обращения",
    reference: "Номер заказа или товара",
    description: "Описание",
    attachments: "Вложения",
  },
  messenger: { subject: "Тема", reference: "Номер", description: "Сообщение", attachments: "Вложения" },
};

/** @type {Record<Companion.ItemName, string>} */
const ITEM_TEXTS = {
  subject: "Тема",
  reference: "Номер",
  description: "Описание",
  dates: "Даты",
  request: "Просьба",
  evidence: "Доказательства",
  tone: "Тон",
};

/** @type {Record<Companion.ItemStatus, {sign: string, word: string}>} */
const STATUS_TEXTS = {
  done: { sign: "✓", word: "готово" },
  missing: { sign: "○", word: "не хватает" },
  problem: { sign: "!", word: "есть замечание" },
  not_needed: { sign: "–", word: "не нужно" },
};

/** @type {Record<Companion.Severity, string>} */
const SEVERITY_TEXTS = { error: "Ошибка", warning: "Предупреждение", hint: "Подсказка" };

/** @type {Record<Companion.Facts["category"], string>} */
const CATEGORY_TEXTS = {
  finance: "Финансы",
  logistics: "Логистика",
  assortment: "Ассортимент",
  account: "Аккаунт",
  other: "Другое",
};

/** @type {Record<Companion.ReferenceFact["kind"], string>} */
const REFERENCE_TEXTS = {
  posting: "№",
  order: "№",
  supply: "поставка",
  barcode: "",
  return: "возврат",
  sku: "SKU",
  article: "арт.",
  ticket: "обращение",
};

/**
 * The Russian plural: `counted(3, "шаг", "шага", "шагов")` → «3 шага».
 *
 * @param {number} count
 * @param {string} one
 * @param {string} few
 * @param {string} many
 */
function counted(count, one, few, many) {
  const tens = count % 100;
  const last = count % 10;
  const isTeen = tens > 10 && tens < 20;
  const form = isTeen || last === 0 || last > 4 ? many : last === 1 ? one : few;
  return `${count} ${form}`;
}

/** @param {number} count */
function suggestionCount(count) {
  return count ? counted(count, "замечание", "замечания", "замечаний") : TEXTS.none;
}

/** @param {number} count */
function stepsLeft(count) {
  return `${count % 10 === 1 && count % 100 !== 11 ? "Остался" : "Осталось"} ${counted(count, "шаг", "шага", "шагов")}`;
}

/** @param {number} count */
function showHidden(count) {
  return `Показать скрытые (${count})`;
}

/**
 * The deadline in words, in the service's own offset: «чт 26 ноября», or with the hour «18:00, вт 24 ноября».
 *
 * @param {string} due ISO 8601 with an offset
 * @returns {{long: string, short: string}} `short` is for the pill: «чт 26 ноя», «18:00 вт»
 */
function deadline(due) {
  const [, day, time] = /^([\d-]+)T(\d\d:\d\d)/.exec(due) ?? ["", due, ""];
  const at = new Date(`${day}T12:00Z`);
  const inRussian = (/** @type {Intl.DateTimeFormatOptions} */ options) =>
    new Intl.DateTimeFormat("ru", { timeZone: "UTC", ...options }).format(at);
  const weekday = inRussian({ weekday: "short" });
  const date = inRussian({ day: "numeric", month: "long" });
  // A deadline in working days ends with the day; only one in hours has a time worth showing.
  if (time === "23:59")
    return { long: `${weekday} ${date}`, short: `${weekday} ${date.replace(/(\S+ \S{3}).*/, "$1")}` };
  const isElsewhere = new Date(due).getTimezoneOffset() !== -180;
  return { long: `${time}, ${weekday} ${date}${isElsewhere ? ` ${TEXTS.shop}` : ""}`, short: `${time} ${weekday}` };
}

/** @param {string} value ISO day */
function russianDate(value) {
  return value.split("-").reverse().join(".");
}
