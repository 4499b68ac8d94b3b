/** What our two pages share: one form with one field, and the way to the background. */

import { failure } from "../background/states.js";

export const field = /** @type {HTMLInputElement} */ (part("input"));

// The same page serves as the small popup and in a tab.
document.body.classList.toggle("tab", !chrome.extension.getViews({ type: "popup" }).includes(window));
field.addEventListener("input", () => complain(""));

/** @param {string} selector */
export function part(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}

/** A live region is read aloud on every change, so only on a real one. @type {Companion.Say} */
export function say(selector, text) {
  const element = part(selector);
  if (element.textContent !== text) element.textContent = text;
}

/** @param {string} text "" takes the complaint back */
export function complain(text) {
  say("#wrong", text);
  field.setAttribute("aria-invalid", String(text !== ""));
  if (text) field.focus();
}

/** Handles what a person did, not a script. @type {Companion.OnUser} */
export function onUser(selector, type, act) {
  part(selector).addEventListener(type, (event) => {
    event.preventDefault();
    if (event.isTrusted) act();
  });
}

/** @type {Companion.Ask} */
export function ask(message) {
  // A worker that dies in mid-answer is back for the next question.
  return chrome.runtime.sendMessage(message).catch(() => failure("offline"));
}
