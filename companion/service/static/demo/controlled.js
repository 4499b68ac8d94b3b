/**
 * Fields that behave as in React: the page's state owns the value, and each rendering puts it back.
 * Text written into the field without a proper `input` event is lost, as on the real pages.
 */

/** @typedef {{render: (value: string) => void}} Controlled */

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {(value: string) => void} changed
 * @returns {Controlled}
 */
export function controlledText(field, changed) {
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  if (!native?.get || !native.set) throw new Error("no native value");
  const read = /** @type {() => string} */ (native.get.bind(field));
  const write = /** @type {(value: string) => void} */ (native.set.bind(field));
  let tracked = read();

  // A script of this page that sets `field.value` updates what is tracked, so that its event changes nothing: React's rule.
  Object.defineProperty(field, "value", {
    configurable: true,
    get: read,
    set(value) {
      write(value);
      tracked = read();
    },
  });
  field.addEventListener("input", () => {
    const isNew = read() !== tracked;
    tracked = read();
    if (isNew) changed(tracked);
  });
  return {
    render(value) {
      if (read() === value) return;
      write(value);
      tracked = read();
    },
  };
}

/**
 * The same for a contenteditable: a paragraph is a line.
 *
 * @param {HTMLElement} field
 * @param {(value: string) => void} changed
 * @returns {Controlled}
 */
export function controlledEditable(field, changed) {
  field.addEventListener("focus", () => field.ownerDocument.execCommand("defaultParagraphSeparator", false, "p"));
  field.addEventListener("input", () => changed(editableText(field)));
  return {
    render(value) {
      if (editableText(field) === value) return;
      field.replaceChildren(...value.split("\n").map(paragraph));
    },
  };
}

/**
 * @param {string} line
 * @returns {HTMLParagraphElement}
 */
function paragraph(line) {
  const node = document.createElement("p");
  node.append(line || document.createElement("br"));
  return node;
}

/**
 * @param {HTMLElement} field
 * @returns {string} lines joined by a line feed
 */
function editableText(field) {
  /** @type {string[]} */
  const lines = [];
  let open = false;
  for (const node of field.childNodes) {
    const isBlock = /^(P|DIV)$/.test(node.nodeName);
    const text = inlineText(node);
    if (open && !isBlock) lines.push((lines.pop() ?? "") + text);
    else lines.push(text);
    open = !isBlock;
  }
  return lines.join("\n");
}

/**
 * @param {Node} node
 * @returns {string} a lone `<br>` only keeps an empty paragraph open, so it is no text
 */
function inlineText(node) {
  if (node.nodeName === "BR") return node.nextSibling ? "\n" : "";
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  return [...node.childNodes].map(inlineText).join("");
}
