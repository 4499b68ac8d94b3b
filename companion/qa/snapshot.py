"""`companion qa snapshot`: every finding on a corpus as one readable line, kept in git for reviews to show."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from companion import console
from companion.qa.corpus import CorpusError, read_corpus
from companion.qa.judged import Judged, judged
from companion.qa.thresholds import thresholds_for
from companion.report import Fix, Suggestion
from companion.settings import SettingsError

_LONGEST = 60


def write_snapshot(corpus_file: Path, snapshot_file: Path) -> int:
    """Writes the findings on a corpus anew. Raises ``SettingsError`` for unusable input, a blind corpus among it."""
    corpus = read_corpus(corpus_file)
    if corpus.name in thresholds_for([corpus_file], None).blind:
        raise CorpusError(f"Корпус {corpus.name} видно только в числах: снимок показал бы его тексты.")
    lines = list(snapshot_lines(judged(corpus.drafts)))
    try:
        snapshot_file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"Файл «{snapshot_file}» не записать: нет папки или прав.") from error
    console.say(f"Замечаний: {len(lines)}. Записано: {snapshot_file}")
    return 0


def snapshot_lines(drafts: Iterable[Judged]) -> Iterator[str]:
    """One line for each finding, in the order of the corpus and of the reports."""
    for draft in drafts:
        for suggestion in draft.report.suggestions:
            yield f"{draft.entry.id}  {_finding(suggestion)}"


def _finding(suggestion: Suggestion) -> str:
    place = f"{suggestion.field} {suggestion.offset}+{suggestion.length}"
    parts = [suggestion.rule, place, *([f"«{_short(suggestion.matched)}»"] if suggestion.matched else [])]
    return "  ".join([*parts, *(_fix(fix, suggestion) for fix in suggestion.fixes)])


def _fix(fix: Fix, suggestion: Suggestion) -> str:
    """«→ «22.11.2026»», «→ убрать «, блять»»: what the fix puts where the finding stands, or at which other place."""
    edits = []
    for edit in fix.edits:
        same = (edit.field, edit.offset, edit.length) == (suggestion.field, suggestion.offset, suggestion.length)
        place = "" if same else f"{edit.field} {edit.offset}+{edit.length} "
        edits.append(place + (f"«{_short(edit.text)}»" if edit.text else "убрать"))
    return f"→ {' и '.join(edits)}{' (безопасно)' if fix.applicability == 'safe' else ''}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
