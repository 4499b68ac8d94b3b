/** Gives the six-digit code for a token. */

import { post } from "./service.js";
import { refusal } from "./states.js";
import { keepToken } from "./token.js";

/**
 * @param {string} code
 * @returns {Promise<Companion.DoneAnswer>}
 */
export async function pair(code) {
  const outcome = await post("/v1/pair", { code, client: client() });
  // A refused code says nothing about a connection that may already exist: its token stays.
  if (!outcome.ok) return outcome;
  if (typeof outcome.body.token !== "string")
    return refusal("Служба не дала ключ. Перезапустите её и попробуйте снова.");
  await keepToken(outcome.body.token);
  await announce();
  return { ok: true };
}

/**
 * Tells open pages that it is worth asking again.
 */
export async function announce() {
  const { paired } = await chrome.storage.local.get("paired");
  await chrome.storage.local.set({ paired: (Number(paired) || 0) + 1 });
}

/** What the service may show beside this pairing. */
function client() {
  const browser = chrome.runtime.getURL("").startsWith("moz-") ? "Firefox" : "Chromium";
  return `${browser}, помощник ${chrome.runtime.getManifest().version}`;
}
