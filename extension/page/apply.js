/** Writing a fix into the page as if the user had typed it: one step of undo a field, the caret kept. */

/** @typedef {"done" | "changed" | "refused" | "no-room"} Outcome */
/** @typedef {{control: Control, edits: Companion.Edit[], before: string, after: string}} Plan one control's part of a fix */

/** @param {string} text @param {Companion.Edit[]} edits positions of the text as it is before all of them */
function edited(text, edits) {
  const fromTheEnd = [...edits].sort((one, other) => other.offset - one.offset);
  return fromTheEnd.reduce(
    (result, { offset, length, text: by }) => result.slice(0, offset) + by + result.slice(offset + length),
    text,
  );
}

/**
 * @param {View} view
 * @param {Companion.Fix} fix
 * @param {Reading["draft"]} draft the draft that was checked
 * @returns {Plan[] | null} null when a field cannot be written safely
 */
function planFix(view, fix, draft) {
  const fields = new Set(fix.edits.map(({ field }) => field));
  const plans = [];
  for (const field of fields) {
    if (field === "attachments") return null;
    const edits = fix.edits.filter((edit) => edit.field === field);
    const plan = planField(view.controls[field] ?? [], edits, draft[field]);
    if (!plan) return null;
    plans.push(plan);
  }
  return plans.length ? plans : null;
}

/** @param {Control[]} controls @param {Companion.Edit[]} edits @param {string} before @returns {Plan | null} */
function planField(controls, edits, before) {
  const [control] = controls;
  if (!control || controls.length > 1) return null;
  const after = edited(before, edits);
  const isPossible = canWrite(control, after);
  return isPossible ? { control, edits, before, after } : null;
}

/** @param {Control} control @param {string} text */
function canWrite({ element, kind }, text) {
  if (!isWritable(element)) return false;
  if (kind === "choice") return optionIndex(/** @type {HTMLSelectElement} */ (element), text) >= 0;
  // Inputs of other types have no selection, and refuse what is no number.
  return kind === "rich" || (kind === "text" && /** @type {HTMLInputElement} */ (element).type !== "number");
}

/** @param {HTMLSelectElement} select @param {string} text */
function optionIndex(select, text) {
  return [...select.options].findIndex((option) => option.value && !option.disabled && option.text.trim() === text);
}

/** @param {Plan[]} plans @returns {Outcome} */
function applyPlans(plans) {
  if (plans.some(({ control, before }) => !control.element.isConnected || readControl(control) !== before))
    return "changed";
  if (plans.some(({ control, after }) => !hasRoom(control, after))) return "no-room";
  const restore = keepPlace(plans.map(({ control }) => control.element));
  const isDone = plans.map(writePlan).every(Boolean);
  restore();
  return isDone ? "done" : "refused";
}

/** @param {Control} control @param {string} text */
function hasRoom({ element, kind }, text) {
  const { maxLength } = /** @type {HTMLInputElement} */ (element);
  return kind !== "text" || maxLength < 0 || text.length <= maxLength;
}

/**
 * Remembers scroll positions and the focus; both are put back afterwards.
 *
 * @param {HTMLElement[]} elements
 */
function keepPlace(elements) {
  const boxes = new Set(elements.flatMap(lineage));
  const places = [...boxes].map((box) => ({ box, top: box.scrollTop, left: box.scrollLeft }));
  const focused = /** @type {HTMLElement | null} */ (deepFocus());
  return () => {
    const isUsed = focused && focused !== focused.ownerDocument.body && !elements.includes(focused);
    if (isUsed) focused.focus({ preventScroll: true });
    for (const { box, top, left } of places) {
      if (box.scrollTop !== top) box.scrollTop = top;
      if (box.scrollLeft !== left) box.scrollLeft = left;
    }
  };
}

