/** Reading the controls of a request, and the files that were attached to it. */

/** @typedef {{element: HTMLElement, kind: Kind}} Control */
/** @typedef {{draft: Required<Companion.Draft> & {subject: string, reference: string, description: string, attachments: Companion.Attachment[]}, stage: "request" | "reply", number: string}} Reading */

/**
 * What an adapter finds: one request that is being written.
 *
 * @typedef {object} View
 * @property {"form" | "messenger"} page
 * @property {string} id the same as long as it is the same request
 * @property {Partial<Record<Companion.FieldName, Control[]>>} controls a topic and its subtopic are two controls of one field
 * @property {() => Reading} read
 * @property {() => HTMLElement[]} keepFree what the panel must never cover
 * @property {FileMemory} files
 */

/** @typedef {{page: "form" | "messenger", isFor: (url: URL) => boolean, find: (roots: Root[]) => View | "unsure" | null}} Adapter */

/** @param {Control} control @returns {string} as it stands; for a list the chosen entry */
function readControl({ element, kind }) {
  if (kind === "rich") return new RichText(element).text;
  if (kind === "text") return /** @type {HTMLInputElement} */ (element).value;
  if (kind === "files") return "";
  const chosen = kind === "choice" ? readSelect(/** @type {HTMLSelectElement} */ (element)) : readList(element);
  return PLACEHOLDER.test(chosen) ? "" : chosen;
}

/** @param {HTMLSelectElement} select */
function readSelect(select) {
  const option = select.selectedOptions[0];
  return option?.value ? option.text.trim() : "";
}

/** @param {HTMLElement} list */
function readList(list) {
  if (list.getAttribute("role") === "listbox") {
    return [...list.querySelectorAll('[role="option"][aria-selected="true"]')]
      .map((option) => option.textContent?.trim())
      .join(", ");
  }
  const written = list.localName === "input" ? String(/** @type {HTMLInputElement} */ (list).value) : shownText(list);
  return written.trim() || textBeside(list);
}

/**
 * Some drop-downs keep a search box as the control and show the chosen entry beside it.
 *
 * @param {Element} control
 */
function textBeside(control) {
  let box = above(control);
  for (let level = 0; box && level < 3; level += 1, box = above(box)) {
    if (box.querySelector("label,legend") || box.querySelectorAll(FIELDS_SELECTOR).length > 1) return "";
    const text = shownText(box);
    if (text) return text.length <= 100 ? text : "";
  }
  return "";
}

/** @typedef {{file: File, wasShown: boolean}} SeenFile */

/**
 * Files that went through the inputs of this page. Pages often draw their own list and leave the input as it was, or
 * empty it: so once the page has shown a file, by name or as a preview, only that counts; until then the input does.
 */
class FileMemory {
  constructor() {
    /** @type {SeenFile[]} */
    this.seen = [];
  }

  /** @param {Event} event */
  notice(event) {
    const target = /** @type {Partial<HTMLInputElement> | undefined} */ (event.composedPath()[0]);
    const carried =
      /** @type {DragEvent} */ (event).dataTransfer ?? /** @type {ClipboardEvent} */ (event).clipboardData;
    const files = event.type === "change" ? target?.files : carried?.files;
    for (const file of files ?? []) {
      this.seen = this.seen.filter((known) => !isSameFile(known.file, file));
      this.seen.push({ file, wasShown: false });
    }
  }

  /**
   * @param {HTMLInputElement[]} inputs
   * @param {string} shown the text around them
   * @param {number} previews how many pictures are shown without a name
   * @returns {Companion.Attachment[]}
   */
  read(inputs, shown, previews) {
    const held = inputs.flatMap((input) => [...(input.files ?? [])]);
    for (const file of held) {
      if (!this.seen.some((known) => isSameFile(known.file, file))) this.seen.push({ file, wasShown: false });
    }
    const pictures = this.seen.filter(({ file }) => file.type.startsWith("image/"));
    const previewed = previews ? pictures.slice(-previews) : [];
    const present = this.seen.filter((known) => {
      const isShown = previewed.includes(known) || shown.includes(known.file.name);
      known.wasShown ||= isShown;
      return known.wasShown ? isShown : held.some((file) => isSameFile(known.file, file));
    });
    const unnamed = Math.max(0, previews - pictures.length);
    return [
      ...present.map(({ file: { name, type, size } }) => ({ name, type: type || null, size })),
      // That it is a picture is all that a preview tells.
      ...Array.from({ length: unnamed }, () => ({ name: TEXTS.image, type: "image/*", size: null })),
    ];
  }
}

/** @param {File} one @param {File} other */
function isSameFile(one, other) {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}
