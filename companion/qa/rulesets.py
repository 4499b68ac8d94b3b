"""What a ruleset finds on corpora: the code at hand, a saved run, or a git revision of the code."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from companion.qa.corpus import Corpus
from companion.qa.judged import judged
from companion.qa.revision import check_with, unpacked
from companion.qa.saved import SavedRun, read_run, saved_corpus, saved_run
from companion.rules import ruleset
from companion.settings import SettingsError

AT_HAND = "."
_VERSION = re.compile(r"\d+(?:\.\d+)+\+[0-9a-f]{6}")


def findings_of(name: str, corpora: Sequence[Corpus], *, blind: Collection[str]) -> SavedRun:
    """What the ruleset of this name finds on the corpora. Raises ``SettingsError`` when there is no such ruleset.

    A saved run knows the corpora that it was made on, which may be others.
    """
    if name == AT_HAND:
        return _at_hand(corpora, blind)
    if Path(name).is_file():
        return read_run(Path(name))
    if _VERSION.fullmatch(name):
        return _at_hand(corpora, blind) if name == ruleset() else _saved(name, corpora)
    return _revision(name, corpora, blind)


def _at_hand(corpora: Sequence[Corpus], blind: Collection[str]) -> SavedRun:
    return saved_run(((corpus, judged(corpus.drafts)) for corpus in corpora), blind=blind)


def _saved(version: str, corpora: Sequence[Corpus]) -> SavedRun:
    """The saved run of a version that lies in this folder or beside a corpus."""
    folders = dict.fromkeys([Path(), *(corpus.path.parent for corpus in corpora)])
    for file in (file for folder in folders for file in sorted(folder.glob("*.json"))):
        try:
            run = read_run(file)
        except SettingsError:
            continue  # some other JSON
        if run.ruleset == version:
            return run
    looked = ", ".join(str(folder.resolve()) for folder in folders)
    raise SettingsError(f"Нет сохранённого прогона набора правил {version}. Искали файлы .json в папках: {looked}.")


def _revision(revision: str, corpora: Sequence[Corpus], blind: Collection[str]) -> SavedRun:
    with unpacked(revision) as folder:
        checked = [check_with(folder, corpus, revision) for corpus in corpora]
    kept = tuple(
        saved_corpus(corpus, found.found, blind=corpus.name in blind)
        for corpus, found in zip(corpora, checked, strict=True)
    )
    return SavedRun(ruleset=checked[0].ruleset, corpora=kept)
