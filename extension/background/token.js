/** The token that pairing gave. In IndexedDB, because in Firefox content scripts can read `storage.local`. */

const STORE = "secrets";
const KEY = "token";

/** @returns {Promise<string | undefined>} */
export function readToken() {
  return within("readonly", (store) => store.get(KEY));
}

/** @param {string} token */
export function keepToken(token) {
  return within("readwrite", (store) => store.put(token, KEY));
}

/** @type {Companion.Within} */
async function within(mode, work) {
  // For each use anew: a kept handle, or a kept rejection, would outlive its worth.
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("companion", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
