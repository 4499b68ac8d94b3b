/** The panel's skeleton: every node that stays, made once. */

function panelParts() {
  const title = make("strong");
  const lines = [0, 1, 2].map(() => make("span"));
  const status = make("div", { class: "status", role: "status", "aria-live": "polite" }, [title, ...lines]);
  const part = draw("circle", { class: "part", cx: "28", cy: "28", r: "24", transform: "rotate(-90 28 28)" });
  const percent = draw("text", { x: "28", y: "28" });
  const track = draw("circle", { class: "track", cx: "28", cy: "28", r: "24" });
  const ring = draw("svg", { class: "ring", viewBox: "0 0 56 56", role: "img" }, [track, part, percent]);
  const summary = make("div", { class: "summary" }, [ring, status]);
  const action = make("button", { class: "primary action", type: "button" });
  const note = make("p", { class: "note", role: "alert", hidden: "" });
  const checks = make("ul", { class: "checks", "aria-label": TEXTS.readiness, role: "list" });
  const restore = make("button", { class: "quiet restore", type: "button", hidden: "" });
  const facts = make("div", { class: "facts" });
  const body = make("div", { class: "body" }, [summary, action, note, checks, restore, facts]);
  const move = iconButton("move", TEXTS.moveHow);
  move.classList.add("move");
  const settings = iconButton("settings", TEXTS.settings);
  const fold = iconButton("fold", TEXTS.fold);
  fold.setAttribute("aria-expanded", "true");
  const name = make("b", {}, [TEXTS.name]);
  const header = make("header", {}, [make("i", { class: "dot" }), name, move, settings, fold]);
  const pillText = make("span");
  const pill = make("button", { class: "pill", type: "button", "aria-expanded": "false", title: TEXTS.unfold }, [
    make("i", { class: "dot" }),
    pillText,
  ]);
  const node = make("aside", { class: "panel unplaced", "aria-label": TEXTS.name }, [header, body, pill]);
  return {
    node,
    header,
    body,
    pill,
    pillText,
    title,
    lines,
    status,
    ring,
    part,
    percent,
    summary,
    action,
    note,
    checks,
    restore,
    facts,
    move,
    settings,
    fold,
  };
}

function makeChip() {
  return make("li", {}, [make("span", { "aria-hidden": "true" }), make("span"), make("span", { class: "said" })]);
}
