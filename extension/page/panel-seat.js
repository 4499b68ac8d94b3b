/** Where the panel stands, folded or open, and what of that is remembered for this site. */

/** @typedef {{folded?: boolean, open?: Point, pill?: Point}} SeatMemory points are shares of the free space, 0…1 */

const NARROW = 560;
const NARROWEST = 312;
const WIDTHS = [372, 340, NARROWEST];
const LOWEST = 480;
const LOWEST_SHEET = 220;

class Seat {
  /** @param {HTMLElement} node @param {SeatMemory} memory @param {AbortSignal} signal */
  constructor(node, memory, signal) {
    this.node = node;
    this.memory = memory;
    /** @type {() => Element[]} */
    this.keepFree = () => [];
    this.isFolded = false;
    /** Opened by the user though there is no free place. */
    this.isForced = false;
    this.frame = 0;
    const later = () => this.settleLater();
    addEventListener("resize", later, { signal });
    addEventListener("scroll", later, { signal, capture: true, passive: true });
    signal.addEventListener("abort", () => cancelAnimationFrame(this.frame));
  }

  /** @param {() => Element[]} keepFree the first is where the user writes @param {boolean} isNew */
  setView(keepFree, isNew) {
    this.keepFree = keepFree;
    if (isNew) this.isForced = false;
  }

