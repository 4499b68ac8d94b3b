/** Where the panel may stand: never on a field or on the send button. Pure geometry, in CSS pixels of the window. */

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{width: number, height: number}} Size */

const EDGE = 12;
const GAP = 8;

/**
 * @param {Point} at
 * @param {Size} size
 * @param {DOMRect[]} taken
 * @returns {number} how many square pixels of the taken ones it covers
 */
function covered({ x, y }, { width, height }, taken) {
  return taken.reduce((sum, rect) => {
    const wide = Math.min(x + width, rect.right + GAP) - Math.max(x, rect.left - GAP);
    const high = Math.min(y + height, rect.bottom + GAP) - Math.max(y, rect.top - GAP);
    return sum + (wide > 0 && high > 0 ? wide * high : 0);
  }, 0);
}

/**
 * The place nearest to the wished one that covers nothing; if there is none, the one that covers least.
 *
 * @param {Point} wish
 * @param {Size} size
 * @param {DOMRect[]} taken
 * @param {Size} window
 * @returns {Point & {covers: number}}
 */
function bestPlace(wish, size, taken, window) {
  const right = Math.max(EDGE, window.width - size.width - EDGE);
  const bottom = Math.max(EDGE, window.height - size.height - EDGE);
  const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.max(EDGE, Math.min(value, most));
  const xs = [
    wish.x,
    EDGE,
    right,
    ...taken.flatMap((rect) => [rect.right + GAP + 1, rect.left - GAP - 1 - size.width]),
  ];
  const ys = [
    wish.y,
    EDGE,
    bottom,
    ...taken.flatMap((rect) => [rect.bottom + GAP + 1, rect.top - GAP - 1 - size.height]),
  ];
  let best = { x: right, y: bottom, covers: Number.POSITIVE_INFINITY };
  let nearest = Number.POSITIVE_INFINITY;
  for (const x of new Set(xs.map((value) => within(value, right)))) {
    for (const y of new Set(ys.map((value) => within(value, bottom)))) {
      const covers = covered({ x, y }, size, taken);
      const far = Math.hypot(x - wish.x, y - wish.y);
      if (covers > best.covers || (covers === best.covers && far >= nearest)) continue;
      best = { x, y, covers };
      nearest = far;
    }
  }
  return best;
}

/**
 * Beside the form: to its right, else to its left; near its top, yet high enough to have room for a list.
 *
 * @param {Size} size
 * @param {DOMRect[]} taken
 * @param {Size} window
 * @returns {Point}
 */
function besideForm(size, taken, window) {
  const right = Math.max(0, ...taken.map((rect) => rect.right));
  const left = Math.min(window.width, ...taken.map((rect) => rect.left));
  const top = Math.min(window.height, ...taken.map((rect) => rect.top));
  const farthest = window.width - size.width - EDGE;
  const isLeft = right + GAP >= farthest && left - size.width - GAP > EDGE;
  return {
    x: isLeft ? left - size.width - 3 * GAP : Math.min(right + 7 * GAP, farthest),
    y: Math.min(top - 6 * GAP, 96),
  };
}

/**
 * The widest free band above or below what must stay visible, for the sheet on a narrow screen.
 *
 * @param {DOMRect[]} kept
 * @param {Size} window
 * @returns {{top: number, height: number, isBelow: boolean}}
 */
function freeBand(kept, window) {
  const top = Math.min(window.height, ...kept.map((rect) => rect.top));
  const bottom = Math.max(0, ...kept.map((rect) => rect.bottom));
  const isBelow = window.height - bottom >= top;
  return isBelow
    ? { top: bottom + GAP, height: window.height - bottom - 2 * GAP, isBelow }
    : { top: GAP, height: top - 2 * GAP, isBelow };
}

/** @param {Element[]} elements @param {Size} window @returns {DOMRect[]} of those in sight */
function rectsInSight(elements, window) {
  return elements
    .filter((element) => element.isConnected)
    .map(screenRect)
    .filter(
      ({ width, height, top, bottom, left, right }) =>
        width && height && bottom > 0 && right > 0 && top < window.height && left < window.width,
    );
}
