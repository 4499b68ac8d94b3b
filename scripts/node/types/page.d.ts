/** Types of the page's scripts (extension/page). Global, because classic scripts cannot import. Never shipped. */

type Suggestion = Companion.Suggestion;
type Severity = Companion.Severity;
type Fix = Companion.Fix;
type Edit = Companion.Edit;
type FieldName = Companion.FieldName;

/** What a label can mean; the subtopic belongs to the field `subject`. */
type Meaning = Companion.FieldName | "subtopic";
/** The earliest match in a text is its meaning. */
type Words = [Meaning, RegExp][];
type Root = Document | ShadowRoot;

/** How a control is read and written. */
type Kind = "text" | "rich" | "choice" | "list" | "files";

/** Any control: what inputs, text areas and selects have is there when its kind says so. */
interface FieldElement extends HTMLElement {
  value: string;
  type: string;
  readOnly: boolean;
  maxLength: number;
  files: FileList | null;
  labels: NodeListOf<HTMLLabelElement> | null;
  options: HTMLOptionsCollection;
  selectedOptions: HTMLCollectionOf<HTMLOptionElement>;
  selectedIndex: number;
  selectionStart: number | null;
  selectionEnd: number | null;
  selectionDirection: "forward" | "backward" | "none";
  setSelectionRange(start: number, end: number, direction?: "forward" | "backward" | "none"): void;
}

// What only some nodes have.
interface Node {
  getRootNode(options?: GetRootNodeOptions): Document | ShadowRoot;
}
interface Element {
  readonly contentDocument?: Document | null;
  readonly isContentEditable?: boolean;
}
interface ShadowRoot {
  getSelection?(): Selection | null;
}

interface Control {
  element: FieldElement;
  kind: Kind;
}

interface Candidate extends Control {
  meaning: Meaning;
  score: number;
  /** Only words that are too common to prove anything. */
  isWeak: boolean;
}

type Draft = { subject: string; reference: string; description: string; attachments: Companion.Attachment[] };

interface Reading {
  draft: Draft;
  stage: "request" | "reply";
  number: string;
}

/** What an adapter finds: one request that is being written. */
interface View {
  page: "form" | "messenger";
  /** The same as long as it is the same request. */
  id: string;
  /** A topic and its subtopic are two controls of one field. */
  controls: Partial<Record<Companion.FieldName, Control[]>>;
  files: SeenFile[];
  read(): Reading;
  /** What the panel must never cover. */
  keepFree(): Element[];
  /** A click in the page, which may choose a topic. */
  noticeClick?(event: Event): void;
}

type Found = View | "unsure" | null;

/** `wasShown`: the page has shown it, by name or as a preview; from then on only that counts. */
interface SeenFile {
  file: File;
  wasShown: boolean;
}

interface ChatMessage {
  isMine: boolean;
  text: string;
  element: Element;
}

/** A stretch of text and what comes in its place. */
interface Step {
  start: number;
  end: number;
  text: string;
}

/** One control's part of a fix. */
interface Plan {
  control: Control;
  edits: Companion.Edit[];
  before: string;
  after: string;
}
type Outcome = "done" | "changed" | "refused" | "noRoom";

/** Where a text node begins and ends in the text; `index` ≥ 0: an empty line, the child of `node` at that index. */
interface TextPlace {
  start: number;
  end: number;
  node: Node;
  index: number;
}

type Verdict =
  | { report: Companion.Report; reading: Reading }
  | { report?: undefined; state: Companion.State; detail: string };

interface Item {
  /** Unique in the list. */
  key: string;
  /** Heading above it, "" below another of the same group. */
  group: string;
  severity: Companion.Severity;
  message: string;
  why: string;
  swap: [from: string, to: string] | null;
  /** Titles of what can be applied, the first behind «Исправить». */
  fixes: string[];
}

interface PanelModel {
  isFailure: boolean;
  title: string;
  /** Below the title. */
  lines: string[];
  /** Why this deadline, for the tooltip. */
  reasons: string;
  /** The folded panel's text. */
  pill: string;
  /** Per cent; null shows no ring. */
  score: number | null;
  checklist: Companion.ChecklistItem[];
  items: Item[];
  /** How many suggestions the user has put away. */
  hidden: number;
  facts: string[];
  /** Text of the one button, "" for none. */
  action: string;
}

interface PanelActions {
  fix(key: string, at: number): void;
  hide(key: string): void;
  showHidden(): void;
  /** The one button of a state. */
  act(): void;
  undo(): void;
}

interface PageEvents {
  look(isUrgent: boolean): void;
  /** The tab was hidden. */
  rest(): void;
  written(event: Event): void;
  /** False for what is not the page's. */
  moved(event: Event): boolean;
  /** The page has changed itself. */
  changed(): void;
  /** One of our fields, or our host. */
  isKnown(node: Node): boolean;
}

