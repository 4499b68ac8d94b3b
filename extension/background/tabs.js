/** Opens pages. A link to the service in a page would be cross-site and refused; a tab of ours is not. */

import { address } from "./address.js";
import { refusal } from "./states.js";

/**
 * @param {unknown} what
 * @param {boolean} own asked by one of our own pages
 * @param {chrome.tabs.Tab} [from]
 * @returns {Promise<Companion.DoneAnswer>}
 */
export async function openTab(what, own, from) {
  if (what === "demo" && own) {
    await chrome.tabs.create({ url: `${await address()}/demo/form` });
  } else if (what === "connect") {
    await chrome.tabs.create({ url: chrome.runtime.getURL("popup/popup.html"), ...beside(from) });
  } else if (what === "options") {
    await chrome.runtime.openOptionsPage();
  } else {
    return refusal("Такой страницы у помощника нет.");
  }
  return { ok: true };
}

/**
 * Closing the new tab leads back to the draft. Not from a private window: our pages open in an ordinary one.
 *
 * @param {chrome.tabs.Tab} [tab]
 */
function beside(tab) {
  return tab?.id !== undefined && !tab.incognito ? { openerTabId: tab.id, windowId: tab.windowId } : {};
}
