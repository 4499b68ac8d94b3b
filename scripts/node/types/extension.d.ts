/**
 * Shared types of the extension, for `tsc --checkJs` alone: outside the folder that is loaded.
 * A global namespace, because classic scripts (page/) cannot import: write `Companion.Report` in JSDoc.
 * The names and shapes are the service's own (`companion/draft.py`, `companion/report.py`).
 */
declare namespace Companion {
  // What goes to the service.

  type FieldName = "subject" | "reference" | "description" | "attachments";

  interface Attachment {
    name: string;
    type?: string | null;
    /** Bytes. */
    size?: number | null;
  }

  interface Draft {
    subject?: string | null;
    reference?: string | null;
    description?: string | null;
    attachments?: Attachment[] | null;
  }

  /** Body of `/v1/check`. */
  interface CheckRequest {
    draft: Draft;
    revision?: number;
    /** ISO 8601 with an offset. */
    now?: string;
    page?: "form" | "messenger";
    stage?: "request" | "reply";
  }

  // What comes back. Every `offset` and `length` counts UTF-16 code units.

  interface Edit {
    field: FieldName;
    offset: number;
    length: number;
    text: string;
  }

  /** A change of one click; all its edits apply together. */
  interface Fix {
    title: string;
    applicability: "safe" | "ask";
    edits: Edit[];
  }

  type Severity = "error" | "warning" | "hint";

  interface Suggestion {
    /** The same for the same finding after the text around it moved. */
    key: string;
    rule: string;
    severity: Severity;
    field: FieldName;
    offset: number;
    /** 0 for a finding about a whole or an empty field. */
    length: number;
    matched: string;
    message: string;
    why: string;
    fixes: Fix[];
  }

  type ItemName = "subject" | "reference" | "description" | "dates" | "request" | "evidence" | "tone";
  type ItemStatus = "done" | "missing" | "problem" | "not_needed";

  interface ChecklistItem {
    item: ItemName;
    label: string;
    status: ItemStatus;
  }

  interface Readiness {
    /** Per cent. */
    score: number;
    /** No error. */
    ready: boolean;
    /** Empty at the stage `reply`. */
    checklist: ChecklistItem[];
  }

  interface Observed {
    count: number;
    median_hours: number;
    p90_hours: number;
  }

  interface Expectation {
    kind: "urgent" | "complex" | "finance" | "standard";
    label: string;
    /** A day, `2026-11-24`. */
    earliest: string | null;
    /** A moment at +03:00. */
    due: string;
    official: boolean;
    because: string[];
    observed: Observed | null;
  }

  interface Place {
    field: FieldName;
    offset: number;
    length: number;
  }

  interface ReferenceFact extends Place {
    kind: "posting" | "order" | "supply" | "barcode" | "return" | "sku" | "article" | "ticket";
    value: string;
  }

  interface DateFact extends Place {
    value: string;
    text: string;
  }

  interface AmountFact extends Place {
    value: string;
    currency: string;
    text: string;
  }

  interface Facts {
    category: "finance" | "logistics" | "assortment" | "account" | "other";
    references: ReferenceFact[];
    dates: DateFact[];
    amounts: AmountFact[];
  }

  interface Report {
    api: number;
    ruleset: string;
    unit: "utf16";
    revision: number | null;
    took_ms: number;
    suggestions: Suggestion[];
    readiness: Readiness;
    expectation: Expectation;
    facts: Facts;
  }

  // Messages: `chrome.runtime.sendMessage(message)` resolves to the answer beside it; the background never rejects
  // (only the browser does, when the extension was updated or removed under an open page).

  /** «Готов», «Проверяю», «Не подключено», «Нет разрешения», «Служба не запущена», «Порт занят…», «Обновите помощник». */
  type State = "ready" | "checking" | "unpaired" | "forbidden" | "offline" | "foreign" | "outdated";

  /** `detail` is a Russian sentence for the user, or "". With the state `ready` the service runs but refused this request. */
  interface Failure {
    ok: false;
    state: State;
    detail: string;
    /** Beside the state `ready`, from the greeting alone. */
    notice?: string;
  }

  interface CheckMessage {
    type: "check";
    request: CheckRequest;
  }
  type CheckAnswer = { ok: true; report: Report } | Failure;

  /** Asks the service anew. */
  interface StateMessage {
    type: "state";
  }
  /** `notice`: what of the user's own settings is to be mended. */
  type StateAnswer = { ok: true; state: State; detail: string; notice?: string } | Failure;

  /** Opens a page in a new tab; `demo` only from our own pages. */
  interface OpenMessage {
    type: "open";
    what: "connect" | "options" | "demo";
  }

  /** Only from our own pages. */
  interface PairMessage {
    type: "pair";
    code: string;
  }
  type DoneAnswer = { ok: true } | Failure;

  type Message = CheckMessage | StateMessage | OpenMessage | PairMessage;
  type Answer = CheckAnswer | StateAnswer | DoneAnswer;

  // In the background.

  /** What the service answers: of all these only what belongs to the path. */
  interface Body extends Report {
    token: string;
    min_extension: string;
    notice?: string;
  }

  /** Of one call to the service. */
  type Outcome = { ok: true; body: Body } | Failure;

  type Sender = chrome.runtime.MessageSender;

  type Answering = (message: unknown, sender: Sender) => Promise<Answer>;

  /** `page`: our content script where it belongs; `own`: one of our own pages; `stranger` gets nothing. */
  type Judge = (sender: Sender) => Promise<"page" | "own" | "stranger">;

  /**
   * Does what a message asks; null for what is no message or not for its sender. `own`: asked by one of our own pages;
   * `tab`: where it was asked.
   */
  type Act = (message: Record<string, unknown>, own: boolean, tab?: chrome.tabs.Tab) => Promise<Answer | null>;

  type Check = (request: object) => Promise<CheckAnswer>;

  /** `code`: six digits. */
  type Pair = (code: string) => Promise<DoneAnswer>;

  /** `path` on the service, `/v1/…`; without a token only pairing. */
  type Post = (path: string, body: object, token?: string) => Promise<Outcome>;

  /** Works in one transaction and gives its result once it is on disk. */
  type Within = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T>;

  // In the popup and the options page.

  /** What to do in a state: the button's title and its deed. */
  type Actions = Partial<Record<State, [title: string, act: () => unknown]>>;

  type Show = (state: State, detail?: string, notice?: string) => void;
  type Say = (selector: string, text: string) => void;
  type OnUser = (selector: string, type: "click" | "submit", act: () => unknown) => void;

  /** The answer is of the message's own type. */
  type Ask = <M extends Message>(message: M) => Promise<AnswerTo<M>>;
  type AnswerTo<M extends Message> = M extends StateMessage
    ? StateAnswer
    : M extends CheckMessage
      ? CheckAnswer
      : DoneAnswer;

  /** What stands in `chrome.storage.local`; pages hear of both by `storage.onChanged`. */
  interface Stored {
    /** Port of the service; 8765 when absent. */
    port?: number;
    /** Grows whenever the connection may have become possible: after pairing, after a permission was given. */
    paired?: number;
  }
}
