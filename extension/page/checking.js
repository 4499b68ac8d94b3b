/** Asking the background: one growing revision, stale answers dropped, a patient retry while the service is off. */

/** @typedef {{kind: "report", report: Companion.Report, reading: Reading} | {kind: "failure", state: Companion.State, detail: string} | {kind: "orphan"}} Verdict */

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;
const MOST_FILES = 50;

class Checking {
  /** @param {(verdict: Verdict) => void} tell @param {() => void} again asks for the next try */
  constructor(tell, again) {
    this.tell = tell;
    this.again = again;
    this.revision = 0;
    this.isFailing = false;
    this.pause = FIRST_RETRY_MS;
    this.timer = 0;
  }

  /** @param {Reading} reading @param {"form" | "messenger"} page */
  async ask(reading, page) {
    const revision = ++this.revision;
    clearTimeout(this.timer);
    /** @type {Companion.CheckMessage} */
    const message = {
      type: "check",
      request: {
        draft: { ...reading.draft, attachments: reading.draft.attachments.slice(0, MOST_FILES) },
        revision,
        page,
        stage: reading.stage,
      },
    };
    const answer = await send(message);
    if (revision !== this.revision) return;
    if (answer === "orphan") return this.tell({ kind: "orphan" });
    this.isFailing = !answer.ok;
    if (answer.ok) {
      this.pause = FIRST_RETRY_MS;
      if (answer.report) this.tell({ kind: "report", report: answer.report, reading });
      return;
    }
    this.tell({ kind: "failure", state: answer.state, detail: answer.detail });
    if (answer.state === "offline") this.retryLater();
  }

  retryLater() {
    if (document.hidden) return;
    this.timer = setTimeout(this.again, this.pause);
    this.pause = Math.min(this.pause * 2, LAST_RETRY_MS);
  }

  /** Answers that are still under way count no more. */
  stop() {
    this.revision += 1;
    clearTimeout(this.timer);
  }
}

/**
 * @param {Companion.Message} message
 * @returns {Promise<{ok: true, report?: Companion.Report} | Companion.Failure | "orphan">}
 */
async function send(message) {
  try {
    if (!chrome.runtime?.id) return "orphan";
    const answer = await chrome.runtime.sendMessage(message);
    return answer ?? { ok: false, state: "offline", detail: "" };
  } catch {
    // Without an id the extension was updated or removed under this page; else only its worker died.
    return chrome.runtime?.id ? { ok: false, state: "offline", detail: "" } : "orphan";
  }
}

const LIMITS = /** @type {const} */ ({ subject: 300, reference: 300, description: 20_000 });

/**
 * @param {Reading["draft"]} draft
 * @returns {keyof typeof LIMITS | null} the first field with more code points than the service takes
 */
function tooLongField(draft) {
  const fields = /** @type {(keyof typeof LIMITS)[]} */ (Object.keys(LIMITS));
  // A code point is one or two units, so only long texts have to be counted.
  return (
    fields.find((field) => draft[field].length > LIMITS[field] && [...draft[field]].length > LIMITS[field]) ?? null
  );
}
