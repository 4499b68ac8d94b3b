/** Runs one scenario in a new Firefox: `node run.mjs NAME CONFIG`, the configuration as JSON. Says what failed, and where. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Firefox } from "./firefox.mjs";
import { SCENARIOS } from "./scenarios.mjs";

const [name = "", json = "{}"] = process.argv.slice(2);
/** @type {import("./form.mjs").Config} */
const config = JSON.parse(json);
const scenario = SCENARIOS[name];
if (!scenario) throw new Error(`no scenario «${name}»`);

await mkdir(config.screens, { recursive: true });
const firefox = await Firefox.launch(config.firefox, join(config.folder, "profile"));
try {
  await firefox.serveAsSeller(config.address);
  await scenario(firefox, config, keep);
} catch (error) {
  await keepAll().catch(() => {});
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
} finally {
  await firefox.close();
}

/** @type {import("./form.mjs").Keep} */
function keep(tab, picture) {
  return tab.shot(join(config.screens, `firefox-${config.place}-${picture}.png`));
}

/** What was to be seen when it failed. */
async function keepAll() {
  for (const [at, tab] of (await firefox.tabs()).entries()) {
    console.error(`Вкладка ${at}: ${await tab.call(() => `${location.href}\n${document.body?.innerText}`)}`);
    await keep(tab, `failed-${at}`);
  }
}
