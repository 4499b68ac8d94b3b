/** What one control of the page is: its kind, and which meanings its labels, attributes and neighbours give it. */

const LONGEST_LABEL = 120;

/** @type {Fn.kindOf} */
function kindOf(element) {
  const { localName, type, role } = element;
  const opensList = role === "combobox" || element.ariaHasPopup === "listbox";
  if (localName === "textarea") return "text";
  if (localName === "select") return "choice";
  if (localName === "input") {
    if (type === "file") return "files";
    if (!/^(?:text|tel|number|url)$/.test(type) || element.closest("[role=search]")) return null;
    return opensList ? "list" : "text";
  }
  if (element.isContentEditable) return element.parentElement?.isContentEditable ? null : "rich";
  // A wrapper around a real control is not a second control.
  if (opensList) return element.querySelector("input,select,[role=combobox]") ? null : "list";
  return role === "listbox" && !isPopup(element) ? "list" : null;
}

/** @param {Element} list */
function isPopup(list) {
  const id = CSS.escape(list.id);
  return Boolean(id && list.getRootNode().querySelector(`[aria-controls~="${id}"],[aria-owns~="${id}"]`));
}

/** @type {Fn.labelsOf} */
function labelsOf(element) {
  const root = element.getRootNode();
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter((id) => id !== element.id);
  const labels = new Set([
    element.closest("label"),
    ...(element.labels ?? []),
    ...(element.id ? root.querySelectorAll(`label[for="${CSS.escape(element.id)}"]`) : []),
    ...ids.map((id) => root.getElementById(id)),
  ]);
  const texts = [...[...labels].map((label) => label && shownText(label)), element.ariaLabel];
  // A web component often carries the label of the control inside it.
  const host = "host" in root ? /** @type {FieldElement} */ (root.host) : null;
  if (host) texts.push(host.getAttribute("label"), ...labelsOf(host));
  return texts.filter((text) => text !== null);
}

/** @param {Element} element @param {string} names */
function attributes(element, names) {
  return names.split(" ").flatMap((name) => element.getAttribute(name) ?? []);
}

/** @param {FieldElement} element */
function placeholderOf(element) {
  const invitation = (element.options?.[0]?.text ?? "") || (kindOf(element) === "list" ? shownText(element) : "");
  const written = attributes(element, "placeholder data-placeholder aria-placeholder");
  return [...written, PLACEHOLDER.test(invitation.trim()) ? invitation : ""].join(" ").trim();
}

/** @type {Fn.neighbourOf} */
function neighbourOf(element) {
  let at = /** @type {Element | null} */ (element);
  for (let level = 0; at && level < 4; level += 1, at = above(at)) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      const box = before.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (before) : null;
      if (box?.matches(FIELDS) || box?.querySelector(FIELDS)) return "";
      const text = box ? shownText(box) : (before.nodeValue ?? "").trim();
      if (text) return text.length <= LONGEST_LABEL ? text : "";
    }
  }
  return "";
}

/** @type {Fn.meaningOf} */
function meaningOf(text, words) {
  const start = text.slice(0, LONGEST_LABEL);
  const found = words.flatMap(([meaning, pattern]) => {
    const at = start.search(pattern);
    return at < 0 ? [] : [{ meaning, at }];
  });
  return found.sort((one, other) => one.at - other.at)[0]?.meaning;
}

/** @type {Record<Kind, Meaning[]>} */
const POSSIBLE = {
  files: ["attachments"],
  choice: ["subject", "subtopic", "reference"],
  list: ["subject", "subtopic", "reference"],
  rich: ["description"],
  text: ["subject", "subtopic", "reference", "description"],
};

/** @type {Fn.candidateOf} */
function candidateOf(element) {
  const kind = kindOf(element);
  if (!kind || (kind !== "files" && !isShown(element))) return null;
  /** @type {Map<Meaning, number>} */
  const scores = new Map();
  let isWeak = true;
  const add = (/** @type {Meaning | undefined} */ meaning, weight = 1) =>
    meaning && scores.set(meaning, (scores.get(meaning) ?? 0) + weight);
  const read = (/** @type {string} */ text, weight = 1) => {
    const strong = meaningOf(text, LABEL_WORDS);
    if (strong) isWeak = false;
    add(strong ?? meaningOf(text, WEAK_WORDS), strong ? weight : 1);
  };
  for (const label of labelsOf(element)) read(label, 2);
  for (const text of [placeholderOf(element), neighbourOf(element), element.title]) read(text);
  const names = attributes(element, "name id autocomplete data-testid data-field").join(" ");
  add(meaningOf(names.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " "), ATTRIBUTE_WORDS));
  const isLong = element.localName === "textarea" || kind === "rich";
  // The kind of a control is an anchor too, but never the only one.
  const isNatural = (/** @type {Meaning} */ meaning) =>
    isLong || kind === "files" || (kind !== "text" && meaning !== "reference");
  const [best, second] = [...scores]
    .filter(([meaning]) => (isLong ? meaning === "description" : POSSIBLE[kind].includes(meaning)))
    .map(([meaning, sum]) => ({ element, kind, meaning, score: sum + Number(isNatural(meaning)), isWeak }))
    .sort((one, other) => other.score - one.score);
  return best && best.score >= 2 && best.score !== second?.score ? best : null;
}
