/** For each state the one thing to do now. */

import { PERMISSION } from "../background/service.js";
import { ask } from "./ask.js";

/**
 * @typedef {object} Action
 * @property {string} title
 * @property {() => Promise<unknown>} act called in the user's own click: a permission is given only there
 * @property {string} [command] what to type to start the service
 */

const WINDOWS = /Windows/.test(navigator.userAgent);

/** @type {Partial<Record<Companion.State, Action>>} Without an action: the code is the thing to do, or waiting. */
export const ACTIONS = {
  ready: { title: "Открыть учебную форму", act: () => ask({ type: "open", what: "demo" }) },
  forbidden: { title: "Разрешить доступ", act: () => chrome.permissions.request(PERMISSION) },
  offline: {
    title: "Проверить снова",
    act: async () => {},
    command: WINDOWS ? "py scripts\\start.py" : "python3 scripts/start.py",
  },
  foreign: { title: "Сменить порт", act: () => ask({ type: "open", what: "options" }) },
  outdated: { title: "Перезагрузить помощник", act: async () => chrome.runtime.reload() },
};
