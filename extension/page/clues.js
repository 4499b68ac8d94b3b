/** What one control of the page is: its kind, and which meanings its labels, attributes and neighbours give it. */

/** @typedef {"text" | "rich" | "choice" | "list" | "files"} Kind how a control is read and written */
/** @typedef {{element: HTMLElement, kind: Kind, meaning: Meaning, score: number, isWeak: boolean}} Candidate */

const TEXT_TYPES = new Set(["text", "tel", "number", "url", ""]);
const LONGEST_LABEL = 120;

/** @param {Element} element @returns {Kind | null} null for what holds no field of a request */
function kindOf(element) {
  const role = element.getAttribute("role");
  if (element.localName === "textarea") return "text";
  if (element.localName === "select") return "choice";
  if (element.localName === "input") {
    const input = /** @type {HTMLInputElement} */ (element);
    if (input.type === "file") return "files";
    if (!TEXT_TYPES.has(input.type) || input.closest('[role="search"]')) return null;
    return role === "combobox" || input.getAttribute("aria-haspopup") === "listbox" ? "list" : "text";
  }
  if (/** @type {HTMLElement} */ (element).isContentEditable) return isEditingHost(element) ? "rich" : null;
  if (role === "combobox" || element.getAttribute("aria-haspopup") === "listbox") {
    // A wrapper around a real control is not a second control.
    return element.querySelector("input,select,[role=combobox]") ? null : "list";
  }
  return role === "listbox" && !isPopup(element) ? "list" : null;
}

/** @param {Element} element */
function isEditingHost(element) {
  return !element.parentElement?.isContentEditable;
}

/** @param {Element} list */
function isPopup(list) {
  if (!list.id) return false;
  const id = CSS.escape(list.id);
  return Boolean(
    /** @type {Root} */ (list.getRootNode()).querySelector(`[aria-controls~="${id}"],[aria-owns~="${id}"]`),
  );
}

/**
 * What somebody wrote down as this control's name.
 *
 * @param {Element} element
 * @returns {string[]}
 */
function explicitLabels(element) {
  const root = /** @type {Root} */ (element.getRootNode());
  const labels = new Set(/** @type {HTMLInputElement} */ (element).labels ?? []);
  const around = element.closest("label");
  if (around) labels.add(around);
  if (element.id)
    for (const label of root.querySelectorAll(`label[for="${CSS.escape(element.id)}"]`))
      labels.add(/** @type {HTMLLabelElement} */ (label));
  const named = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter((id) => id && id !== element.id);
  const texts = [
    ...[...labels].map(shownText),
    ...named.map((id) => shownText(root.querySelector(`#${CSS.escape(id)}`) ?? new Text())),
  ];
  texts.push(element.getAttribute("aria-label") ?? "");
  // A web component often carries the label of the control inside it.
  if ("host" in root) texts.push(root.host.getAttribute("label") ?? "", ...explicitLabels(root.host));
  return texts;
}

/** @param {Element} element */
function placeholderOf(element) {
  const written = ["placeholder", "data-placeholder", "aria-placeholder"].map(
    (name) => element.getAttribute(name) ?? "",
  );
  const option = element.localName === "select" ? element.querySelector("option")?.textContent : "";
  const invitation = option || (kindOf(element) === "list" ? shownText(element) : "");
  return [...written, PLACEHOLDER.test(invitation.trim()) ? invitation : ""].join(" ").trim();
}

/** @param {Element} element */
function attributesOf(element) {
  const names = ["name", "id", "autocomplete", "data-testid", "data-field"].map(
    (name) => element.getAttribute(name) ?? "",
  );
  return names
    .join(" ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/_/g, " ");
}

/**
 * The nearest text before the control: a caption without markup, a table's cell, a definition's term.
 *
 * @param {Element} element
 */
function neighbourOf(element) {
  let at = /** @type {Element | null} */ (element);
  for (let level = 0; at && level < 4; level += 1, at = above(at)) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      const isElement = before.nodeType === Node.ELEMENT_NODE;
      if (isElement && hasControl(/** @type {Element} */ (before))) return "";
      const text = isElement ? shownText(before) : (before.nodeValue ?? "").trim();
      if (text) return text.length <= LONGEST_LABEL ? text : "";
    }
  }
  return "";
}

/** @param {Element} element */
function hasControl(element) {
  return element.matches(FIELDS_SELECTOR) || Boolean(element.querySelector(FIELDS_SELECTOR));
}

/** @param {string} text @param {[Meaning, RegExp][]} words @returns {Meaning | null} that of the earliest word */
function meaningOf(text, words) {
  /** @type {Meaning | null} */
  let meaning = null;
  let first = Number.POSITIVE_INFINITY;
  for (const [candidate, pattern] of words) {
    const at = pattern.exec(text.slice(0, LONGEST_LABEL))?.index;
    if (at !== undefined && at < first) {
      first = at;
      meaning = candidate;
    }
  }
  return meaning;
}

/** @type {Record<Kind, Meaning[]>} */
const POSSIBLE = {
  files: ["attachments"],
  choice: ["subject", "subtopic", "reference"],
  list: ["subject", "subtopic", "reference"],
  rich: ["description"],
  text: ["subject", "subtopic", "reference", "description"],
};

/** @param {Element} element @returns {Candidate | null} null when its anchors are too few or disagree */
function candidateOf(element) {
  const kind = kindOf(element);
  if (!kind || (kind !== "files" && !isShown(element))) return null;
  /** @type {Map<Meaning, number>} */
  const scores = new Map();
  let isWeak = true;
  const add = (/** @type {string} */ text, /** @type {number} */ weight) => {
    const strong = meaningOf(text, LABEL_WORDS);
    const meaning = strong ?? meaningOf(text, WEAK_WORDS);
    if (!meaning) return;
    if (strong) isWeak = false;
    scores.set(meaning, (scores.get(meaning) ?? 0) + (strong ? weight : 1));
  };
  for (const label of explicitLabels(element)) add(label, 2);
  add(placeholderOf(element), 1);
  add(neighbourOf(element), 1);
  add(element.getAttribute("title") ?? "", 1);
  const attributes = meaningOf(attributesOf(element), ATTRIBUTE_WORDS);
  if (attributes) scores.set(attributes, (scores.get(attributes) ?? 0) + 1);
  return judged(/** @type {HTMLElement} */ (element), kind, scores, isWeak);
}

/**
 * @param {HTMLElement} element
 * @param {Kind} kind
 * @param {Map<Meaning, number>} scores
 * @param {boolean} isWeak
 * @returns {Candidate | null}
 */
function judged(element, kind, scores, isWeak) {
  const isLong = element.localName === "textarea" || kind === "rich";
  const possible = isLong ? ["description"] : POSSIBLE[kind];
  // The kind of a control is an anchor too, but never the only one.
  const natural = isLong ? "description" : kind === "files" ? "attachments" : kind === "text" ? "" : "subject";
  let best = /** @type {Candidate | null} */ (null);
  let isTie = false;
  for (const [meaning, sum] of scores) {
    if (!possible.includes(meaning)) continue;
    const isNatural = meaning === natural || (natural === "subject" && meaning === "subtopic");
    const score = sum + (isNatural ? 1 : 0);
    if (best && score === best.score) isTie = true;
    if (best && score <= best.score) continue;
    isTie = false;
    best = { element, kind, meaning, score, isWeak };
  }
  return best && best.score >= 2 && !isTie ? best : null;
}
