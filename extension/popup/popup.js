/** The popup, also opened in a tab: the connection's state, one thing to do about it, and the code. */

import { PERMISSION } from "../background/service.js";
import { STATES } from "../background/states.js";
import { ask, complain, field, onUser, part, say } from "./entry.js";

const openOptions = () => ask({ type: "open", what: "options" });

/** Without one: type the code, or wait. @type {Companion.Actions} */
const ACTIONS = {
  ready: ["Открыть учебную форму", () => ask({ type: "open", what: "demo" })],
  forbidden: ["Разрешить доступ", () => chrome.permissions.request(PERMISSION).then(refresh)],
  offline: ["Проверить снова", refresh],
  foreign: ["Сменить порт", openOptions],
  outdated: ["Перезагрузить помощник", () => chrome.runtime.reload()],
};

/** @type {Companion.State} */
let shown = "checking";
let pairing = false;
let asked = 0;
let pause = 0;
let timer = 0;

/** @type {Companion.Show} */
function show(state, detail, notice = "") {
  // A complaint belongs to its state.
  if (state !== shown && shown !== "checking") complain("");
  shown = state;
  part("section").dataset.state = state;
  const [name, advice] = STATES[state];
  const [title = ""] = ACTIONS[state] ?? [];
  say("strong", name);
  say("span", detail || advice);
  say("#notice", notice);
  part("#notice").hidden = !notice;
  say("#act", title);
  part("#act").hidden = !title;
  part("#start").hidden = state !== "offline";
}

/** Asks for the state: on what may change it, and while the service is off. */
async function look() {
  clearTimeout(timer);
  const number = ++asked;
  const { state, detail, notice } = await ask({ type: "state" });
  // A later question was asked meanwhile; its answer counts.
  if (number !== asked) return;
  show(state, detail, notice);
  if (state !== "offline" || document.hidden) return;
  pause = Math.min(pause * 2 || 2000, 30000);
  timer = setTimeout(look, pause);
}

function lookAnew() {
  pause = 0;
  return look();
}

function refresh() {
  show("checking");
  return lookAnew();
}

async function submit() {
  if (pairing) return;
  const code = field.value.replace(/\D/g, "");
  if (code.length !== 6) return complain("Код состоит из шести цифр.");
  pairing = true;
  const answer = await ask({ type: "pair", code });
  pairing = false;
  if (answer.ok) field.value = "";
  await refresh();
  if (!answer.ok) complain(answer.detail);
}

say("code", /Windows/.test(navigator.userAgent) ? "py scripts\\start.py" : "python3 scripts/start.py");
onUser("#act", "click", () => ACTIONS[shown]?.[1]());
onUser("form", "submit", submit);
onUser("#settings", "click", openOptions);
document.addEventListener("visibilitychange", lookAnew);
addEventListener("focus", lookAnew);
chrome.storage.local.onChanged.addListener(lookAnew);
chrome.permissions.onAdded.addListener(lookAnew);
chrome.permissions.onRemoved.addListener(lookAnew);
refresh();
