/** The drop zone: files come from the hidden input or by drag and drop, and are shown as a list. */

import { element, find } from "./elements.js";

/**
 * @param {ParentNode} root
 * @param {(added: File[]) => void} add
 * @param {(index: number) => void} remove
 * @returns {{render: (files: readonly File[]) => void}}
 */
export function dropZone(root, add, remove) {
  const zone = find(root, "[data-drop]");
  const list = find(root, "[data-files]");
  const input = /** @type {HTMLInputElement} */ (find(zone, "input[type=file]"));
  /** @type {readonly File[]} */
  let shown = [];

  input.addEventListener("change", () => add([...(input.files ?? [])]));
  // The same file can be chosen again after it was removed.
  input.addEventListener("click", () => {
    input.value = "";
  });
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    add([...(event.dataTransfer?.files ?? [])]);
  });

  return {
    render(files) {
      if (files === shown) return;
      shown = files;
      list.replaceChildren(...files.map((file, index) => fileRow(file, () => remove(index))));
    },
  };
}

/**
 * @param {File} file
 * @param {() => void} remove
 */
function fileRow(file, remove) {
  const button = element("button", { type: "button", class: "quiet", "aria-label": `Удалить ${file.name}` }, ["✕"]);
  button.addEventListener("click", remove);
  return element("li", {}, [
    element("span", { class: "name", title: file.name }, [file.name]),
    element("span", { class: "size" }, [fileSize(file.size)]),
    button,
  ]);
}

/**
 * @param {number} bytes
 * @returns {string} «182 КБ»
 */
export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} КБ`;
  return `${(kilobytes / 1024).toLocaleString("ru", { maximumFractionDigits: 1 })} МБ`;
}
