/** One call to the service, and what its answer means for the connection. The only place that fetches. */

import { address } from "./address.js";
import { failure, refusal } from "./states.js";

/** The version of the contract that this extension speaks. */
const API = 1;

const TIME_LIMIT = 6000;

/** The service's own limit, in bytes: a longer body would be cut off in mid-air and look like a dead service. */
const LARGEST_BODY = 256 * 1024;

/** The manifest's host permission, letter by letter. */
export const PERMISSION = { origins: ["http://127.0.0.1/*"] };

const TOO_LONG = "Текст слишком длинный: помощник проверяет описание до 20 000 символов.";

/** @type {Record<string, string>} */
const FIELDS = { subject: "Тема", reference: "Номер", description: "Описание", attachments: "Вложения" };

/**
 * @typedef {{ ok: true, body: any } | Companion.Failure} Outcome
 */

/**
 * @param {string} path
 * @param {object} body
 * @param {string} [token]
 * @returns {Promise<Outcome>}
 */
export async function post(path, body, token) {
  // Asked beforehand: with the permission withdrawn the user has said that nothing goes to the service.
  if (!(await chrome.permissions.contains(PERMISSION))) return failure("forbidden");
  const text = JSON.stringify(body);
  if (new Blob([text]).size > LARGEST_BODY) return refusal(TOO_LONG);

  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), TIME_LIMIT);
  try {
    const response = await fetch((await address()) + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
      body: text,
      signal: limit.signal,
      cache: "no-store",
      credentials: "omit",
      // A foreign program's redirect must not carry the draft elsewhere.
      redirect: "manual",
    });
    return await understood(response);
  } catch {
    return limit.signal.aborted ? failure("offline", "Служба не отвечает. Перезапустите её.") : failure("offline");
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @returns {Promise<Outcome>}
 */
async function understood(response) {
  const api = Number(response.headers.get("X-Companion-Api") ?? Number.NaN);
  if (!Number.isInteger(api) || api < 1) return failure("foreign");
  if (api > API) return failure("outdated");

  const body = await response.json().catch((error) => {
    // A cut connection is the service's end; anything else is an answer that is no JSON.
    if (error instanceof SyntaxError) return null;
    throw error;
  });
  const { status } = response;
  if (response.ok && body) return { ok: true, body };
  if (status === 401 || status === 403) return failure("unpaired", body?.detail);
  return refusal(complaint(status, body));
}

/**
 * @param {number} status
 * @param {any} problem RFC 9457, in Russian
 * @returns {string}
 */
function complaint(status, problem) {
  if (status === 413) return TOO_LONG;
  const errors = Array.isArray(problem?.errors) ? problem.errors : [];
  const [first] = errors;
  if (first?.message) return sentence(String(first.field), String(first.message));
  return String(problem?.detail || `Служба ответила ошибкой ${status}. Перезапустите её.`);
}

/**
 * @param {string} path `draft.description`
 * @param {string} message
 */
function sentence(path, message) {
  const name = path.split(".").find((part) => part in FIELDS);
  const text = name ? `${FIELDS[name]}: ${message}` : message;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
