/** Who may ask what. Every message gets a typed answer, a wrong one too; nothing rejects. */

import { address } from "./address.js";
import { check, state } from "./checking.js";
import { pair } from "./pairing.js";
import { checkRequest, isRecord } from "./schema.js";
import { failure, refusal } from "./states.js";
import { openTab } from "./tabs.js";

const OZON = "https://seller.ozon.ru";

/**
 * @typedef {chrome.runtime.MessageSender} Sender
 * @typedef {"page" | "own" | "stranger"} Standing
 */

/**
 * @param {unknown} message
 * @param {Sender} sender
 * @returns {Promise<Companion.Answer>}
 */
export async function answer(message, sender) {
  try {
    const standing = await standingOf(sender);
    // Another program's /demo/ on this computer: it gets nothing, not even advice.
    if (standing === "stranger") return failure("foreign", "");
    return await act(isRecord(message) ? message : {}, standing, sender);
  } catch (error) {
    console.error("message failed:", error instanceof Error ? error.name : "unknown");
    return refusal("В помощнике произошла ошибка. Обновите страницу и попробуйте ещё раз.");
  }
}

/**
 * @param {Record<string, unknown>} message
 * @param {Standing} standing
 * @param {Sender} sender
 * @returns {Promise<Companion.Answer>}
 */
async function act(message, standing, sender) {
  const own = standing === "own";
  switch (message.type) {
    case "state":
      return state();
    case "check": {
      const request = checkRequest(message.request);
      return request && !own ? check(request) : NONSENSE;
    }
    case "pair":
      return own && isCode(message.code) ? pair(message.code) : NONSENSE;
    case "open":
      return openTab(message.what, own, sender.tab);
    default:
      return NONSENSE;
  }
}

const NONSENSE = refusal("Помощник не понял запрос страницы. Обновите страницу.");

/**
 * @param {Sender} sender
 * @returns {Promise<Standing>}
 */
async function standingOf(sender) {
  if (sender.id !== chrome.runtime.id || !sender.url) return "stranger";
  if (sender.url.startsWith(chrome.runtime.getURL(""))) return "own";
  if (!sender.tab) return "stranger";
  // A match pattern knows no port, so any program of this computer can show a /demo/: the port decides.
  const origin = sender.origin ?? new URL(sender.url).origin;
  return origin === OZON || origin === (await address()) ? "page" : "stranger";
}

/**
 * @param {unknown} code
 * @returns {code is string}
 */
function isCode(code) {
  return typeof code === "string" && /^\d{6}$/.test(code);
}
