"""`companion qa mutate`: what of the rules' knowledge could be lost without any example or draft noticing."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from companion import console
from companion.qa.corpus import Corpus, read_corpora
from companion.qa.mutation.laboratory import Laboratory
from companion.qa.mutation.lexicon_mutants import NEVER
from companion.qa.mutation.mutant import Mutant
from companion.qa.numbers import DECIMALS
from companion.qa.thresholds import own_corpora, thresholds_for
from companion.report import Outgoing
from companion.rules import ruleset
from companion.settings import SettingsError

GOOD_ENOUGH, TOO_MANY_SURVIVE = 0, 1
"""Exit codes."""
_PACK = 100
"""Mutants that one of several processes gets at once."""


class Survivor(Outgoing):
    """A mutant that nothing notices: what was dropped, where in the source (``at``), and what is ``left`` of that."""

    file: str
    list: str
    kind: str
    source: str
    dropped: str
    at: int
    left: str | None


class FileResult(Outgoing):
    """The mutants of one file and how many survive."""

    file: str
    mutants: int
    survived: int
    share: float


class Mutation(Outgoing):
    """What `companion qa mutate --format json` prints. ``noticed`` counts by what noticed first."""

    ruleset: str
    mutants: int
    noticed: dict[str, int]
    survived: int
    share: float
    limit: float
    files: tuple[FileResult, ...]
    survivors: tuple[Survivor, ...]

    @property
    def good_enough(self) -> bool:
        """True when fewer survive than the limit."""
        return self.survived / self.mutants < self.limit


def mutate(paths: Sequence[Path], *, only: str, workers: int | None, as_json: bool) -> int:
    """Tries all mutants whose file or list begins as asked, prints the survivors, returns the exit code.

    Raises ``SettingsError`` for unusable input.
    """
    paths = paths or own_corpora()
    limit = thresholds_for(paths, None).mutate.survivors
    corpora = read_corpora(paths)
    laboratory = Laboratory(corpora, only)
    if not laboratory.mutants:
        raise SettingsError(f"--only: ни один список и ни один файл не начинается с «{only}».")
    verdicts = list(_verdicts(laboratory, corpora, only, workers or os.cpu_count() or 1))
    found = _mutation(laboratory.mutants, verdicts, limit)
    if as_json:
        console.write(found.model_dump_json(indent=2), machine=True)
    else:
        from companion.qa.mutation.mutate_text import mutation_text

        console.write(mutation_text(found), machine=False)
    return GOOD_ENOUGH if found.good_enough else TOO_MANY_SURVIVE


def _verdicts(laboratory: Laboratory, corpora: Sequence[Corpus], only: str, workers: int) -> Iterator[str | None]:
    """What notices each mutant, in their order."""
    numbers = range(len(laboratory.mutants))
    packs = [numbers[start : start + _PACK] for start in numbers[::_PACK]]
    if workers == 1 or len(packs) == 1:
        yield from _told(map(laboratory.noticed, numbers), len(numbers))
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(
        min(workers, len(packs)), mp_context=context, initializer=_prepare, initargs=(corpora, only)
    ) as pool:
        results = (verdict for pack in pool.map(_try, packs) for verdict in pack)
        yield from _told(results, len(numbers))


def _told(verdicts: Iterator[str | None], total: int) -> Iterator[str | None]:
    """The same, while a person at a console sees how far it is."""
    seen = sys.stderr is not None and sys.stderr.isatty()
    for number, verdict in enumerate(verdicts, 1):
        if seen and (number % 500 == 0 or number == total):
            console.complain(f"Проверено {number} из {total}")
        yield verdict


_OF_THIS_PROCESS: list[Laboratory] = []


def _prepare(corpora: Sequence[Corpus], only: str) -> None:
    _OF_THIS_PROCESS.append(Laboratory(corpora, only))


def _try(numbers: Sequence[int]) -> list[str | None]:
    return [_OF_THIS_PROCESS[0].noticed(number) for number in numbers]


def _mutation(mutants: Sequence[Mutant], verdicts: Sequence[str | None], limit: float) -> Mutation:
    survivors = [mutant for mutant, verdict in zip(mutants, verdicts, strict=True) if verdict is None]
    tried = Counter(mutant.file for mutant in mutants)
    survived = Counter(mutant.file for mutant in survivors)
    return Mutation(
        ruleset=ruleset(),
        mutants=len(mutants),
        noticed=dict(sorted(Counter(verdict for verdict in verdicts if verdict is not None).items())),
        survived=len(survivors),
        share=round(len(survivors) / len(mutants), DECIMALS),
        limit=limit,
        files=tuple(
            FileResult(file=file, mutants=count, survived=survived[file], share=round(survived[file] / count, DECIMALS))
            for file, count in sorted(tried.items())
        ),
        survivors=tuple(_survivor(mutant) for mutant in survivors),
    )


def _survivor(mutant: Mutant) -> Survivor:
    return Survivor(
        file=mutant.file,
        list=mutant.listed,
        kind=mutant.kind,
        source=mutant.source,
        dropped=mutant.dropped,
        at=mutant.at,
        left=mutant.change.new if mutant.change.new != NEVER else None,
    )
