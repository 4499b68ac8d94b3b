/** The seven states of the connection: their names, and what to do in each. */

/** @type {Record<Companion.State, [name: string, advice: string]>} */
export const STATES = {
  ready: ["Готов", "Откройте обращение в кабинете продавца: подсказки появятся рядом с текстом."],
  checking: ["Проверяю", "Связываюсь со службой на этом компьютере."],
  unpaired: ["Не подключено", "Введите код, который показывает стартовая страница службы."],
  forbidden: ["Нет разрешения", "Разрешите помощнику обращаться к службе на этом компьютере."],
  offline: ["Служба не запущена", "Запустите службу помощника на этом компьютере."],
  foreign: ["Порт занят другой программой", "Укажите в настройках порт, который назвала служба при запуске."],
  outdated: ["Обновите помощник", "Служба новее помощника. Перезагрузите его, а если не поможет, установите заново."],
};

/** @param {Companion.State} state @returns {Companion.Failure} */
export function failure(state, detail = STATES[state][1]) {
  return { ok: false, state, detail };
}

/** The service runs, but this one request came to nothing. @param {string} detail */
export function refusal(detail) {
  return failure("ready", detail);
}