  settleLater() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.settle());
  }

  /** @param {boolean} isFolded */
  setFolded(isFolded) {
    this.isForced = !isFolded;
    this.memory.folded = isFolded;
    this.remember();
    this.settle();
    if (this.isForced) this.showField();
  }

  remember() {
    chrome.storage.local.set({ [seatKey()]: this.memory }).catch(() => {});
  }

  /** @returns {Size} */
  window() {
    return { width: document.documentElement.clientWidth, height: innerHeight };
  }

  settle() {
    const window = this.window();
    const taken = rectsInSight(this.keepFree(), window);
    if (this.node.classList.contains("frozen")) {
      this.sitAsNotice(window, taken);
    } else if (window.width < NARROW) {
      if (this.isForced) this.sitAsSheet(window);
      else this.sitAsPill(window, taken);
    } else if (this.memory.folded || !this.sitOpen(window, taken)) {
      this.sitAsPill(window, taken);
    }
    this.node.classList.remove("unplaced");
  }

  /** @param {boolean} isFolded */
  look(isFolded) {
    this.isFolded = isFolded;
    this.node.classList.toggle("folded", isFolded);
  }

  /**
   * @param {Size} window
   * @param {DOMRect[]} taken
   * @returns {boolean} false when it would cover something and nobody asked for that
   */
  sitOpen(window, taken) {
    const height = Math.min(window.height - 2 * EDGE, LOWEST);
    if (WIDTHS.some((width) => this.tryOpen({ width, height }, window, taken, false))) return true;
    if (!this.isForced) return false;
    // Asked for in spite of that, it leaves free at least the field that is written in.
    const kept = rectsInSight(this.keepFree().slice(0, 1), window);
    return [height, LOWEST_SHEET].some((low) =>
      this.tryOpen({ width: NARROWEST, height: low }, window, kept, low < height),
    );
  }

  /**
   * @param {Size} size
   * @param {Size} window
   * @param {DOMRect[]} taken
   * @param {boolean} isLast whether it has to do in any case
   */
  tryOpen(size, window, taken, isLast) {
    const place = bestPlace(this.wish("open", size, window, taken), size, taken, window);
    if (place.covers > 0 && !isLast) return false;
    this.look(false);
    this.put(place, size.width, place.covers ? size.height : depth(place, size.width, taken, window));
    return true;
  }

  /** @param {Size} window @param {DOMRect[]} taken */
  sitAsPill(window, taken) {
    this.look(true);
    Object.assign(this.node.style, { width: "", maxHeight: "", maxWidth: `${window.width - 2 * EDGE}px` });
    const { width, height } = this.node.getBoundingClientRect();
    const size = { width, height };
    this.put(bestPlace(this.wish("pill", size, window, taken), size, taken, window));
  }

  /** @param {Size} window @param {DOMRect[]} taken */
  sitAsNotice(window, taken) {
    this.look(false);
    const width = Math.min(312, window.width - 2 * EDGE);
    Object.assign(this.node.style, { width: `${width}px`, maxHeight: "", maxWidth: "" });
    const { height } = this.node.getBoundingClientRect();
    const size = { width, height };
    this.put(bestPlace({ x: window.width, y: window.height }, size, taken, window));
  }

  /** @param {Size} window */
  sitAsSheet(window) {
    this.look(false);
    const kept = rectsInSight(this.keepFree().slice(0, 1), window);
    const band = freeBand(kept, window);
    const most = Math.max(LOWEST_SHEET, Math.min(band.height, window.height * 0.6));
    const top = band.isBelow ? "auto" : `${GAP}px`;
    const bottom = band.isBelow ? `${GAP}px` : "auto";
    Object.assign(this.node.style, {
      left: `${GAP}px`,
      width: `${window.width - 2 * GAP}px`,
      top,
      bottom,
      maxHeight: `${most}px`,
    });
  }

  /** On a narrow screen the sheet may not hide the field: it is scrolled into the part that stays free. */
  showField() {
    const [field] = this.keepFree();
    if (!field?.isConnected || this.window().width >= NARROW) return;
    const rect = field.getBoundingClientRect();
    const own = this.node.getBoundingClientRect();
    if (covered(own, own, [rect]) > 0) field.scrollIntoView({ block: "start" });
    this.settle();
  }

  /** @param {"open" | "pill"} mode @param {Size} size @param {Size} window @param {DOMRect[]} taken @returns {Point} */
  wish(mode, size, window, taken) {
    const free = { x: window.width - size.width, y: window.height - size.height };
    const chosen = this.memory[mode];
    if (chosen) return { x: chosen.x * free.x, y: chosen.y * free.y };
    if (mode === "pill") return { x: free.x - EDGE, y: free.y - EDGE };
    // A place that is still free is kept while the page scrolls.
    const now = this.isFolded || !this.node.style.left ? null : this.position();
    const isFine = now && now.x + size.width <= window.width && covered(now, size, taken) === 0;
    return isFine ? now : besideForm(size, taken, window);
  }

  /** @param {Point} at @param {number} [width] @param {number} [most] height */
  put({ x, y }, width, most) {
    const { style } = this.node;
    Object.assign(style, { left: `${Math.round(x)}px`, top: `${Math.round(y)}px`, bottom: "auto" });
    if (width) Object.assign(style, { width: `${width}px`, maxHeight: `${Math.floor(most ?? 0)}px`, maxWidth: "" });
  }

  /** @returns {Point} */
  position() {
    const { x, y } = this.node.getBoundingClientRect();
    return { x, y };
  }

  /** @param {Point} at */
  dragTo(at) {
    if (this.window().width >= NARROW || this.isFolded) this.put(at);
  }

  /** @param {Point} at */
  dropAt(at) {
    const window = this.window();
    const { width, height } = this.node.getBoundingClientRect();
    const tall = this.isFolded ? height : Math.min(window.height - 2 * EDGE, LOWEST);
    const share = (/** @type {number} */ value, /** @type {number} */ free) =>
      Math.min(1, Math.max(0, value / Math.max(1, free)));
    this.memory[this.isFolded ? "pill" : "open"] = {
      x: share(at.x, window.width - width),
      y: share(at.y, window.height - tall),
    };
    this.remember();
    this.settle();
  }

  /**
   * A step of an arrow key; over a taken place it jumps.
   *
   * @param {Point} by
   */
  nudge(by) {
    const before = this.position();
    for (let steps = 1; steps < 60; steps += 1) {
      this.dropAt({ x: before.x + by.x * steps, y: before.y + by.y * steps });
      const now = this.position();
      const moved = (now.x - before.x) * by.x + (now.y - before.y) * by.y;
      if (moved > 0) return;
    }
  }

  /**
   * The user goes to a field: a panel that was opened over it makes room.
   *
   * @param {Element} field
   */
  makeRoom(field) {
    if (this.isFolded || !this.isForced) return;
    const own = this.node.getBoundingClientRect();
    if (covered(own, own, [screenRect(field)]) === 0) return;
    this.isForced = false;
    this.settle();
  }
}

/**
 * @param {Point} place
 * @param {number} width
 * @param {DOMRect[]} taken
 * @param {Size} window
 * @returns {number} how far down the panel may reach from there
 */
function depth(place, width, taken, window) {
  const below = taken.filter(
    (rect) => rect.top > place.y && rect.left - GAP < place.x + width && rect.right + GAP > place.x,
  );
  return Math.min(window.height - EDGE, ...below.map((rect) => rect.top - GAP)) - place.y;
}

function seatKey() {
  return `panel ${location.origin}`;
}
