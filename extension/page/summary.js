/** A report in the words of the panel. Pure: no DOM but the view's question which fixes can be written. */

/**
 * @typedef {object} PanelModel
 * @property {"report" | "failure"} state
 * @property {string} title
 * @property {string[]} lines below the title
 * @property {string} reasons why this deadline, for the tooltip
 * @property {string} pill the folded panel's text
 * @property {number | null} score per cent; null shows no ring
 * @property {Companion.ChecklistItem[]} checklist
 * @property {Item[]} items
 * @property {number} hidden how many suggestions the user has put away
 * @property {string[]} facts
 * @property {string} action text of the one button, "" for none
 */

const LONGEST_SWAP = 90;
const MOST_FACTS = 12;

/**
 * @param {Companion.Report} report
 * @param {Reading["draft"]} draft
 * @param {View} view
 * @param {Set<string>} hiddenKeys
 * @returns {PanelModel}
 */
function reportModel(report, draft, view, hiddenKeys) {
  const { readiness, expectation, facts } = report;
  const shown = report.suggestions.filter(({ key }) => !hiddenKeys.has(key));
  const due = deadline(expectation.due);
  const count = suggestionCount(shown.length);
  return {
    state: "report",
    title: headline(report),
    lines: [count, TEXTS.expected(due.long), `${CATEGORY_TEXTS[facts.category]} · ${expectation.label}`],
    reasons: expectation.because.join("\n"),
    pill: [count, `${readiness.score}\u00a0%`, TEXTS.until(due.short)].join(" · "),
    score: readiness.score,
    checklist: readiness.checklist,
    items: itemsOf(shown, draft, view),
    hidden: report.suggestions.length - shown.length,
    facts: factsOf(facts),
    action: "",
  };
}

/** @param {Companion.Report} report */
function headline({ readiness, suggestions }) {
  const open = readiness.checklist.filter(({ status }) => status === "missing" || status === "problem").length;
  if (readiness.ready) return open ? TEXTS.readyEnough : TEXTS.ready;
  return stepsLeft(open || suggestions.filter(({ severity }) => severity === "error").length || 1);
}

/** @param {Companion.Suggestion[]} suggestions @param {Reading["draft"]} draft @param {View} view @returns {Item[]} */
function itemsOf(suggestions, draft, view) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return suggestions.map(({ key, field, severity, message, why, fixes }, at) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const possible = possibleFixes(fixes, draft, view);
    const group = suggestions[at - 1]?.field === field ? "" : FIELD_TEXTS[view.page][field];
    return {
      key: `${times} ${key}`,
      group,
      severity,
      message,
      why,
      swap: possible[0] ? swapOf(possible[0], draft) : null,
      fixes: possible.map(({ title }) => title),
    };
  });
}

/** @param {Companion.Fix[]} fixes @param {Reading["draft"]} draft @param {View} view */
function possibleFixes(fixes, draft, view) {
  return fixes.filter((fix) => planFix(view, fix, draft));
}

/** @param {Companion.Fix} fix @param {Reading["draft"]} draft @returns {[from: string, to: string]} */
function swapOf({ edits, title }, draft) {
  const [edit] = edits;
  if (!edit || edit.field === "attachments" || edits.length > 1) return ["", title];
  const whole = draft[edit.field];
  const from = whole.slice(edit.offset, edit.offset + edit.length).trim();
  const to = edit.text.trim();
  if (from.length + to.length > LONGEST_SWAP || /\n/.test(from + to)) return ["", title];
  if (from) return [from, to || TEXTS.remove];
  return ["", whole.trim() ? title : `${to} → ${TEXTS.intoField}`];
}

/** @param {Companion.Facts} facts @returns {string[]} each once: numbers, days, sums */
function factsOf({ references, dates, amounts }) {
  const numbers = references.map(({ kind, value }) => `${REFERENCE_TEXTS[kind]} ${value}`.trim());
  const days = dates.map(({ value }) => russianDate(value));
  const all = [...new Set([...numbers, ...days, ...amounts.map(({ text }) => text)])];
  return all.length > MOST_FACTS ? [...all.slice(0, MOST_FACTS), `+${all.length - MOST_FACTS}`] : all;
}

/**
 * What is said when there is no report.
 *
 * @param {string} title
 * @param {string} detail
 * @param {string} [action]
 * @returns {PanelModel}
 */
function noticeModel(title, detail, action = "") {
  const lines = detail ? [detail] : [];
  const none = { reasons: "", score: null, checklist: [], items: [], hidden: 0, facts: [] };
  return { state: "failure", title, lines, pill: title, action, ...none };
}
