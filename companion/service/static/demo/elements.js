/**
 * Makes an element with attributes and children.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, children = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * The one element that must be there: a page without it is broken, and says so at once.
 *
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(root, selector) {
  const node = root.querySelector(selector);
  if (!node) throw new Error(`${selector} is missing`);
  return /** @type {HTMLElement} */ (node);
}

/**
 * A fresh copy of `<template data-template=NAME>`.
 *
 * @param {string} name
 * @returns {HTMLElement}
 */
export function copyTemplate(name) {
  const template = /** @type {HTMLTemplateElement} */ (find(document, `template[data-template="${name}"]`));
  const [content] = template.content.children;
  if (!content) throw new Error(`template ${name} is empty`);
  return /** @type {HTMLElement} */ (content.cloneNode(true));
}

/**
 * The Russian plural: `plural(3, "знак", "знака", "знаков")` → «3 знака».
 *
 * @param {number} count
 * @param {string} one
 * @param {string} few
 * @param {string} many
 */
export function plural(count, one, few, many) {
  const forms = { one, few, many, zero: many, two: few, other: few };
  return `${count.toLocaleString("ru")} ${forms[new Intl.PluralRules("ru").select(count)]}`;
}

/**
 * A made-up request number, in the range that numbers have today.
 *
 * @returns {string} eight digits, the first of them 7
 */
export function requestNumber() {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(70_000_000 + (random % 10_000_000));
}
