/** Ways through the page: open shadow roots and frames of the same origin count as parts of it. */

/** @typedef {Document | ShadowRoot} Root */

/** @param {Root} root @returns {Generator<Root>} the root itself and all that it contains */
function* rootsIn(root) {
  yield root;
  for (const node of root.querySelectorAll("*")) {
    if (node.shadowRoot) yield* rootsIn(node.shadowRoot);
    if (node.localName === "iframe") {
      const inner = frameDocument(node);
      if (inner) yield* rootsIn(inner);
    }
  }
}

/** @param {Element} frame */
function frameDocument(frame) {
  try {
    return /** @type {HTMLIFrameElement} */ (frame).contentDocument;
  } catch {
    return null;
  }
}

/** @param {Node} node @returns {Element | null} the parent, out of shadow roots and frames too */
function above(node) {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  if ("host" in root) return /** @type {ShadowRoot} */ (root).host;
  try {
    return node.ownerDocument?.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** @param {Element} element @returns {Element[]} the element first, the page's `<html>` last */
function lineage(element) {
  const line = [];
  for (let at = /** @type {Element | null} */ (element); at; at = above(at)) line.push(at);
  return line;
}

/** @param {Element} element */
function isShown(element) {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** @param {Element} element */
function isDisabled(element) {
  return element.matches(":disabled") || element.getAttribute("aria-disabled") === "true";
}

/** @param {Element} element @returns {DOMRect} in the coordinates of the top window, also for an element in a frame */
function screenRect(element) {
  const rect = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame || element.ownerDocument === document) return rect;
  const outer = screenRect(frame);
  return new DOMRect(rect.x + outer.x + frame.clientLeft, rect.y + outer.y + frame.clientTop, rect.width, rect.height);
}

const SKIPPED = "script,style,template,textarea,select,option,svg,[role=option],[role=listbox],[aria-hidden=true]";

/**
 * The text of an element as lines, one a text node, without what stands in controls.
 *
 * @param {Node} node
 * @param {string[]} [lines]
 * @param {string} [skipped]
 */
function textLines(node, lines = [], skipped = SKIPPED) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.nodeValue?.replace(/\s+/g, " ").trim();
      if (text) lines.push(text);
    } else if (child.nodeType === Node.ELEMENT_NODE && !(/** @type {Element} */ (child).matches(skipped))) {
      textLines(child, lines, skipped);
    }
  }
  return lines;
}

/** @param {Node} node */
function shownText(node) {
  return textLines(node).join(" ");
}

/** @returns {Element | null} the focused element, inside of shadow roots and frames too */
function deepFocus() {
  let focused = document.activeElement;
  while (focused) {
    const inner =
      focused.shadowRoot?.activeElement ??
      (focused.localName === "iframe" ? frameDocument(focused)?.activeElement : null);
    if (!inner || inner === focused) return focused;
    focused = inner;
  }
  return null;
}
