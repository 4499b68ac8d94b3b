/** The controller: watches the page, keeps one view and its panel, and asks for checks while the user writes. */

const QUIET_MS = 150;
const MUTATION_MS = 250;
const UNSURE_MS = 1_500;
const SHOW_WAITING_MS = 600;
const DEFAULT_PORT = 8765;
/** @type {Adapter[]} */
const ADAPTERS = [messengerAdapter, formAdapter];
const WRITING = ["input", "change", "compositionend", "reset", "paste", "drop"];
const MOVING = ["click", "keyup", "focusin"];
/** @type {MutationObserverInit} */
const OBSERVED = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [
    "class",
    "style",
    "hidden",
    "disabled",
    "readonly",
    "aria-selected",
    "aria-disabled",
    "aria-valuetext",
  ],
};

class Assistant {
  constructor() {
    /** Ends all that listens to the page. */
    this.life = new AbortController();
    /** Ends what belongs to one view. */
    this.visit = new AbortController();
    this.href = location.href;
    /** @type {View | null} */
    this.view = null;
    /** @type {Panel | null} */
    this.panel = null;
    /** @type {Verdict | null} */
    this.verdict = null;
    this.checking = new Checking(
      (verdict) => this.onVerdict(verdict),
      () => this.look(true),
    );
    this.observer = new MutationObserver((records) => this.onMutations(records));
    /** @type {WeakSet<Root>} */
    this.observed = new WeakSet();
    /** @type {WeakSet<Root>} */
    this.heard = new WeakSet();
    /** Whether the page may have other fields than those found. */
    this.isStale = true;
    this.searchMs = 0;
    /** @type {Set<string>} */
    this.hiddenKeys = new Set();
    /** @type {SeatMemory} */
    this.memory = {};
    this.lastRead = "";
    this.unsureSince = 0;
    this.timer = 0;
    this.isUrgent = false;
    this.isApplying = false;
    /** @type {HTMLElement | null} */
    this.lastFixed = null;
  }

  /** @param {SeatMemory} memory */
  start(memory) {
    this.memory = memory;
    const { signal } = this.life;
    document.addEventListener("visibilitychange", () => this.onVisibility(), { signal });
    addEventListener("pageshow", () => this.onVisibility(), { signal });
    for (const type of ["focus", "popstate", "hashchange"])
      addEventListener(type, () => this.soon(0, true), { signal });
    document.addEventListener("load", (event) => this.onLoad(event), { signal, capture: true });
    this.onVisibility();
  }

  stop() {
    this.leave();
    this.rest();
    this.life.abort();
  }

  /** A hidden tab costs nothing: no observer, no timer. */
  onVisibility() {
    if (document.hidden) this.rest();
    else this.look(true);
  }

