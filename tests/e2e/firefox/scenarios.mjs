/** What a seller does, from the first letter to the sent request. Each takes the browser, what to do it with, and `keep`. */

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "./firefox.mjs";
import { connect, Form } from "./form.mjs";

/**
 * @typedef {import("./firefox.mjs").Firefox} Firefox
 * @typedef {import("./form.mjs").Config} Config
 * @typedef {import("./form.mjs").Keep} Keep
 */

const ANGRY =
  "Здравствуйте! Вы опять не зачислили оплату за заказ!!! Вчера деньги должны были прийти, а на балансе пусто. " +
  "Это безобразие, сколько можно. Скриншот отчёта прилагаю.";
const NUMBER = "57195475-0050-3";
const PNG = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(2_000)]);

/** @type {Record<string, (firefox: Firefox, config: Config, keep: Keep) => Promise<void>>} */
export const SCENARIOS = {
  async "an angry draft becomes a ready request"(firefox, config, keep) {
    const form = await connect(firefox, config, keep);
    const { panel, tab } = form;
    await panel.says("Выберите тему");
    assert.ok(
      await panel.isBeside(await form.field()),
      "панель не рядом с полем: её вид не действует или она закрывает поле",
    );
    await keep(tab, "1-empty");
    await form.choose("Финансы");
    await form.write(ANGRY);

    for (const expected of ["Укажите номер", "Вместо", "одного знака", "о чём просите", "безобразие", "Файл обещан"])
      await panel.says(expected);
    assert.match(await panel.status(), /\d+ замечани/);
    assert.match(await panel.status(), /Ориентир: ответ до (пн|вт|ср|чт|пт|сб|вс) \d+ \p{L}+/u);
    assert.match((await panel.list("Готовность")).join("\n"), /Дат/);
    await keep(tab, "2-angry");

    await form.fix("одного знака", (now) => now.includes("заказ! "));
    await form.fix("безобразие", (now) => !now.includes("безобразие"));
    await form.fix("Вчера", (now) => !now.includes("Вчера"));
    await form.fix("Напишите, о чём просите", (now) => now.includes("Прошу"));
    if ((await form.description()).includes("сколько можно"))
      await form.fix("сколько можно", (now) => !now.includes("сколько можно"));
    await keep(tab, "3-fixed");

    const file = join(config.folder, "отчёт.png");
    await writeFile(file, PNG);
    await tab.click(await tab.find("textbox", "Номер заказа или товара"));
    await tab.type(NUMBER);
    await tab.attach(await tab.css("input[type=file]"), [file]);
    await panel.says("Готово к отправке");
    assert.deepEqual(await panel.list("Замечания"), []);
    await keep(tab, "4-ready");

    const written = await form.description();
    const sent = await form.send();
    await tab.says("Обращение № 7");
    await panel.goes();
    await keep(tab, "5-sent");
    assert.equal(sent.topic, "Финансы");
    assert.equal(sent.reference, NUMBER);
    assert.equal(sent.description, written);
    assert.deepEqual(sent.attachments, [{ name: "отчёт.png", type: "image/png", size: PNG.length }]);
  },

  async "one undo takes a fix back and the caret stays"(firefox, config, keep) {
    const form = await connect(firefox, config, keep);
    await form.write("Это безобразие, прошу проверить начисление!!! Жду ответа");
    const before = await form.description();
    await form.tab.press("ArrowLeft");
    await form.fix("одного знака", (now) => !now.includes("!!!"));
    const field = await form.field();
    const fromEnd = await form.tab.call(
      (/** @type {HTMLTextAreaElement} */ { value, selectionStart }) => value.length - selectionStart,
      field,
    );
    assert.equal(fromEnd, 1, "курсор не остался на месте");
    assert.ok(
      await form.tab.call((/** @type {Element} */ node) => node.matches(":focus"), field),
      "фокус ушёл из поля",
    );
    await keep(form.tab, "undo-1-fixed");
    await form.tab.press("Control", "z");
    await until(
      () => form.description(),
      (now) => now === before,
      "текст, каким он был до правки",
    );
    await form.panel.says("одного знака");
    await keep(form.tab, "undo-2-undone");
  },

  async "the page and what it sends are the same without the extension"(firefox, config, keep) {
    const bare = await Form.atSeller(firefox);
    const before = await pageAndTicket(bare);
    await bare.tab.close();
    const form = await connect(firefox, config, keep);
    const after = await pageAndTicket(form, async () => {
      await form.panel.says("безобразие");
      await keep(form.tab, "unchanged");
    });
    assert.deepEqual(after.page, before.page);
    assert.deepEqual(after.ticket, before.ticket);
    assert.deepEqual(
      [before.children, after.children],
      [
        ["HEAD", "BODY"],
        ["HEAD", "BODY", "DIV"],
      ],
    );
  },
};

/** @param {Form} form @param {() => Promise<void>} [settled] waits for what the extension does */
async function pageAndTicket(form, settled = async () => {}) {
  await form.choose("Финансы");
  await form.write(ANGRY);
  await settled();
  const [children, ...page] = await form.tab.call(() => {
    const html = document.documentElement;
    const own = /** @type {Element} */ (html.cloneNode(false)).outerHTML;
    return [[...html.children].map(({ tagName }) => tagName), own, document.head.outerHTML, document.body.outerHTML];
  });
  return { children, page, ticket: await form.send() };
}
