"""What a rule finds once the user's own words count: allowed names are silent, added words speak."""

from collections.abc import Iterator

from companion.preferences.model import WordList
from companion.reading import Reading
from companion.rules.removal import removal
from companion.rules.rule import Change, Finding, Hit, Remedy, Rule, Spared
from companion.text.ownwords import OwnWord, replaced, replacements

_LISTS: dict[str, WordList] = {"style.informal": "informal", "tone.emotional": "emotional"}
"""The rules to which the user may add words."""
_SPARING = ("tone", "style")
"""The groups of rules that allowed names silence; proof, dates, numbers and secrets stay what they are."""


def findings(rule: Rule, reading: Reading) -> Finding:
    """The finding of a rule in a draft. An added word comes before what the rule itself says of the same place."""
    own = tuple(_own(rule, reading))
    for seen in own:
        yield _judged(rule, seen, reading)
    finding = rule.find(reading)
    while True:
        try:
            found = next(finding)
        except StopIteration as end:
            reason: str | None = end.value
            return reason
        if not any(found.span.overlaps(mine.span) for mine in own):
            yield _judged(rule, found, reading)


def _judged(rule: Rule, seen: Hit | Spared, reading: Reading) -> Hit | Spared:
    if isinstance(seen, Spared) or rule.group not in _SPARING or (seen.field or rule.field) != "description":
        return seen
    named = any(seen.span.inside(name) for name in reading.allowed_names)
    return Spared(seen.span, "это разрешённое название", seen.field) if named else seen


def _own(rule: Rule, reading: Reading) -> Iterator[Hit | Spared]:
    listed = _LISTS.get(rule.id)
    given = dict(reading.preferences.words(listed)) if listed else {}
    if not given or not listed:
        return
    for own in replaced(tuple(given)).find(reading.description):
        if reading.description.in_quotation(own.span):
            yield Spared(own.span, "это чужие слова в кавычках")
        else:
            yield Hit(own.span, _message(listed, own, reading), _remedies(own, given[own.entry], reading))


def _message(listed: WordList, own: OwnWord, reading: Reading) -> str:
    words = own.span.of(reading.description.view.text)
    return f"«{words}» звучит эмоционально" if listed == "emotional" else f"«{words}» — разговорное слово"


def _remedies(own: OwnWord, given: str, reading: Reading) -> tuple[Remedy, ...]:
    if not given:
        return removal(reading, own.span, clause=True)
    return tuple(
        Remedy(f"Заменить на «{new.text}»", (Change("description", new.span, new.text),), "safe" if new.sure else "ask")
        for new in replacements(reading.description, own, given)
    )
