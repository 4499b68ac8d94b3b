/** What the chat shows: rows on the left, messages on the right. Anchors as on the real page; class names are nobody's business. */

import { copyTemplate, element, find } from "./elements.js";
import { fileSize } from "./form-files.js";

/** @typedef {import("./messenger-bot.js").Chat} Chat */
/** @typedef {import("./messenger-bot.js").Message} Message */
/** @typedef {import("./messenger-bot.js").Attachment} Attachment */

/**
 * @param {Chat} chat
 * @param {boolean} isCurrent
 * @returns {HTMLElement}
 */
export function chatRow(chat, isCurrent) {
  const row = copyTemplate("row");
  const last = chat.messages.at(-1);
  const link = /** @type {HTMLAnchorElement} */ (find(row, "a"));
  row.setAttribute("conversationid", chat.id);
  link.href = `?${new URLSearchParams({ group: chat.group, id: chat.id })}`;
  link.dataset.chatId = chat.id;
  if (isCurrent) link.setAttribute("aria-current", "page");
  find(row, "[data-title]").textContent = chat.title;
  find(row, "[data-time]").textContent = last?.time ?? "";
  find(row, "[data-last]").textContent = last?.text || last?.files[0]?.name || "";
  find(row, "[data-number]").textContent = chat.number && `№ ${chat.number}`;
  return row;
}

/**
 * @param {Message} message
 * @param {(reply: string) => void} choose
 * @returns {HTMLElement}
 */
export function messageNode(message, choose) {
  if (message.from === "note") return element("div", { class: "event" }, [message.text]);
  const content = message.text ? [element("p", {}, [message.text])] : [];
  return element("div", { class: "message", "is-mine": message.from === "me" ? "mine" : "" }, [
    ...content,
    ...message.files.map(attachmentNode),
    ...(message.replies.length ? [replyRow(message.replies, choose)] : []),
    element("time", {}, [message.time]),
  ]);
}

/**
 * @param {readonly string[]} replies
 * @param {(reply: string) => void} choose
 */
function replyRow(replies, choose) {
  return element(
    "div",
    { class: "replies" },
    replies.map((reply) => replyNode(reply, choose)),
  );
}

/**
 * A bare `div`, as on the real page: a button or a role here would let the assistant pass where it fails there.
 *
 * @param {string} reply
 * @param {(reply: string) => void} choose
 */
function replyNode(reply, choose) {
  const node = element("div", { class: "reply" }, [reply]);
  const act = () => node.classList.contains("live") && choose(reply);
  node.addEventListener("click", act);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
  return node;
}

/**
 * Only the replies of the last message can be clicked.
 *
 * @param {HTMLElement} log
 */
export function enliven(log) {
  for (const reply of log.querySelectorAll(".reply")) {
    const isLive = reply.closest(".message") === log.lastElementChild;
    reply.classList.toggle("live", isLive);
    if (isLive) reply.setAttribute("tabindex", "0");
    else reply.removeAttribute("tabindex");
  }
}

/** @param {Attachment} file */
function attachmentNode(file) {
  if (file.url) return element("img", { src: file.url, alt: file.name });
  return element("span", { class: "file" }, [`${file.name} · ${fileSize(file.size)}`]);
}
