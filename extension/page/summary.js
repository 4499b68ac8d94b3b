/** A report in the words of the panel. Pure: no DOM but the view's question which fixes can be written. */

const LONGEST_SWAP = 90;
const MOST_FACTS = 12;

/** @type {Fn.reportModel} */
function reportModel({ readiness, expectation, facts, suggestions }, draft, view, hiddenKeys) {
  const shown = suggestions.filter(({ key }) => !hiddenKeys.has(key));
  const due = deadline(expectation.due);
  const count = suggestionCount(shown.length);
  return {
    isFailure: false,
    title: headline(readiness, suggestions),
    lines: [count, `Ориентир: ответ до ${due}`, `${CATEGORY_TEXTS[facts.category]} · ${expectation.label}`],
    reasons: expectation.because.join("\n"),
    pill: `${count} · ${readiness.score}\u00a0% · до ${due}`,
    score: readiness.score,
    checklist: readiness.checklist,
    items: shown.map((suggestion, at) => itemOf(suggestion, shown.slice(0, at), draft, view)),
    hidden: suggestions.length - shown.length,
    facts: factsOf(facts),
    action: "",
  };
}

/** @param {Companion.Readiness} readiness @param {Suggestion[]} suggestions */
function headline({ checklist, ready }, suggestions) {
  const open = checklist.filter(({ status }) => status === "missing" || status === "problem").length;
  if (ready) return open ? TEXTS.readyEnough : TEXTS.ready;
  return stepsLeft(open || suggestions.filter(({ severity }) => severity === "error").length || 1);
}

/** @type {Fn.itemOf} */
function itemOf({ key, field, severity, message, why, fixes }, before, draft, view) {
  const possible = possibleFixes(fixes, draft, view);
  return {
    // The same finding may come several times.
    key: `${before.filter((one) => one.key === key).length} ${key}`,
    group: before.at(-1)?.field === field ? "" : NAMES[field],
    severity,
    message,
    why,
    swap: possible[0] ? swapOf(possible[0], draft) : null,
    fixes: possible.map(({ title }) => title),
  };
}

/** @param {Fix[]} fixes @param {Draft} draft @param {View} view */
function possibleFixes(fixes, draft, view) {
  return fixes.filter((fix) => planFix(view, fix, draft).length);
}

/** @type {Fn.swapOf} */
function swapOf({ edits: [edit, second], title }, draft) {
  if (!edit || edit.field === "attachments" || second) return ["", title];
  const whole = draft[edit.field];
  const from = whole.slice(edit.offset, edit.offset + edit.length).trim();
  const to = edit.text.trim();
  if (from.length + to.length > LONGEST_SWAP || (from + to).includes("\n")) return ["", title];
  if (from) return [from, to || TEXTS.remove];
  return ["", whole.trim() ? title : `${to} → ${TEXTS.intoField}`];
}

/** @type {Fn.factsOf} */
function factsOf({ references, dates, amounts }) {
  const numbers = references.map(({ kind, value }) => `${REFERENCE_TEXTS[kind]} ${value}`.trim());
  const days = dates.map(({ value }) => value.split("-").reverse().join("."));
  const all = [...new Set([...numbers, ...days, ...amounts.map(({ text }) => text)])];
  return all.length > MOST_FACTS ? [...all.slice(0, MOST_FACTS), `+${all.length - MOST_FACTS}`] : all;
}

/** @type {Fn.noticeModel} */
function noticeModel(title, detail, action = "") {
  const none = { reasons: "", score: null, checklist: [], items: [], hidden: 0, facts: [] };
  return { isFailure: true, title, lines: detail ? [detail] : [], pill: title, action, ...none };
}
