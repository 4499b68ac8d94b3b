"""`companion qa snapshot`: what is understood of each draft of a corpus and every finding, one readable line each.

Kept in git, so that reviews show what a change of the rules changes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from companion import console
from companion.qa.corpus import CorpusError, read_corpus
from companion.qa.judged import Judged, judged
from companion.qa.saved import save_text
from companion.qa.thresholds import thresholds_for
from companion.report import AmountFact, DateFact, Edit, Fix, ReferenceFact, Report, Suggestion

_LONGEST = 60


def write_snapshot(corpus_file: Path, snapshot_file: Path) -> int:
    """Writes the lines of a corpus anew. Raises ``SettingsError`` for unusable input, a blind corpus among it."""
    corpus = read_corpus(corpus_file)
    if corpus.name in thresholds_for([corpus_file], None).blind:
        raise CorpusError(f"Корпус {corpus.name} видно только в числах: снимок показал бы его тексты.")
    drafts = judged(corpus.drafts)
    save_text(snapshot_file, "".join(f"{line}\n" for line in snapshot_lines(drafts)))
    findings = sum(len(draft.report.suggestions) for draft in drafts)
    console.say(f"Черновиков: {len(drafts)}, замечаний: {findings}. Записано: {snapshot_file}")
    return 0


def snapshot_lines(drafts: Iterable[Judged]) -> Iterator[str]:
    """Per draft a line of what is understood and one for each finding, in the order of the corpus and the reports."""
    for draft in drafts:
        yield f"{draft.entry.id}  {_understood(draft.report)}"
        for suggestion in draft.report.suggestions:
            yield f"{draft.entry.id}  {_finding(suggestion)}"


def _understood(report: Report) -> str:
    """«= finance; finance до 2026-11-26T23:59:59+03:00; 57 %; posting 57195475-0050-3 description 40+15; …»."""
    facts, deadline = report.facts, report.expectation
    return "; ".join(
        (
            f"= {facts.category}",
            f"{deadline.kind} до {deadline.due}",
            f"{report.readiness.score} %",
            *(f"{fact.kind} {fact.value} {_place(fact)}" for fact in facts.references),
            *(f"{fact.value} {_place(fact)}" for fact in facts.dates),
            *(f"{fact.value} {fact.currency} {_place(fact)}" for fact in facts.amounts),
        )
    )


def _place(of: ReferenceFact | DateFact | AmountFact | Suggestion | Edit) -> str:
    return f"{of.field} {of.offset}+{of.length}"


def _finding(suggestion: Suggestion) -> str:
    parts = [suggestion.rule, _place(suggestion), *([f"«{_short(suggestion.matched)}»"] if suggestion.matched else [])]
    return "  ".join([*parts, *(_fix(fix, suggestion) for fix in suggestion.fixes)])


def _fix(fix: Fix, suggestion: Suggestion) -> str:
    """«→ «22.11.2026»», «→ убрать «, блять»»: what the fix puts where the finding stands, or at which other place."""
    edits = []
    for edit in fix.edits:
        place = "" if _place(edit) == _place(suggestion) else f"{_place(edit)} "
        edits.append(place + (f"«{_short(edit.text)}»" if edit.text else "убрать"))
    return f"→ {' и '.join(edits)}{' (безопасно)' if fix.applicability == 'safe' else ''}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
