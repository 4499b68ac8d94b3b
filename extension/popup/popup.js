/** The popup, also opened in a tab: the state of the connection, one thing to do about it, and the code. */

import { ADVICE, STATE_NAMES } from "../background/states.js";
import { ACTIONS } from "./actions.js";
import { ask, onUser, part, sayWhereWeAre } from "./ask.js";
import { CONNECTED, MORE, NEEDS_DIGITS, NOT_SENT, whereToFind } from "./texts.js";
import { watch } from "./watch.js";

const connection = part("#connection", HTMLElement);
const name = part("[role=status] strong", HTMLElement);
const advice = part("[role=status] span", HTMLElement);
const help = part("#help", HTMLElement);
const button = part("#act", HTMLButtonElement);
const code = part("#code", HTMLInputElement);
const connect = part("#connect", HTMLButtonElement);
const wrong = part("#wrong", HTMLElement);

/** The code was accepted while this page is open. */
let justPaired = false;
let pairing = false;

/**
 * @param {Companion.State} state
 * @param {string} detail
 */
function show(state, detail) {
  // A complaint belongs to the state it was made in.
  if (connection.dataset.state !== state && wrong.textContent) complain("");
  connection.dataset.state = state;
  say(name, STATE_NAMES[state]);
  say(advice, adviceFor(state, detail));
  const action = ACTIONS[state];
  button.hidden = !action;
  button.textContent = action?.title ?? "";
  help.hidden = !action?.command;
  part("#help code", HTMLElement).textContent = action?.command ?? "";
  part("#where", HTMLElement).textContent = whereToFind(state);
  connect.classList.toggle("primary", state === "unpaired" || state === "checking");
}

/**
 * @param {Companion.State} state
 * @param {string} detail
 */
function adviceFor(state, detail) {
  if (state === "ready" && justPaired) return CONNECTED;
  // The background's own words where they say more than the state's usual advice.
  return (detail !== ADVICE[state] && detail) || MORE[state] || ADVICE[state];
}

/**
 * A live region is read aloud on every change, so only on a real one.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const refresh = watch(show);

async function act() {
  const state = /** @type {Companion.State} */ (connection.dataset.state);
  await ACTIONS[state]?.act().catch(() => {});
  if (state === "forbidden" || state === "offline") await refresh();
}

async function submit() {
  if (pairing) return;
  const digits = code.value.replace(/\D/g, "");
  if (digits.length !== 6) return complain(NEEDS_DIGITS);
  pairing = true;
  complain("");
  /** @type {Companion.DoneAnswer} */
  const answer = await ask({ type: "pair", code: digits });
  pairing = false;
  justPaired = answer.ok;
  if (answer.ok) code.value = "";
  await refresh();
  if (!answer.ok) complain(answer.state === "unpaired" || answer.state === "ready" ? answer.detail : NOT_SENT);
}

/** @param {string} text */
function complain(text) {
  wrong.textContent = text;
  code.setAttribute("aria-invalid", String(text !== ""));
  if (text) code.focus();
}

sayWhereWeAre();
onUser(button, "click", act);
onUser(part("#pairing", HTMLFormElement), "submit", submit);
onUser(part("#settings", HTMLButtonElement), "click", () => ask({ type: "open", what: "options" }));
code.addEventListener("input", () => complain(""));
refresh();
