/** The one setting: on which port of this computer the service is asked. */

import { isPort, port } from "../background/address.js";
import { STATE_NAMES } from "../background/states.js";
import { ask, onUser, part, sayWhereWeAre } from "../popup/ask.js";

const field = part("#port", HTMLInputElement);
const wrong = part("#wrong", HTMLElement);
const status = part("[role=status]", HTMLElement);

async function save() {
  const typed = field.value.trim();
  const chosen = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (!isPort(chosen)) return complain("Порт — это число от 1024 до 65535, например 8765.");
  complain("");
  await chrome.storage.local.set({ port: chosen });
  status.textContent = `Сохранено: порт ${chosen}.`;
  /** @type {Companion.StateAnswer} */
  const answer = await ask({ type: "state" });
  status.textContent = `Сохранено: порт ${chosen}. Состояние: «${STATE_NAMES[answer.state]}».`;
}

/** @param {string} text */
function complain(text) {
  wrong.textContent = text;
  status.textContent = "";
  field.setAttribute("aria-invalid", String(text !== ""));
  if (text) field.focus();
}

// Listening comes first and the stored port never overwrites what is being typed: people are faster than storage.
onUser(part("#settings", HTMLFormElement), "submit", save);
field.addEventListener("input", () => complain(""));
sayWhereWeAre();
const stored = String(await port());
field.value ||= stored;
