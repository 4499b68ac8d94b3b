/** Following the page: when to look again, and whether fields may have come or gone since. Nothing runs while idle. */

const QUIET_MS = 150;
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
    const wake = () => (document.hidden ? this.rest() : this.look(true));
    document.addEventListener("visibilitychange", wake, { signal });
    for (const type of ["pageshow", "focus", "popstate", "hashchange"])
      addEventListener(type, () => this.soon(0, true), { signal });
    const onLoad = (/** @type {Event} */ { target }) => {
      if (!(target instanceof HTMLIFrameElement)) return;
      this.isStale = true;
      this.soon(QUIET_MS);
    };
    document.addEventListener("load", onLoad, { signal, capture: true });
    wake();
  }

  stop() {
    this.rest();
    this.life.abort();
  }

  /** A hidden tab costs nothing: no observer, no timer. */
  rest() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.observer.disconnect();
    this.observed = new WeakSet();
    this.isStale = true;
    this.events.rest();
  }

  /** @param {number} delay @param {boolean} [isUrgent] asks again though the text is the same, if the service did not answer */
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

  /** @param {MutationRecord[]} records */
  onMutations(records) {
    this.events.changed();
    // Only elements that come, go or change their look can bring other fields.
    this.isStale ||= records.some(({ type, target, addedNodes, removedNodes }) => {
      const nodes = type === "attributes" ? [target] : [...addedNodes, ...removedNodes];
      return nodes.some((node) => node.nodeType === Node.ELEMENT_NODE && !this.events.isKnown(node));
    });
    // A search never takes more than a twentieth of the time, however large the page.
    this.timer ||= setTimeout(() => this.look(), Math.max(QUIET_MS, 20 * this.searchMs));
  }

  /** @returns {Root[]} the page and all shadow roots and frames in it, each followed from now on */
  roots() {
    const roots = rootsIn(document);
    const options = { signal: this.life.signal, capture: true };
    for (const root of roots) {
      if (!this.observed.has(root)) this.observer.observe(root, OBSERVED);
      this.observed.add(root);
      if (this.heard.has(root)) continue;
      this.heard.add(root);
      for (const type of ["input", "change", "compositionend", "reset", "paste", "drop"])
        root.addEventListener(type, (event) => this.onWriting(event), options);
      for (const type of ["click", "keyup", "focusin"])
        root.addEventListener(type, (event) => this.onMoving(event), options);
    }
    return roots;
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
