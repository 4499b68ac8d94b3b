/** What the popup says beside the states' own names and advice. */

/** @type {Partial<Record<Companion.State, string>>} Where the advice for pages is not enough here. */
export const MORE = {
  unpaired: "Введите код подключения ниже.",
  offline: "Откройте папку помощника и выполните в ней команду:",
};

export const CONNECTED = "Подключено. Вернитесь к обращению: подсказки появятся рядом с текстом.";

export const NEEDS_DIGITS = "Код состоит из шести цифр. Его показывает стартовая страница службы.";

export const NOT_SENT = "Код не отправлен. Сначала сделайте то, что сказано выше.";

/** @param {Companion.State} state */
export function whereToFind(state) {
  if (state === "ready") return "Нужен, только если подключаете помощник заново.";
  return "Шесть цифр со страницы, которая открылась при запуске службы.";
}
