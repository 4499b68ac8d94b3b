/** A contenteditable as text: a paragraph is a line. Positions are UTF-16 code units of that text. */

const BLOCKS = /^(?:P|DIV|LI|UL|OL|H[1-6]|BLOCKQUOTE|PRE|SECTION|ARTICLE|TABLE|TBODY|TR|TD|DL|DT|DD|FIGURE)$/;

class RichText {
  /** @param {Element} element */
  constructor(element) {
    this.element = element;
    this.text = "";
    this.hasLine = false;
    /** @type {TextPlace[]} */
    this.places = [];
    this.readBlock(element);
  }

  /** @param {Node} block */
  readBlock(block) {
    let isOpen = false;
    const open = () => {
      if (!isOpen && this.hasLine) this.text += "\n";
      this.hasLine = isOpen = true;
    };
    const walk = (/** @type {Node} */ parent) =>
      parent.childNodes.forEach((node, index) => {
        const { nodeName, nodeValue } = node;
        if (BLOCKS.test(nodeName)) {
          this.readBlock(node);
          isOpen = false;
        } else if (node.nodeType === Node.TEXT_NODE && nodeValue) {
          // Between blocks white space is only the source's indentation.
          if (!isOpen && !nodeValue.trim() && node.parentElement?.children.length) return;
          open();
          this.add(nodeValue, node, -1);
        } else if (nodeName === "BR") {
          open();
          this.add("", parent, index);
          // A last <br> only keeps the line open, it begins no new one.
          if (!isLastIn(node, block)) this.text += "\n";
        } else {
          walk(node);
        }
      });
    walk(block);
  }

  /** @param {string} text @param {Node} node @param {number} index */
  add(text, node, index) {
    const start = this.text.length;
    this.text += text;
    this.places.push({ start, end: this.text.length, node, index });
  }

  /**
   * @param {number} offset
   * @param {boolean} isEnd of two places at the same offset the end of a range takes the first, its start the last
   * @returns {[Node, number]}
   */
  at(offset, isEnd) {
    const fitting = this.places.filter(({ start, end }) => start <= offset && offset <= end);
    const place = isEnd ? fitting[0] : fitting.at(-1);
    if (!place) return [this.element, this.element.childNodes.length];
    return [place.node, place.index < 0 ? offset - place.start : place.index];
  }

  /** @param {Node | null} node @param {number} inside @returns {number | null} null outside of this text */
  offsetOf(node, inside) {
    if (!node || !this.element.contains(node)) return null;
    const exact = this.places.find((place) => place.node === node && (place.index < 0 || place.index === inside));
    if (exact) return exact.start + (exact.index < 0 ? inside : 0);
    const point = this.element.ownerDocument.createRange();
    point.setStart(node, inside);
    const before = this.places.findLast((place) => point.comparePoint(place.node, Math.max(place.index, 0)) <= 0);
    return before?.end ?? 0;
  }
}

/** @param {Node} node @param {Node} block */
function isLastIn(node, block) {
  for (let at = node; at !== block; at = /** @type {Node} */ (at.parentNode)) {
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      if (BLOCKS.test(next.nodeName)) return true;
      if (next.nodeName === "BR" || next.textContent) return false;
    }
  }
  return true;
}
