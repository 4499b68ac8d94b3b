/** Where the panel stands, folded or open, how it is moved, and what of that is remembered for this site. */

const EDGE = 12;
const GAP = 8;
const NARROW = 560;
const WIDTHS = [372, 312];
const HIGHEST = 480;
const LOWEST = 220;
const DRAG_FROM = 4;
const STEP = 24;
/** @type {Record<string, Point>} */
const ARROWS = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** @returns {Size} */
const screenSize = () => ({ width: document.documentElement.clientWidth, height: innerHeight });

/** @type {Fn.covered} */
function covered({ x, y }, { width, height }, taken) {
  const areas = taken.map((rect) => {
    const wide = Math.min(x + width, rect.right + GAP) - Math.max(x, rect.left - GAP);
    const high = Math.min(y + height, rect.bottom + GAP) - Math.max(y, rect.top - GAP);
    return Math.max(0, wide) * Math.max(0, high);
  });
  return areas.reduce((sum, area) => sum + area, 0);
}

/** @param {Point} wish @param {Size} size @param {DOMRect[]} taken the nearest place that covers nothing, else the least */
function bestPlace(wish, { width, height }, taken) {
  const screen = screenSize();
  const within = (/** @type {number[]} */ values, /** @type {number} */ most) =>
    values.map((value) => Math.max(EDGE, Math.min(value, most - EDGE)));
  const besides = taken.flatMap(({ left, right }) => [right + GAP, left - GAP - width]);
  const ends = taken.flatMap(({ top, bottom }) => [bottom + GAP, top - GAP - height]);
  const xs = within([wish.x, 0, screen.width, ...besides], screen.width - width);
  const ys = within([wish.y, 0, screen.height, ...ends], screen.height - height);
  const places = xs.flatMap((x) => ys.map((y) => ({ x, y, covers: covered({ x, y }, { width, height }, taken) })));
  const far = (/** @type {Point} */ { x, y }) => Math.hypot(x - wish.x, y - wish.y);
  return places.reduce((one, other) =>
    other.covers < one.covers || (other.covers === one.covers && far(other) < far(one)) ? other : one,
  );
}

const seatKey = () => `panel ${location.origin}`;

class Seat {
  /** @param {HTMLElement} node @param {SeatMemory} memory @param {AbortSignal} signal */
  constructor(node, memory, signal) {
    this.node = node;
    this.memory = memory;
    /** The first is where the user writes. @type {() => Element[]} */
    this.keepFree = () => [];
    this.isFolded = false;
    /** Opened by the user though there is no free place. */
    this.isForced = false;
    this.isFrozen = false;
    this.isDragged = false;
    this.frame = 0;
    addEventListener("resize", () => this.settleLater(), { signal });
    addEventListener("scroll", () => this.settleLater(), { signal, capture: true, passive: true });
  }

