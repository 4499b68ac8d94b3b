/** The controller: keeps one view and its panel, and has the draft checked while the user writes. */

const UNSURE_MS = 1_500;
const SHOW_WAITING_MS = 600;
const DEFAULT_PORT = 8765;
/** @type {Adapter[]} */
const ADAPTERS = [messengerAdapter, formAdapter];

class Assistant {
  /** @param {SeatMemory} memory */
  constructor(memory) {
    this.memory = memory;
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
      () => this.watch.look(true),
    );
    this.watch = new PageWatch({
      look: (isUrgent) => this.look(isUrgent),
      rest: () => this.rest(),
      written: (event) => this.view?.files.notice(event),
      moved: (event) => this.onMoved(event),
      changed: () => this.panel?.attach(),
      isKnown: (node) => node === this.panel?.host || this.fields().includes(/** @type {Element} */ (node)),
    });
    /** @type {Set<string>} */
    this.hiddenKeys = new Set();
    this.lastRead = "";
    this.unsureSince = 0;
    this.isApplying = false;
    /** @type {HTMLElement | null} */
    this.lastFixed = null;
    this.watch.start();
  }

  stop() {
    this.leave();
    this.watch.stop();
  }

  rest() {
    this.checking.stop();
    this.lastRead = "";
  }

  /** @param {boolean} isUrgent */
  look(isUrgent) {
    if (!chrome.runtime?.id) return this.onOrphan();
    if (location.href !== this.href) this.leave();
    this.href = location.href;
    if (this.watch.isStale || !this.view || !this.fields().every((field) => field.isConnected)) this.search();
    if (this.view) this.check(this.view, isUrgent);
  }

  search() {
    const { watch } = this;
    watch.isStale = false;
    const start = performance.now();
    const adapter = ADAPTERS.find(({ isFor }) => isFor(new URL(this.href)));
    const found = adapter?.find(watch.roots()) ?? null;
    watch.searchMs = performance.now() - start;
    this.onFound(found);
  }

  /** @param {Event} event */
  onMoved(event) {
    if (event.target === this.panel?.host || this.isApplying) return false;
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event.type === "click" && this.view instanceof MessengerView) this.view.noticeClick(event);
    if (event.type === "focusin" && this.fields().includes(target)) this.panel?.seat.makeRoom(target);
    return true;
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
    if (left > 0) this.watch.soon(left);
    else if (!this.panel) this.showNotice(TEXTS.unsure.title, TEXTS.unsure.detail);
  }

  leave() {
    if (!this.view && !this.panel) return;
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

  /** @returns {Element[]} the controls of the view */
  fields() {
    return Object.values(this.view?.controls ?? {})
      .flat()
      .map(({ element }) => /** @type {Element} */ (element));
  }

  /** @param {View} view @returns {Element[]} first where the user writes */
  keepFree(view) {
    const focused = deepFocus();
    const writing = focused && this.fields().includes(focused) ? focused : view.controls.description?.[0]?.element;
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
    this.watch.stop();
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
    this.watch.look(true);
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
    this.watch.soon(0, true);
  }

  /** The one button of a state. */
  act() {
    const state = this.verdict?.kind === "failure" ? this.verdict.state : "offline";
    if (state === "unpaired" || state === "forbidden") void send({ type: "open", what: "connect" });
    else if (state === "foreign") void send({ type: "open", what: "options" });
    else this.watch.look(true);
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
      assistant.watch.soon(0, true);
    } else {
      assistant = new Assistant(memory);
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
