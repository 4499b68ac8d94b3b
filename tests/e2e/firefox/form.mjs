/** The demo form of the service, as a seller uses it; and the way there: port, code, form. */

import { SELLER, until } from "./firefox.mjs";
import { Panel } from "./panel.mjs";

const FORM = "/app/help/new";

/**
 * @typedef {import("./firefox.mjs").Firefox} Firefox
 * @typedef {import("./firefox.mjs").Tab} Tab
 * @typedef {(tab: Tab, name: string) => Promise<void>} Keep keeps a picture of a tab
 */

/**
 * @typedef {object} Config what the test tells the scenario
 * @property {string} firefox the browser's program
 * @property {string} extension its folder
 * @property {string} address of the service
 * @property {number} port of the service
 * @property {string} code for pairing
 * @property {"seller" | "demo"} place where the form is
 * @property {string} folder for files of this run
 * @property {string} screens folder for pictures
 */

export class Form {
  /** @param {Tab} tab */
  constructor(tab) {
    this.tab = tab;
    this.panel = new Panel(tab);
  }

  /** @param {Firefox} firefox @returns {Promise<Form>} the form under the address of Ozon's cabinet */
  static async atSeller(firefox) {
    const form = new Form(await firefox.open(SELLER + FORM));
    await form.field();
    return form;
  }

  field() {
    return this.tab.find("textbox", "Описание проблемы");
  }

  /** What stands in the description. */
  async description() {
    return this.tab.call((/** @type {HTMLTextAreaElement} */ field) => field.value, await this.field());
  }

  /** @param {string} text typed at the end of the description */
  async write(text) {
    await this.tab.click(await this.field());
    await this.tab.press("Control", "End");
    await this.tab.type(text);
  }

  /** @param {string} topic chosen as by keyboard: its first letters */
  async choose(topic) {
    const list = await this.tab.find("combobox", "Тема обращения");
    await this.tab.call((/** @type {HTMLElement} */ node) => node.focus(), list);
    await this.tab.type(topic.slice(0, 3));
    await until(
      () => this.tab.call((/** @type {HTMLSelectElement} */ node) => node.selectedOptions[0]?.text ?? "", list),
      (chosen) => chosen === topic,
      `тема «${topic}»`,
    );
  }

  /**
   * Clicks «Исправить»; once more, as a user would, when the panel says that it had not read the last letters yet.
   *
   * @param {string} suggestion silent afterwards
   * @param {(text: string) => boolean} good the description afterwards
   */
  async fix(suggestion, good) {
    let isDone = false;
    while (!isDone) {
      await this.panel.press(suggestion, "Исправить");
      const outcome = await until(
        async () => ({ text: await this.description(), panel: await this.panel.text() }),
        ({ text, panel }) => good(text) || panel.includes("Текст изменился"),
        `правка замечания «${suggestion}»`,
      );
      isDone = good(outcome.text);
    }
    await until(
      () => this.panel.list("Замечания"),
      (items) => items.every((item) => !item.includes(suggestion)),
      `панель без замечания «${suggestion}»`,
    );
  }

  /** @returns {Promise<any>} what a server would have got */
  async send() {
    await this.tab.click(await this.tab.find("button", "Отправить"));
    const record = await this.tab.css("[data-last-ticket][data-sent]");
    return JSON.parse(await this.tab.call((/** @type {HTMLElement} */ node) => node.textContent, record));
  }
}

/**
 * From a fresh extension to a connected one, as a user does it who sees our panel: its settings for the port that the
 * service named, then its «Подключить» for the code. It goes the same way whatever holds the usual port.
 *
 * @param {Firefox} firefox
 * @param {Config} config
 * @param {Keep} keep
 * @returns {Promise<Form>} the form at the place that the scenario asks for
 */
export async function connect(firefox, { port, code, extension, place }, keep) {
  await firefox.install(extension);
  const form = await Form.atSeller(firefox);
  await setPort(firefox, form, port);
  await form.panel.says("Не подключено");
  await keep(form.tab, "unpaired");
  await form.panel.pressButton("Подключить");
  const popup = await firefox.opened("/popup/popup.html");
  await popup.says("Не подключено");
  await popup.click(await popup.find("textbox", "Код подключения"));
  await popup.type(code);
  await popup.click(await popup.find("button", "Подключить"));
  await popup.says("Готов");
  await keep(popup, "popup");
  return place === "demo" ? toDemo(firefox, popup) : backTo(form, popup);
}

/** @param {Firefox} firefox @param {Form} form @param {number} port */
async function setPort(firefox, form, port) {
  await form.panel.pressButton("Настройки");
  const options = await firefox.opened("/options/options.html");
  const field = await options.find("textbox", "Порт службы");
  await until(
    () => options.call((/** @type {HTMLInputElement} */ node) => node.value, field),
    (value) => value !== "",
    "порт в настройках",
  );
  await options.click(field);
  await options.press("Control", "a");
  await options.type(String(port));
  await options.click(await options.find("button", "Сохранить"));
  await options.says(`Сохранено: порт ${port}. Состояние: «Не подключено»`);
  await backTo(form, options);
}

/** @param {Form} form @param {Tab} tab that is done with */
async function backTo(form, tab) {
  await tab.close();
  await form.tab.show();
  return form;
}

/** @param {Firefox} firefox @param {Tab} popup */
async function toDemo(firefox, popup) {
  await popup.click(await popup.find("button", "Открыть учебную форму"));
  const form = new Form(await firefox.opened("/demo/form"));
  await form.field();
  return form;
}
