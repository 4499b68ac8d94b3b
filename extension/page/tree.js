/** Ways through the page: open shadow roots and frames of the same origin count as parts of it. */

/** @type {Fn.rootsIn} */
function rootsIn(root) {
  const roots = [root];
  for (const node of root.querySelectorAll("*")) {
    const inner = node.shadowRoot ?? node.contentDocument;
    if (inner) roots.push(...rootsIn(inner));
  }
  return roots;
}

/** @type {Fn.above} */
function above(node) {
  const root = node.getRootNode();
  return node.parentElement ?? ("host" in root ? root.host : (node.ownerDocument?.defaultView?.frameElement ?? null));
}

/** @type {Fn.lineage} */
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

/** @type {Fn.screenRect} */
function screenRect(element) {
  const rect = element.getBoundingClientRect();
  const frame = element.ownerDocument !== document && element.ownerDocument.defaultView?.frameElement;
  if (!frame) return rect;
  const outer = screenRect(frame);
  return new DOMRect(rect.x + outer.x + frame.clientLeft, rect.y + outer.y + frame.clientTop, rect.width, rect.height);
}

const SKIPPED = "script,style,template,textarea,select,option,svg,[role=option],[role=listbox],[aria-hidden=true]";

/** @type {Fn.textLines} */
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

/** @type {Fn.deepFocus} */
function deepFocus() {
  let focused = document.activeElement;
  for (let inner = focused; inner; ) {
    focused = inner;
    inner = (focused.shadowRoot ?? focused.contentDocument)?.activeElement ?? null;
  }
  return focused;
}
