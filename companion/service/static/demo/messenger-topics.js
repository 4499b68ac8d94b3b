/** What the bot offers: direction › category › type. A leaf says what the bot asks for next. */

/** @typedef {"describe" | "value"} Leaf */
/** @typedef {{[reply: string]: Topics | Leaf}} Topics */

/** @type {Topics} */
export const TOPICS = {
  Финансы: {
    "Начисления в личном кабинете": {
      "Не пришла выплата": "describe",
      "Неверное начисление": "describe",
      "Удержание за возврат": "describe",
    },
    "Изменить реквизиты": { "Расчётный счёт": "describe", "Данные организации": "describe" },
  },
  "Товары и Цены": {
    "Контроль качества": { "Товар скрыт": "describe", "Штраф за качество": "describe" },
    "Карточка товара": { "Ошибка в карточке": "describe", "Проверить один товар": "value" },
    "Управление ценами": { "Цена не обновилась": "describe", "Скидка включилась сама": "describe" },
    "Создание товаров": { "Товар не создаётся": "describe", "Нужна категория": "describe" },
  },
  FBS: {
    Отгрузка: { "Не приняли отправление": "describe", "Не печатается этикетка": "describe" },
    "Отмена заказа": { "Отменён по вине Ozon": "describe", "Отменил покупатель": "describe" },
  },
  FBO: {
    Поставка: { "Не меняется статус": "describe", "Расхождение при приёмке": "describe" },
    "Товар на складе": { "Товар потерян": "describe", "Товар не в продаже": "describe" },
  },
  realFBS: { Доставка: { "Не меняется статус": "describe", "Адрес покупателя": "describe" } },
  Возвраты: {
    "Возврат от покупателя": { "Вернули другой товар": "describe", "Возврат не пришёл": "describe" },
    "Вывоз со склада": { "Не готовят к вывозу": "describe" },
  },
  Доставка: { "Заказ в пути": { "Заказ потерян": "describe", "Нарушен срок": "describe" } },
  "Личный кабинет": {
    Авторизация: { "Не приходит код": "describe", "Нет доступа": "describe" },
    Блокировки: { "Кабинет заблокирован": "describe" },
    "Настройка личного кабинета": { "Сотрудники и роли": "describe", "Ключи API": "describe" },
  },
};

export const BACK = "Назад";
export const MAIN_MENU = "Главное меню";

/**
 * @param {readonly string[]} path clicked replies
 * @returns {Topics | Leaf} the branch or the leaf they lead to
 */
export function topicAt(path) {
  /** @type {Topics | Leaf} */
  let place = TOPICS;
  for (const reply of path) {
    /** @type {Topics | Leaf | undefined} */
    const next = typeof place === "string" ? undefined : place[reply];
    if (next === undefined) return TOPICS;
    place = next;
  }
  return place;
}
