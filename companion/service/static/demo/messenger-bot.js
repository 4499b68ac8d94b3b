/** The bot: what it says and where the chat stands after a clicked reply or a written message. */

import { requestNumber } from "./elements.js";
import { BACK, MAIN_MENU, topicAt } from "./messenger-topics.js";

/** @typedef {{name: string, type: string, size: number, url: string}} Attachment `url` is empty after a reload */
/** @typedef {{from: "me" | "them" | "note", text: string, replies: string[], files: Attachment[], time: string}} Message */
/** @typedef {"menu" | "value" | "describe" | "open" | "closed" | "people" | "notices"} Step */
/**
 * @typedef {object} Chat
 * @property {string} id UUID
 * @property {string} group `support_v2`, `customers_v2` or `main`
 * @property {string} title
 * @property {string} number of the request, "" before there is one
 * @property {Step} step
 * @property {string[]} path clicked replies
 * @property {Message[]} messages
 */

const QUESTIONS = ["Выберите направление", "Выберите категорию", "Уточните тип вопроса"];
const DESCRIBE = "Опишите проблему: что случилось, когда, с каким заказом или товаром. Файлы можно приложить сюда же.";
const ONE_VALUE = "Пришлите только одно скопированное значение: SKU товара из карточки.";
const CHOOSE = "Чтобы вопрос попал к нужному специалисту, выберите вариант из списка.";

/**
 * @param {Message["from"]} from
 * @param {string} text
 * @param {{replies?: string[], files?: Attachment[]}} [more]
 * @returns {Message}
 */
export function message(from, text, { replies = [], files = [] } = {}) {
  const time = new Date().toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" });
  return { from, text, replies, files, time };
}

/**
 * The bot's question where the chat stands now.
 *
 * @param {Chat} chat
 * @returns {Message}
 */
export function question(chat) {
  const place = topicAt(chat.path);
  const ways = chat.path.length ? [BACK, MAIN_MENU] : [];
  if (place === "describe" || chat.step === "describe") return message("them", DESCRIBE, { replies: ways });
  if (place === "value") return message("them", ONE_VALUE, { replies: ways });
  const text = QUESTIONS[chat.path.length] ?? "Выберите вариант";
  return message("them", text, { replies: [...Object.keys(place), ...ways] });
}

/**
 * @param {Chat} chat
 * @param {string} reply
 * @returns {Message} the bot's answer
 */
export function takeReply(chat, reply) {
  if (reply === MAIN_MENU) chat.path = [];
  else if (reply === BACK) chat.path = chat.path.slice(0, -1);
  else chat.path = [...chat.path, reply];
  const place = topicAt(chat.path);
  chat.step = typeof place === "string" ? place : "menu";
  chat.title = chat.path.at(-1) ?? "Новое обращение";
  return question(chat);
}

/**
 * @param {Chat} chat
 * @returns {Message | null} the bot's answer to what was just written; null when people, not the bot, read the chat
 */
export function takeText(chat) {
  switch (chat.step) {
    case "menu":
      return { ...question(chat), text: CHOOSE };
    case "value":
      chat.step = "describe";
      return question(chat);
    case "describe":
      chat.step = "open";
      chat.number = requestNumber();
      return message("them", `Обращение № ${chat.number} зарегистрировано. Ответим в этом чате.`);
    case "open":
      return message("them", `Спасибо, добавили к обращению № ${chat.number}.`);
    default:
      return null;
  }
}

/**
 * @param {Chat} chat
 * @returns {Message}
 */
export function close(chat) {
  chat.step = "closed";
  return message("note", "Обращение закрыто");
}
