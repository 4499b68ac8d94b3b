"""Findings kept in a file, so that two rulesets can be compared later. Of a blind corpus only hashes are kept."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2s
from pathlib import Path
from typing import Annotated, Literal

from companion.draft import LISTED, Incoming
from companion.payload import InvalidInput, MalformedInput, read_json, validate
from companion.qa.corpus import Corpus, Labelled
from companion.qa.excerpt import excerpt
from companion.qa.judged import Judged
from companion.report import Fix, Suggestion
from companion.rules import ruleset
from companion.settings import SettingsError


class SavedFinding(Incoming):
    """One finding. ``place`` tells it from the others of its draft, ``said`` is all that it tells the user.

    Of a blind corpus ``draft``, ``place`` and ``said`` are hashes and ``excerpt`` is None.
    """

    draft: str
    rule: str
    place: str
    said: str
    excerpt: str | None


class SavedCorpus(Incoming):
    """The findings on one corpus, and per draft the digest that tells whether it is still the same."""

    name: str
    blind: bool
    drafts: dict[str, str]
    findings: Annotated[tuple[SavedFinding, ...], LISTED]


class SavedRun(Incoming):
    """What `companion qa run --save` writes."""

    kind: Literal["companion qa run"] = "companion qa run"
    ruleset: str
    corpora: Annotated[tuple[SavedCorpus, ...], LISTED]


def saved_run(corpora: Iterable[tuple[Corpus, Sequence[Judged]]], *, blind: Collection[str]) -> SavedRun:
    """The run of the ruleset at hand in the form that is kept."""
    kept = tuple(
        saved_corpus(
            corpus,
            ((draft.entry, draft.report.suggestions) for draft in drafts),
            blind=corpus.name in blind,
        )
        for corpus, drafts in corpora
    )
    return SavedRun(ruleset=ruleset(), corpora=kept)


def saved_corpus(corpus: Corpus, found: Iterable[tuple[Labelled, Iterable[Suggestion]]], *, blind: bool) -> SavedCorpus:
    """The findings on a corpus in the form that is kept."""
    open_corpus = SavedCorpus(
        name=corpus.name,
        blind=False,
        drafts={entry.id: entry.digest for entry in corpus.drafts},
        findings=tuple(_finding(entry, suggestion) for entry, suggestions in found for suggestion in suggestions),
    )
    return hidden(open_corpus) if blind else open_corpus


def hidden(corpus: SavedCorpus) -> SavedCorpus:
    """The corpus with nothing that tells a text or a name, still fit to be compared and counted."""
    if corpus.blind:
        return corpus
    return SavedCorpus(
        name=corpus.name,
        blind=True,
        drafts={_hash(name): digest for name, digest in corpus.drafts.items()},
        findings=tuple(_hidden(finding) for finding in corpus.findings),
    )


def save_run(path: Path, run: SavedRun) -> None:
    """Writes a run. Raises ``SettingsError``."""
    save_text(path, run.model_dump_json(indent=1) + "\n")


def save_text(path: Path, text: str) -> None:
    """Writes a file. Raises ``SettingsError``."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"Файл «{path}» не записать: нет папки или прав.") from error


def read_run(path: Path) -> SavedRun:
    """Reads a run. Raises ``SettingsError``."""
    try:
        return validate(SavedRun, read_json(path.read_bytes()))
    except OSError as error:
        raise SettingsError(f"Файл «{path}» не открыть: его нет, это папка или нет прав.") from error
    except (MalformedInput, InvalidInput) as error:
        raise SettingsError(f"{path}: это не сохранённый прогон ({error})") from None


def fix_text(fix: Fix) -> str:
    """What a fix writes where: «description 5+10 → «22.11.2026»»."""
    edits = " + ".join(f"{edit.field} {edit.offset}+{edit.length} → «{edit.text}»" for edit in fix.edits)
    return f"{fix.title} [{fix.applicability}] {edits}"


def _finding(entry: Labelled, suggestion: Suggestion) -> SavedFinding:
    place = f"{suggestion.field} {suggestion.offset}+{suggestion.length}"
    said = " | ".join((suggestion.severity, suggestion.message, *map(fix_text, suggestion.fixes)))
    return SavedFinding(
        draft=entry.id, rule=suggestion.rule, place=place, said=said, excerpt=excerpt(entry.draft, suggestion)
    )


def _hidden(finding: SavedFinding) -> SavedFinding:
    place = _hash(finding.draft, finding.place)
    said = _hash(finding.draft, finding.place, finding.said)
    return SavedFinding(draft=_hash(finding.draft), rule=finding.rule, place=place, said=said, excerpt=None)


def _hash(*parts: str) -> str:
    return blake2s("\0".join(parts).encode(), digest_size=8).hexdigest()
