/**
 * The cabinet around the form: a single page with views, chosen by `?view=`.
 *
 * `?variant=` takes other makes of the form, comma-separated: `custom`, `editable`, `shadow`, `iframe`.
 * What was sent last stands as JSON in `[data-last-ticket]`, which then also carries `data-sent="NUMBER"`.
 */

import { copyTemplate, element, find, requestNumber } from "./elements.js";
import { fileSize } from "./form-files.js";
import { ticketForm } from "./form-ticket.js";

/** @typedef {import("./form-ticket.js").Fields} Fields */
/** @typedef {Fields & {number: string}} Ticket */

const SKELETON_MS = 300;
const STYLESHEET = "/demo/static/demo.css";
/** @type {Record<string, string>} */
const OTHER_VIEWS = { orders: "Заказы", products: "Товары", finance: "Финансы" };

const outlet = find(document, "[data-outlet]");
const skeleton = find(outlet, ".skeleton");
/** @type {Ticket[]} */
const tickets = [];
let showing = 0;

/** @returns {string} */
function currentView() {
  return new URLSearchParams(location.search).get("view") ?? "new";
}

/** @returns {ReadonlySet<string>} */
function variant() {
  return new Set(new URLSearchParams(location.search).get("variant")?.split(","));
}

/** @param {string} view */
function go(view) {
  const url = new URL(location.href);
  if (view === "new") url.searchParams.delete("view");
  else url.searchParams.set("view", view);
  history.pushState(null, "", url);
  show();
}

function show() {
  const view = currentView();
  showing += 1;
  markLinks(view);
  if (view === "new") showForm(showing);
  else if (view === "tickets") outlet.replaceChildren(ticketList());
  else outlet.replaceChildren(emptyView(OTHER_VIEWS[view] ?? "Раздел"));
}

/** @param {string} view */
function markLinks(view) {
  const isHelp = view === "new" || view === "tickets";
  find(document, "[data-tabs]").classList.toggle("gone", !isHelp);
  for (const link of document.querySelectorAll("nav a, [data-tabs] a")) {
    const target = /** @type {HTMLElement} */ (link).dataset.view;
    const isHere = target === view || (isHelp && target === "new" && Boolean(link.closest("nav")));
    if (isHere) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** @param {number} ticket of this showing: a view left in the meantime stays left */
function showForm(ticket) {
  outlet.replaceChildren(skeleton);
  setTimeout(() => {
    if (ticket === showing) mountForm();
  }, SKELETON_MS);
}

function mountForm() {
  const makes = variant();
  const form = ticketForm(makes, sent);
  if (makes.has("shadow")) outlet.replaceChildren(inShadow(form));
  else if (makes.has("iframe")) outlet.replaceChildren(inFrame(form));
  else outlet.replaceChildren(form);
}

/**
 * @param {HTMLElement} form
 * @returns {HTMLElement}
 */
function inShadow(form) {
  const host = element("div");
  host.attachShadow({ mode: "open" }).append(element("link", { rel: "stylesheet", href: STYLESHEET }), form);
  return host;
}

/**
 * @param {HTMLElement} form
 * @returns {HTMLElement} a same-origin frame without an address of its own, which the page's policy allows
 */
function inFrame(form) {
  const frame = element("iframe", {
    class: "frame",
    title: "Новое обращение",
    srcdoc: `<!doctype html><html lang="ru"><head><link rel="stylesheet" href="${STYLESHEET}"></head><body class="framed"></body></html>`,
  });
  frame.addEventListener("load", () => {
    const body = frame.contentDocument?.body;
    body?.append(form);
    new ResizeObserver(() => {
      frame.height = String(form.offsetHeight);
    }).observe(form);
  });
  return frame;
}

/** @param {Fields} fields */
function sent(fields) {
  const number = requestNumber();
  tickets.unshift({ ...fields, number });
  find(document, "[data-count]").textContent = String(tickets.length);
  publish(number, fields);
  const notice = copyTemplate("sent");
  find(notice, "[data-sent-title]").textContent = `Обращение № ${number} создано`;
  outlet.replaceChildren(notice);
  notice.focus();
}

/**
 * Lets tests see exactly what a server would have got.
 *
 * @param {string} number
 * @param {Fields} fields
 */
function publish(number, fields) {
  const { files, ...text } = fields;
  const attachments = files.map(({ name, type, size }) => ({ name, type, size }));
  const record = find(document, "[data-last-ticket]");
  record.textContent = JSON.stringify({ ...text, attachments });
  record.dataset.sent = number;
  window.dispatchEvent(new CustomEvent("demo:sent", { detail: { number, ...text, attachments } }));
}

/** @returns {HTMLElement} */
function ticketList() {
  if (tickets.length === 0) return emptyView("Мои обращения", "Отправленные обращения появятся здесь.");
  return element("ul", { class: "tickets", "aria-label": "Мои обращения" }, tickets.map(ticketRow));
}

/** @param {Ticket} ticket */
function ticketRow(ticket) {
  const row = copyTemplate("ticket");
  const attachments = ticket.files.map((file) => `${file.name} (${fileSize(file.size)})`);
  find(row, "[data-number]").textContent = `№ ${ticket.number}`;
  find(row, "[data-subject]").textContent = [ticket.topic, ticket.subtopic].filter(Boolean).join(" › ");
  find(row, "[data-reference]").textContent = ticket.reference || "не указан";
  find(row, "[data-description]").textContent = ticket.description;
  find(row, "[data-attachments]").textContent = attachments.join(", ") || "нет";
  return row;
}

/**
 * @param {string} title
 * @param {string} text
 */
function emptyView(title, text = "На учебной странице этот раздел пуст.") {
  return element("section", { class: "card" }, [element("h1", {}, [title]), element("p", { class: "note" }, [text])]);
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-view]") : null;
  if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.dataset.view ?? "new");
});
window.addEventListener("popstate", show);
show();
