/** The composer: one controlled textarea, attachments that upload before they can be sent. */

import { controlledText } from "./controlled.js";
import { copyTemplate, element, find } from "./elements.js";
import { SAMPLE } from "./sample.js";

/** @typedef {import("./messenger-bot.js").Attachment} Attachment */
/** @typedef {Attachment & {isUploading: boolean}} Upload */

const UPLOAD_MS = 500;
const MAX_HEIGHT = 168;

/** @type {Partial<Record<import("./messenger-bot.js").Step, string>>} */
const PLACEHOLDERS = { closed: "Обращение закрыто", value: "Одно значение", people: "Ответ покупателю" };

/**
 * @param {import("./messenger-bot.js").Chat} chat
 * @param {(text: string, files: Attachment[]) => void} send
 * @returns {{node: HTMLElement, render: () => void, attach: (files: Iterable<File>) => void}}
 */
export function composer(chat, send) {
  const node = copyTemplate("composer");
  const field = /** @type {HTMLTextAreaElement} */ (find(node, "textarea"));
  const input = /** @type {HTMLInputElement} */ (find(node, "input[type=file]"));
  const attachButton = /** @type {HTMLButtonElement} */ (find(node, "[data-attach]"));
  const sendButton = /** @type {HTMLButtonElement} */ (find(node, "[type=submit]"));
  const sample = find(node, "[data-sample]");
  let text = "";
  /** @type {readonly Upload[]} */
  let uploads = [];
  /** @type {readonly Upload[] | null} */
  let shown = null;

  const controlled = controlledText(field, (value) => {
    text = value;
    render();
  });

  function render() {
    const isClosed = chat.step === "closed";
    controlled.render(text);
    field.disabled = isClosed;
    attachButton.disabled = isClosed;
    field.placeholder = PLACEHOLDERS[chat.step] ?? "Сообщение";
    sendButton.disabled = isClosed || (!text.trim() && uploads.length === 0) || uploads.some((one) => one.isUploading);
    sample.hidden = chat.step !== "describe" || text !== "";
    if (uploads !== shown) find(node, "[data-previews]").replaceChildren(...uploads.map((one) => preview(one, remove)));
    shown = uploads;
    fitHeight(field);
  }

  /** @param {Iterable<File>} files */
  function attach(files) {
    for (const file of files) upload(file);
    render();
  }

  /** @param {File} file */
  function upload(file) {
    const { name, type, size } = file;
    const url = type.startsWith("image/") ? URL.createObjectURL(file) : "";
    const added = { name, type, size, url, isUploading: true };
    uploads = [...uploads, added];
    setTimeout(() => {
      uploads = uploads.map((one) => (one === added ? { ...one, isUploading: false } : one));
      render();
    }, UPLOAD_MS);
  }

  /** @param {Upload} gone */
  function remove(gone) {
    uploads = uploads.filter((one) => one !== gone);
    render();
    field.focus();
  }

  function submit() {
    if (sendButton.disabled) return;
    const files = uploads.map(({ isUploading: _, ...file }) => file);
    const written = text;
    text = "";
    uploads = [];
    render();
    send(written, files);
  }

  attachButton.addEventListener("click", () => {
    input.value = "";
    input.click();
  });
  input.addEventListener("change", () => attach(input.files ?? []));
  field.addEventListener("paste", (event) => attach(event.clipboardData?.files ?? []));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  sample.addEventListener("click", () => {
    text = SAMPLE;
    render();
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.focus();
  });
  node.addEventListener("focusout", render);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  return { node, render, attach };
}

/** @param {HTMLTextAreaElement} field */
function fitHeight(field) {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, MAX_HEIGHT)}px`;
}

/**
 * @param {Upload} upload
 * @param {(upload: Upload) => void} remove
 */
function preview(upload, remove) {
  const button = element("button", { type: "button", class: "remove", "aria-label": `Удалить ${upload.name}` }, ["✕"]);
  button.addEventListener("click", () => remove(upload));
  const picture = upload.url
    ? element("img", { src: upload.url, alt: "Предпросмотр изображения" })
    : element("span", { class: "file", title: upload.name }, [upload.name]);
  const node = element("div", { class: "preview", "aria-busy": String(upload.isUploading) }, [picture, button]);
  return node;
}
