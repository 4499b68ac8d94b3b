/** A real Firefox with the real extension, used by keyboard and mouse through WebDriver BiDi. */

import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";

const puppeteer = createRequire(new URL("../../../scripts/node/package.json", import.meta.url))(
  "puppeteer-core",
).default;

/** Milliseconds after which something that should appear is missing: generous, because test machines are slow. */
const PATIENCE = 30_000;
const STARTING = 60_000;
export const SELLER = "https://seller.ozon.ru";

/**
 * Reads again and again until the value is good. What is not there yet may throw.
 *
 * @template T
 * @param {() => Promise<T>} read
 * @param {(value: T) => boolean} good
 * @param {string} what said when it never is
 * @returns {Promise<T>}
 */
export async function until(read, good, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const last = await read().then(
      (value) => ({ value, seen: JSON.stringify(value), isGood: good(value) }),
      (error) => ({ value: undefined, seen: error.message, isGood: false }),
    );
    if (last.isGood) return /** @type {T} */ (last.value);
    if (Date.now() > end) throw new Error(`Не дождались: ${what}. Последнее: ${last.seen}`);
    await pause(50);
  }
}

export class Firefox {
  /**
   * Puppeteer starts the browser and installs the extension; it lists neither the extension's pages nor closed roots,
   * so all the rest are BiDi's own commands.
   *
   * @param {string} executable
   * @param {string} profile a new folder
   */
  static async launch(executable, profile) {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: executable,
      userDataDir: profile,
      headless: true,
      args: ["--width=1280", "--height=900"],
      defaultViewport: null,
      timeout: STARTING,
      env: { ...process.env, TZ: "Europe/Moscow" },
    });
    return new Firefox(browser);
  }

  constructor(browser) {
    this.browser = browser;
  }

  /** @param {string} method @param {object} [params] */
  async send(method, params = {}) {
    return (await this.browser.connection.send(method, params)).result;
  }

  /** @param {string} folder */
  install(folder) {
    return this.browser.installExtension(folder);
  }

  close() {
    return this.browser.close();
  }

  /** @param {string} url @returns {Promise<Tab>} a new tab, its page loaded */
  async open(url) {
    const { context } = await this.send("browsingContext.create", { type: "tab" });
    await this.send("browsingContext.navigate", { context, url, wait: "complete" });
    return new Tab(this, context);
  }

  /** @param {string} [part] of the address @returns {Promise<Tab[]>} the open tabs, the extension's own among them */
  async tabs(part = "") {
    const { contexts } = await this.send("browsingContext.getTree", { maxDepth: 0 });
    return contexts.filter(({ url }) => url.includes(part)).map(({ context }) => new Tab(this, context));
  }

  /** @param {string} part of its address @returns {Promise<Tab>} a tab that the extension opens itself */
  async opened(part) {
    const [tab] = await until(
      () => this.tabs(part),
      (tabs) => tabs.length > 0,
      `вкладка ${part}`,
    );
    return tab;
  }

  /**
   * Answers requests to Ozon's cabinet, inside the browser, with our own copies of its pages.
   *
   * @param {string} address of the service
   */
  async serveAsSeller(address) {
    const urlPatterns = [{ type: "pattern", protocol: "https", hostname: new URL(SELLER).hostname }];
    await this.send("network.addIntercept", { phases: ["beforeRequestSent"], urlPatterns });
    this.browser.connection.on("network.beforeRequestSent", async (event) => {
      if (event.isBlocked) await this.answer(event.request, address).catch((error) => this.noteFailure(error));
    });
  }

  /** @param {{request: string, url: string}} request @param {string} address */
  async answer({ request, url }, address) {
    const path = url.slice(SELLER.length);
    const copy = await fetch(address + (path.startsWith("/app/help/new") ? "/demo/form" : path));
    const headers = ["content-type", "content-security-policy"].flatMap((name) => {
      const value = copy.headers.get(name);
      return value ? [{ name, value: { type: "string", value } }] : [];
    });
    const body = { type: "base64", value: Buffer.from(await copy.arrayBuffer()).toString("base64") };
    await this.send("network.provideResponse", {
      request,
      statusCode: copy.status,
      reasonPhrase: copy.statusText,
      headers,
      body,
    });
  }

  /** @param {Error} error a page that was closed meanwhile needs no answer; anything else shows in the scenario */
  noteFailure(error) {
    console.error(`Страница под адресом ${SELLER} не отдана: ${error.message}`);
  }
}

