"""`companion qa diff A B`: what a change of the rules changes on labelled drafts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from companion import console
from companion.qa.corpus import read_corpora
from companion.qa.difference import Change, CorpusDifference, Difference, RuleDifference, difference
from companion.qa.rulesets import findings_of
from companion.qa.thresholds import own_corpora, thresholds_for
from companion.settings import SettingsError


def compare(a: str, b: str, paths: Sequence[Path], *, as_json: bool) -> int:
    """Compares two rulesets, prints what differs, returns 0. Raises ``SettingsError`` for unusable input."""
    paths = paths or own_corpora()
    corpora = read_corpora(paths)
    blind = thresholds_for(paths, None).blind
    before, after = (findings_of(name, corpora, blind=blind) for name in (a, b))
    found = difference(before, after, [corpus.name for corpus in corpora], blind=blind)
    if not found.corpora:
        raise SettingsError("Сравнивать нечего: в сохранённом прогоне нет ни одного из этих корпусов.")
    console.write(found.model_dump_json(indent=2) if as_json else difference_text(found, a, b), machine=as_json)
    return 0


def difference_text(found: Difference, a: str, b: str) -> str:
    """The differences as a person reads them."""
    lines = [f"было:  {a} ({found.a})", f"стало: {b} ({found.b})"]
    for corpus in found.corpora:
        lines += ["", *_corpus_lines(corpus)]
    return "\n".join(lines)


def _corpus_lines(corpus: CorpusDifference) -> Iterator[str]:
    skipped = f", пропущено {corpus.skipped}: они другие или есть только с одной стороны" if corpus.skipped else ""
    yield f"Корпус {corpus.corpus}: сравнено черновиков {corpus.compared}{skipped}"
    for rule in corpus.rules:
        yield f"{rule.rule}: {_counts(rule)}"
        for change in rule.changes or ():
            yield from _change_lines(change)
    yield f"Всего: {_counts(corpus)}" if corpus.rules else "Разницы нет."


def _counts(counted: RuleDifference | CorpusDifference) -> str:
    return f"добавлено {counted.added}, убрано {counted.removed}, изменено {counted.changed}"


def _change_lines(change: Change) -> Iterator[str]:
    sign = "+" if change.before is None else "-" if change.after is None else "~"
    yield (
        f"  {sign} {change.draft}: «{change.excerpt}»" if change.excerpt else f"  {sign} {change.draft}: {change.place}"
    )
    if sign == "~":
        yield from (f"      {when} {' '.join((said or '').split())}" for when, said in _sides(change))


def _sides(change: Change) -> tuple[tuple[str, str | None], ...]:
    return ("было: ", change.before), ("стало:", change.after)
