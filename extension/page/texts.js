/** Everything that people read in the page. */

const TEXTS = {
  name: "Помощник обращений",
  checking: "Проверяю…",
  ready: "Готово к отправке",
  readyEnough: "Готово к отправке, но можно лучше",
  readiness: "Готовность",
  suggestions: "Замечания",
  understood: "Понял:",
  fix: "Исправить",
  hide: "Скрыть",
  why: "Почему?",
  settings: "Настройки",
  fold: "Свернуть",
  unfold: "Открыть",
  move: "Переместить: клавиши со стрелками или мышь",
  intoField: "в поле",
  remove: "убрать",
  done: "",
  changed: "Текст изменился, проверяю заново",
  refused: "Поле не приняло правку. Исправьте вручную.",
  noRoom: "Правка не помещается в поле. Сократите текст.",
  image: "изображение",
  unsure: "Страница не распознана",
  unsureDetail: "Не удалось уверенно найти поля обращения, поэтому подсказок здесь нет.",
  orphan: "Помощник обновился: обновите страницу",
  tooLong: "Текст слишком длинный",
};

const TOO_LONG = {
  subject: "В теме больше 300 знаков. Сократите её.",
  reference: "В поле номера больше 300 знаков. Оставьте один номер.",
  description: "В описании больше 20 000 знаков. Сократите текст.",
};

const AGAIN = "Проверить снова";

/** Title and action of each state. @type {Record<Companion.State, [string, string]>} */
const STATE_TEXTS = {
  ready: ["Проверить не удалось", AGAIN],
  checking: [TEXTS.checking, ""],
  unpaired: ["Не подключено", "Подключить"],
  forbidden: ["Нет разрешения", "Разрешить"],
  offline: ["Служба не запущена", AGAIN],
  foreign: ["Порт занят другой программой", "Сменить порт"],
  outdated: ["Обновите помощник", AGAIN],
};

/** Short names of fields and of items of the checklist. */
const NAMES = {
  subject: "Тема",
  reference: "Номер",
  description: "Описание",
  attachments: "Вложения",
  dates: "Даты",
  request: "Просьба",
  evidence: "Доказательства",
  tone: "Тон",
};

/** @type {Record<Companion.ItemStatus, [string, string]>} */
const STATUS_TEXTS = {
  done: ["✓", "готово"],
  missing: ["○", "не хватает"],
  problem: ["!", "есть замечание"],
  not_needed: ["–", "не нужно"],
};

const SEVERITY_TEXTS = { error: "Ошибка", warning: "Предупреждение", hint: "Подсказка" };

const CATEGORY_TEXTS = {
  finance: "Финансы",
  logistics: "Логистика",
  assortment: "Ассортимент",
  account: "Аккаунт",
  other: "Другое",
};

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

/** @param {number} count @param {string[]} forms for 1, 2 and 5 */
function counted(count, [one, few, many]) {
  const last = count % 10;
  const isMany = last === 0 || last > 4 || Math.floor((count % 100) / 10) === 1;
  return `${count} ${isMany ? many : last === 1 ? one : few}`;
}

/** @param {number} count */
function suggestionCount(count) {
  return count ? counted(count, ["замечание", "замечания", "замечаний"]) : "Замечаний нет";
}

/** @param {number} count */
function stepsLeft(count) {
  const steps = counted(count, ["шаг", "шага", "шагов"]);
  return `${steps.endsWith("шаг") ? "Остался" : "Осталось"} ${steps}`;
}

/** @type {Fn.deadline} */
function deadline(due) {
  const [day, time = ""] = due.split("T");
  const format = new Intl.DateTimeFormat("ru", { timeZone: "UTC", weekday: "short", day: "numeric", month: "long" });
  const date = format.format(new Date(`${day}T12:00Z`)).replace(",", "");
  // A deadline in working days ends with the day.
  return time.startsWith("23:59") ? date : `${time.slice(0, 5)} МСК, ${date}`;
}
