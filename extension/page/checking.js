/** Asking the background: one growing revision, stale answers dropped, a patient retry while the service is off. */

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;
const MOST_FILES = 50;

class Checking {
  /** @param {(verdict: Verdict | "orphan") => void} tell @param {() => void} again asks for the next try */
  constructor(tell, again) {
    this.tell = tell;
    this.again = again;
    this.revision = 0;
    this.isFailing = false;
    this.pause = FIRST_RETRY_MS;
    this.timer = 0;
  }

  /** @param {Reading} reading @param {View["page"]} page */
  async ask(reading, page) {
    this.stop();
    const { revision } = this;
    const attachments = reading.draft.attachments.slice(0, MOST_FILES);
    const draft = { ...reading.draft, attachments };
    const answer = await send({ type: "check", request: { draft, revision, page, stage: reading.stage } });
    if (revision !== this.revision) return;
    if (answer === "orphan") return this.tell(answer);
    this.isFailing = !answer.ok;
    if (answer.ok) {
      this.pause = FIRST_RETRY_MS;
      if (answer.report) this.tell({ report: answer.report, reading });
      return;
    }
    this.tell(answer);
    if (answer.state !== "offline" || document.hidden) return;
    this.timer = setTimeout(this.again, this.pause);
    this.pause = Math.min(this.pause * 2, LAST_RETRY_MS);
  }

  /** Answers that are still under way count no more. */
  stop() {
    this.revision += 1;
    clearTimeout(this.timer);
  }
}

/** @type {Fn.send} */
async function send(message) {
  /** @type {Companion.Failure} */
  const nothing = { ok: false, state: "offline", detail: "" };
  const answer = await Promise.resolve()
    .then(() => chrome.runtime.sendMessage(message))
    .catch(() => nothing);
  // Without an id the extension was updated or removed under this page; else only its worker died.
  return chrome.runtime?.id ? (answer ?? nothing) : "orphan";
}

const LIMITS = /** @type {const} */ ([
  ["subject", 300],
  ["reference", 300],
  ["description", 20_000],
]);

/** @type {Fn.tooLongField} */
function tooLongField(draft) {
  // A code point is one or two units, so only long texts have to be counted.
  return LIMITS.find(([field, most]) => draft[field].length > most && [...draft[field]].length > most)?.[0];
}
