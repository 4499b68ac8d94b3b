/** The list «Замечания»: nodes are kept by key, so that nothing flickers and the focus stays. */

/**
 * @typedef {object} Item
 * @property {string} key unique in the list
 * @property {string} group heading above it, "" below another of the same group
 * @property {Companion.Severity} severity
 * @property {string} message
 * @property {string} why
 * @property {[from: string, to: string] | null} swap
 * @property {string[]} fixes titles of what can be applied, the first behind «Исправить»
 */

/** @typedef {{fix: (key: string, at: number) => void, hide: (key: string) => void}} ItemActions */

class ItemView {
  /** @param {Item} item @param {ItemActions} actions */
  constructor(item, actions) {
    this.key = item.key;
    this.onFix = actions.fix;
    this.heading = make("h3");
    this.icon = make("span");
    this.message = make("p", { id: `message-${++ItemView.count}` });
    this.swap = make("div", { class: "swap" });
    this.why = make("p", { class: "why", id: `why-${ItemView.count}`, hidden: "" });
    this.actions = make("div", { class: "actions" });
    this.hideButton = this.button(TEXTS.hide, "quiet", () => actions.hide(this.key));
    this.whyButton = this.button(TEXTS.why, "quiet", () => this.toggleWhy());
    this.whyButton.setAttribute("aria-expanded", "false");
    this.whyButton.setAttribute("aria-controls", this.why.id);
    const content = make("div", {}, [this.message, this.swap, this.actions, this.why]);
    this.node = make("li", { class: "item" }, [this.heading, make("div", { class: "finding" }, [this.icon, content])]);
    this.shown = "";
    this.show(item);
  }

  static count = 0;

  /** @param {string} text @param {string} look @param {() => void} act */
  button(text, look, act) {
    const button = make("button", { class: look, type: "button", "aria-describedby": this.message.id }, [text]);
    onPress(button, act);
    return button;
  }

  toggleWhy() {
    this.why.hidden = !this.why.hidden;
    this.whyButton.setAttribute("aria-expanded", String(!this.why.hidden));
  }

  /** @param {Item} item */
  show(item) {
    const now = JSON.stringify(item);
    if (now === this.shown) return;
    this.shown = now;
    setText(this.heading, item.group);
    this.heading.hidden = !item.group;
    this.icon.replaceChildren(severityIcon(item.severity));
    setText(this.message, item.message);
    setText(this.why, item.why);
    this.swap.hidden = !item.swap;
    if (item.swap) this.showSwap(item.swap);
    this.showActions(item.fixes);
  }

  /** @param {[from: string, to: string]} swap */
  showSwap([from, to]) {
    this.swap.replaceChildren(...(from ? [make("s", {}, [from]), " → "] : []), to);
  }

  /** @param {string[]} fixes */
  showActions(fixes) {
    const titles = fixes.map((title, at) => (at ? title : TEXTS.fix));
    const old = [...this.actions.children].slice(0, -2);
    if (this.actions.childElementCount && old.map((button) => button.textContent).join("\n") === titles.join("\n"))
      return;
    const [first, ...others] = titles.map((title, at) =>
      this.button(title, at ? "quiet" : "primary", () => this.onFix(this.key, at)),
    );
    const second = fixes[0];
    if (first && second) first.title = second;
    this.actions.replaceChildren(...(first ? [first] : []), ...others, this.hideButton, this.whyButton);
  }
}

class SuggestionList {
  /** @param {ItemActions} actions */
  constructor(actions) {
    this.actions = actions;
    this.node = make("ul", { class: "list", "aria-label": TEXTS.suggestions, role: "list" });
    /** @type {ItemView[]} */
    this.views = [];
  }

  /**
   * @param {Item[]} items
   * @param {Element | null} focused
   * @returns {HTMLElement | null} where the focus belongs, if its item has gone
   */
  show(items, focused) {
    const known = new Map(this.views.map((view) => [view.key, view]));
    const lost = this.views.findIndex(({ node }) => node.contains(focused));
    const wasFocused = this.views[lost];
    this.views = items.map((item) => {
      const view = known.get(item.key) ?? new ItemView(item, this.actions);
      view.show(item);
      return view;
    });
    for (const [key, { node }] of known) if (!items.some((item) => item.key === key)) node.remove();
    // Only what stands in the wrong place is moved: moving a node takes its focus.
    this.views.forEach(({ node }, at) => {
      const there = this.node.children[at] ?? null;
      if (there !== node) this.node.insertBefore(node, there);
    });
    this.node.hidden = !items.length;
    if (!wasFocused || this.views.includes(wasFocused)) return null;
    const next = this.views[Math.min(lost, this.views.length - 1)];
    return next?.actions.querySelector("button") ?? null;
  }
}
