/** The classic form: fields with labels. */

/** @typedef {Map<Meaning, Candidate[]>} Found */

/** @type {Adapter} */
const formAdapter = {
  page: "form",
  isFor: (url) => !MESSENGER.path.test(url.pathname),
  find: findForm,
};

/** @param {Root[]} roots @returns {View | "unsure" | null} */
function findForm(roots) {
  const controls = roots.flatMap((root) => [...root.querySelectorAll(FIELDS_SELECTOR)]);
  if (!controls.length) return null;
  const candidates = controls.map(candidateOf).filter((candidate) => candidate !== null);
  const isAboutRequest = hasRequestContext(roots);
  const usable = candidates.filter((candidate) => !candidate.isWeak || isAboutRequest);
  const forms = usable
    .filter(({ meaning, element }) => meaning === "description" && isWritable(element))
    .map((description) => formAround(description, usable, controls, isAboutRequest))
    .filter((form) => form !== null);
  const view = theOne(forms);
  if (view) return view;
  return promisesForm(roots) && controls.some(isTextBox) ? "unsure" : null;
}

/** @param {Element} element */
function isWritable(element) {
  return !isDisabled(element) && !(/** @type {HTMLInputElement} */ (element).readOnly);
}

/** @param {Element} element */
function isTextBox(element) {
  const kind = kindOf(element);
  return (kind === "text" || kind === "rich") && isWritable(element) && isShown(element);
}

/** @param {Root[]} roots */
function headingsOf(roots) {
  const selector = 'h1,h2,h3,legend,[role="heading"],dialog[aria-label],[role="dialog"][aria-label],form[aria-label]';
  const headings = roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter(isShown);
  return headings.map((heading) => heading.getAttribute("aria-label") || shownText(heading));
}

/** @param {Root[]} roots */
function hasRequestContext(roots) {
  return [document.title, ...headingsOf(roots)].some((text) => REQUEST_CONTEXT.test(text));
}

/** @param {Root[]} roots */
function promisesForm(roots) {
  return headingsOf(roots).some((text) => REQUEST_HEADING.test(text));
}

/**
 * Climbs from the description until the topic is reached, then on to the end of the form.
 *
 * @param {Candidate} description
 * @param {Candidate[]} candidates
 * @param {Element[]} controls
 * @param {boolean} isAboutRequest
 * @returns {FormView | null}
 */
function formAround(description, candidates, controls, isAboutRequest) {
  const line = lineage(description.element);
  const topic = line.findIndex((box) =>
    candidates.some(({ meaning, element }) => meaning === "subject" && lineage(element).includes(box)),
  );
  if (topic < 0) return null;
  const end = line.findIndex(
    (box, at) => at >= topic && box.matches('form,dialog,[role="form"],[role="dialog"],main,body'),
  );
  const box = line[end < 0 ? topic : end] ?? description.element;
  const inside = candidates.filter(({ element }) => lineage(element).includes(box));
  /** @type {Found} */
  const found = new Map();
  for (const candidate of inside) found.set(candidate.meaning, [...(found.get(candidate.meaning) ?? []), candidate]);
  found.set("description", [description]);
  const hasProof = found.has("reference") || found.has("attachments");
  addUnnamedFiles(found, controls, box);
  const named = [...found.values()]
    .flat()
    .some(({ element }) => explicitLabels(element).some((text) => REQUEST_CONTEXT.test(text)));
  const isCertain = isAboutRequest || named || hasProof;
  return isCertain && isUnambiguous(found) ? new FormView(found, box) : null;
}

/**
 * A file input without words, but in this form: its kind and its place agree.
 *
 * @param {Found} found
 * @param {Element[]} controls
 * @param {Element} box
 */
function addUnnamedFiles(found, controls, box) {
  if (found.has("attachments")) return;
  const inputs = controls.filter((element) => kindOf(element) === "files" && lineage(element).includes(box));
  if (!inputs.length) return;
  const files = inputs.map((element) => ({
    element: /** @type {HTMLElement} */ (element),
    kind: /** @type {Kind} */ ("files"),
  }));
  found.set(
    "attachments",
    files.map((file) => ({ ...file, meaning: "attachments", score: 2, isWeak: true })),
  );
}

