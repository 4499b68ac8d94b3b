/** The look of the panel. Colours first: everything hangs on them. */

const PANEL_STYLE = `
:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;display:block!important;visibility:visible!important;opacity:1!important;z-index:2147483647!important}
@media print{:host{display:none!important}}
.panel{color-scheme:light dark;
--surface:light-dark(#fff,#1b1d22);--raised:light-dark(#f6f7f9,#24272e);--line:light-dark(#e3e6ea,#353a43);
--ink:light-dark(#1a1d23,#eceef2);--muted:light-dark(#5a6270,#a3abb8);--accent:light-dark(#0f6e63,#4fd1bd);--accent-ink:light-dark(#fff,#06231f);
--error:light-dark(#b42318,#ff8a7a);--warning:light-dark(#8f5200,#f2b15a);--hint:light-dark(#3d5a99,#9db8f5);
--error-soft:light-dark(#fdf0ee,#3a1f1c);--warning-soft:light-dark(#fdf4e6,#362713);
position:fixed;width:372px;display:flex;flex-direction:column;background:var(--surface);color:var(--ink);border:1px solid var(--line);border-radius:16px;
box-shadow:0 1px 2px rgb(0 0 0/.08),0 12px 32px rgb(0 0 0/.16);font:14px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;text-align:left;overflow:hidden;cursor:default}
*{box-sizing:border-box}
[hidden]{display:none!important}
p,ul,h3{margin:0;padding:0}
ul{list-style:none}
button{font:inherit;font-size:13px;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{display:flex;align-items:center;gap:4px;padding:11px 10px 11px 14px;border-bottom:1px solid var(--line);flex:none;cursor:grab;touch-action:none;user-select:none}
header:active{cursor:grabbing}
header b{flex:1;font-weight:600;margin-left:6px;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.dot{width:8px;height:8px;border-radius:50%;background:var(--accent);flex:none}
.failure .dot{background:var(--warning)}
.icon{border:0;background:none;color:var(--muted);width:28px;height:28px;border-radius:8px;padding:0;display:grid;place-items:center;flex:none}
.icon:hover,.quiet:hover{background:var(--raised);color:var(--ink)}
.icon svg{width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.body{overflow:auto;scrollbar-width:thin;scrollbar-color:var(--line) transparent;overscroll-behavior:contain;min-height:0}
.summary{display:grid;grid-template-columns:56px 1fr;gap:14px;padding:16px;align-items:center}
.ring{width:56px;height:56px;display:block}
.ring text{font:600 12px system-ui,sans-serif;fill:var(--ink);text-anchor:middle;dominant-baseline:central}
.ring .track,.ring .part{fill:none;stroke:var(--line);stroke-width:5}
.ring .part{stroke:var(--accent);stroke-linecap:round;transition:stroke-dasharray .25s}
.status strong{display:block;font-size:15px;font-weight:600}
.status span{display:block;color:var(--muted);font-size:13px}
.plain{grid-template-columns:1fr}
.action{margin:0 16px 16px}
.checks{padding:0 16px 14px;display:flex;flex-wrap:wrap;gap:6px}
.checks li{font-size:12.5px;padding:3px 9px 3px 7px;border-radius:999px;background:var(--raised);color:var(--muted);display:flex;gap:5px;align-items:center}
.checks .missing{color:var(--error);background:var(--error-soft)}
.checks .problem{color:var(--warning);background:var(--warning-soft)}
.item{border-top:1px solid var(--line);padding:10px 16px 12px}
h3{font-size:12px;font-weight:600;color:var(--muted);padding:2px 0 10px}
.finding{display:grid;grid-template-columns:18px 1fr;gap:10px}
.finding>div{min-width:0;overflow-wrap:anywhere}
.sev{width:18px;height:18px;margin-top:1px}
.sev path:last-child{fill:none;stroke:var(--surface);stroke-width:1.8;stroke-linecap:round}
.why{color:var(--muted);font-size:13px;margin-top:6px}
.swap{display:inline-block;margin-top:6px;padding:2px 8px;border-radius:6px;background:var(--raised);font-size:13px;max-width:100%;white-space:pre-wrap}
.swap s{color:var(--muted)}
.actions{display:flex;flex-wrap:wrap;gap:4px;margin:8px 0 0 -8px;align-items:center}
.actions .primary{margin-left:8px}
.primary{background:var(--accent);color:var(--accent-ink);border:0;border-radius:8px;padding:5px 12px;font-weight:600}
.primary:hover{filter:brightness(1.08)}
.quiet{background:none;border:0;color:var(--muted);padding:5px 8px;border-radius:8px;text-align:left}
.restore{margin:4px 8px 8px}
.note{color:var(--warning);font-size:13px;padding:0 16px 12px}
.facts{border-top:1px solid var(--line);padding:10px 16px 14px;display:flex;flex-wrap:wrap;gap:6px;align-items:baseline;font-size:12.5px;color:var(--muted)}
.facts span{border:1px solid var(--line);border-radius:6px;padding:1px 7px;color:var(--ink);overflow-wrap:anywhere}
.pill{display:none;gap:8px;align-items:center;background:none;border:0;color:inherit;padding:6px 12px;min-height:32px;border-radius:999px;white-space:nowrap;font-variant-numeric:tabular-nums;touch-action:none}
.folded{width:auto;border-radius:999px}
.folded .pill{display:flex}
.folded .pill:focus-visible{outline-offset:-3px}
.folded header,.folded .body>:not(.summary),.folded .ring{display:none}
.folded .body,.folded .summary{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);padding:0}
@media (forced-colors:active){.primary,.panel{border:1px solid}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;

/** Shapes differ by severity, so that colour is never the only sign. @type {Record<Severity, [string, string]>} */
const SEVERITY_SHAPES = {
  error: ["M5.5 1h7L17 5.5v7L12.5 17h-7L1 12.5v-7z", "M9 4.8v5M9 12.2v1"],
  warning: ["M9 1.5 17 16H1z", "M9 6.5v4M9 13v.6"],
  hint: ["M9 1a8 8 0 1 1 0 16A8 8 0 0 1 9 1z", "M9 8v5M9 4.8v.4"],
};

const ICONS = {
  move: "M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2",
  settings:
    "M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4",
  fold: "M3 8h10",
};

/** @type {Make} */
function make(tag, attributes = {}, ...children) {
  const space = /^(?:svg|path|circle|text)$/.test(tag) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
  const node = /** @type {HTMLElement} */ (document.createElementNS(space, tag));
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** @param {Element} node @param {string} text touched only when it differs: a screen reader hears what is new */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {HTMLElement} node there only with a text @param {string} text */
function showIf(node, text) {
  setText(node, text);
  node.hidden = !text;
}

/** @param {Severity} severity */
function severityIcon(severity) {
  const [shape, mark] = SEVERITY_SHAPES[severity];
  const paths = [make("path", { d: shape, fill: `var(--${severity})` }), make("path", { d: mark })];
  return make(
    "svg",
    { class: "sev", viewBox: "0 0 18 18", role: "img", "aria-label": SEVERITY_TEXTS[severity] },
    ...paths,
  );
}

/** @param {"move" | "settings" | "fold"} name @param {(event: MouseEvent) => void} act */
function iconButton(name, act) {
  const drawing = make("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, make("path", { d: ICONS[name] }));
  const button = makeButton("icon", "", act);
  button.append(drawing);
  button.ariaLabel = button.title = TEXTS[name];
  return button;
}

/** A button that acts only on a person's click: pages cannot press it. The field keeps its caret and focus. @type {Fn.makeButton} */
function makeButton(look, text, act) {
  const button = make("button", { class: look, type: "button" }, text);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", (event) => event.isTrusted && act(event));
  return button;
}
