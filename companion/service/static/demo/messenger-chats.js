/** The chats of this tab: a few to begin with, kept in `sessionStorage` so that a reload finds them again. */

import { message, question } from "./messenger-bot.js";

/** @typedef {import("./messenger-bot.js").Chat} Chat */
/** @typedef {import("./messenger-bot.js").Message} Message */

const STORED_AS = "demo-messenger";
const DEFAULT_GROUP = "support_v2";

/** @type {Chat[]} */
const chats = load() ?? firstChats();

/** @returns {Chat[] | null} */
function load() {
  const stored = sessionStorage.getItem(STORED_AS);
  return stored ? JSON.parse(stored) : null;
}

export function save() {
  const withoutUrls = (/** @type {string} */ key, /** @type {unknown} */ value) => (key === "url" ? "" : value);
  sessionStorage.setItem(STORED_AS, JSON.stringify(chats, withoutUrls));
}

/** @param {string} group */
export function chatsOf(group) {
  return chats.filter((chat) => chat.group === group);
}

/**
 * The chat of this address. An unknown id in the support group is a request just begun.
 *
 * @param {string | null} group
 * @param {string | null} id
 * @returns {Chat}
 */
export function chatAt(group, id) {
  const known = chats.find((chat) => chat.id === id);
  if (known) return known;
  const [first] = chatsOf(group ?? DEFAULT_GROUP);
  return group !== null && group !== DEFAULT_GROUP && first ? first : newRequest(id ?? undefined);
}

/**
 * A request nobody has answered yet is as good as new, so there is never more than one.
 *
 * @param {string} [id] what the new request is to be called
 * @returns {Chat}
 */
export function newRequest(id) {
  const untouched = chats.find((chat) => chat.step === "menu" && chat.messages.length === 1);
  return untouched && !id ? untouched : beginRequest(id ?? crypto.randomUUID());
}

/** @param {string} id */
function beginRequest(id) {
  const chat = makeChat(id, DEFAULT_GROUP, "Новое обращение", "menu");
  chat.messages.push(question(chat));
  chats.unshift(chat);
  return chat;
}

/**
 * @param {string} id
 * @param {string} group
 * @param {string} title
 * @param {Chat["step"]} step
 * @param {Partial<Chat>} [more]
 * @returns {Chat}
 */
function makeChat(id, group, title, step, more = {}) {
  return { id, group, title, step, number: "", path: [], messages: [], ...more };
}

/** @returns {Chat[]} */
function firstChats() {
  return [
    makeChat("0b7a3c52-4f1e-4d7a-9a55-3c1f6f2d8e01", "support_v2", "Удержание за возврат", "open", {
      number: "73712587",
      path: ["Финансы", "Начисления в личном кабинете", "Удержание за возврат"],
      messages: [
        at(
          "10:12",
          "me",
          "Здравствуйте! 12.11.2026 по возврату ii5275210303 удержано 1 290 ₽, товар мы не получили. Прошу проверить.",
        ),
        at("10:12", "them", "Обращение № 73712587 зарегистрировано. Ответим в этом чате."),
        at("11:40", "them", "Здравствуйте! Пришлите, пожалуйста, отчёт, в котором видно удержание."),
      ],
    }),
    makeChat("5c1d9e70-8b2a-4c36-8f4d-7e0a1b2c3d02", "support_v2", "Ошибка в карточке", "closed", {
      number: "71938204",
      path: ["Товары и Цены", "Карточка товара", "Ошибка в карточке"],
      messages: [
        at("12.11", "me", "Здравствуйте! У товара SKU 646399170 неверный объём: 3 л вместо 0,3 л. Прошу исправить."),
        at("12.11", "them", "Здравствуйте! Исправили, карточка обновится в течение часа."),
        at("12.11", "note", "Обращение закрыто"),
      ],
    }),
    makeChat("9e4f2a18-6d3b-4e59-b0c7-1a2b3c4d5e03", "customers_v2", "Анна", "people", {
      messages: [at("16:02", "them", "Здравствуйте! Подойдёт ли кружка для микроволновки?")],
    }),
    makeChat("d2b8c6f4-1e7a-4b93-a5d0-6f7e8d9c0b04", "customers_v2", "Игорь", "people", {
      messages: [
        at("15:20", "them", "Ложка пришла другого цвета."),
        at("15:31", "me", "Здравствуйте! Пришлите, пожалуйста, фотографию."),
      ],
    }),
    makeChat("7f6e5d4c-3b2a-4190-8877-665544332205", "main", "Обновление договора", "notices", {
      messages: [at("21.11", "them", "С 1 декабря меняются условия хранения. Подробности в разделе «Документы».")],
    }),
    makeChat("1a2b3c4d-5e6f-4708-9a1b-2c3d4e5f6a06", "main", "Итоги недели", "notices", {
      messages: [at("20.11", "them", "За неделю: 48 заказов, 2 возврата.")],
    }),
  ];
}

/**
 * @param {string} time
 * @param {Message["from"]} from
 * @param {string} text
 * @returns {Message}
 */
function at(time, from, text) {
  return { ...message(from, text), time };
}