/** @param {Found} found */
function isUnambiguous(found) {
  const subjects = found.get("subject") ?? [];
  const isOneTopic = subjects.length === 1 || subjects.every(({ kind }) => kind !== "text");
  return isOneTopic && best(found.get("reference") ?? []).length < 2;
}

/** @param {Candidate[]} candidates @returns {Candidate[]} those with the highest score */
function best(candidates) {
  const most = Math.max(...candidates.map(({ score }) => score));
  return candidates.filter(({ score }) => score === most);
}

/**
 * @param {FormView[]} forms
 * @returns {FormView | null} of several the one that the user is in, else the fullest; none when that is not certain
 */
function theOne(forms) {
  const [first] = forms;
  if (forms.length < 2) return first ?? null;
  const focus = deepFocus();
  const focused = forms.find(({ box }) => focus && lineage(focus).includes(box));
  if (focused) return focused;
  const most = Math.max(...forms.map(({ size }) => size));
  const fullest = forms.filter(({ size }) => size === most);
  return fullest.length === 1 ? (fullest[0] ?? null) : null;
}

/** @implements {View} */
class FormView {
  /** @param {Found} found @param {Element} box */
  constructor(found, box) {
    this.page = /** @type {const} */ ("form");
    this.box = box;
    this.files = new FileMemory();
    this.controls = {
      subject: [...(found.get("subject") ?? []), ...(found.get("subtopic") ?? [])],
      reference: best(found.get("reference") ?? []),
      description: found.get("description") ?? [],
      attachments: found.get("attachments") ?? [],
    };
    this.size = Object.values(this.controls).filter((controls) => controls.length).length;
    this.id = Object.values(this.controls)
      .flat()
      .map(({ element }) => elementId(element))
      .join(" ");
  }

  /** @returns {Reading} */
  read() {
    const { subject, reference, description, attachments } = this.controls;
    const inputs = attachments.map(({ element }) => /** @type {HTMLInputElement} */ (element));
    return {
      draft: {
        subject: subject.map(readControl).filter(Boolean).join(" > "),
        reference: reference.map(readControl).join(" "),
        description: description.map(readControl).join("\n"),
        attachments: this.files.read(inputs, this.box.isConnected ? deepText(this.box) : "", 0),
      },
      stage: "request",
      number: "",
    };
  }

  keepFree() {
    const fields = Object.values(this.controls)
      .flat()
      .map(({ element, kind }) => (kind === "files" ? dropZone(element) : element));
    const buttons = /** @type {HTMLElement[]} */ ([
      ...this.box.querySelectorAll('button,input[type="submit"],[role="button"]'),
    ]);
    const send = buttons.filter(
      (button) =>
        /** @type {HTMLButtonElement} */ (button).type === "submit" || SEND_WORDS.test(button.textContent ?? ""),
    );
    return [...fields, ...send];
  }
}

/** @param {Element} box */
function deepText(box) {
  const inner = box.shadowRoot ? shownText(box.shadowRoot) : "";
  const root = box.localName === "iframe" ? frameDocument(box)?.body : null;
  return `${shownText(box)} ${inner} ${root ? shownText(root) : ""}`;
}

/** @param {HTMLElement} input often invisible @returns {HTMLElement} what the user sees in its place */
function dropZone(input) {
  let zone = input;
  for (let level = 0; level < 3 && !isShown(zone) && zone.parentElement; level += 1) zone = zone.parentElement;
  return zone;
}

/** @type {WeakMap<Element, number>} */
const elementIds = new WeakMap();
let lastElementId = 0;

/** @param {Element} element */
function elementId(element) {
  const known = elementIds.get(element) ?? ++lastElementId;
  elementIds.set(element, known);
  return known;
}
