/**
 * The messenger: one page, its place in `?group=…&id=…`.
 *
 * What was written last stands as JSON in `[data-last-message]`, which then also carries `data-sent="NUMBER"`.
 */

import { copyTemplate, find } from "./elements.js";
import { close, message, takeReply, takeText } from "./messenger-bot.js";
import { chatAt, chatsOf, newRequest, save } from "./messenger-chats.js";
import { composer } from "./messenger-composer.js";
import { chatRow, enliven, messageNode } from "./messenger-view.js";

/** @typedef {import("./messenger-bot.js").Chat} Chat */
/** @typedef {import("./messenger-bot.js").Attachment} Attachment */

const ANSWER_MS = 500;
const right = find(document, "[data-chat]");
const rows = find(document, "[data-rows]");
const newButton = find(document, "[data-new]");

/** @type {{chat: Chat, render: () => void} | null} */
let mounted = null;

function show() {
  const parameters = new URLSearchParams(location.search);
  const group = parameters.get("group");
  const chat = chatAt(group, parameters.get("id"));
  if (group !== chat.group || parameters.get("id") !== chat.id) history.replaceState(null, "", addressOf(chat));
  if (mounted?.chat !== chat) mounted = mount(chat);
  render();
}

/** @param {Pick<Chat, "group" | "id">} chat */
function addressOf(chat) {
  const url = new URL(location.href);
  url.searchParams.set("group", chat.group);
  url.searchParams.set("id", chat.id);
  return url;
}

/** @param {Pick<Chat, "group" | "id">} chat */
function go(chat) {
  history.pushState(null, "", addressOf(chat));
  document.body.classList.remove("listing");
  show();
}

function render() {
  if (!mounted) return;
  const { chat } = mounted;
  save();
  for (const link of document.querySelectorAll("[data-group]")) {
    if (link.getAttribute("data-group") === chat.group) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  newButton.hidden = chat.group !== "support_v2";
  rows.replaceChildren(...chatsOf(chat.group).map((one) => chatRow(one, one === chat)));
  mounted.render();
}

/** @param {Chat} chat */
function mount(chat) {
  const node = copyTemplate("chat");
  const current = find(node, ".current");
  const log = find(node, "[data-log]");
  node.setAttribute("active-chat-id", chat.id);
  current.setAttribute("current-chat-id", chat.id);
  const writing = chat.step === "notices" ? null : composer(chat, (text, files) => write(chat, text, files));
  if (writing) {
    current.append(writing.node);
    acceptDrops(current, writing.attach);
  }
  find(node, "[data-back]").addEventListener("click", () => document.body.classList.add("listing"));
  find(node, "[data-close]").addEventListener("click", () => {
    chat.messages.push(close(chat));
    render();
  });
  right.replaceChildren(node);
  keepAtEnd(log);
  let shown = 0;

  return {
    chat,
    render() {
      find(node, "[data-title]").textContent = chat.title;
      find(node, "[data-number]").textContent = chat.number && `№ ${chat.number}`;
      find(node, "[data-close]").hidden = chat.step !== "open";
      find(node, "[data-typing]").textContent = waiting.has(chat.id) ? "Бот печатает…" : "";
      const added = chat.messages.slice(shown);
      log.append(...added.map((one) => messageNode(one, (reply) => choose(chat, reply))));
      shown = chat.messages.length;
      enliven(log);
      writing?.render();
      if (added.length) toEnd(log);
    },
  };
}

/** @param {HTMLElement} log */
function toEnd(log) {
  log.scrollTop = log.scrollHeight;
}

/**
 * The last message stays in sight while the composer grows.
 *
 * @param {HTMLElement} log
 */
function keepAtEnd(log) {
  let isAtEnd = true;
  log.addEventListener("scroll", () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  });
  new ResizeObserver(() => isAtEnd && toEnd(log)).observe(log);
}

/** Chats in which the bot is about to answer: id → how many answers. @type {Map<string, number>} */
const waiting = new Map();

/**
 * @param {Chat} chat
 * @param {() => import("./messenger-bot.js").Message | null} answer
 */
function answerLater(chat, answer) {
  waiting.set(chat.id, (waiting.get(chat.id) ?? 0) + 1);
  setTimeout(() => {
    const left = (waiting.get(chat.id) ?? 1) - 1;
    if (left) waiting.set(chat.id, left);
    else waiting.delete(chat.id);
    const said = answer();
    if (said) chat.messages.push(said);
    render();
  }, ANSWER_MS);
}

/**
 * @param {Chat} chat
 * @param {string} reply
 */
function choose(chat, reply) {
  chat.messages.push(message("me", reply));
  answerLater(chat, () => takeReply(chat, reply));
  render();
}

/**
 * @param {Chat} chat
 * @param {string} text
 * @param {Attachment[]} files
 */
function write(chat, text, files) {
  chat.messages.push(message("me", text, { files }));
  if (chat.group === "support_v2") {
    answerLater(chat, () => {
      const said = takeText(chat);
      publish(chat, text, files);
      return said;
    });
  }
  render();
}

/**
 * Lets tests see exactly what a server would have got.
 *
 * @param {Chat} chat
 * @param {string} text
 * @param {Attachment[]} files
 */
function publish(chat, text, files) {
  const attachments = files.map(({ name, type, size }) => ({ name, type, size }));
  const record = find(document, "[data-last-message]");
  record.textContent = JSON.stringify({ path: chat.path, text, attachments });
  record.dataset.sent = chat.number;
  window.dispatchEvent(
    new CustomEvent("demo:sent", { detail: { number: chat.number, path: chat.path, text, attachments } }),
  );
}

/**
 * @param {HTMLElement} zone
 * @param {(files: Iterable<File>) => void} attach
 */
function acceptDrops(zone, attach) {
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    attach(event.dataTransfer?.files ?? []);
  });
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { chatId, group } = link.dataset;
  if (!chatId && !group) return;
  event.preventDefault();
  if (chatId) go({ group: mounted?.chat.group ?? "support_v2", id: chatId });
  else if (group && group !== mounted?.chat.group) {
    go(chatAt(group, null));
    document.body.classList.add("listing");
  }
});
newButton.addEventListener("click", () => go(newRequest()));
window.addEventListener("popstate", show);
show();
