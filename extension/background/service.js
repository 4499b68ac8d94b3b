/** Where the service is, one call to it, and what its outcome means. The only place that fetches. */

import { failure, refusal } from "./states.js";

/** Of the contract that this extension speaks. */
const API = 1;
/** Nothing else goes to the service, whatever a page may send. */
const KEYS =
  /^(\d*|code|client|draft|subject|reference|description|attachments|name|type|size|revision|now|page|stage)$/;
/** @type {Record<string, string>} */
const FIELDS = { subject: "Тема", reference: "Номер", description: "Описание", attachments: "Вложения" };
/** The manifest's host permission, letter by letter. */
export const PERMISSION = { origins: ["http://127.0.0.1/*"] };

/** Below 1024 only an administrator's programs listen. @type {(port: any) => port is number} */
export function isPort(port) {
  return Number.isInteger(port) && port >= 1024 && port <= 65535;
}

export async function port() {
  const stored = await chrome.storage.local.get("port");
  return isPort(stored.port) ? stored.port : 8765;
}

export async function address() {
  return `http://127.0.0.1:${await port()}`;
}

/** @type {Companion.Post} */
export async function post(path, body, token) {
  // Asked beforehand: with the permission withdrawn the user has said that nothing goes to the service.
  if (!(await chrome.permissions.contains(PERMISSION))) return failure("forbidden");
  const limit = AbortSignal.timeout(6000);
  try {
    const response = await fetch((await address()) + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body, passing),
      signal: limit,
      cache: "no-store",
      credentials: "omit",
      // A foreign program's redirect must not carry the draft elsewhere.
      redirect: "manual",
    });
    return await understood(response);
  } catch {
    return failure("offline", limit.aborted ? "Служба не отвечает. Перезапустите её." : undefined);
  }
}

/** @param {string} key @param {unknown} value */
function passing(key, value) {
  if (!KEYS.test(key)) return undefined;
  // Half an emoji would be refused; the replacement is as long, so positions hold.
  return typeof value === "string" ? value.toWellFormed() : value;
}

/** @param {Response} response @returns {Promise<Companion.Outcome>} */
async function understood(response) {
  const api = Number(response.headers.get("X-Companion-Api"));
  if (!Number.isInteger(api) || api < 1) return failure("foreign");
  if (api > API) return failure("outdated");
  const body = await response.json().catch((error) => {
    // A cut connection is the service's end; anything else is an answer that is no JSON.
    if (!(error instanceof SyntaxError)) throw error;
  });
  const { status, url } = response;
  if (response.ok && body) return { ok: true, body };
  // Only of a wrong code the service says more than the state does.
  if (status === 401 || status === 403) return failure("unpaired", url.endsWith("/pair") ? body?.detail : undefined);
  const wrong = body?.errors?.[0];
  if (!wrong) return refusal(body?.detail ?? `Служба ответила ошибкой ${status}. Перезапустите её.`);
  const field = String(wrong.field).replace(/^draft\.(\w+).*/, "$1");
  return refusal(`${FIELDS[field] ?? field}: ${wrong.message}.`);
}
