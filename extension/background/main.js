/** Who may ask what. The browser ends the background after 30 s of rest: nothing stays in memory. */

import { announce, check, pair, state } from "./connection.js";
import { address } from "./service.js";
import { failure, refusal } from "./states.js";

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  answer(message, sender).then(respond);
  return true;
});
chrome.permissions.onAdded.addListener(announce);

/** Never rejects. @type {Companion.Answering} */
async function answer(message, sender) {
  try {
    const standing = await standingOf(sender);
    // Not even advice.
    if (standing === "stranger") return failure("foreign", "");
    const wanted = await act(Object(message), standing === "own", sender.tab);
    return wanted ?? refusal("Помощник не понял запрос страницы. Обновите её.");
  } catch (error) {
    console.error("message failed:", error instanceof Error ? error.name : "unknown");
    return refusal("В помощнике произошла ошибка. Обновите страницу.");
  }
}

/** @type {Companion.Judge} */
async function standingOf(sender) {
  if (sender.id !== chrome.runtime.id || !sender.url) return "stranger";
  if (sender.url.startsWith(chrome.runtime.getURL(""))) return "own";
  // A match pattern knows no port, so any program of this computer can show a /demo/: the port decides.
  const origin = sender.tab && (sender.origin ?? new URL(sender.url).origin);
  return origin === "https://seller.ozon.ru" || origin === (await address()) ? "page" : "stranger";
}

/** @type {Companion.Act} */
async function act({ type, request, code, what }, own, tab) {
  if (type === "state") return state();
  if (type === "check" && !own && typeof request === "object" && request) return check(request);
  if (type === "pair" && own && typeof code === "string" && /^\d{6}$/.test(code)) return pair(code);
  if (type !== "open") return null;
  if (what === "options") await chrome.runtime.openOptionsPage();
  else if (what === "connect") {
    // Closing it leads back to the draft. From a private window it opens in an ordinary one.
    const beside = tab && !tab.incognito ? { openerTabId: tab.id, windowId: tab.windowId } : {};
    await chrome.tabs.create({ url: chrome.runtime.getURL("popup/popup.html"), ...beside });
  } else if (what === "demo" && own) await chrome.tabs.create({ url: `${await address()}/demo/form` });
  else return null;
  return { ok: true };
}
