"""Writes the pages of `docs/rules/` from the rules: what each looks for, its examples with their fixes, its known gaps.

    .venv/bin/python scripts/rule_pages.py

A test fails while the pages are not current.
"""

import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from companion.checker import check  # noqa: E402
from companion.draft import CheckRequest, Draft, FieldName  # noqa: E402
from companion.explanation import explained  # noqa: E402
from companion.fixes import applied  # noqa: E402
from companion.positions import Utf16  # noqa: E402
from companion.presentation import FIELD_LABELS, SEVERITY_LABELS  # noqa: E402
from companion.reading import Reading  # noqa: E402
from companion.report import Suggestion  # noqa: E402
from companion.rules import CatalogueEntry, all_rules, catalogue, examples  # noqa: E402
from companion.rules.examples import Example  # noqa: E402
from companion.text.written import FieldText  # noqa: E402

FOLDER = ROOT / "docs" / "rules"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_TEXTS: tuple[FieldName, ...] = ("description", "subject", "reference")
_LONGEST = 400
"""Characters of a cell; an outline is longer than a table can bear."""


def pages() -> dict[str, str]:
    """Per file name its text."""
    entries = catalogue().rules
    return {"README.md": _overview(entries), **{f"{entry.id}.md": _page(entry) for entry in entries}}


def main() -> int:
    """Writes the pages and takes away those of rules that are no more."""
    current = pages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in FOLDER.glob("*.md"):
        if file.name not in current:
            file.unlink()
    for name, text in current.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{FOLDER}: {len(current)}")
    return 0


def _overview(entries: tuple[CatalogueEntry, ...]) -> str:
    rows = [
        f"| [{entry.id}]({entry.id}.md) | {SEVERITY_LABELS[entry.severity]} | {FIELD_LABELS[entry.field]} "
        f"| {_cell(entry.title)} | {len(entry.known_gaps) or ''} |"
        for entry in entries
    ]
    head = ("| Правило | Важность | Поле | О чём | Известные пробелы |", "|---|---|---|---|---|")
    return "\n".join((f"# Правила: {len(entries)}", "", _MADE, "", *head, *rows, ""))


_MADE = "Страницы сделаны из правил (`scripts/rule_pages.py`); примеры проверяются при каждой сборке."


def _page(entry: CatalogueEntry) -> str:
    listed = examples(entry.id)
    lines = [
        f"# {entry.id}: {_cell(entry.title)}",
        "",
        f"{SEVERITY_LABELS[entry.severity].capitalize()}, поле «{FIELD_LABELS[entry.field]}».",
        "",
        *(f"- **{label}:** {_cell(text)}" for label, text in _parts(entry)),
        *_table("Срабатывает", ("Текст", "Замечание", "После правки"), [_bad(entry.id, one) for one in listed["bad"]]),
        *_table("Молчит", ("Текст", "Почему"), [_silent(entry.id, one) for one in listed["good"]]),
        *_table("Похоже, но молчит", ("Текст", "Почему"), [_silent(entry.id, one) for one in listed["near_miss"]]),
        *_table("Пока ошибается", ("Текст", "Как должно быть"), [_gap(one) for one in listed["known_gaps"]]),
    ]
    return "\n".join((*lines, ""))


def _parts(entry: CatalogueEntry) -> tuple[tuple[str, str], ...]:
    return ("Что ищет", entry.looks_for), ("Почему мешает", entry.why), ("Как исправить", entry.how)


def _table(heading: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"## {heading}", "", f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}")
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _bad(rule_id: str, example: Example) -> tuple[str, ...]:
    request = example.request
    found = [other for other in check(request, now=_now(request)).suggestions if other.rule == rule_id]
    messages = dict.fromkeys(_cell(suggestion.message) for suggestion in found)
    fixed = applied(request.draft, [suggestion.fixes[0] for suggestion in found if suggestion.fixes])
    return _shown(request, found), "<br>".join(messages), _changed(request.draft, fixed)


def _silent(rule_id: str, example: Example) -> tuple[str, ...]:
    request = example.request
    reading = Reading(request.draft, now=_now(request), page=request.page, stage=request.stage)
    entry = explained(next(rule for rule in all_rules() if rule.id == rule_id), reading)
    spared = [
        f"«{_cell(seen.excerpt)}»: {_cell(seen.said)}" if seen.excerpt else _cell(seen.said) for seen in entry.spared
    ]
    return _shown(request, []), "<br>".join(dict.fromkeys(spared)) or _cell(entry.stopped_by or "")


def _gap(example: Example) -> tuple[str, ...]:
    return _shown(example.request, []), "сработать" if example.fires else "молчать"


def _shown(request: CheckRequest, found: list[Suggestion]) -> str:
    """The fields that hold something, with the findings in bold."""
    draft = request.draft
    parts = []
    for field in _TEXTS:
        text = _marked(getattr(draft, field), [other for other in found if other.field == field])
        parts.append(f"{_label(field)}{text}" if text else "")
    if draft.attachments:
        parts.append(f"{FIELD_LABELS['attachments']}: {_cell(', '.join(file.name for file in draft.attachments))}")
    if request.page == "messenger":
        parts.append("(в чате)")
    if request.stage == "reply":
        parts.append("(ответ на открытое обращение)")
    return "<br>".join(part for part in parts if part) or "(пусто)"


def _marked(text: str, found: list[Suggestion]) -> str:
    if FieldText(text).blank:
        return ""
    units = Utf16(text)
    pieces, at = [], 0
    for suggestion in (other for other in found if other.length):
        span = units.span(suggestion.offset, suggestion.length)
        pieces += [_escaped(text[at : span.start]), f"**{_escaped(span.of(text))}**"]
        at = span.end
    return _lines("".join((*pieces, _escaped(text[at:]))))


def _changed(draft: Draft, fixed: Draft) -> str:
    """The fields that fixes have changed; the description without its label."""
    changed = []
    for field in _TEXTS:
        before, after = getattr(draft, field), getattr(fixed, field)
        if before != after:
            changed.append(f"{_label(field)}{_cell(after) or '(пусто)'}")
    return "<br>".join(changed)


def _label(field: FieldName) -> str:
    return "" if field == "description" else f"{FIELD_LABELS[field]}: "


def _cell(text: str) -> str:
    shown = text.strip()
    return _lines(_escaped(shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _lines(text: str) -> str:
    return "<br>".join(text.strip().splitlines())


def _now(request: CheckRequest) -> datetime:
    assert request.now is not None
    return request.now


if __name__ == "__main__":
    sys.exit(main())
