/** Pairing, the state of the connection, and what the service says about a draft. */

import { address, post } from "./service.js";
import { failure, refusal } from "./states.js";
import { keepToken, readToken } from "./token.js";

const { version } = chrome.runtime.getManifest();

/** Address of the service that has said hello. Only a shortcut: a new worker asks again. */
let greeted = "";

/** The question is answered, whatever the state. @returns {Promise<Companion.StateAnswer>} */
export async function state() {
  return { ...(await hello()), ok: true };
}

/** @type {Companion.Check} */
export async function check(request) {
  if (greeted !== (await address())) {
    const greeting = await hello();
    if (greeting.state !== "ready") return greeting;
  }
  const outcome = await post("/v1/check", request, await readToken());
  if (outcome.ok) return { ok: true, report: outcome.body };
  if (outcome.state !== "ready") greeted = "";
  return outcome;
}

/** @type {Companion.Pair} */
export async function pair(code) {
  const outcome = await post("/v1/pair", { code, client: `помощник ${version}` });
  // A refused code says nothing about a connection that may already exist: its token stays.
  if (!outcome.ok) return outcome;
  await keepToken(outcome.body.token);
  await announce();
  return { ok: true };
}

/** Tells open pages that it is worth asking again. */
export function announce() {
  return chrome.storage.local.set({ paired: Date.now() });
}

async function hello() {
  const place = await address();
  greeted = "";
  const outcome = await post("/v1/hello", {}, await readToken());
  // A service that cannot even greet is as good as off: it has to be started again.
  if (!outcome.ok) return outcome.state === "ready" ? failure("offline", outcome.detail) : outcome;
  if (outcome.body.min_extension.localeCompare(version, "en", { numeric: true }) > 0) return failure("outdated");
  greeted = place;
  return { ...refusal(""), notice: outcome.body.notice };
}
