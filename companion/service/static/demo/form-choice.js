/** A list to choose from, in two makes behind one interface: `<select>`, and a drop-down drawn by the page. */

import { element } from "./elements.js";

/**
 * @typedef {object} Choice
 * @property {(value: string, options: readonly string[], placeholder: string) => void} render
 *   an empty `value` shows the placeholder; no options close the list
 */

/**
 * @param {HTMLSelectElement} select
 * @param {(value: string) => void} changed
 * @returns {Choice}
 */
export function nativeChoice(select, changed) {
  let shown = "";
  select.addEventListener("change", () => changed(select.value));
  return {
    render(value, options, placeholder) {
      const list = JSON.stringify([options, placeholder]);
      if (list !== shown) select.replaceChildren(option("", placeholder), ...options.map((text) => option(text, text)));
      shown = list;
      select.disabled = options.length === 0;
      select.value = value;
    },
  };
}

/**
 * @param {string} value
 * @param {string} text
 */
function option(value, text) {
  return element("option", { value }, [text]);
}

/**
 * A combobox by the ARIA pattern: the focus stays on the button, the list follows by `aria-activedescendant`.
 *
 * @param {HTMLSelectElement} select is replaced by the drop-down
 * @param {(value: string) => void} changed
 * @returns {Choice}
 */
export function customChoice(select, changed) {
  const listId = `${select.id}-list`;
  const button = element("div", {
    id: select.id,
    class: "combobox",
    role: "combobox",
    tabindex: "0",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "aria-controls": listId,
    "aria-labelledby": `${select.id}-label`,
  });
  const list = element("ul", {
    id: listId,
    class: "listbox",
    role: "listbox",
    "aria-labelledby": `${select.id}-label`,
  });
  list.hidden = true;
  select.replaceWith(element("div", { class: "choice" }, [button, list]));

  let active = -1;
  /** @type {readonly string[]} */
  let choices = [];
  let current = "";

  /** @param {boolean} isOpen */
  function open(isOpen) {
    list.hidden = !isOpen || choices.length === 0;
    button.setAttribute("aria-expanded", String(!list.hidden));
    activate(list.hidden ? -1 : Math.max(choices.indexOf(current), 0));
  }

  /** @param {number} index */
  function activate(index) {
    active = index;
    list.querySelectorAll("[role=option]").forEach((item, at) => {
      item.classList.toggle("active", at === active);
      if (at === active) button.setAttribute("aria-activedescendant", item.id);
    });
    if (active < 0) button.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  function choose(index) {
    const value = choices[index];
    open(false);
    if (value !== undefined) changed(value);
  }

  const unfold = () => open(true);
  /** @type {Record<string, () => void>} */
  const whenClosed = { ArrowDown: unfold, ArrowUp: unfold, Enter: unfold, " ": unfold };
  /** @type {Record<string, () => void>} */
  const whenOpen = {
    ArrowDown: () => activate(Math.min(active + 1, choices.length - 1)),
    ArrowUp: () => activate(Math.max(active - 1, 0)),
    Home: () => activate(0),
    End: () => activate(choices.length - 1),
    Enter: () => choose(active),
    " ": () => choose(active),
    Escape: () => open(false),
  };

  button.addEventListener("keydown", (event) => {
    const act = list.hidden ? whenClosed[event.key] : whenOpen[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  button.addEventListener("click", () => open(list.hidden === true));
  button.addEventListener("blur", () => open(false));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const clicked = event.composedPath();
    choose([...list.children].findIndex((item) => clicked.includes(item)));
  });

  return {
    render(value, options, placeholder) {
      current = value;
      if (options.join("\n") !== choices.join("\n")) {
        choices = options;
        list.replaceChildren(
          ...options.map((text, at) => element("li", { id: `${listId}-${at}`, role: "option" }, [text])),
        );
      }
      button.textContent = value || placeholder;
      button.classList.toggle("empty", !value);
      button.setAttribute("aria-disabled", String(options.length === 0));
      button.tabIndex = options.length ? 0 : -1;
      list.querySelectorAll("[role=option]").forEach((item) => {
        item.setAttribute("aria-selected", String(item.textContent === value));
      });
    },
  };
}