type Point = { x: number; y: number };
type Size = { width: number; height: number };
type SeatMemory = { folded?: boolean; open?: Point; pill?: Point };

type Make = (tag: string, attributes?: Record<string, string>, ...children: (Node | string)[]) => HTMLElement;

/** Signatures of functions, by the function's own name. */
declare namespace Fn {
  /** `draft`: as checked; empty when it cannot be written safely */
  type planFix = (view: View, fix: Companion.Fix, draft: Draft) => Plan[];
  type applyPlans = (plans: Plan[]) => Outcome;
  /** the one stretch that covers all edits: replaced at once, it is one step of undo */
  type stretch = (plan: Plan) => Step;
  /** `position`: in the old text; in the new one; inside of an edit its end */
  type moved = (position: number, edits: Companion.Edit[]) => number;
  type send = (
    message: Companion.Message,
  ) => Promise<{ ok: true; report?: Companion.Report } | Companion.Failure | "orphan">;
  /** the first with more code points than the service takes */
  type tooLongField = (draft: Draft) => "subject" | "reference" | "description" | undefined;
  /** null for what holds no field of a request */
  type kindOf = (element: FieldElement) => Kind | null;
  /** what somebody wrote down as this control's name */
  type labelsOf = (element: FieldElement) => string[];
  /** the nearest text before the control: a caption, a table's cell, a term */
  type neighbourOf = (element: Element) => string;
  /** that of the earliest word */
  type meaningOf = (text: string, words: Words) => Meaning | undefined;
  /** null when its anchors are too few or disagree */
  type candidateOf = (element: FieldElement) => Candidate | null;
  /** as it stands; for a list the chosen entry */
  type readControl = (control: Control) => string;
  type findForm = (roots: Root[]) => Found;
  /** those with the highest score */
  type best = (candidates: Candidate[]) => Candidate[];
  /** of several the one that the user is in, else the fullest */
  type theOne = (forms: FormView[]) => FormView | undefined;
  /** `input`: often invisible; what the user sees in its place */
  type dropZone = (input: Element) => Element;
  type findMessenger = () => Found;
  /** how many anchors agree that this is the composer */
  type composerAnchors = (area: Element) => number;
  /** the widest part around it that holds no message and no other text box */
  type composerBox = (area: Element) => Element;
  /** «Назад» leaves one branch, «Главное меню» all */
  type alongPath = (path: string[], reply: string) => string[];
  type findView = (url: URL, roots: () => Root[]) => Found;
  /** square pixels of the taken ones that it covers */
  type covered = (at: Point, size: Size, taken: DOMRect[]) => number;
  /** `before`: the suggestions above it */
  type itemOf = (suggestion: Companion.Suggestion, before: Companion.Suggestion[], draft: Draft, view: View) => Item;
  type swapOf = (fix: Companion.Fix, draft: Draft) => [from: string, to: string];
  /** each once: numbers, days, sums */
  type factsOf = (facts: Companion.Facts) => string[];
  /** What is said when there is no report. */
  type noticeModel = (title: string, detail?: string, action?: string) => PanelModel;
  /** `due`: ISO 8601 at +03:00; «чт 26 ноября» or, in hours, «18:00 МСК, вт 24 ноября» */
  type deadline = (due: string) => string;
  /** the root itself and all that it contains */
  type rootsIn = (root: Root) => Root[];
  /** the parent, out of shadow roots and frames too */
  type above = (node: Node) => Element | null;
  /** the element first, the page's `<html>` last */
  type lineage = (element: Element) => Element[];
  /** in the coordinates of the top window */
  type screenRect = (element: Element) => DOMRect;
  /** one line a text node, without what stands in controls */
  type textLines = (node: Node, skipped?: string) => string[];
  /** the focused element, inside of shadow roots and frames too */
  type deepFocus = () => Element | null;
  type formAround = (
    description: Candidate,
    candidates: Candidate[],
    controls: FieldElement[],
    isAboutRequest: boolean,
  ) => FormView | null;
  /** `shown`: the text around the inputs; `previews`: how many pictures are shown without a name. */
  type readFiles = (
    seen: SeenFile[],
    inputs: FieldElement[],
    shown: string,
    previews: number,
  ) => Companion.Attachment[];
  type reportModel = (report: Companion.Report, draft: Draft, view: View, hiddenKeys: Set<string>) => PanelModel;
  /** `hasNumber`: whether the request was accepted already; `hasText`: its own text was sent. */
  type dialogue = (
    messages: ChatMessage[],
    offered: Set<string>,
    hasNumber: boolean,
  ) => { path: string[]; hasText: boolean };
  type makeButton = (look: string, text: string, act: (event: MouseEvent) => void) => HTMLElement;
}
