/** Reading the controls of a request, and the files that were attached to it. */

/** @type {Fn.readControl} */
function readControl({ element, kind }) {
  if (kind === "rich") return new RichText(element).text;
  if (kind === "text") return element.value;
  const chosen = kind === "choice" ? readSelect(element) : readList(element);
  return PLACEHOLDER.test(chosen) ? "" : chosen;
}

/** @param {FieldElement} select */
function readSelect({ selectedOptions: [option] }) {
  return option?.value ? option.text.trim() : "";
}

/** @param {FieldElement} list */
function readList(list) {
  if (list.role === "listbox") {
    const chosen = [...list.querySelectorAll('[role=option][aria-selected="true"]')];
    return chosen.map((option) => option.textContent?.trim()).join(", ");
  }
  const written = list.localName === "input" ? list.value : shownText(list);
  return written.trim() || textBeside(list);
}

/** @param {Element} control some keep a search box as the control and show the chosen entry beside it */
function textBeside(control) {
  let box = above(control);
  for (let level = 0; box && level < 3; level += 1, box = above(box)) {
    if (box.querySelector("label,legend") || box.querySelectorAll(FIELDS).length > 1) return "";
    const text = shownText(box);
    if (text) return text.length <= 100 ? text : "";
  }
  return "";
}

/** @param {File} one @param {File} other */
function isSameFile(one, other) {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

/** @param {SeenFile[]} seen @param {Event} event one that may bring files */
function noticeFiles(seen, event) {
  const { dataTransfer, clipboardData } = /** @type {DragEvent & ClipboardEvent} */ (event);
  const target = /** @type {FieldElement} */ (event.composedPath()[0]);
  const files = event.type === "change" ? target.files : (dataTransfer ?? clipboardData)?.files;
  for (const file of files ?? []) {
    const known = seen.find((one) => isSameFile(one.file, file));
    if (known) known.wasShown = false;
    else seen.push({ file, wasShown: false });
  }
}

/** Pages often draw their own list and empty the input: once the page has shown a file, only that counts. @type {Fn.readFiles} */
function readFiles(seen, inputs, shown, previews) {
  const held = inputs.flatMap((input) => [...(input.files ?? [])]);
  for (const file of held) if (!seen.some((one) => isSameFile(one.file, file))) seen.push({ file, wasShown: false });
  const pictures = seen.filter(({ file }) => file.type.startsWith("image/"));
  const previewed = previews ? pictures.slice(-previews) : [];
  const present = seen.filter((one) => {
    const isNow = previewed.includes(one) || shown.includes(one.file.name);
    one.wasShown ||= isNow;
    return one.wasShown ? isNow : held.some((file) => isSameFile(one.file, file));
  });
  return [
    ...present.map(({ file: { name, type, size } }) => ({ name, type: type || null, size })),
    // That it is a picture is all that a preview tells.
    ...Array(Math.max(0, previews - pictures.length)).fill({ name: TEXTS.image, type: "image/*", size: null }),
  ];
}
