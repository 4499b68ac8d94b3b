"""What of a reading decides the deadline (contract §5), with the reason for each as the user sees it."""

from collections.abc import Iterator

from companion.expectation import Signals
from companion.reading import Reading
from companion.report import CATEGORY_LABELS

MANY_ORDERS = 3
"""From so many orders on a request is complex (contract §5)."""


def signals_of(reading: Reading) -> Signals:
    """The signals of one draft; an empty string or tuple where something does not apply."""
    outage = reading.about.outage
    return Signals(
        category=reading.category,
        category_reason=_category_reason(reading),
        urgent=f"Сбой, который останавливает работу: «{_words(reading, outage.found.span)}»" if outage else None,
        complex=tuple(dict.fromkeys(_complex(reading))),
    )


def _category_reason(reading: Reading) -> str:
    if reading.subject_category not in (None, "other"):
        return f"Тема «{CATEGORY_LABELS[reading.category]}»"
    likely = reading.text_category
    return f"В тексте: «{likely.words}»" if likely else "Обычный вопрос"


def _complex(reading: Reading) -> Iterator[str]:
    yield from (problem.kind.complex for problem in reading.about.claims if problem.kind.complex)
    if reading.about.fined and reading.description.found("speech.cancel"):
        yield "Обжалование блокировки или штрафа"
    if _lost_in_supply(reading):
        yield "Потеря товара в поставке"
    if len(_orders(reading)) >= MANY_ORDERS:
        yield f"Несколько заказов: {len(_orders(reading))}"
    if reading.about.repeats:
        yield "Повторное обращение"
    if reading.about.several:
        yield "Несколько проблем в одном обращении"


def _lost_in_supply(reading: Reading) -> bool:
    """A loss, or a shortage that is one, where a supply is spoken of."""
    lost = any(
        problem.kind.name == "lost" or not reading.description.touches("areas.not_fewer", problem.found.span)
        for problem in reading.about.claims
        if problem.kind.name in ("lost", "shortage")
    )
    return lost and bool(reading.description.found("areas.supply"))


def _orders(reading: Reading) -> set[str]:
    found = (*reading.reference_field.identifiers, *reading.identifiers)
    return {"-".join(item.value.split("-")[:2]) for item in found if item.kind in ("order", "posting")}


def _words(reading: Reading, span: tuple[int, int]) -> str:
    return reading.description.view.text[span[0] : span[1]]
