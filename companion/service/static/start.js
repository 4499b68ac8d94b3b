/** The start page: keeps the pairing code fresh and copies what has to be pasted elsewhere. */

/** @typedef {{code: string, seconds_left: number}} LiveCode */

const COPIED_MS = 1600;
const RETRY_SECONDS = 5;

const digits = find("output[data-code]");
const bar = /** @type {HTMLProgressElement} */ (find("progress"));
const left = find("[data-left]");

let deadline = Date.now() + Number(bar.dataset.seconds) * 1000;
let isAsking = false;
let isOff = false;

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
function find(selector) {
  const node = document.querySelector(selector);
  if (!node) throw new Error(`${selector} is missing`);
  return /** @type {HTMLElement} */ (node);
}

function tick() {
  const seconds = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
  bar.value = isOff ? 0 : seconds;
  left.textContent = timeLeft(seconds);
  if (seconds === 0 && !document.hidden) renew();
}

/** @param {number} seconds */
function timeLeft(seconds) {
  if (isOff) return "Код сейчас не действует";
  return seconds ? `Действует ещё ${minutesAndSeconds(seconds)}` : "Получаем новый код…";
}

/**
 * @param {number} seconds
 * @returns {string} «2:05»
 */
function minutesAndSeconds(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Asks for the code that is live now: after it ran out, and when the user comes back, for it may have been used. */
async function renew() {
  if (isAsking) return;
  isAsking = true;
  try {
    const answer = await fetch("/code", { signal: AbortSignal.timeout(5000) });
    if (answer.ok) showCode(await answer.json());
    else showState("Страница устарела: откройте её заново командой запуска", false);
  } catch {
    showState("Служба не отвечает: запустите её снова", false);
  } finally {
    isAsking = false;
  }
}

/** @param {LiveCode} live */
function showCode({ code, seconds_left }) {
  deadline = Date.now() + Math.max(seconds_left, 1) * 1000;
  if (digits.dataset.raw !== code) writeCode(code);
  showState("Служба работает", true);
  tick();
}

/** @param {string} code */
function writeCode(code) {
  digits.dataset.raw = code;
  find("[data-copy-code]").dataset.copy = code;
  const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
  for (const place of document.querySelectorAll("[data-code]")) place.textContent = shown;
}

/**
 * @param {string} text
 * @param {boolean} isOn
 */
function showState(text, isOn) {
  isOff = !isOn;
  if (isOff) deadline = Date.now() + RETRY_SECONDS * 1000;
  document.body.classList.toggle("off", isOff);
  find("[data-state-text]").textContent = text;
}

/** @param {HTMLElement} button */
async function copy(button) {
  const label = button.textContent ?? "";
  if (button.dataset.label) return;
  button.dataset.label = label;
  const said = (await copied(button.dataset.copy ?? "")) ? "Скопировано" : "Не получилось: выделите и скопируйте сами";
  button.textContent = said;
  find("[data-said]").textContent = said;
  setTimeout(() => {
    button.textContent = label;
    find("[data-said]").textContent = "";
    delete button.dataset.label;
  }, COPIED_MS);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  if (button instanceof HTMLElement) copy(button);
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) renew();
});
window.addEventListener("focus", renew);
setInterval(tick, 1000);
tick();
