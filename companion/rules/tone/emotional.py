"""Эмоциональные слова.

Что ищет: оскорбления, обвинения, сарказм и драму («безобразие», «мошенники», «кормите завтраками», «сколько можно»).
Почему мешает: поддержка быстрее решает то, что описано спокойно.
Как исправить: убрать эти слова, оставить факты и просьбу.
"""

import re
from collections.abc import Iterator

from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.removal import removal
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.matching import Found
from companion.text.reproaches import in_ironic_quotes, reproachful

_LISTS = tuple(
    f"emotions.{name}" for name in ("insult", "accusation", "drama", "sarcasm", "distress", "threat", "exaggeration")
)
_IRONIC = "emotions.ironic"
_VERB = "reproach"
_OWN_WORDS = re.compile(r"[,;] (?:а|но|однако|хотя|при этом|поэтому|и вы|вы|это|ваш[а-я]*) |;")
"""After these words the author speaks again: «покупатель пишет, что коробка пуста, а вы отписываетесь»."""


@rule("tone.emotional", field="description", severity="warning")
def emotional(reading: Reading) -> Finding:
    text = reading.description.view.text
    for found in _apart(reading):
        whose = _said_by_others(reading, found)
        if whose:
            yield Spared(found.span, whose)
            continue
        words = found.span.of(text)
        shown = words if found.listed == _IRONIC else f"«{words}»"
        yield Hit(found.span, f"{shown} звучит эмоционально", _remedies(reading, found))
    return "эмоциональных выражений не видно"


def _apart(reading: Reading) -> Iterator[Found]:
    """What sounds emotional, in order; where two findings overlap, the one that begins first."""
    end = 0
    everything = (*reading.description.found(*_LISTS), *_verbs(reading), *_irony(reading))
    for found in sorted(everything, key=lambda found: (found.span.start, -found.span.end)):
        if found.span.start >= end:
            end = found.span.end
            yield found


def _verbs(reading: Reading) -> Iterator[Found]:
    """«Тянете», «топчетесь»; but «вы моете тару?» is a plain question."""
    words, text = reading.description.words, reading.description.view.text
    for at, word in enumerate(words):
        if reproachful(word.lower) and "?" not in text[word.end : reading.description.sentence_at(word.start).end]:
            yield Found(_VERB, word.lower, word.span, word.sentence, at, at + 1)


def _irony(reading: Reading) -> Iterator[Found]:
    view, words = reading.description.view, reading.description.words
    for found in reading.description.found(_IRONIC):
        last = words[found.last - 1]
        if in_ironic_quotes(view, last):
            yield found._replace(span=Span(last.start - 1, last.end + 1))


def _said_by_others(reading: Reading, found: Found) -> str | None:
    """Why these words are not the author's, in short Russian; None when they are."""
    if found.listed != _IRONIC and reading.description.in_quotation(found.span):
        return "это чужие слова в кавычках"
    for said in reading.description.found("emotions.reported"):
        if said.sentence == found.sentence and said.first < found.first:
            between = reading.description.view.lower[said.span.end : found.span.start]
            if not _OWN_WORDS.search(between):
                return "это пересказ чужих слов"
    return None


def _remedies(reading: Reading, found: Found) -> tuple[Remedy, ...]:
    if found.listed == "emotions.exaggeration":
        return (_plain(reading, found),)
    if found.listed in (_IRONIC, _VERB):
        return ()
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
    bad("Третий месяц [водите за нос], прошу ответить."),
    bad("[Будто со стеной] разговариваю, прошу назвать срок."),
    bad("За доставку 1 904 ₽, [волосы дыбом], прошу пересчитать."),
    bad("[Сил больше нет], прошу закрыть вопрос."),
    bad("[Спасибо большое за такую работу], короб 12.11.2026 потерян."),
    bad("Ваша [«забота»] обошлась в 4 500 ₽, прошу пересчитать."),
    bad("Вы [топчетесь] на месте с 12.11.2026, прошу ответить."),
    bad("[До суда дойду], верните 500 ₽."),
    bad("Покупатель просит деньги, а вы [отписываетесь]."),
    bad("Склад закрыт с 12.11.2026, у вас [совести нет]."),
    bad("[Вас не волнуют] наши убытки, прошу ответить."),
    bad("Акт не пришёл с 12.11.2026, [надоели ваши] пустые ответы."),
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
    good("Мошенники взломали кабинет 12.11.2026, прошу вернуть доступ."),
    good("Покупатель пишет, что мы воры и жулики, прошу удалить отзыв."),
    good("При отказе буду вынужден обратиться в суд."),
    good("Спасибо за такую подробную инструкцию, пункт 3 не работает."),
    good("Почему вы удерживаете логистику за отмену?"),
    good("Мебель для детского сада и набор «Цирк» скрыты."),
    good("Когда закончится проверка документов?"),
    good("Чё там так долго? Жду ответа по акту от 12.11.2026."),
    good("Сколько можно загрузить фото в карточку и сколько раз можно менять цену?"),
    good("Обидно терять рейтинг, прошу пересчитать индекс."),
    good("Да, конечно, пришлю. Ну конечно, я забыл вложить фото."),
    good("Спасибо, не надо, вопрос решился."),
    good("Вам всё равно понадобится накладная, прикладываю."),
    good("Отшили новую партию, покупатель возмущён размером."),
    good("По совести говоря, ошибся я сам, в шаблоне нет слов на русском."),
    good("Вы трактуете пункт 5.3 иначе, прошу дать ссылку."),
]
