"""Reports, explanations and the catalogue as text for people at a console."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal

from companion.draft import FieldName
from companion.expectation import GUIDE_POLICY
from companion.explanation import CategoryUnderstood, Explanation, RuleExplained, Seen, Sort, Understood
from companion.preferences import Preferences
from companion.report import CATEGORY_LABELS, Report, Severity, Suggestion
from companion.rules import Catalogue, CatalogueEntry

_WIDTH = 100
FIELD_LABELS: dict[FieldName, str] = {
    "subject": "Тема",
    "reference": "Номер",
    "description": "Описание",
    "attachments": "Вложения",
}
SEVERITY_LABELS = {"error": "ошибка", "warning": "замечание", "hint": "совет"}
_OFF = "выключено"
_STATUSES = {"done": "есть", "missing": "нет", "problem": "исправить", "not_needed": "не нужно"}
_STATES = {"fired": "сработало", "silent": "молчит", "not_asked": "не спрошено"}
_SORTS: dict[Sort, str] = {
    "problem": "Проблемы",
    "identifier": "Номера",
    "date": "Даты",
    "amount": "Суммы",
    "request": "Просьбы",
    "event": "События",
    "promise": "Обещания приложить файл",
}


def report_text(report: Report) -> str:
    """The report as a person reads it: verdict, findings by field, checklist, expected answer."""
    return "\n".join(_report_lines(report))


def explanation_text(explanation: Explanation) -> str:
    """What was understood, and for every rule what it saw and what stopped it."""
    lines = [*_understood_lines(explanation.understood), "", "Правила:"]
    for entry in explanation.explain:
        lines += _rule_lines(entry)
    return "\n".join(lines)


def catalogue_as(style: Literal["text", "json", "md"], catalogue: Catalogue) -> str:
    """The catalogue of rules as text, JSON or Markdown."""
    if style == "json":
        return catalogue.model_dump_json(indent=2)
    lines = _catalogue_markdown(catalogue) if style == "md" else _catalogue_text(catalogue)
    return "\n".join(lines).rstrip()


def _report_lines(report: Report) -> Iterator[str]:
    readiness = report.readiness
    verdict = "можно отправлять" if readiness.ready else "отправлять рано"
    yield f"Готовность: {readiness.score} %, {verdict}."
    if readiness.checklist:
        yield ""
        width = max(len(item.label) for item in readiness.checklist)
        yield from (f"  {item.label:<{width}}  {_STATUSES[item.status]}" for item in readiness.checklist)
    yield ""
    yield f"Замечания: {len(report.suggestions) or 'нет'}"
    for suggestion in report.suggestions:
        yield from _suggestion_lines(suggestion)
    expectation = report.expectation
    due = datetime.fromisoformat(expectation.due)
    yield ""
    yield f"Ориентир: ответ до {due:%d.%m.%Y %H:%M} ({expectation.label})."
    yield from (f"  {reason}" for reason in expectation.because)


def _suggestion_lines(suggestion: Suggestion) -> Iterator[str]:
    quoted = f" «{' '.join(suggestion.matched.split())}»" if suggestion.matched else ""
    yield f"- {FIELD_LABELS[suggestion.field]}, {SEVERITY_LABELS[suggestion.severity]} ({suggestion.rule}){quoted}"
    yield from _indented(suggestion.message)
    yield from (line for fix in suggestion.fixes for line in _indented(f"Правка: {fix.title}"))


def _understood_lines(understood: Understood) -> Iterator[str]:
    yield "Что понято:"
    yield from _indented(_category_line(understood.category))
    for sort, label in _SORTS.items():
        found = [seen for seen in understood.mentions if seen.sort == sort]
        yield f"  {label}: {len(found) or 'нет'}"
        yield from (line for seen in found for line in _indented(_seen_line(seen)))


def _category_line(category: CategoryUnderstood) -> str:
    by_topic = CATEGORY_LABELS[category.by_topic] if category.by_topic else "не подсказывает"
    by_text = f"{CATEGORY_LABELS[category.by_text]}, «{category.words}»" if category.by_text else "неясно"
    scores = ", ".join(f"{CATEGORY_LABELS[name]} {score}" for name, score in category.scores.items())
    return f"Категория: {CATEGORY_LABELS[category.category]}. Тема: {by_topic}; текст: {by_text} ({scores})."


def _rule_lines(entry: RuleExplained) -> Iterator[str]:
    state = f"сработало {len(entry.hits)}" if entry.hits else _STATES[entry.state]
    yield f"- {entry.rule}: {state}" + (f": {entry.stopped_by}" if entry.stopped_by else "")
    yield from (line for seen in entry.hits for line in _indented(_seen_line(seen)))
    yield from (line for seen in entry.spared for line in _indented(f"пропущено: {_seen_line(seen)}"))


def _seen_line(seen: Seen) -> str:
    place = f"«{seen.excerpt}»" if seen.excerpt else f"поле «{FIELD_LABELS[seen.field]}»"
    return f"{place}: {seen.said}"


def _catalogue_text(catalogue: Catalogue) -> Iterator[str]:
    yield f"Правила {catalogue.ruleset}: {len(catalogue.rules)}"
    for entry in catalogue.rules:
        yield ""
        yield f"{entry.id} ({_state(entry)}): {entry.title}"
        for line in _parts(entry):
            yield from _indented(line)


def _catalogue_markdown(catalogue: Catalogue) -> Iterator[str]:
    yield f"# Правила {catalogue.ruleset}"
    for entry in catalogue.rules:
        yield f"\n## `{entry.id}` {entry.title}\n"
        yield f"{_state(entry).capitalize()}, поле «{FIELD_LABELS[entry.field]}».\n"
        yield from (f"- {line}" for line in _parts(entry))
        silent = (*entry.good, *entry.near_miss)
        for label, shown in (("Срабатывает", entry.bad), ("Молчит", silent), ("Пока ошибается", entry.known_gaps)):
            if shown:
                yield f"\n{label}:\n"
                yield from (f"- {' '.join(example.split())}" for example in shown)


def _state(entry: CatalogueEntry) -> str:
    """«замечание»; with what the user has changed: «выключено», «совет вместо «замечание»»."""
    if not entry.enabled:
        return _OFF
    own = "" if entry.severity == entry.own_severity else f", обычно {SEVERITY_LABELS[entry.own_severity]}"
    return SEVERITY_LABELS[entry.severity] + own


def changes_text(preferences: Preferences, severities: Mapping[str, Severity]) -> str:
    """What the user has changed, for the console."""
    return "\n".join(_changes(preferences, severities)) or "Своих настроек нет."


def _changes(preferences: Preferences, severities: Mapping[str, Severity]) -> Iterator[str]:
    for rule, setting in preferences.rules:
        now = _OFF if setting == "off" else SEVERITY_LABELS[setting]
        yield f"Правило {rule}: {now} (обычно {SEVERITY_LABELS[severities[rule]]})"
    if preferences.allowed:
        yield from _listed("Разрешены", preferences.allowed)
    for label, words in (("Разговорные", preferences.informal), ("Эмоциональные", preferences.emotional)):
        if words:
            yield from _listed(label, [f"{word} → {new or '(убрать)'}" for word, new in words])
    for term, usual in zip(preferences.policy.terms, GUIDE_POLICY.terms, strict=True):
        if term != usual:
            yield f"Срок {term.kind}: {term.label} (обычно {usual.label})"


def _listed(label: str, words: Sequence[str]) -> list[str]:
    return textwrap.wrap(f"{label}: {', '.join(words)}", _WIDTH, subsequent_indent="    ")


def _parts(entry: CatalogueEntry) -> tuple[str, ...]:
    return (f"Что ищет: {entry.looks_for}", f"Почему мешает: {entry.why}", f"Как исправить: {entry.how}")


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
