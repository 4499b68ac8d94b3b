// `web-ext lint` with the one warning that a folder for both browsers cannot avoid: Firefox ignores `service_worker`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ALLOWED = new Set(["BACKGROUND_SERVICE_WORKER_IGNORED"]);
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const run = spawnSync(
  process.execPath,
  [here("node_modules/web-ext/bin/web-ext.js"), "lint", "--source-dir", here("../../extension"), "--output", "json"],
  { encoding: "utf8", env: { ...process.env, WEB_EXT_NO_INPUT: "1" } },
);
const start = run.stdout.indexOf("{");
if (start < 0) {
  console.error(run.stdout, run.stderr);
  process.exit(2);
}
const { errors, warnings, notices } = JSON.parse(run.stdout.slice(start));
const complaints = [...errors, ...warnings, ...notices].filter(({ code }) => !ALLOWED.has(code));
for (const { _type, code, file, line, message } of complaints) {
  console.error(`${_type} ${code} ${file ?? ""}:${line ?? ""} ${message}`);
}
console.log(`web-ext lint: ${complaints.length} complaints`);
process.exit(complaints.length ? 1 : 0);
