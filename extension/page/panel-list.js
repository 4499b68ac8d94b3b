/** The list «Замечания»: what has not changed keeps its node, so that nothing flickers and the focus stays. */

class SuggestionList {
  /** @param {PanelActions} actions */
  constructor(actions) {
    this.actions = actions;
    this.node = make("ul", { "aria-label": TEXTS.suggestions, role: "list" });
    /** By key; `made` is what the node was made of. @type {Map<string, {node: HTMLElement, made: string}>} */
    this.known = new Map();
    /** Unfolded by «Почему?». @type {Set<string>} */
    this.unfolded = new Set();
    this.count = 0;
  }

  /** @param {Item[]} items @param {Element | null} focused @returns {HTMLElement | null | undefined} where a lost focus belongs */
  show(items, focused) {
    const lost = [...this.node.children].findIndex((node) => node.contains(focused));
    const label = focused?.textContent;
    const old = this.known;
    this.known = new Map(
      items.map((item) => {
        // The heading goes from one item to the next: no reason to take away the button that is about to be clicked.
        const made = JSON.stringify({ ...item, group: "" });
        const same = old.get(item.key);
        const entry = same?.made === made ? same : { node: this.make(item), made };
        const heading = /** @type {HTMLElement} */ (entry.node.firstChild);
        heading.hidden = !item.group;
        if (heading.textContent !== item.group) heading.textContent = item.group;
        return [item.key, entry];
      }),
    );
    const nodes = [...this.known.values()].map(({ node }) => node);
    for (const { node } of old.values()) if (!nodes.includes(node)) node.remove();
    // Only what stands in the wrong place is moved: moving a node takes its focus.
    for (const [at, node] of nodes.entries()) {
      const there = this.node.children[at] ?? null;
      if (there !== node) this.node.insertBefore(node, there);
    }
    this.node.hidden = !items.length;
    const buttons = [...(nodes[Math.min(lost, nodes.length - 1)]?.querySelectorAll("button") ?? [])];
    return buttons.find((button) => button.textContent === label) ?? buttons[0];
  }

  /** @param {Item} item */
  make({ key, severity, message, why, swap, fixes }) {
    const id = `message-${++this.count}`;
    const reason = make("p", { class: "why", id: `why-${id}` }, why);
    const buttons = [
      ...fixes.map((title, at) => {
        const button = makeButton(at ? "quiet" : "primary", at ? title : TEXTS.fix, () => this.actions.fix(key, at));
        if (!at) button.title = title;
        return button;
      }),
      makeButton("quiet", TEXTS.hide, () => this.actions.hide(key)),
    ];
    const ask = makeButton("quiet", TEXTS.why, () => {
      if (!this.unfolded.delete(key)) this.unfolded.add(key);
      unfold();
    });
    const unfold = () => {
      reason.hidden = !this.unfolded.has(key);
      ask.ariaExpanded = String(!reason.hidden);
    };
    ask.setAttribute("aria-controls", reason.id);
    unfold();
    for (const button of [...buttons, ask]) button.setAttribute("aria-describedby", id);
    const content = make("div", {}, make("p", { id }, message));
    if (swap)
      content.append(make("div", { class: "swap" }, ...(swap[0] ? [make("s", {}, swap[0]), " → "] : []), swap[1]));
    content.append(make("div", { class: "actions" }, ...buttons, ask), reason);
    const finding = make("div", { class: "finding" }, severityIcon(severity), content);
    return make("li", { class: "item" }, make("h3", {}), finding);
  }
}