export class Tab {
  /** @param {Firefox} firefox @param {string} context */
  constructor(firefox, context) {
    this.firefox = firefox;
    this.context = context;
  }

  /** @param {string} method @param {object} [params] */
  send(method, params = {}) {
    return this.firefox.send(method, { context: this.context, ...params });
  }

  /**
   * Runs a function beside the page: it sees the page's nodes, not its variables, and the page does not see it.
   *
   * @param {Function} act
   * @param {...(object | string)} values nodes and texts
   */
  async call(act, ...values) {
    const answer = await this.firefox.send("script.callFunction", {
      functionDeclaration: String(act),
      arguments: values.map((value) =>
        typeof value === "string" ? { type: "string", value } : { sharedId: value.sharedId },
      ),
      target: { context: this.context, sandbox: "scenario" },
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return plain(answer.result);
  }

  /** @param {object} locator @param {object} [within] */
  async all(locator, within) {
    const startNodes = within ? { startNodes: [{ sharedId: within.sharedId }] } : {};
    return (await this.send("browsingContext.locateNodes", { locator, ...startNodes })).nodes;
  }

  /**
   * The first node that a screen reader announces so, once it is there.
   *
   * @param {string} role
   * @param {string} name
   * @param {object} [within]
   */
  async find(role, name, within) {
    const locator = { type: "accessibility", value: { role, name } };
    const [node] = await until(
      () => this.all(locator, within),
      (found) => found.length > 0,
      `${role} «${name}»`,
    );
    return node;
  }

  /** @param {string} selector */
  async css(selector) {
    const [node] = await until(
      () => this.all({ type: "css", value: selector }),
      (found) => found.length > 0,
      selector,
    );
    return node;
  }

  /** @param {string} text @returns {Promise<unknown>} once the page shows it */
  says(text) {
    return until(
      () => this.call(() => document.body.innerText),
      (shown) => shown.includes(text),
      `«${text}»`,
    );
  }

  /** @param {object} node */
  async click(node) {
    await this.call((/** @type {Element} */ element) => element.scrollIntoView({ block: "nearest" }), node);
    const origin = { type: "element", element: { sharedId: node.sharedId } };
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.send("input.performActions", { actions: [{ type: "pointer", id: "mouse", actions }] });
  }

  /** @param {string} text as if typed, into what has the focus */
  type(text) {
    return this.keys([...text].flatMap((value) => [down(value), up(value)]));
  }

  /** @param {...string} keys pressed one after the other, let go in the opposite order */
  press(...keys) {
    const values = keys.map((key) => KEYS[key] ?? key);
    return this.keys([...values.map(down), ...values.reverse().map(up)]);
  }

  /** @param {object[]} actions */
  keys(actions) {
    return this.send("input.performActions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** @param {object} element a file input @param {string[]} files */
  attach(element, files) {
    return this.send("input.setFiles", { element: { sharedId: element.sharedId }, files });
  }

  show() {
    return this.send("browsingContext.activate");
  }

  close() {
    return this.send("browsingContext.close");
  }

  /** @param {string} file */
  async shot(file) {
    const { data } = await this.send("browsingContext.captureScreenshot");
    await writeFile(file, Buffer.from(data, "base64"));
  }
}

/** The private code points that WebDriver gives to keys without a letter. @type {Record<string, string>} */
const KEYS = { Enter: "\uE007", End: "\uE010", ArrowLeft: "\uE012", Control: "\uE009" };

/** @param {string} value */
const down = (value) => ({ type: "keyDown", value });
/** @param {string} value */
const up = (value) => ({ type: "keyUp", value });

/** @param {any} remote a value as BiDi writes it */
function plain(remote) {
  if (remote.type === "array") return remote.value.map(plain);
  return remote.type === "node" ? remote : (remote.value ?? null);
}
