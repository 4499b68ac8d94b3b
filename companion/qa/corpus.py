"""A corpus: drafts as sellers write them, one in a line, labelled with what is right to say about each.

``must``: rules that have to fire. ``may``: rules that are right and not required. ``must_not``: rules that are wrong
there; "*" stands for every rule that is in neither of the others. A rule in none of the three does not count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from companion.draft import CheckRequest, Draft, Incoming, Moment, Page, Stage, Text
from companion.payload import InvalidInput, MalformedInput, read_json, validate
from companion.report import Category
from companion.report import Kind as DeadlineKind
from companion.rules import all_rules
from companion.settings import SettingsError

EVERY = "*"
"""In ``must_not``: every rule that is in neither ``must`` nor ``may``."""
OF_THE_JOURNAL = frozenset(("history.duplicate", "history.follow-up"))
"""Rules that need the seller's journal: labels may name them, but one draft alone cannot measure them."""
_MOST_COMPLAINTS = 20

DraftKind = Literal["excellent", "flawed", "trap"]


class CorpusError(SettingsError):
    """A corpus that cannot be used; ``str()`` gives file, line and reason in Russian, never the text of a draft."""


def _no_repeats(value: Any) -> Any:
    if not isinstance(value, list) or not all(isinstance(rule, str) for rule in value):
        raise ValueError("нужен список правил")
    if len(set(value)) < len(value):
        raise ValueError("правило указано дважды")
    return frozenset(value)


def _known(rules: frozenset[str]) -> frozenset[str]:
    unknown = sorted(rules - known_rules())
    if unknown:
        raise ValueError(f"нет такого правила: {', '.join(unknown)}")
    return rules


def _known_or_every(rules: frozenset[str]) -> frozenset[str]:
    return _known(rules - {EVERY}) | (rules & {EVERY})


RuleNames = Annotated[frozenset[str], BeforeValidator(_no_repeats), AfterValidator(_known)]
Forbidden = Annotated[frozenset[str], BeforeValidator(_no_repeats), AfterValidator(_known_or_every)]


class Labelled(Incoming):
    """One draft with its labels. ``now`` is the clock of its check; category and deadline only where certain."""

    id: Annotated[Text, Field(min_length=1, max_length=80)]
    kind: DraftKind
    draft: Draft
    page: Page = "form"
    stage: Stage = "request"
    now: Moment
    must: RuleNames
    may: RuleNames = frozenset()
    must_not: Forbidden
    category: Category | None = None
    deadline: DeadlineKind | None = None

    @property
    def request(self) -> CheckRequest:
        """The check that this draft stands for."""
        return CheckRequest(draft=self.draft, now=self.now, page=self.page, stage=self.stage)

    @cached_property
    def digest(self) -> str:
        """Tells whether a draft of this id is still the same draft; labels do not count."""
        return sha256(self.request.model_dump_json().encode()).hexdigest()[:16]

    def forbids(self, rule: str) -> bool:
        """True when a finding of the rule is wrong here."""
        return rule in self.must_not or (EVERY in self.must_not and rule not in self.must | self.may)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The drafts of one file; ``name`` is the file's name without its ending."""

    name: str
    path: Path
    drafts: tuple[Labelled, ...]


@cache
def known_rules() -> frozenset[str]:
    """The rules that a label may name."""
    return measured_rules() | OF_THE_JOURNAL


@cache
def measured_rules() -> frozenset[str]:
    """The rules that there are, without those that one draft alone cannot measure."""
    return frozenset(rule.id for rule in all_rules()) - OF_THE_JOURNAL


def read_corpus(path: Path) -> Corpus:
    """Reads a corpus; raises ``CorpusError`` with every wrong line."""
    drafts: dict[int, Labelled] = {}
    complaints: list[str] = []
    for number, raw in _lines(path):
        try:
            entry = _labelled(raw)
        except (MalformedInput, InvalidInput) as error:
            complaints.append(f"{path}:{number}: {error}")
            continue
        complaints += [f"{path}:{number}: {reason}" for reason in _contradictions(entry, drafts)]
        drafts[number] = entry
    if not drafts and not complaints:
        complaints.append(f"{path}: в корпусе нет черновиков")
    if complaints:
        more = len(complaints) - _MOST_COMPLAINTS
        rest = [f"… и ещё {more}"] if more > 0 else []
        raise CorpusError("\n".join(complaints[:_MOST_COMPLAINTS] + rest))
    return Corpus(path.stem, path, tuple(drafts.values()))


def read_corpora(paths: Sequence[Path]) -> tuple[Corpus, ...]:
    """Reads several corpora; raises ``CorpusError`` also when two have one name."""
    corpora = tuple(read_corpus(path) for path in paths)
    names = [corpus.name for corpus in corpora]
    for name in names:
        if names.count(name) > 1:
            raise CorpusError(f"Корпуса с одним именем не различить: {name}. Переименуйте файл.")
    return corpora


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"Корпус «{path}» не открыть: его нет, это папка или нет прав.") from error
    for number, line in enumerate(raw.split(b"\n"), 1):
        if line.strip():
            yield number, line


def _labelled(raw: bytes) -> Labelled:
    document = read_json(raw)
    if not isinstance(document, dict):
        raise MalformedInput("нужен объект JSON: один черновик в строке")
    return validate(Labelled, document)


def _contradictions(entry: Labelled, before: dict[int, Labelled]) -> Iterator[str]:
    """What is wrong with an entry beside the others; lines are named by number, for a corpus may be blind."""
    for first, second in (("must", "may"), ("must", "must_not"), ("may", "must_not")):
        both = sorted(getattr(entry, first) & getattr(entry, second))
        if both:
            yield f"{first} и {second} называют одно правило: {', '.join(both)}"
    if entry.kind == "excellent" and entry.must:
        yield "у образцового черновика (excellent) must должен быть пуст"
    for number, other in before.items():
        if other.id == entry.id:
            yield f"id повторяется: он уже есть в строке {number}"
        elif other.digest == entry.digest:
            yield f"черновик повторяет черновик строки {number}"
