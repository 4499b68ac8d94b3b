/** The way from our own pages to the background, and to the person in front of them. */

import { failure } from "../background/states.js";

/**
 * @param {Companion.Message} message
 * @returns {Promise<any>} the answer of this message's type
 */
export async function ask(message) {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch {
    // Only when the extension was updated under this page.
    return failure("outdated", "Помощник обновился. Откройте эту страницу заново.");
  }
}

/**
 * Handles what a person did; what a script dispatched changes nothing.
 *
 * @param {HTMLElement} element
 * @param {"click" | "submit"} type
 * @param {() => void} act
 */
export function onUser(element, type, act) {
  element.addEventListener(type, (event) => {
    event.preventDefault();
    if (event.isTrusted) act();
  });
}

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(selector, kind) {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`no ${selector} on this page`);
}

/** The same page serves as the small popup and in a tab. */
export function sayWhereWeAre() {
  const popups = chrome.extension.getViews({ type: "popup" });
  document.documentElement.classList.toggle("tab", !popups.includes(window));
}
