"""The fix that chooses a topic: the page offers it where its list has an entry of that name."""

from companion.reading import Reading
from companion.report import CATEGORY_LABELS
from companion.rules.rule import Change, Remedy
from companion.understanding import TextCategory


def choosing(reading: Reading, clear: TextCategory) -> tuple[Remedy, ...]:
    """Chooses the topic of a category; nothing in a messenger, where the topic is a path of clicked replies."""
    if reading.page == "messenger":
        return ()
    label = CATEGORY_LABELS[clear.category]
    return (Remedy(f"Выбрать «{label}»", (Change("subject", reading.subject.all, label),)),)
