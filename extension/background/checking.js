/** Asks the service: is it there, and what does it say about a draft. */

import { address } from "./address.js";
import { post } from "./service.js";
import { failure, refusal } from "./states.js";
import { dropToken, readToken } from "./token.js";

/**
 * Address of the service that has said hello to this extension. Only ever a shortcut: a new worker asks again.
 */
let greeted = "";

/** @returns {Promise<Companion.StateAnswer>} */
export async function state() {
  const place = await address();
  greeted = "";
  const outcome = await authorised("/v1/hello", {});
  // A service that cannot even greet is as good as off: it has to be started again.
  if (!outcome.ok) return known(outcome.state === "ready" ? failure("offline", outcome.detail) : outcome);
  if (isNewer(String(outcome.body.min_extension ?? ""), chrome.runtime.getManifest().version)) {
    return known(failure("outdated"));
  }
  greeted = place;
  return { ok: true, state: "ready", detail: "" };
}

/**
 * @param {Companion.CheckRequest} request
 * @returns {Promise<Companion.CheckAnswer>}
 */
export async function check(request) {
  if (greeted !== (await address())) {
    const answer = await state();
    if (!answer.ok || answer.state !== "ready") return failure(answer.state, answer.detail);
  }
  const outcome = await authorised("/v1/check", request);
  if (outcome.ok) return isReport(outcome.body) ? { ok: true, report: outcome.body } : refusal(UNCLEAR);
  if (outcome.state !== "ready") greeted = "";
  return failure(outcome.state, outcome.detail);
}

const UNCLEAR = "Ответ службы не удалось понять. Обновите службу и помощник.";

/**
 * @param {string} path
 * @param {object} body
 */
async function authorised(path, body) {
  const token = await readToken();
  const outcome = await post(path, body, token);
  if (outcome.ok || outcome.state !== "unpaired") return outcome;
  if (token) await dropToken(token);
  return failure("unpaired");
}

/**
 * @param {Companion.Failure} outcome
 * @returns {Companion.StateAnswer} the question «в каком состоянии» was answered, whatever the state
 */
function known({ state, detail }) {
  return { ok: true, state, detail };
}

/**
 * @param {any} body
 * @returns {body is Companion.Report}
 */
function isReport(body) {
  return Array.isArray(body.suggestions) && Boolean(body.readiness && body.expectation && body.facts);
}

/**
 * @param {string} wanted `2026.11.1`
 * @param {string} ours
 */
function isNewer(wanted, ours) {
  return wanted.localeCompare(ours, "en", { numeric: true }) > 0;
}