  rest() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.checking.stop();
    this.lastRead = "";
    this.observer.disconnect();
    this.observed = new WeakSet();
    this.isStale = true;
  }

  /** @param {Event} event a frame has another document now */
  onLoad(event) {
    if (!(event.target instanceof HTMLIFrameElement)) return;
    this.isStale = true;
    this.soon(MUTATION_MS);
  }

  /** @param {MutationRecord[]} records */
  onMutations(records) {
    this.panel?.attach();
    this.isStale ||= records.some((record) => this.bringsFields(record));
    // A search never takes more than a twentieth of the time, however large the page.
    if (!this.timer) this.timer = setTimeout(() => this.look(), Math.max(MUTATION_MS, 20 * this.searchMs));
  }

  /** @param {MutationRecord} record whether fields may have come or gone: only then they are searched anew */
  bringsFields({ type, target, addedNodes, removedNodes }) {
    if (type === "characterData") return false;
    if (type === "attributes") return !this.view || !this.fields(this.view).includes(/** @type {Element} */ (target));
    const nodes = [...addedNodes, ...removedNodes];
    return nodes.some((node) => node.nodeType === Node.ELEMENT_NODE && node !== this.panel?.host);
  }

  /**
   * @param {number} delay
   * @param {boolean} [isUrgent] also asks again when the text is the same but the service did not answer
   */
  soon(delay, isUrgent = false) {
    if (document.hidden) return;
    this.isUrgent ||= isUrgent;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), delay);
  }

  look(isUrgent = this.isUrgent) {
    clearTimeout(this.timer);
    this.timer = 0;
    this.isUrgent = false;
    if (document.hidden) return;
    if (!chrome.runtime?.id) return this.onVerdict({ kind: "orphan" });
    if (location.href !== this.href) this.leave();
    this.href = location.href;
    if (this.isStale || !this.view || !this.fields(this.view).every((field) => field.isConnected)) this.search();
    if (this.view) this.check(this.view, isUrgent);
  }

  search() {
    this.isStale = false;
    const start = performance.now();
    const roots = [...rootsIn(document)];
    this.follow(roots);
    const adapter = ADAPTERS.find(({ isFor }) => isFor(new URL(this.href)));
    const found = adapter?.find(roots) ?? null;
    this.searchMs = performance.now() - start;
    this.onFound(found);
  }

  /** @param {Root[]} roots shadow roots and frames are not seen from outside, so each is watched */
  follow(roots) {
    for (const root of roots) {
      if (!this.observed.has(root)) this.observer.observe(root, OBSERVED);
      this.observed.add(root);
      if (this.heard.has(root)) continue;
      this.heard.add(root);
      const { signal } = this.life;
      for (const type of WRITING)
        root.addEventListener(type, (event) => this.onWriting(event), { signal, capture: true });
      for (const type of MOVING)
        root.addEventListener(type, (event) => this.onMoving(event), { signal, capture: true });
    }
  }

  /** @param {Event} event */
  onWriting(event) {
    if (/** @type {InputEvent} */ (event).isComposing && event.type === "input") return;
    if (event.type === "change" || event.type === "drop" || event.type === "paste") this.view?.files.notice(event);
    this.soon(QUIET_MS, true);
  }

  /** @param {Event} event */
  onMoving(event) {
    if (event.target === this.panel?.host || this.isApplying) return;
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event.type === "click" && this.view instanceof MessengerView) this.view.noticeClick(event);
    if (event.type === "focusin" && this.view && this.fields(this.view).includes(target))
      this.panel?.seat.makeRoom(target);
    this.soon(QUIET_MS, event.type !== "click");
  }

  /** @param {View | "unsure" | null} found */
  onFound(found) {
    if (found === "unsure") return this.onUnsure();
    this.unsureSince = 0;
    if (!found) return this.leave();
    if (this.view?.id === found.id) return;
    const old = this.view;
    if (!old) this.leave();
    // A list that appears later makes another view of the same request: its files are known already.
    if (old) found.files = old.files;
    this.view = found;
    this.lastRead = "";
    this.panel?.seat.setView(() => this.keepFree(found), !old);
    if (!this.panel) this.showWaiting();
  }

  showWaiting() {
    const { signal } = this.visit;
    const timer = setTimeout(() => this.verdict || this.showNotice(TEXTS.checking, ""), SHOW_WAITING_MS);
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  /** A page of a request whose fields are not found: said, once the page had time to build itself. */
  onUnsure() {
    if (this.view) this.leave();
    this.unsureSince ||= performance.now();
    const left = this.unsureSince + UNSURE_MS - performance.now();
    if (left > 0) this.soon(left);
    else if (!this.panel) this.showNotice(TEXTS.unsure.title, TEXTS.unsure.detail);
  }

  leave() {
    this.visit.abort();
    this.visit = new AbortController();
    this.checking.stop();
    this.panel?.remove();
    this.panel = null;
    this.view = null;
    this.verdict = null;
    this.lastRead = "";
    this.hiddenKeys.clear();
  }

  /** @param {View} view */
  fields(view) {
    return Object.values(view.controls)
      .flat()
      .map(({ element }) => /** @type {Element} */ (element));
  }

  /** @param {View} view @returns {Element[]} first where the user writes */
  keepFree(view) {
    const focused = deepFocus();
    const writing = focused && this.fields(view).includes(focused) ? focused : view.controls.description?.[0]?.element;
    return [...(writing ? [writing] : []), ...view.keepFree()];
  }

  /** @param {View} view @param {boolean} isUrgent */
  check(view, isUrgent) {
    const reading = view.read();
    const now = JSON.stringify(reading);
    const isSame = now === this.lastRead;
    if (isSame && !(isUrgent && this.checking.isFailing)) return this.panel?.seat.settleLater();
    if (!isSame) this.panel?.say("");
    this.lastRead = now;
    const field = tooLongField(reading.draft);
    if (!field) return void this.checking.ask(reading, view.page);
    this.checking.stop();
    this.verdict = { kind: "failure", state: "ready", detail: "" };
    this.showNotice(TEXTS.tooLong.title, TEXTS.tooLong[field]);
  }

  /** @param {Verdict} verdict */
  onVerdict(verdict) {
    this.verdict = verdict;
    if (verdict.kind === "orphan") return this.onOrphan();
    if (verdict.kind === "failure") {
      const { title, action } = STATE_TEXTS[verdict.state];
      return this.showNotice(title, verdict.detail, action);
    }
    this.refresh();
  }

  refresh() {
    if (this.verdict?.kind !== "report" || !this.view) return;
    const { report, reading } = this.verdict;
    this.openPanel().show(reportModel(report, reading.draft, this.view, this.hiddenKeys));
  }

  /** @param {string} title @param {string} detail @param {string} [action] */
  showNotice(title, detail, action) {
    this.openPanel().show(noticeModel(title, detail, action));
  }

  openPanel() {
    if (this.panel) return this.panel;
    const { view } = this;
    this.panel = new Panel(this.actions(), this.memory, this.visit.signal);
    this.panel.seat.setView(() => (view ? this.keepFree(this.view ?? view) : []), true);
    return this.panel;
  }

  onOrphan() {
    this.panel?.freeze(noticeModel(TEXTS.orphan, ""));
    this.visit.abort();
    this.rest();
    this.life.abort();
  }

  /** @returns {PanelActions} */
  actions() {
    return {
      fix: (key, at) => this.fix(key, at),
      hide: (key) => this.hide(key),
      showHidden: () => {
        this.hiddenKeys.clear();
        this.refresh();
      },
      act: () => this.act(),
      settings: () => void send({ type: "open", what: "options" }),
      undo: () => this.undo(),
    };
  }

  /** @param {string} key as the list has it: how often it came before, then the finding's own */
  suggestion(key) {
    if (this.verdict?.kind !== "report") return undefined;
    const [times = "1", ...own] = key.split(" ");
    const same = this.verdict.report.suggestions.filter((one) => one.key === own.join(" "));
    return same[Number(times) - 1];
  }

  /** @param {string} key */
  hide(key) {
    const suggestion = this.suggestion(key);
    if (suggestion) this.hiddenKeys.add(suggestion.key);
    this.refresh();
  }

  /** @param {string} key @param {number} at */
  fix(key, at) {
    const { verdict, view, panel } = this;
    const suggestion = this.suggestion(key);
    if (verdict?.kind !== "report" || !view || !suggestion || !panel) return;
    const { draft } = verdict.reading;
    const fix = possibleFixes(suggestion.fixes, draft, view)[at];
    const plans = fix && planFix(view, fix, draft);
    if (!plans) return;
    this.isApplying = true;
    const focused = panel.root.activeElement;
    const outcome = applyPlans(plans);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    this.isApplying = false;
    this.lastFixed = plans.at(-1)?.control.element ?? null;
    this.look(true);
    panel.say({ done: "", changed: TEXTS.changed, refused: TEXTS.refused, "no-room": TEXTS.noRoom }[outcome]);
  }

  /** Ctrl+Z in the panel takes back the fix, as it would in the field. */
  undo() {
    const focused = this.panel?.root.activeElement;
    const field = this.lastFixed;
    if (!field?.isConnected) return;
    field.focus({ preventScroll: true });
    field.ownerDocument.execCommand("undo");
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    this.soon(0, true);
  }

  /** The one button of a state. */
  act() {
    const state = this.verdict?.kind === "failure" ? this.verdict.state : "offline";
    if (state === "unpaired" || state === "forbidden") void send({ type: "open", what: "connect" });
    else if (state === "foreign") void send({ type: "open", what: "options" });
    else this.look(true);
  }
}

/** @param {unknown} port as stored */
function isOurPage(port) {
  return location.hostname !== "127.0.0.1" || location.origin === `http://127.0.0.1:${port ?? DEFAULT_PORT}`;
}

async function begin() {
  const stored = await chrome.storage.local.get(["port", seatKey()]);
  const memory = /** @type {SeatMemory} */ (stored[seatKey()] ?? {});
  /** @type {Assistant | null} */
  let assistant = null;
  const enter = (/** @type {unknown} */ port) => {
    // Another program may have a /demo/ too: it gets nothing of ours.
    if (!isOurPage(port)) {
      assistant?.stop();
      assistant = null;
    } else if (assistant) {
      assistant.soon(0, true);
    } else {
      assistant = new Assistant();
      assistant.start(memory);
    }
  };
  enter(stored.port);
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== "local" || !(changes.paired || changes.port)) return;
    if (changes.port) stored.port = changes.port.newValue;
    enter(stored.port);
  });
}

void begin();
