/**
 * The token that pairing gave. In the extension's own IndexedDB, because Firefox cannot keep `storage.local` away from
 * content scripts. It never leaves the background but to the service.
 *
 * The database is opened for each use: the worker may die at any moment, and a kept handle (or a kept rejected promise)
 * would outlive its worth.
 */

const NAME = "companion";
const STORE = "secrets";
const KEY = "token";

/** @returns {Promise<string | undefined>} */
export function readToken() {
  return within("readonly", (store, finish) => {
    const reading = store.get(KEY);
    reading.onsuccess = () => finish(typeof reading.result === "string" ? reading.result : undefined);
  });
}

/**
 * @param {string} token
 * @returns {Promise<void>}
 */
export function keepToken(token) {
  return within("readwrite", (store) => store.put(token, KEY));
}

/**
 * Forgets a token that the service refused: it is dead there (another data folder, a withdrawn pairing), and a secret
 * without use should not lie about. Only that very token: a pairing that has just succeeded keeps its new one.
 *
 * @param {string} refused
 * @returns {Promise<void>}
 */
export function dropToken(refused) {
  return within("readwrite", (store) => {
    const reading = store.get(KEY);
    reading.onsuccess = () => {
      if (reading.result === refused) store.delete(KEY);
    };
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore, finish: (value: T) => void) => void} work
 * @returns {Promise<T>} what `work` finished with, once the transaction is on disk
 */
async function within(mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      /** @type {any} */
      let result;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE), (value) => {
        result = value;
      });
    });
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
