/** Writing a fix into the page as if the user had typed it: one step of undo a field, the caret kept. */

/** @type {Fn.planFix} */
function planFix(view, fix, draft) {
  const fields = [...new Set(fix.edits.map(({ field }) => field))];
  const plans = fields.flatMap((field) => {
    const [control, second] = view.controls[field] ?? [];
    if (field === "attachments" || !control || second) return [];
    // From the end, so that positions stay good.
    const edits = fix.edits.filter((edit) => edit.field === field).sort((one, other) => other.offset - one.offset);
    const before = draft[field];
    const after = edits.reduce(
      (text, { offset, length, text: by }) => text.slice(0, offset) + by + text.slice(offset + length),
      before,
    );
    return canWrite(control, after) ? [{ control, edits, before, after }] : [];
  });
  return plans.length === fields.length ? plans : [];
}

/** @param {Control} control @param {string} text */
function canWrite({ element, kind }, text) {
  if (!isWritable(element)) return false;
  if (kind === "choice") return optionIndex(element, text) >= 0;
  // A number's input has no selection, and refuses what is no number.
  return kind === "rich" || (kind === "text" && element.type !== "number");
}

/** @param {FieldElement} select @param {string} text */
function optionIndex({ options }, text) {
  return [...options].findIndex((option) => option.value && !option.disabled && option.text.trim() === text);
}

/** @type {Fn.applyPlans} */
function applyPlans(plans) {
  if (plans.some(({ control, before }) => !control.element.isConnected || readControl(control) !== before))
    return "changed";
  const isFull = (/** @type {Plan} */ { control: { element, kind }, after }) =>
    kind === "text" && element.maxLength >= 0 && after.length > element.maxLength;
  if (plans.some(isFull)) return "noRoom";
  const restore = keepPlace(plans.map(({ control }) => control.element));
  const isDone = plans.map(writePlan).every(Boolean);
  restore();
  return isDone ? "done" : "refused";
}

/** Remembers scroll positions and the focus; both are put back afterwards. @param {Element[]} elements */
function keepPlace(elements) {
  const boxes = [...new Set(elements.flatMap(lineage))];
  const places = boxes.map((box) => ({ box, top: box.scrollTop, left: box.scrollLeft }));
  const focused = /** @type {FieldElement | null} */ (deepFocus());
  return () => {
    if (focused && focused.localName !== "body" && !elements.includes(focused)) focused.focus({ preventScroll: true });
    for (const { box, top, left } of places)
      if (box.scrollTop !== top || box.scrollLeft !== left) box.scrollTo(left, top);
  };
}

/** @param {Plan} plan */
function writePlan(plan) {
  const { control, after } = plan;
  if (control.kind === "rich") return writeRich(plan);
  if (control.kind === "text") return writeText(plan);
  control.element.selectedIndex = optionIndex(control.element, after);
  announce(control.element);
  return readControl(control) === after;
}

/** @type {Fn.stretch} */
function stretch({ edits, before, after }) {
  const start = Math.min(...edits.map(({ offset }) => offset));
  const end = Math.max(...edits.map(({ offset, length }) => offset + length));
  return { start, end, text: after.slice(start, after.length - (before.length - end)) };
}

/** @type {Fn.moved} */
function moved(position, edits) {
  let at = position;
  for (const { offset, length, text } of edits) {
    if (position >= offset + length && (position > offset || !length)) at += text.length - length;
    else if (position > offset) at += offset + text.length - position;
  }
  return at;
}

/** @param {Plan} plan */
function writeText(plan) {
  const { control, edits, before, after } = plan;
  const field = control.element;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  const { start, end, text } = stretch(plan);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  insert(field, text);
  if (field.value === before && before !== after) {
    // Some fields take no commands. What the page itself made of the text is left alone.
    field.value = after;
    announce(field);
  }
  if (field.value !== after) return false;
  field.setSelectionRange(moved(selectionStart ?? 0, edits), moved(selectionEnd ?? 0, edits), selectionDirection);
  return true;
}

/** @param {Plan} plan */
function writeRich(plan) {
  const { edits, after } = plan;
  const { element } = plan.control;
  const root = element.getRootNode();
  const selection = root.getSelection?.() ?? element.ownerDocument.getSelection();
  if (!selection) return false;
  const old = new RichText(element);
  const caret = old.offsetOf(selection.anchorNode, selection.anchorOffset);
  element.focus({ preventScroll: true });
  const whole = stretch(plan);
  // Editors make what they like of an inserted line break, so each paragraph is changed by itself, the last first.
  const steps = old.text.slice(whole.start, whole.end).includes("\n")
    ? edits.map(({ offset, length, text }) => ({ start: offset, end: offset + length, text }))
    : [whole];
  for (const { start, end, text } of steps) {
    const now = new RichText(element);
    selection.setBaseAndExtent(...now.at(start, false), ...now.at(end, true));
    insert(element, text);
  }
  const result = new RichText(element);
  if (caret !== null) selection.collapse(...result.at(moved(caret, edits), true));
  // An editor keeps a space at an edge as a non-breaking one.
  const spaced = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");
  return spaced(result.text) === spaced(after);
}

/** @param {Element} field @param {string} text */
function insert({ ownerDocument: page }, text) {
  return text ? page.execCommand("insertText", false, text) : page.execCommand("delete");
}

/** @param {Element} field */
function announce(field) {
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
