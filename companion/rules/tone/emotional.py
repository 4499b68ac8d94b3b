"""Эмоциональные слова.

Что ищет: оскорбления, обвинения, сарказм и драму («безобразие», «мошенники», «кормите завтраками», «сколько можно»).
Почему мешает: поддержка быстрее решает то, что описано спокойно.
Как исправить: убрать эти слова, оставить факты и просьбу.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.removal import removal
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.matching import Found

_LISTS = ("emotions.insult", "emotions.accusation", "emotions.drama", "emotions.exaggeration")


@rule("tone.emotional", field="description", severity="warning")
def emotional(reading: Reading) -> Finding:
    text = reading.description.view.text
    for found in reading.description.found(*_LISTS):
        if reading.description.in_quotation(found.span):
            yield Spared(found.span, "это чужие слова в кавычках")
            continue
        words = text[found.span.start : found.span.end]
        yield Hit(found.span, f"«{words}» звучит эмоционально", _remedies(reading, found))
    return "эмоциональных выражений из списков не видно"


def _remedies(reading: Reading, found: Found) -> tuple[Remedy, ...]:
    if found.listed == "emotions.exaggeration":
        return (_plain(reading, found),)
    return removal(reading, found.span, clause=found.listed != "emotions.insult")


def _plain(reading: Reading, found: Found) -> Remedy:
    """«страшную сумму» → «сумму»."""
    noun = reading.description.words[found.last - 1]
    text = reading.description.view.text[noun.start : noun.end]
    return Remedy(f"Оставить «{text}»", (Change("description", found.span, text),))


BAD = [
    bad(
        "Платёж за 12.11.2026 не зачислен. Это [безобразие]! Прошу проверить.",
        fixed="Платёж за 12.11.2026 не зачислен. Прошу проверить.",
    ),
    bad("[Мошенники], верните оплату за заказ 57195475-0050.", fixed="Верните оплату за заказ 57195475-0050."),
    bad("Вы третий месяц [кормите завтраками], прошу назвать срок."),
    bad("[Сколько можно] ждать приёмку поставки 2000061286750?"),
    bad(
        "Удержали [страшную сумму] за хранение, прошу пересчитать.",
        fixed="Удержали сумму за хранение, прошу пересчитать.",
    ),
    bad("Ваша поддержка шлёт одни [отписки], прошу передать старшему."),
    bad("Оператор — [мудак], прошу заменить."),
    bad("Это просто [грабёж], комиссия выросла вдвое."),
]
GOOD = [
    good("Товар похищен на складе 12.11.2026, прошу выплатить компенсацию."),
    good("Мошенническая операция по заказу 57195475-0050, прошу проверить."),
    good("Сумма страхового покрытия — 40 000 ₽."),
    good("Покупатель написал: «вы мошенники». Прошу удалить отзыв."),
    good("Прошу объяснить удержание 500 ₽."),
]
NEAR_MISS = [
    good("Банка из жести помята при доставке."),
    good("Книга «Идиот» пришла без обложки."),
    good("Средство от паразитов для кошек скрыто модерацией."),
    good("Сковорода для блинов снята с продажи."),
]
