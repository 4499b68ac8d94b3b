/** The classic form: fields with labels. */

/** @type {Fn.findForm} */
function findForm(roots) {
  const controls = roots.flatMap((root) => /** @type {FieldElement[]} */ ([...root.querySelectorAll(FIELDS)]));
  if (!controls.length) return null;
  const headings = headingsOf(roots);
  const isAboutRequest = [document.title, ...headings].some((text) => REQUEST_CONTEXT.test(text));
  const candidates = controls.flatMap((control) => candidateOf(control) ?? []);
  const usable = candidates.filter(({ isWeak }) => !isWeak || isAboutRequest);
  const forms = usable
    .filter(({ meaning, element }) => meaning === "description" && isWritable(element))
    .flatMap((description) => formAround(description, usable, controls, isAboutRequest) ?? []);
  const form = theOne(forms);
  if (form) return form;
  const isPromised = headings.some((text) => REQUEST_HEADING.test(text));
  return isPromised && controls.some(isTextBox) ? "unsure" : null;
}

/** @param {FieldElement} element */
function isTextBox(element) {
  return /text|rich/.test(kindOf(element) ?? "") && isWritable(element) && isShown(element);
}

/** @param {Root[]} roots */
function headingsOf(roots) {
  const selector = "h1,h2,h3,legend,[role=heading],dialog[aria-label],[role=dialog][aria-label],form[aria-label]";
  const headings = roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter(isShown);
  return headings.map((heading) => heading.ariaLabel || shownText(heading));
}

/** Climbs from the description until the topic is reached, then on to the end of the form. @type {Fn.formAround} */
function formAround(description, candidates, controls, isAboutRequest) {
  const isIn =
    (/** @type {Element} */ box) =>
    (/** @type {{element: Element}} */ { element }) =>
      lineage(element).includes(box);
  const line = lineage(description.element);
  const topics = candidates.filter(({ meaning }) => meaning === "subject");
  const topic = line.findIndex((box) => topics.some(isIn(box)));
  if (topic < 0) return null;
  const end = line.findIndex(
    (box, at) => at >= topic && box.matches("form,dialog,[role=form],[role=dialog],main,body"),
  );
  const box = line[end < 0 ? topic : end] ?? description.element;
  const inside = candidates.filter(isIn(box));
  const found = Object.groupBy(inside, ({ meaning }) => meaning);
  const { subject = [], subtopic = [], reference = [], attachments = [] } = found;
  // An input without words, but in this form: its kind and its place agree.
  const unnamed = controls.filter((element) => kindOf(element) === "files").map((element) => ({ element }));
  const files = attachments.length ? attachments : unnamed.filter(isIn(box));
  const references = best(reference);
  const isOneTopic = subject.length === 1 || subject.every(({ kind }) => kind !== "text");
  const isCertain =
    isAboutRequest ||
    reference.length + attachments.length > 0 ||
    inside.some(({ element }) => labelsOf(element).some((text) => REQUEST_CONTEXT.test(text)));
  if (!isCertain || !isOneTopic || references.length > 1) return null;
  return new FormView(box, {
    subject: [...subject, ...subtopic],
    reference: references,
    description: [description],
    attachments: files.map(({ element }) => ({ element, kind: "files" })),
  });
}

/** @type {Fn.best} */
function best(candidates) {
  const most = Math.max(...candidates.map(({ score }) => score));
  return candidates.filter(({ score }) => score === most);
}

/** @type {Fn.theOne} */
function theOne(forms) {
  const focus = deepFocus();
  const focused = forms.length > 1 && focus && forms.find(({ box }) => lineage(focus).includes(box));
  if (focused) return focused;
  const most = Math.max(...forms.map(({ size }) => size));
  const fullest = forms.filter(({ size }) => size === most);
  return fullest.length === 1 ? fullest[0] : undefined;
}

/** @implements {View} */
class FormView {
  /** @param {Element} box @param {Record<FieldName, Control[]>} controls */
  constructor(box, controls) {
    this.page = /** @type {const} */ ("form");
    this.box = box;
    this.controls = controls;
    /** @type {SeenFile[]} */
    this.files = [];
    this.all = Object.values(controls).flat();
    this.size = Object.values(controls).filter(({ length }) => length).length;
    this.id = this.all.map(({ element }) => elementId(element)).join(" ");
  }

  /** @returns {Reading} */
  read() {
    const { subject, reference, description, attachments } = this.controls;
    const inputs = attachments.map(({ element }) => element);
    const shown = [this.box, this.box.shadowRoot, this.box.contentDocument?.body].map(
      (part) => part && shownText(part),
    );
    return {
      draft: {
        subject: subject.map(readControl).filter(Boolean).join(" > "),
        reference: reference.map(readControl).join(" "),
        description: description.map(readControl).join("\n"),
        attachments: readFiles(this.files, inputs, shown.join(" "), 0),
      },
      stage: "request",
      number: "",
    };
  }

  keepFree() {
    const fields = this.all.map(({ element, kind }) => (kind === "files" ? dropZone(element) : element));
    const buttons = [...this.box.querySelectorAll("button,input[type=submit],[role=button]")];
    const isSend = (/** @type {Element} */ button) =>
      /** @type {FieldElement} */ (button).type === "submit" || SEND_WORDS.test(button.textContent ?? "");
    return [...fields, ...buttons.filter(isSend)];
  }
}

/** @type {Fn.dropZone} */
function dropZone(input) {
  return lineage(input).slice(0, 4).find(isShown) ?? input;
}

/** @type {WeakMap<Element, string>} */
const elementIds = new WeakMap();

/** @param {Element} element */
function elementId(element) {
  const id = elementIds.get(element) ?? crypto.randomUUID();
  elementIds.set(element, id);
  return id;
}
