/** Moving the panel, by its header or pill and by the arrow keys. */

/** @typedef {{position: () => Point, dragTo: (at: Point) => void, dropAt: (at: Point) => void, nudge: (by: Point) => void}} Movable */

const DRAG_FROM = 4;
const STEP = 24;
/** @type {Record<string, Point>} */
const ARROWS = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** @param {HTMLElement} handle @param {Movable} panel */
function dragBy(handle, panel) {
  handle.addEventListener("pointerdown", (down) => {
    const isOnButton = down.target instanceof Element && down.target.closest("button:not(.pill,.move)");
    if (!down.isTrusted || down.button !== 0 || isOnButton) return;
    const from = panel.position();
    const end = new AbortController();
    let last = /** @type {Point | null} */ (null);
    const follow = (/** @type {PointerEvent} */ move) => {
      const by = { x: move.clientX - down.clientX, y: move.clientY - down.clientY };
      if (!last && Math.hypot(by.x, by.y) < DRAG_FROM) return;
      handle.setPointerCapture(move.pointerId);
      last = { x: from.x + by.x, y: from.y + by.y };
      panel.dragTo(last);
    };
    const drop = () => {
      end.abort();
      if (!last) return;
      panel.dropAt(last);
      // The release of a drag is no click on the pill.
      handle.addEventListener("click", stopEvent, { capture: true, once: true });
      setTimeout(() => handle.removeEventListener("click", stopEvent, { capture: true }));
    };
    handle.addEventListener("pointermove", follow, { signal: end.signal });
    for (const type of ["pointerup", "pointercancel"]) handle.addEventListener(type, drop, { signal: end.signal });
  });
}

/** @param {Event} event */
function stopEvent(event) {
  event.stopImmediatePropagation();
}

/** @param {HTMLElement} button @param {Movable} panel */
function moveByKeys(button, panel) {
  button.addEventListener("keydown", (event) => {
    const by = ARROWS[event.key];
    if (!by || !event.isTrusted) return;
    event.preventDefault();
    panel.nudge(by);
  });
}
