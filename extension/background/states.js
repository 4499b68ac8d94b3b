/** What the seven states of the connection are called and what to do in each: shown in the popup, sent to pages. */

/** @type {Record<Companion.State, string>} */
export const STATE_NAMES = {
  ready: "Готов",
  checking: "Проверяю",
  unpaired: "Не подключено",
  forbidden: "Нет разрешения",
  offline: "Служба не запущена",
  foreign: "Порт занят другой программой",
  outdated: "Обновите помощник",
};

/** @type {Record<Companion.State, string>} */
export const ADVICE = {
  ready: "Откройте обращение в кабинете продавца: подсказки появятся рядом с текстом.",
  checking: "Связываюсь со службой на этом компьютере.",
  unpaired: "Введите код, который показывает стартовая страница службы.",
  forbidden: "Разрешите помощнику обращаться к службе на этом компьютере.",
  offline: "Запустите службу помощника на этом компьютере.",
  foreign: "Укажите в настройках порт, который назвала служба при запуске.",
  outdated: "Служба новее, чем помощник в браузере. Перезагрузите его, а если не поможет, установите заново.",
};

/**
 * @param {Companion.State} state
 * @param {string} [detail]
 * @returns {Companion.Failure}
 */
export function failure(state, detail = ADVICE[state]) {
  return { ok: false, state, detail };
}

/**
 * The service runs, but this one request came to nothing.
 *
 * @param {string} detail
 */
export function refusal(detail) {
  return failure("ready", detail);
}
