"""The survivors as a person reads them at a console."""

from collections.abc import Iterator
from itertools import groupby

from companion.qa.mutation.mutate import Mutation, Survivor
from companion.qa.run_text import share_text

_KINDS = {
    "entry": "слово или фраза",
    "exception": "исключение",
    "alternative": "вариант",
    "form": "форма",
    "optional": "необязательное слово",
    "look-around": "условие рядом",
    "anchor": "граница",
}
_AROUND = 25
"""Characters shown on each side of what was dropped from a long entry."""
_LONG = 80


def mutation_text(found: Mutation) -> str:
    """Shares by file, the total, then every survivor below its list."""
    return "\n".join(_lines(found))


def _lines(found: Mutation) -> Iterator[str]:
    yield f"Набор правил {found.ruleset}"
    yield ""
    width = max(len(file.file) for file in found.files)
    yield f"{'файл':<{width}}  мутаций  выжило     доля"
    for file in found.files:
        yield f"{file.file:<{width}}  {file.mutants:>7}  {file.survived:>6}  {share_text(file.share):>7}"
    yield ""
    for (file_name, listed), survivors in groupby(found.survivors, lambda survivor: (survivor.file, survivor.list)):
        yield f"{file_name}: {listed}"
        yield from (f"  {_KINDS[survivor.kind]}: {_shown(survivor)}" for survivor in survivors)
    if found.survivors:
        yield ""
    judged = "меньше порога" if found.good_enough else "не меньше порога"
    yield f"Выжило {found.survived} из {found.mutants}: {share_text(found.share)}, {judged} {share_text(found.limit)}"


def _shown(survivor: Survivor) -> str:
    """«выплат{а, >>у<<}»: the entry with what was dropped."""
    if survivor.dropped == survivor.source:
        return survivor.source
    start, end = survivor.at, survivor.at + len(survivor.dropped)
    before, behind = survivor.source[:start], survivor.source[end:]
    if len(survivor.source) > _LONG:
        before = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
        behind = behind if len(behind) <= _AROUND else f"{behind[:_AROUND]}…"
    return f"{before}>>{survivor.dropped}<<{behind}".replace("\n", "\\n")
