/** The form itself: one state, one rendering, in whichever make the variant asks for. */

import { controlledEditable, controlledText } from "./controlled.js";
import { copyTemplate, element, find, plural } from "./elements.js";
import { customChoice, nativeChoice } from "./form-choice.js";
import { dropZone } from "./form-files.js";
import { SUBTOPIC_PLACEHOLDER, TOPIC_PLACEHOLDER, TOPICS } from "./form-topics.js";
import { SAMPLE } from "./sample.js";

/** @typedef {{topic: string, subtopic: string, reference: string, description: string, files: readonly File[]}} Fields */

const SENDING_MS = 400;

/**
 * @param {ReadonlySet<string>} variant the other makes to use: `custom`, `editable`
 * @param {(fields: Fields) => void} sent
 * @returns {HTMLElement} the form, not yet in the page
 */
export function ticketForm(variant, sent) {
  const form = copyTemplate("form");
  /** @type {Fields} */
  let state = { topic: "", subtopic: "", reference: "", description: "", files: [] };
  let isSending = false;
  let wasRefused = false;

  /** @param {Partial<Fields>} change */
  function update(change) {
    state = { ...state, ...change };
    render();
  }

  const choice = variant.has("custom") ? customChoice : nativeChoice;
  const topic = choice(asSelect(find(form, "#ticket-topic")), (value) => update({ topic: value, subtopic: "" }));
  const subtopic = choice(asSelect(find(form, "#ticket-subtopic")), (value) => update({ subtopic: value }));
  const reference = controlledText(asInput(find(form, "#ticket-reference")), (value) => update({ reference: value }));
  const writeDescription = (/** @type {string} */ value) => update({ description: value });
  const description = variant.has("editable")
    ? controlledEditable(editableInsteadOf(find(form, "#ticket-description")), writeDescription)
    : controlledText(asInput(find(form, "#ticket-description")), writeDescription);
  const files = dropZone(
    form,
    (added) => update({ files: [...state.files, ...added] }),
    (index) => update({ files: state.files.filter((_, at) => at !== index) }),
  );
  const send = /** @type {HTMLButtonElement} */ (find(form, "[type=submit]"));
  const sample = find(form, "[data-sample]");

  function render() {
    topic.render(state.topic, [...TOPICS.keys()], TOPIC_PLACEHOLDER);
    subtopic.render(state.subtopic, TOPICS.get(state.topic) ?? [], SUBTOPIC_PLACEHOLDER);
    reference.render(state.reference);
    description.render(state.description);
    files.render(state.files);
    find(form, "[data-counter]").textContent = plural(state.description.length, "знак", "знака", "знаков");
    sample.classList.toggle("gone", state.description !== "");
    showProblem("topic", wasRefused && !state.topic, "Выберите тему из списка");
    showProblem("description", wasRefused && !state.description.trim(), "Опишите, что случилось");
    send.disabled = isSending;
    send.textContent = isSending ? "Отправляем…" : "Отправить";
  }

  /**
   * @param {"topic" | "description"} field
   * @param {boolean} isWrong
   * @param {string} message
   */
  function showProblem(field, isWrong, message) {
    find(form, `#ticket-${field}`).setAttribute("aria-invalid", String(isWrong));
    find(form, `#ticket-${field}-problem`).textContent = isWrong ? message : "";
  }

  sample.addEventListener("click", () => {
    const field = find(form, "#ticket-description");
    update({ description: SAMPLE });
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.focus();
  });
  form.addEventListener("focusout", render);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wasRefused = !state.topic || !state.description.trim();
    isSending = !wasRefused;
    render();
    if (wasRefused) find(form, "[aria-invalid=true]").focus();
    else setTimeout(() => sent(state), SENDING_MS);
  });
  render();
  return form;
}

/**
 * @param {HTMLElement} textarea
 * @returns {HTMLElement} the contenteditable that took its place
 */
function editableInsteadOf(textarea) {
  const field = element("div", {
    id: textarea.id,
    class: "editable",
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": `${textarea.id}-label`,
    "aria-describedby": `${textarea.id}-problem`,
  });
  textarea.replaceWith(field);
  return field;
}

/** @param {HTMLElement} node */
function asSelect(node) {
  return /** @type {HTMLSelectElement} */ (node);
}

/** @param {HTMLElement} node */
function asInput(node) {
  return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (node);
}
