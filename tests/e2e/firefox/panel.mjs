/** Our panel on a page: found as a screen reader finds it, inside its closed shadow root. */

import { until } from "./firefox.mjs";

export class Panel {
  /** @param {import("./firefox.mjs").Tab} tab */
  constructor(tab) {
    this.tab = tab;
  }

  /** The closed root: BiDi shows it to whoever asks for the tree with all shadow roots. */
  async root() {
    const answer = await this.tab.firefox.send("script.evaluate", {
      expression: "document.documentElement.lastElementChild",
      target: { context: this.tab.context },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: "all" },
    });
    const root = answer.result.value?.shadowRoot;
    if (root?.value.mode !== "closed") throw new Error("панели на странице нет");
    return root;
  }

  /** @param {string} role @param {string} [name] @returns {Promise<any>} the first such node, undefined without one */
  async part(role, name) {
    const [region] = await this.nodes("complementary", "Помощник обращений", await this.root());
    if (!region) throw new Error("области «Помощник обращений» нет");
    return role === "complementary" ? region : (await this.nodes(role, name, region))[0];
  }

  /** @param {string} role @param {string | undefined} name @param {object} within */
  nodes(role, name, within) {
    return this.tab.all({ type: "accessibility", value: name ? { role, name } : { role } }, within);
  }

  /** All that it shows. */
  async text() {
    const region = await this.part("complementary");
    return this.tab.call((/** @type {HTMLElement} */ node) => node.innerText, region);
  }

  /** @param {string} text @returns {Promise<string>} all of its text, once it says this */
  says(text) {
    return until(
      () => this.text(),
      (shown) => shown.includes(text),
      `панель со словами «${text}»`,
    );
  }

  /** @returns {Promise<unknown>} once the page has no node of ours any more */
  goes() {
    return until(
      () => this.tab.call(() => document.documentElement.lastElementChild?.tagName),
      (last) => last === "BODY",
      "страница без панели",
    );
  }

  /** @param {object} field @returns {Promise<boolean>} the whole panel is in sight, over the page, and not on the field */
  async isBeside(field) {
    return this.tab.call(
      (/** @type {Element} */ node, /** @type {Element} */ written) => {
        const [own, other] = [node.getBoundingClientRect(), written.getBoundingClientRect()];
        const isInSight = own.top >= 0 && own.left >= 0 && own.bottom <= innerHeight && own.right <= innerWidth;
        const isApart =
          own.left >= other.right || own.right <= other.left || own.top >= other.bottom || own.bottom <= other.top;
        return getComputedStyle(node).position === "fixed" && isInSight && isApart;
      },
      await this.part("complementary"),
      field,
    );
  }

  /** The text of its status. */
  async status() {
    return this.tab.call((/** @type {HTMLElement} */ node) => node.innerText, await this.part("status"));
  }

  /** @param {"Замечания" | "Готовность"} name @returns {Promise<string[]>} the texts of a list, in order */
  async list(name) {
    const list = await this.part("list", name);
    if (!list) return [];
    return this.tab.call(
      (/** @type {HTMLElement} */ node) => [.../** @type {any} */ (node.children)].map((item) => item.innerText),
      list,
    );
  }

  /** @param {string} suggestion a part of its text @param {string} button */
  async press(suggestion, button) {
    const item = await until(
      async () => this.item(suggestion, await this.part("list", "Замечания")),
      (found) => found !== null,
      `замечание «${suggestion}»`,
    );
    await this.tab.click(await this.tab.find("button", button, item));
  }

  /** @param {string} suggestion @param {object} list @returns {Promise<any>} null when it is not in the list */
  item(suggestion, list) {
    const find = (/** @type {Element} */ { children }, /** @type {string} */ text) =>
      [.../** @type {any} */ (children)].find(({ innerText }) => innerText.includes(text)) ?? null;
    return this.tab.call(find, list, suggestion);
  }

  /** @param {string} name a button of the panel itself */
  async pressButton(name) {
    const button = await until(
      () => this.part("button", name),
      (found) => Boolean(found),
      `кнопка «${name}» в панели`,
    );
    await this.tab.click(button);
  }
}
