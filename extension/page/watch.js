/** Following the page: when to look again, and whether fields may have come or gone since. Nothing runs while idle. */

/**
 * @typedef {object} PageEvents
 * @property {(isUrgent: boolean) => void} look
 * @property {() => void} rest the tab was hidden
 * @property {(event: Event) => void} written
 * @property {(event: Event) => boolean} moved false for what is not the page's
 * @property {() => void} changed the page has changed itself
 * @property {(node: Node) => boolean} isKnown one of our fields, or our host
 */

const QUIET_MS = 150;
const MUTATION_MS = 250;
const WRITING = ["input", "change", "compositionend", "reset", "paste", "drop"];
const MOVING = ["click", "keyup", "focusin"];
/** @type {MutationObserverInit} */
const OBSERVED = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: "class style hidden disabled readonly aria-selected aria-disabled aria-valuetext".split(" "),
};

class PageWatch {
  /** @param {PageEvents} events */
  constructor(events) {
    this.events = events;
    this.life = new AbortController();
    this.observer = new MutationObserver((records) => this.onMutations(records));
    /** @type {WeakSet<Root>} */
    this.observed = new WeakSet();
    /** @type {WeakSet<Root>} */
    this.heard = new WeakSet();
    /** Whether the page may have other fields than those found. */
    this.isStale = true;
    this.timer = 0;
    this.isUrgent = false;
    /** How long the last search for fields took. */
    this.searchMs = 0;
  }

  start() {
    const { signal } = this.life;
    document.addEventListener("visibilitychange", () => this.onVisibility(), { signal });
    addEventListener("pageshow", () => this.onVisibility(), { signal });
    const again = () => this.soon(0, true);
    for (const type of ["focus", "popstate", "hashchange"]) addEventListener(type, again, { signal });
    document.addEventListener("load", (event) => this.onLoad(event), { signal, capture: true });
    this.onVisibility();
  }

  stop() {
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
    this.observer.disconnect();
    this.observed = new WeakSet();
    this.isStale = true;
    this.events.rest();
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
    if (!document.hidden) this.events.look(isUrgent);
  }

  /** @param {Event} event a frame has another document now */
  onLoad(event) {
    if (!(event.target instanceof HTMLIFrameElement)) return;
    this.isStale = true;
    this.soon(MUTATION_MS);
  }

  /** @param {MutationRecord[]} records */
  onMutations(records) {
    this.events.changed();
    this.isStale ||= records.some((record) => this.bringsFields(record));
    // A search never takes more than a twentieth of the time, however large the page.
    if (!this.timer) this.timer = setTimeout(() => this.look(), Math.max(MUTATION_MS, 20 * this.searchMs));
  }

  /** @param {MutationRecord} record whether fields may have come or gone: only then they are searched anew */
  bringsFields({ type, target, addedNodes, removedNodes }) {
    const nodes = type === "childList" ? [...addedNodes, ...removedNodes] : type === "attributes" ? [target] : [];
    return nodes.some((node) => node.nodeType === Node.ELEMENT_NODE && !this.events.isKnown(node));
  }

  /** @returns {Root[]} the page and all shadow roots and frames in it, each followed from now on */
  roots() {
    const roots = [...rootsIn(document)];
    for (const root of roots) {
      if (!this.observed.has(root)) this.observer.observe(root, OBSERVED);
      this.observed.add(root);
      if (!this.heard.has(root)) this.hear(root);
      this.heard.add(root);
    }
    return roots;
  }

  /** @param {Root} root */
  hear(root) {
    const options = { signal: this.life.signal, capture: true };
    for (const type of WRITING) root.addEventListener(type, (event) => this.onWriting(event), options);
    for (const type of MOVING) root.addEventListener(type, (event) => this.onMoving(event), options);
  }

  /** @param {Event} event */
  onWriting(event) {
    // A word under composition is not written yet.
    if (event.type === "input" && /** @type {InputEvent} */ (event).isComposing) return;
    this.events.written(event);
    this.soon(QUIET_MS, true);
  }

  /** @param {Event} event */
  onMoving(event) {
    if (this.events.moved(event)) this.soon(QUIET_MS, event.type !== "click");
  }
}
