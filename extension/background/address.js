/** Where the service lives: always this computer, the port is the user's. */

export const DEFAULT_PORT = 8765;

/** Ports below 1024 need an administrator: no service of ours is there. */
const LOWEST = 1024;
const HIGHEST = 65535;

/**
 * @param {unknown} port
 * @returns {port is number}
 */
export function isPort(port) {
  return Number.isInteger(port) && Number(port) >= LOWEST && Number(port) <= HIGHEST;
}

/** @returns {Promise<number>} */
export async function port() {
  const stored = await chrome.storage.local.get("port");
  return isPort(stored.port) ? stored.port : DEFAULT_PORT;
}

/** @returns {Promise<string>} the service's origin, without a slash at the end */
export async function address() {
  return `http://127.0.0.1:${await port()}`;
}