/** @param {Plan} plan */
function writePlan(plan) {
  if (plan.control.kind === "choice") return writeChoice(plan);
  return plan.control.kind === "rich" ? writeRich(plan) : writeText(plan);
}

/** @param {Plan} plan */
function writeChoice({ control, after }) {
  const select = /** @type {HTMLSelectElement} */ (control.element);
  select.selectedIndex = optionIndex(select, after);
  announce(select);
  return readControl(control) === after;
}

/**
 * The one stretch that covers all edits: replaced at once, it is one step of undo.
 *
 * @param {Plan} plan
 * @returns {{start: number, end: number, text: string}}
 */
function stretch({ edits, before, after }) {
  const start = Math.min(...edits.map(({ offset }) => offset));
  const end = Math.max(...edits.map(({ offset, length }) => offset + length));
  return { start, end, text: after.slice(start, after.length - (before.length - end)) };
}

/**
 * Where a position of the old text is in the new one; inside of an edit it goes to the edit's end.
 *
 * @param {number} position
 * @param {Companion.Edit[]} edits
 */
function moved(position, edits) {
  let shift = 0;
  for (const { offset, length, text } of [...edits].sort((one, other) => one.offset - other.offset)) {
    if (position < offset || (position === offset && length > 0)) break;
    if (position < offset + length) return offset + shift + text.length;
    shift += text.length - length;
  }
  return position + shift;
}

/** @param {Plan} plan */
function writeText(plan) {
  const { control, edits, before, after } = plan;
  const field = /** @type {HTMLInputElement} */ (control.element);
  const caret = [field.selectionStart ?? 0, field.selectionEnd ?? 0].map((position) => moved(position, edits));
  const direction = field.selectionDirection ?? undefined;
  const { start, end, text } = stretch(plan);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  insert(field.ownerDocument, text);
  if (field.value === before && before !== after) {
    // Some fields take no commands. What the page itself made of the text is left alone.
    field.value = after;
    announce(field);
  }
  if (field.value !== after) return false;
  field.setSelectionRange(caret[0] ?? 0, caret[1] ?? 0, direction);
  return true;
}

/** @param {Plan} plan */
function writeRich(plan) {
  const { control, edits, after } = plan;
  const { element } = control;
  const selection = selectionOf(element);
  if (!selection) return false;
  const old = new RichText(element);
  const offset = selection.anchorNode && old.offsetOf(selection.anchorNode, selection.anchorOffset);
  element.focus({ preventScroll: true });
  const whole = stretch(plan);
  // Editors make what they like of an inserted line break, so each paragraph is changed by itself.
  const steps = old.text.slice(whole.start, whole.end).includes("\n") ? byParagraph(edits) : [whole];
  for (const { start, end, text } of steps) {
    const now = new RichText(element);
    selection.setBaseAndExtent(...now.at(start, false), ...now.at(end, true));
    insert(element.ownerDocument, text);
  }
  const result = new RichText(element);
  if (typeof offset === "number") selection.collapse(...result.at(moved(offset, edits), true));
  return spaced(result.text) === spaced(after);
}

/**
 * @param {Companion.Edit[]} edits
 * @returns {{start: number, end: number, text: string}[]} the last first, so that the others stay where they are
 */
function byParagraph(edits) {
  const steps = edits.map(({ offset, length, text }) => ({ start: offset, end: offset + length, text }));
  return steps.sort((one, other) => other.start - one.start);
}

/** @param {string} text an editor keeps a space at an edge as a non-breaking one */
function spaced(text) {
  return text.replaceAll("\u00a0", " ");
}

/** @param {HTMLElement} element */
function selectionOf(element) {
  const root = /** @type {ShadowRoot & {getSelection?: () => Selection | null}} */ (element.getRootNode());
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}

/** @param {Document} page @param {string} text */
function insert(page, text) {
  return text ? page.execCommand("insertText", false, text) : page.execCommand("delete");
}

/** @param {HTMLElement} field */
function announce(field) {
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