  settleLater() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.settle());
  }

  /** @param {Partial<SeatMemory>} news */
  remember(news) {
    Object.assign(this.memory, news);
    if (chrome.runtime?.id) void chrome.storage.local.set({ [seatKey()]: this.memory });
    this.settle();
  }

  /** @param {boolean} folded */
  setFolded(folded) {
    this.isForced = !folded;
    this.remember({ folded });
    const [field] = this.keepFree();
    if (!this.isForced || !field || !this.covers(field)) return;
    field.scrollIntoView({ block: this.node.style.top === "auto" ? "start" : "end" });
    this.settle();
  }

  /** @param {Element} element */
  covers(element) {
    const own = this.node.getBoundingClientRect();
    return covered(own, own, [element.getBoundingClientRect()]) > 0;
  }

  /** Right of the form if there is room, else a pill in a free corner; on narrow screens a sheet. */
  settle() {
    const { memory, node } = this;
    const screen = screenSize();
    const rects = this.keepFree().map(screenRect);
    const [writing] = rects;
    const corner = { x: 0, y: 0 };
    const taken = rects.filter((rect) => rect.width && rect.height && covered(corner, screen, [rect]));
    const isNarrow = screen.width < NARROW;
    if (!this.isFrozen && isNarrow && this.isForced) return this.sitAsSheet(screen, writing);
    const mayOpen = !this.isFrozen && !isNarrow && (this.isForced || !memory.folded);
    if (mayOpen && WIDTHS.some((width) => this.sitOpen(width, taken, false))) return;
    // Asked for in spite of that, it leaves free at least the field that is written in.
    if (mayOpen && this.isForced) return void this.sitOpen(312, writing ? [writing] : [], true);
    this.fold(true);
    Object.assign(node.style, { width: "", maxHeight: "" });
    const wish = memory.pill ?? { x: screen.width, y: screen.height };
    this.put(bestPlace(wish, node.getBoundingClientRect(), taken));
  }

  /** @param {number} width @param {DOMRect[]} taken @param {boolean} isLast whether it has to do in any case */
  sitOpen(width, taken, isLast) {
    const screen = screenSize();
    const size = { width, height: Math.min(screen.height - 2 * EDGE, HIGHEST) };
    let place = bestPlace(this.wish(size, taken), size, taken);
    if (place.covers && !isLast) return false;
    if (place.covers) {
      size.height = LOWEST;
      place = bestPlace(place, size, taken);
    }
    const { x, y } = place;
    const below = taken.filter(({ top, left, right }) => top > y && left - GAP < x + width && right + GAP > x);
    const end = place.covers ? y + LOWEST : Math.min(screen.height - EDGE, ...below.map(({ top }) => top - GAP));
    this.fold(false);
    Object.assign(this.node.style, { width: `${width}px`, maxHeight: `${Math.floor(end - y)}px` });
    this.put(place);
    return true;
  }

  /** @param {Size} size @param {DOMRect[]} taken @returns {Point} */
  wish(size, taken) {
    if (this.memory.open) return this.memory.open;
    // A place that is still free is kept while the page scrolls.
    const now = this.node.getBoundingClientRect();
    if (!this.isFolded && now.width && this.node.style.left && !covered(now, size, taken)) return now;
    return {
      x: Math.max(0, ...taken.map(({ right }) => right)) + 7 * GAP,
      y: Math.min(96, ...taken.map(({ top }) => top - 6 * GAP)),
    };
  }

  /** @param {Size} screen @param {DOMRect | undefined} field the sheet takes the wider band above or below it */
  sitAsSheet({ width, height }, field) {
    const above = field ? field.top : 0;
    const below = height - (field ? field.bottom : 0);
    const isBelow = below >= above;
    const most = Math.max(LOWEST, Math.min(Math.max(above, below) - 2 * GAP, height * 0.6));
    this.fold(false);
    Object.assign(this.node.style, {
      left: `${GAP}px`,
      top: isBelow ? "auto" : `${GAP}px`,
      bottom: isBelow ? `${GAP}px` : "auto",
      width: `${width - 2 * GAP}px`,
      maxHeight: `${most}px`,
    });
  }

  /** @param {boolean} isFolded */
  fold(isFolded) {
    this.isFolded = isFolded;
    this.node.classList.toggle("folded", isFolded);
  }

  /** @param {Point} at */
  put({ x, y }) {
    Object.assign(this.node.style, { left: `${Math.round(x)}px`, top: `${Math.round(y)}px`, bottom: "auto" });
  }

  /** @param {Point} at */
  dropAt({ x, y }) {
    this.remember({ [this.isFolded ? "pill" : "open"]: { x, y } });
  }

  /** The user goes to a field: a panel that was opened over it makes room. @param {Element} field */
  makeRoom(field) {
    if (this.isFolded || !this.isForced || !this.covers(field)) return;
    this.isForced = false;
    this.settle();
  }

  /** Moving by a handle. @param {HTMLElement} handle */
  dragBy(handle) {
    let from = /** @type {Point | null} */ (null);
    handle.addEventListener("pointerdown", (event) => {
      const isFixed = !this.isFolded && screenSize().width < NARROW;
      const isOnButton = /** @type {Element} */ (event.target).closest(".icon:not(.move)");
      this.isDragged = false;
      if (!event.isTrusted || event.button || isFixed || isOnButton) return;
      const { x, y } = this.node.getBoundingClientRect();
      from = { x: event.clientX - x, y: event.clientY - y };
    });
    handle.addEventListener("pointermove", (event) => {
      if (!from) return;
      const at = { x: event.clientX - from.x, y: event.clientY - from.y };
      const { x, y } = this.node.getBoundingClientRect();
      this.isDragged ||= Math.hypot(at.x - x, at.y - y) >= DRAG_FROM;
      if (!this.isDragged) return;
      handle.setPointerCapture(event.pointerId);
      this.put(at);
    });
    const drop = () => {
      if (from && this.isDragged) this.dropAt(this.node.getBoundingClientRect());
      from = null;
    };
    for (const type of ["pointerup", "pointercancel"]) handle.addEventListener(type, drop);
  }

  /** Moving by the arrow keys; over a taken place it jumps. @param {KeyboardEvent} event */
  moveByKey(event) {
    const by = ARROWS[event.key];
    if (!by || !event.isTrusted) return;
    event.preventDefault();
    const { x, y } = this.node.getBoundingClientRect();
    for (let steps = 1; steps < 60; steps += 1) {
      this.dropAt({ x: x + by.x * steps, y: y + by.y * steps });
      const now = this.node.getBoundingClientRect();
      if ((now.x - x) * by.x + (now.y - y) * by.y > 0) return;
    }
  }
}
