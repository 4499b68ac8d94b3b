"""Looks for the text of 20 000 characters that takes the longest to check: hypothesis climbs towards slower ones."""

import time
from datetime import datetime

from hypothesis import HealthCheck, Phase, given, settings, target
from hypothesis import strategies as st

from companion.checker import check
from companion.draft import LONG_TEXT, CheckRequest, Draft

# fmt: off
UNITS = (
    "1", "12", "0", "-", "—", ".", ",", "!", "?", "…", " ", "\n", "\u00a0", "\u200b", "«", "»", '"', "'", "(",
    ")", "№", "*", "@", "#", "и\u0306", "е\u0308", "а\u0301", "ё", "й", "х", "у", "б л я", "Ъ", "А", "a", "O",
    "З", "😡", "👨‍👩‍👧", "4276 ", "57195475-0050-3 ", "57195475-", "2000061286750 ", "12.11.2026 ", "31.11 ",
    "1 000 ", "5 тыс. ", "₽", "руб. ", "товар 646399170 ", "№ 73712587 ", "обращение ", "арт. ",
    "артикул AB-77/", "пароль: ", "код из смс ", "паспорт ", "карта ", "вчера ", "в прошлую ", "с 3 по ", "на ",
    "третий ", "ноября ", "в пн ", "не ", "выплата ", "деньги ", "не пришла ", "если ", "безобразие ",
    "ВЕРНИТЕ ", "прошу ", "т. е. ", "ул. ", "ООО ", "прилагаю ", "а-", "б_", "https://", "a@b.ru ", "п и з ",
)
# fmt: on
"""Pieces that the patterns and word lists of the product look at."""

_texts = st.lists(st.one_of(st.sampled_from(UNITS), st.text(min_size=1, max_size=4)), min_size=1, max_size=12).map(
    lambda pieces: (("".join(pieces) or "а") * LONG_TEXT)[:LONG_TEXT]
)


def slowest(tries: int, *, now: datetime) -> list[tuple[float, str]]:
    """The five slowest of ``tries`` texts, each with its milliseconds (the best of two), the slowest first."""
    found: dict[str, float] = {}

    def measured(text: str) -> float:
        request = CheckRequest(draft=Draft(description=text))
        spent = []
        for _ in range(2):
            started = time.perf_counter()
            check(request, now=now)
            spent.append(1_000 * (time.perf_counter() - started))
        found[text] = min(spent)
        return found[text]

    @settings(
        max_examples=tries,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.target),
        suppress_health_check=list(HealthCheck),
    )
    @given(_texts)
    def climb(text: str) -> None:
        target(measured(text))

    for text in (unit * (LONG_TEXT // len(unit)) for unit in UNITS):
        measured(text)
    climb()
    ranked = sorted(((spent, text) for text, spent in found.items()), reverse=True)
    return ranked[:5]
