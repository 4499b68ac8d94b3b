/** The panel: one host at the end of `<html>` with a closed root. Where it stands is the business of its seat. */

/**
 * @typedef {object} PanelActions
 * @property {(key: string, at: number) => void} fix
 * @property {(key: string) => void} hide
 * @property {() => void} showHidden
 * @property {() => void} act the one button of a state
 * @property {() => void} settings
 * @property {() => void} undo
 */

const RING = 2 * Math.PI * 24;
/** What happens in the panel is not the page's: its "click outside" would close the form. */
const OWN_EVENTS =
  "click mousedown mouseup pointerdown pointerup touchstart touchend keydown keyup keypress focusin focusout".split(
    " ",
  );

class Panel {
  /**
   * @param {PanelActions} actions
   * @param {SeatMemory} memory
   * @param {AbortSignal} signal ends all that listens outside of the panel
   */
  constructor(actions, memory, signal) {
    this.actions = actions;
    this.parts = panelParts();
    this.seat = new Seat(this.parts.node, memory, signal);
    this.list = new SuggestionList({ fix: actions.fix, hide: actions.hide });
    this.parts.body.insertBefore(this.list.node, this.parts.restore);
    this.host = document.createElement("div");
    this.root = this.host.attachShadow({ mode: "closed" });
    const style = document.createElement("style");
    // By this setter Firefox knows that it is ours: appended as a node it would fall to the page's policy.
    style.textContent = PANEL_STYLE;
    this.root.append(style, this.parts.node);
    this.listen();
    this.attach();
  }

  listen() {
    const { parts, actions, seat } = this;
    onPress(parts.settings, () => actions.settings());
    onPress(parts.action, () => actions.act());
    onPress(parts.restore, () => actions.showHidden());
    onPress(parts.fold, (event) => this.setFolded(true, event.detail === 0));
    onPress(parts.pill, (event) => this.setFolded(false, event.detail === 0));
    dragBy(parts.header, seat);
    dragBy(parts.pill, seat);
    moveByKeys(parts.move, seat);
    moveByKeys(parts.pill, seat);
    parts.node.addEventListener("keydown", (event) => this.onKey(event));
    for (const type of OWN_EVENTS) this.root.addEventListener(type, (event) => event.stopPropagation());
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (!event.isTrusted) return;
    const isUndo = event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (event.key === "Escape" && !this.seat.isFolded) this.setFolded(true, true);
    else if (isUndo) this.actions.undo();
    else return;
    event.preventDefault();
  }

  /** @param {boolean} isFolded @param {boolean} withFocus the focus goes along, for who works by keyboard */
  setFolded(isFolded, withFocus) {
    this.seat.setFolded(isFolded);
    if (withFocus) (isFolded ? this.parts.pill : this.parts.fold).focus({ preventScroll: true });
  }

  /** Always the last child of `<html>`, also after the page has rewritten itself. */
  attach() {
    const page = document.documentElement;
    if (page.lastElementChild !== this.host) page.append(this.host);
  }

  remove() {
    this.host.remove();
  }

  /** @param {PanelModel} model */
  show(model) {
    const { parts } = this;
    const focused = /** @type {HTMLElement | null} */ (this.root.activeElement);
    parts.node.dataset.state = model.state;
    this.showStatus(model);
    this.showScore(model.score);
    this.showChecks(model.checklist);
    this.showFacts(model.facts);
    showIf(parts.action, model.action);
    showIf(parts.restore, model.hidden ? showHidden(model.hidden) : "");
    const next = this.list.show(model.items, focused);
    this.seat.settle();
    this.keepFocus(focused, next);
  }

  /** @param {PanelModel} model */
  showStatus({ title, lines, reasons, pill }) {
    const { parts } = this;
    setText(parts.title, title);
    setText(parts.pillText, pill);
    for (const [at, line] of parts.lines.entries()) showIf(line, lines[at] ?? "");
    if (parts.status.title !== reasons) parts.status.title = reasons;
  }

  /** @param {HTMLElement | null} focused what had the focus in the panel @param {HTMLElement | null} next */
  keepFocus(focused, next) {
    if (!focused || this.root.activeElement) return;
    const isThere = focused.isConnected && focused.checkVisibility();
    const target = next ?? (isThere ? focused : this.parts.fold);
    target.focus({ preventScroll: true });
  }

  /** @param {number | null} score */
  showScore(score) {
    const { summary, percent, ring, part } = this.parts;
    summary.classList.toggle("plain", score === null);
    if (score === null) return;
    setText(percent, `${score} %`);
    ring.setAttribute("aria-label", `${TEXTS.readiness}: ${score} %`);
    part.setAttribute("stroke-dasharray", `${(RING * score) / 100} ${RING}`);
    // A round end would show a dot for nothing.
    part.setAttribute("stroke-opacity", score ? "1" : "0");
  }

  /** @param {Companion.ChecklistItem[]} checklist */
  showChecks(checklist) {
    const { checks } = this.parts;
    checks.hidden = !checklist.length;
    checklist.forEach(({ item, label, status }, at) => {
      const chip = checks.children[at] ?? checks.appendChild(makeChip());
      const { sign, word } = STATUS_TEXTS[status];
      const texts = [sign, ITEM_TEXTS[item] ?? label, `: ${word}`];
      chip.className = status;
      for (const [index, part] of [...chip.children].entries()) setText(part, texts[index] ?? "");
    });
    while (checks.children.length > checklist.length) checks.lastElementChild?.remove();
  }

  /** @param {string[]} facts */
  showFacts(facts) {
    const box = this.parts.facts;
    box.hidden = !facts.length;
    if ([...box.children].map((chip) => chip.textContent).join("\n") === facts.join("\n")) return;
    box.replaceChildren(TEXTS.understood, ...facts.map((fact) => make("span", {}, [fact])));
  }

  /** @param {string} text "" takes it away */
  say(text) {
    const { note, body } = this.parts;
    showIf(note, text);
    if (text) body.scrollTop = 0;
  }

  /**
   * The last word of an orphan: nothing can be pressed any more.
   *
   * @param {PanelModel} model
   */
  freeze(model) {
    this.parts.node.classList.add("frozen");
    this.parts.header.remove();
    this.parts.pill.remove();
    this.say("");
    this.show(model);
  }
}

/** @param {HTMLElement} node a button or a line that is there only with a text @param {string} text */
function showIf(node, text) {
  setText(node, text);
  node.hidden = !text;
}
