/** What an angry seller writes first: something for the assistant to do. */
export const SAMPLE = [
  "Здравствуйте!!! Вчера не зачислен платёж по заказу 57195475-0050-3 на 4 500 ₽.",
  "Это безобразие, короче, разберитесь уже. Скриншот отчёта прилагаю.",
].join("\n");
