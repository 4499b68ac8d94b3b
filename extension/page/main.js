/** The controller: keeps one view and its panel, and has the draft checked while the user writes. */

const UNSURE_MS = 1_500;
const SHOW_WAITING_MS = 300;
const DEFAULT_PORT = 8765;

/** @implements {PanelActions} @implements {PageEvents} */
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
    this.watch = new PageWatch(this);
    this.checking = new Checking(
      (verdict) => this.onVerdict(verdict),
      () => this.watch.look(true),
    );
    /** @type {Set<string>} */
    this.hiddenKeys = new Set();
    this.lastRead = "";
    this.unsureSince = 0;
    this.isApplying = false;
    this.lastFixed = /** @type {HTMLElement | undefined} */ (undefined);
    this.waitingFix = /** @type {(() => void) | undefined} */ (undefined);
    this.watch.start();
  }

  rest() {
    this.checking.stop();
    this.lastRead = "";
  }

  changed() {
    this.panel?.attach();
  }

  /** @param {Event} event */
  written(event) {
    if (this.view) noticeFiles(this.view.files, event);
  }

  /** @param {Node} node */
  isKnown(node) {
    return node === this.panel?.host || this.fields().some((field) => field === node);
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
    this.watch.isStale = false;
    const start = performance.now();
    const found = findView(new URL(this.href), () => this.watch.roots());
    this.watch.searchMs = performance.now() - start;
    if (found === "unsure") return this.onUnsure();
    this.unsureSince = 0;
    if (!found) return this.leave();
    if (this.view?.id === found.id) return;
    // A list that appears later makes another view of the same request: its files are known already.
    if (this.view) found.files = this.view.files;
    else this.leave();
    this.view = found;
    this.lastRead = "";
    const timer = setTimeout(() => this.verdict || this.show(noticeModel(TEXTS.checking)), SHOW_WAITING_MS);
    this.visit.signal.addEventListener("abort", () => clearTimeout(timer));
  }

  /** @param {Event} event */
  moved(event) {
    if (event.target === this.panel?.host || this.isApplying) return false;
    const target = event.composedPath()[0];
    if (event.type === "click") this.view?.noticeClick?.(event);
    const field = event.type === "focusin" && this.fields().find((one) => one === target);
    if (field) this.panel?.seat.makeRoom(field);
    return true;
  }

  /** A page of a request whose fields are not found: said, once the page had time to build itself. */
  onUnsure() {
    if (this.view) this.leave();
    this.unsureSince ||= performance.now();
    const left = this.unsureSince + UNSURE_MS - performance.now();
    if (left > 0) this.watch.soon(left);
    else if (!this.panel) this.show(noticeModel(TEXTS.unsure, TEXTS.unsureDetail));
  }

  leave() {
    this.visit.abort();
    this.visit = new AbortController();
    this.rest();
    this.panel?.host.remove();
    this.panel = this.view = this.verdict = null;
    this.waitingFix = undefined;
    this.hiddenKeys.clear();
  }

  /** @returns {FieldElement[]} the controls of the view */
  fields() {
    return Object.values(this.view?.controls ?? {}).flatMap((controls) => controls.map(({ element }) => element));
  }

  /** @returns {Element[]} first where the user writes */
  keepFree() {
    const focused = deepFocus();
    const description = this.view?.controls.description?.[0]?.element;
    const writing = this.fields().find((field) => field === focused) ?? description;
    return [...(writing ? [writing] : []), ...(this.view?.keepFree() ?? [])];
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
    this.verdict = { state: "ready", detail: "" };
    this.show(noticeModel(TEXTS.tooLong, TOO_LONG[field]));
  }

  /** @param {Verdict | "orphan"} verdict */
  onVerdict(verdict) {
    if (verdict === "orphan") return this.onOrphan();
    this.verdict = verdict;
    const waiting = this.waitingFix;
    this.waitingFix = undefined;
    if (verdict.report) {
      this.refresh();
      return waiting?.();
    }
    const [title, action] = STATE_TEXTS[verdict.state];
    this.show(noticeModel(title, verdict.detail, action));
  }

  refresh() {
    if (!this.verdict?.report || !this.view) return;
    const { report, reading } = this.verdict;
    this.show(reportModel(report, reading.draft, this.view, this.hiddenKeys));
  }

  /** @param {PanelModel} model */
  show(model) {
    this.panel ??= new Panel(this, this.memory, this.visit.signal);
    this.panel.seat.keepFree = () => this.keepFree();
    this.panel.show(model);
  }

  onOrphan() {
    this.panel?.freeze(noticeModel(TEXTS.orphan));
    this.visit.abort();
    this.watch.stop();
  }

  /** @param {string} key as the list has it: how often it came before, then the finding's own */
  suggestion(key) {
    const [times, ...own] = key.split(" ");
    const same = this.verdict?.report?.suggestions.filter((one) => one.key === own.join(" "));
    return same?.[Number(times)];
  }

  /** @param {string} key */
  hide(key) {
    this.hiddenKeys.add(this.suggestion(key)?.key ?? "");
    this.refresh();
  }

  showHidden() {
    this.hiddenKeys.clear();
    this.refresh();
  }

  /** @param {string} key @param {number} at */
  fix(key, at) {
    const { verdict, view, panel } = this;
    if (!verdict?.report || !view || !panel) return;
    // Clicked before the answer to what was written last: kept until it comes, the key is the same then.
    if (JSON.stringify(view.read()) !== JSON.stringify(verdict.reading)) {
      this.waitingFix = () => this.fix(key, at);
      return this.watch.look(true);
    }
    const { draft } = verdict.reading;
    const fix = possibleFixes(this.suggestion(key)?.fixes ?? [], draft, view)[at];
    const plans = fix ? planFix(view, fix, draft) : [];
    if (!plans.length) return;
    this.lastFixed = plans.at(-1)?.control.element;
    const outcome = this.inField(() => applyPlans(plans));
    this.watch.look(true);
    panel.say(TEXTS[outcome]);
  }

  /** Ctrl+Z in the panel takes back the fix, as it would in the field. */
  undo() {
    const field = this.lastFixed;
    if (!field?.isConnected) return;
    this.inField(() => {
      field.focus({ preventScroll: true });
      field.ownerDocument.execCommand("undo");
    });
    this.watch.soon(0, true);
  }

  /** Writes into the page, then gives the focus back to the panel, if it was there. @template Result @param {() => Result} write */
  inField(write) {
    const focused = this.panel?.root.activeElement;
    this.isApplying = true;
    const result = write();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    this.isApplying = false;
    return result;
  }

  act() {
    const state = this.verdict?.report ? "ready" : this.verdict?.state;
    if (state === "unpaired" || state === "forbidden") void send({ type: "open", what: "connect" });
    else if (state === "foreign") void send({ type: "open", what: "options" });
    else this.watch.look(true);
  }
}

async function begin() {
  const stored = await chrome.storage.local.get(["port", seatKey()]);
  const memory = /** @type {SeatMemory} */ (stored[seatKey()] ?? {});
  /** @type {Assistant | null} */
  let assistant = null;
  const enter = (/** @type {unknown} */ port) => {
    // Another program may have a /demo/ too: it gets nothing of ours.
    const isOurs = location.hostname !== "127.0.0.1" || location.port === String(port ?? DEFAULT_PORT);
    if (!isOurs) assistant?.leave();
    if (!isOurs) assistant?.watch.stop();
    if (isOurs && assistant) return assistant.watch.soon(0, true);
    assistant = isOurs ? new Assistant(memory) : null;
  };
  enter(stored.port);
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== "local" || !(changes.paired || changes.port)) return;
    if (changes.port) stored.port = changes.port.newValue;
    enter(stored.port);
  });
}

void begin();
