/** Keeps a visible page's idea of the connection fresh: on what changes it, and while the service is off. */

import { ask } from "./ask.js";

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30000;

/**
 * @param {(state: Companion.State, detail: string) => void} show
 * @returns {() => Promise<void>} asks at once, and says so
 */
export function watch(show) {
  let pause = FIRST_PAUSE;
  let asked = 0;
  /** @type {number | undefined} */
  let timer;

  async function look() {
    clearTimeout(timer);
    const number = ++asked;
    /** @type {Companion.StateAnswer} */
    const answer = await ask({ type: "state" });
    // A later question was asked meanwhile; its answer counts.
    if (number !== asked) return;
    show(answer.state, answer.detail);
    if (answer.state === "offline" && !document.hidden) {
      timer = setTimeout(look, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  function lookAnew() {
    pause = FIRST_PAUSE;
    return look();
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : lookAnew()));
  addEventListener("focus", lookAnew);
  chrome.storage.local.onChanged.addListener((changes) => {
    if (changes.port || changes.paired) lookAnew();
  });
  chrome.permissions.onAdded.addListener(lookAnew);
  chrome.permissions.onRemoved.addListener(lookAnew);

  return () => {
    show("checking", "");
    return lookAnew();
  };
}
