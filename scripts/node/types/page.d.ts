/** Types of the page's scripts (extension/page). Global, because classic scripts cannot import. Never shipped. */

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
