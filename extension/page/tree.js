/** Ways through the page: open shadow roots and frames of the same origin count as parts of it. */

/** @param {Root} root @returns {Root[]} the root itself and all that it contains */
function rootsIn(root) {
  const roots = [root];
  for (const node of root.querySelectorAll("*")) {
    const inner = node.shadowRoot ?? node.contentDocument;
    if (inner) roots.push(...rootsIn(inner));
  }
  return roots;
}

/** @param {Node} node @returns {Element | null} the parent, out of shadow roots and frames too */
function above(node) {
  const root = node.getRootNode();
  return node.parentElement ?? ("host" in root ? root.host : (node.ownerDocument?.defaultView?.frameElement ?? null));
}

/** @param {Element} element @returns {Element[]} the element first, the page's `<html>` last */
function lineage(element) {
  const parent = above(element);
  return parent ? [element, ...lineage(parent)] : [element];
}

/** @param {Element} element */
function isShown(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
}

/** @param {FieldElement} element */
function isWritable(element) {
  return !element.matches(":disabled,[aria-disabled=true]") && !element.readOnly;
}

/** @param {Element} element @returns {DOMRect} in the coordinates of the top window */
function screenRect(element) {
  const rect = element.getBoundingClientRect();
  const frame = element.ownerDocument !== document && element.ownerDocument.defaultView?.frameElement;
  if (!frame) return rect;
  const outer = screenRect(frame);
  return new DOMRect(rect.x + outer.x + frame.clientLeft, rect.y + outer.y + frame.clientTop, rect.width, rect.height);
}

const SKIPPED = "script,style,template,textarea,select,option,svg,[role=option],[role=listbox],[aria-hidden=true]";

/** @param {Node} node @param {string} [skipped] @returns {string[]} one line a text node, without what stands in controls */
function textLines(node, skipped = SKIPPED) {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.ELEMENT_NODE)
      return /** @type {Element} */ (child).matches(skipped) ? [] : textLines(child, skipped);
    const text = child.nodeType === Node.TEXT_NODE && child.nodeValue?.replace(/\s+/g, " ").trim();
    return text ? [text] : [];
  });
}

/** @param {Node} node */
const shownText = (node) => textLines(node).join(" ");

/** @returns {Element | null} the focused element, inside of shadow roots and frames too */
function deepFocus() {
  let focused = document.activeElement;
  for (let inner = focused; inner; ) {
    focused = inner;
    inner = (focused.shadowRoot ?? focused.contentDocument)?.activeElement ?? null;
  }
  return focused;
}
