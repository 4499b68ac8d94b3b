/** The panel: one host at the end of `<html>` with a closed root. Where it stands is the business of its seat. */

const RING = 2 * Math.PI * 24;
/** What happens in the panel is not the page's: its "click outside" would close the form. */
const OWN_EVENTS =
  "click mousedown mouseup pointerdown pointerup touchstart touchend keydown keyup keypress focusin focusout".split(
    " ",
  );

class Panel {
  /** @param {PanelActions} actions @param {SeatMemory} memory @param {AbortSignal} signal ends what listens outside */
  constructor(actions, memory, signal) {
    this.actions = actions;
    this.title = make("strong");
    this.lines = [0, 1, 2].map(() => make("span"));
    this.status = make("div", { class: "status", role: "status" }, this.title, ...this.lines);
    const circle = { cx: "28", cy: "28", r: "24" };
    this.part = make("circle", { class: "part", ...circle, transform: "rotate(-90 28 28)" });
    this.percent = make("text", { x: "28", y: "28" });
    const track = make("circle", { class: "track", ...circle });
    this.ring = make("svg", { class: "ring", viewBox: "0 0 56 56", role: "img" }, track, this.part, this.percent);
    this.summary = make("div", { class: "summary" }, this.ring, this.status);
    this.action = makeButton("primary action", "", () => actions.act());
    this.note = make("p", { class: "note", role: "alert", hidden: "" });
    this.checks = make("ul", { class: "checks", "aria-label": TEXTS.readiness, role: "list" });
    this.list = new SuggestionList(actions);
    this.restore = makeButton("quiet restore", "", () => actions.showHidden());
    this.facts = make("div", { class: "facts" });
    const parts = [this.summary, this.action, this.note, this.checks, this.list.node, this.restore, this.facts];
    this.body = make("div", { class: "body" }, ...parts);
    this.foldButton = iconButton("fold", (event) => this.setFolded(true, !event.detail));
    this.foldButton.ariaExpanded = "true";
    const move = iconButton("move", () => {});
    move.classList.add("move");
    const settings = iconButton("settings", () => void send({ type: "open", what: "options" }));
    const dot = make("i", { class: "dot" });
    this.header = make("header", {}, dot, make("b", {}, TEXTS.name), move, settings, this.foldButton);
    this.pillText = make("span");
    this.pill = makeButton("pill", "", (event) => {
      // The release of a drag is no click.
      if (!event.detail || !this.seat.isDragged) this.setFolded(false, !event.detail);
    });
    this.pill.append(dot.cloneNode(), this.pillText);
    this.pill.title = TEXTS.unfold;
    this.pill.ariaExpanded = "false";
    this.node = make("aside", { class: "panel", "aria-label": TEXTS.name }, this.header, this.body, this.pill);
    this.seat = new Seat(this.node, memory, signal);
    for (const handle of [this.header, this.pill]) this.seat.dragBy(handle);
    for (const handle of [move, this.pill]) handle.addEventListener("keydown", (event) => this.seat.moveByKey(event));
    this.node.addEventListener("keydown", (event) => this.onKey(event));
    this.host = make("div");
    this.root = this.host.attachShadow({ mode: "closed" });
    for (const type of OWN_EVENTS) this.root.addEventListener(type, (event) => event.stopPropagation());
    const style = make("style");
    // By this setter Firefox knows that it is ours: appended as a node it would fall to the page's policy.
    style.textContent = PANEL_STYLE;
    this.root.append(style, this.node);
    this.attach();
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
    if (withFocus) (isFolded ? this.pill : this.foldButton).focus({ preventScroll: true });
  }

  /** Always the last child of `<html>`, also after the page has rewritten itself. */
  attach() {
    const page = document.documentElement;
    if (page.lastElementChild !== this.host) page.append(this.host);
  }

  /** @param {PanelModel} model */
  show({ isFailure, title, lines, reasons, pill, score, checklist, items, hidden, facts, action }) {
    const focused = this.root.activeElement;
    this.node.classList.toggle("failure", isFailure);
    setText(this.title, title);
    setText(this.pillText, pill);
    for (const [at, line] of this.lines.entries()) showIf(line, lines[at] ?? "");
    this.status.title = reasons;
    this.showScore(score);
    this.showChecks(checklist);
    this.facts.hidden = !facts.length;
    this.facts.replaceChildren(TEXTS.understood, ...facts.map((fact) => make("span", {}, fact)));
    showIf(this.action, action);
    showIf(this.restore, hidden ? `Показать скрытые (${hidden})` : "");
    const next = this.list.show(items, focused);
    this.seat.settle();
    if (focused && !(focused.isConnected && focused.checkVisibility()))
      (next ?? (this.seat.isFolded ? this.pill : this.foldButton)).focus({ preventScroll: true });
  }

  /** @param {number | null} score */
  showScore(score) {
    this.summary.classList.toggle("plain", score === null);
    this.ring.style.display = score === null ? "none" : "";
    setText(this.percent, `${score} %`);
    this.ring.ariaLabel = `${TEXTS.readiness}: ${score} %`;
    this.part.setAttribute("stroke-dasharray", `${(RING * (score ?? 0)) / 100} ${RING}`);
    // A round end would show a dot for nothing.
    this.part.setAttribute("stroke-opacity", score ? "1" : "0");
  }

  /** @param {Companion.ChecklistItem[]} checklist */
  showChecks(checklist) {
    this.checks.hidden = !checklist.length;
    const chips = checklist.map(({ item, status }) => {
      const [sign, word] = STATUS_TEXTS[status];
      const said = make("span", { class: "said" }, `: ${word}`);
      return make(
        "li",
        { class: status },
        make("span", { "aria-hidden": "true" }, sign),
        make("span", {}, NAMES[item]),
        said,
      );
    });
    this.checks.replaceChildren(...chips);
  }

  /** @param {string} text "" takes it away */
  say(text) {
    showIf(this.note, text);
    if (text) this.body.scrollTop = 0;
  }

  /** The last word of an orphan: nothing can be pressed any more. @param {PanelModel} model */
  freeze(model) {
    this.seat.isFrozen = true;
    this.pill.setAttribute("disabled", "");
    this.show(model);
  }
}
