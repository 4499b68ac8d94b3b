/** A contenteditable as text: a paragraph is a line. Positions are UTF-16 code units of that text. */

const BLOCKS = /^(?:P|DIV|LI|UL|OL|H[1-6]|BLOCKQUOTE|PRE|SECTION|ARTICLE|TABLE|TBODY|TR|TD|DL|DT|DD|FIGURE)$/;

class RichText {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.text = "";
    this.lines = 0;
    /** Where each text node, and each line without one, begins. @type {{start: number, end: number, node: Node, index: number}[]} */
    this.places = [];
    this.readBlock(element);
  }

  /** @param {Node} block */
  readBlock(block) {
    let isOpen = false;
    const walk = (/** @type {Node} */ parent) => {
      parent.childNodes.forEach((node, index) => {
        if (BLOCKS.test(node.nodeName)) {
          this.readBlock(node);
          isOpen = false;
        } else if (node.nodeType === Node.TEXT_NODE) {
          isOpen = this.readText(/** @type {Text} */ (node), isOpen);
        } else if (node.nodeName === "BR") {
          isOpen = this.readBreak(node, index, isOpen, block);
        } else if (node.nodeType === Node.ELEMENT_NODE) {
          walk(node);
        }
      });
    };
    walk(block);
  }

  /** @param {Text} node @param {boolean} isOpen whether the line has begun */
  readText(node, isOpen) {
    // Between blocks white space is only the source's indentation.
    if (!isOpen && /^\s*$/.test(node.data) && node.parentElement?.children.length) return false;
    if (!isOpen) this.beginLine();
    const start = this.text.length;
    this.text += node.data;
    this.places.push({ start, end: this.text.length, node, index: -1 });
    return true;
  }

  /** @param {Node} node @param {number} index @param {boolean} isOpen @param {Node} block */
  readBreak(node, index, isOpen, block) {
    if (!isOpen) this.beginLine();
    const at = this.text.length;
    this.places.push({ start: at, end: at, node: /** @type {Node} */ (node.parentNode), index });
    // A last <br> only keeps the line open, it begins no new one.
    if (isLastIn(node, block)) return true;
    this.text += "\n";
    return true;
  }

  beginLine() {
    if (this.lines > 0) this.text += "\n";
    this.lines += 1;
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
    return place.index < 0 ? [place.node, offset - place.start] : [place.node, place.index];
  }

  /** @param {Node} node @param {number} inside @returns {number | null} null outside of this text */
  offsetOf(node, inside) {
    if (!this.element.contains(node)) return null;
    const exact = this.places.find((place) => place.node === node && (place.index < 0 || place.index === inside));
    if (exact) return exact.index < 0 ? exact.start + inside : exact.start;
    const point = this.element.ownerDocument.createRange();
    point.setStart(node, inside);
    const before = this.places.findLast((place) => point.comparePoint(place.node, Math.max(place.index, 0)) <= 0);
    return before ? before.end : 0;
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
