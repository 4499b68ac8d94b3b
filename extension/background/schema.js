/** What a page may pass on to the service: the known keys of the known types, nothing else. */

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {Companion.CheckRequest | null} null for what is no request
 */
export function checkRequest(value) {
  if (!isRecord(value) || !isRecord(value.draft)) return null;
  const { subject, reference, description, attachments } = value.draft;
  if (![subject, reference, description].every(isText)) return null;
  const files = attachments ?? [];
  if (!Array.isArray(files) || !files.every(isAttachment)) return null;
  if (!isOptional(value.revision, Number.isSafeInteger) || !isOptional(value.now, isText)) return null;
  if (!isOptional(value.page, (page) => page === "form" || page === "messenger")) return null;
  if (!isOptional(value.stage, (stage) => stage === "request" || stage === "reply")) return null;
  return /** @type {Companion.CheckRequest} */ ({
    draft: {
      subject: whole(subject),
      reference: whole(reference),
      description: whole(description),
      attachments: files.map(({ name, type = null, size = null }) => ({ name: whole(name), type, size })),
    },
    revision: value.revision,
    now: value.now,
    page: value.page,
    stage: value.stage,
  });
}

/**
 * Half an emoji (a page may cut one) would be refused by the service; the replacement is as long, so positions hold.
 *
 * @param {unknown} text
 */
function whole(text) {
  return typeof text === "string" ? text.toWellFormed() : null;
}

/** @param {unknown} value */
function isText(value) {
  return value === undefined || value === null || typeof value === "string";
}

/** @param {unknown} value */
function isAttachment(value) {
  return isRecord(value) && typeof value.name === "string" && isText(value.type) && isOptional(value.size, isSize);
}

/** @param {unknown} value */
function isSize(value) {
  return value === null || (Number.isSafeInteger(value) && Number(value) >= 0);
}

/**
 * @param {unknown} value
 * @param {(value: unknown) => boolean} test
 */
function isOptional(value, test) {
  return value === undefined || test(value);
}
