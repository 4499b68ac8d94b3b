// `web-ext lint` with the one warning that a folder for both browsers cannot avoid: Firefox ignores `service_worker`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ALLOWED = new Set(["BACKGROUND_SERVICE_WORKER_IGNORED"]);
// Debian 12 has Node 18, where `File` is no global yet; the linter needs it.
const NODE_18 = "data:text/javascript,import{File}from'node:buffer';globalThis.File=File";
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const linter = ["--import", NODE_18, here("node_modules/web-ext/bin/web-ext.js"), "lint", "--no-config-discovery"];
const run = spawnSync(process.execPath, [...linter, "--source-dir", here("../../extension"), "--output", "json"], {
  encoding: "utf8",
});
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
