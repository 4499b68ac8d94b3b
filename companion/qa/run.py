"""`companion qa run`: how good the rules are on labelled drafts, and whether that is good enough."""

from collections.abc import Sequence
from pathlib import Path

from companion import console
from companion.qa.corpus import read_corpora
from companion.qa.judged import judged
from companion.qa.measured import Run, measure
from companion.qa.saved import save_run, saved_run
from companion.qa.thresholds import thresholds_for
from companion.rules import ruleset

GOOD_ENOUGH, BELOW = 0, 1
"""Exit codes."""


def run_corpora(
    paths: Sequence[Path], *, thresholds: Path | None, numbers_only: bool, as_json: bool, save: Path | None
) -> int:
    """Measures corpora, prints what came out, returns the exit code. Raises ``SettingsError`` for unusable input."""
    demanded = thresholds_for(paths, thresholds)
    corpora = read_corpora(paths)
    drafts = [judged(corpus.drafts) for corpus in corpora]
    measured = tuple(
        measure(corpus, found, demanded, numbers_only=numbers_only)
        for corpus, found in zip(corpora, drafts, strict=True)
    )
    run = Run(ruleset=ruleset(), corpora=measured)
    if save:
        save_run(save, saved_run(zip(corpora, drafts, strict=True), blind=demanded.blind))
    if as_json:
        console.write(run.model_dump_json(indent=2), machine=True)
    else:
        from companion.qa.run_text import run_text

        console.write(run_text(run), machine=False)
    return BELOW if any(corpus.below for corpus in measured) else GOOD_ENOUGH
