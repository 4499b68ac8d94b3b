"""Разговорные слова.

Что ищет: разговорные слова и сокращения переписки («щас», «короче», «плиз», «косяк»).
Почему мешает: такое обращение труднее понять и передать дальше.
Как исправить: написать обычное слово: «сейчас», «пожалуйста», «ошибка».
"""

from collections.abc import Iterator

from companion.positions import Span
from companion.reading import Reading
from companion.report import Applicability
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.instead import Instead, instead
from companion.text.matching import Found
from companion.text.words import capital_as

_LISTS = tuple(
    f"informal.{name}"
    for name in (
        "chat",
        "short",
        "sounds",
        "words",
        "verbs",
        "goods_too",
        "counted",
        "address",
        "opening",
        "interjection",
        "filler",
    )
)
_EMOTIONAL = ("emotions.insult", "emotions.accusation", "emotions.drama", "emotions.exaggeration")
_LONGEST_CODE = 4
_PARTS_OF_NAMES = "@/\\_"


@rule("style.informal", field="description", severity="hint")
def informal(reading: Reading) -> Finding:
    for found in _longest(reading):
        offered = instead(found, reading.description.words)
        spared = _spared(reading, found, offered)
        if spared:
            yield Spared(offered.span, spared)
            continue
        words = offered.span.of(reading.description.view.text)
        safe: Applicability = "safe" if found.listed == "informal.chat" else "ask"
        yield Hit(offered.span, f"«{words}» звучит разговорно", tuple(_remedies(reading, offered, safe)))
    return "разговорных слов из списков не видно"


def _longest(reading: Reading) -> Iterator[Found]:
    """What stands in the lists, without what overlaps an earlier or longer one."""
    end = 0
    for found in sorted(reading.description.found(*_LISTS), key=lambda found: (found.span.start, -found.span.end)):
        if found.span.start >= end:
            end = found.span.end
            yield found


def _spared(reading: Reading, found: Found, offered: Instead) -> str | None:
    span = offered.span
    if reading.description.in_quotation(span):
        return "это чужие слова в кавычках"
    if any(span.overlaps(other.span) for other in reading.description.found(*_EMOTIONAL)):
        return "об этих словах говорит другое замечание"
    if _is_name(reading, span):
        return "это похоже на имя, файл или адрес"
    if _is_code(reading, span) or (found.listed == "informal.short" and _after_number(reading, offered)):
        return "это похоже на единицу или код"
    if found.listed == "informal.counted" and not _after_number(reading, offered):
        return "числа перед этим нет"
    if found.listed == "informal.goods_too" and reading.description.found("informal.goods"):
        return "речь может идти о товаре"
    if found.listed == "informal.filler" and _of_kind(reading, offered):
        return "это слово значит «вид»"
    if found.listed in ("informal.address", "informal.interjection") and not _set_off(reading, span):
        return "знаками это не выделено"
    if found.listed == "informal.opening" and not _opens(reading, span):
        return "этим ничего не начинается"
    return None


def _is_name(reading: Reading, span: Span) -> bool:
    """A capital inside a sentence («магазин Комп»), a part of a file's name or of an address."""
    text = reading.description.view.text
    before, after = text[: span.start][-1:], text[span.end : span.end + 2]
    if (before and before in _PARTS_OF_NAMES) or (after and after[0] in _PARTS_OF_NAMES):
        return True
    if after[:1] == "." and (after[1:].isalnum() or _is_cut(text, span)):
        return True
    word = span.of(text).split()[0]
    return word[:1].isupper() and word[1:].islower() and not _opens(reading, span, marks=".!?…")


def _is_cut(text: str, span: Span) -> bool:
    """«Комп. номер»: a short word with a full stop inside a sentence."""
    return span.end - span.start <= _LONGEST_CODE and text[span.end + 1 :].lstrip(" ")[:1].islower()


def _opens(reading: Reading, span: Span, marks: str = ".!?…,:;-()") -> bool:
    """True when no word of its sentence, or one of these marks, stands before it."""
    text = reading.description.view.text
    before = text[reading.description.sentence_at(span.start).start : span.start].rstrip()
    return not any(char.isalnum() for char in before) or before[-1] in marks


def _is_code(reading: Reading, span: Span) -> bool:
    """«СПС», «кнопка ОК»: a few capitals, in a text that has small letters too."""
    text = reading.description.view.text
    written = span.of(text)
    return len(written) <= _LONGEST_CODE and written.isupper() and not text.isupper()


def _after_number(reading: Reading, offered: Instead) -> bool:
    """«50 мб», «5 чел»."""
    return offered.first > 0 and reading.description.words[offered.first - 1].lower[-1].isdigit()


def _of_kind(reading: Reading, offered: Instead) -> bool:
    """«Подходящего типа не вижу»."""
    before = reading.description.words[offered.first - 1].lower if offered.first else ""
    return len(before) > len("его") and before.endswith(("ого", "его"))


def _set_off(reading: Reading, span: Span) -> bool:
    """True for «Ребята, …» and «…, ребята!»: such words stand between marks or ends, one of which a sentence has."""
    text = reading.description.view.text
    sentence = reading.description.sentence_at(span.start)
    before = text[sentence.start : span.start].rstrip()[-1:]
    after = text[span.end : sentence.end].lstrip()[:1]
    if before.isalnum() or after.isalnum() or after == "-":
        return False
    return _opens(reading, span, marks=".!?…") or not after or after in ".!?…)"


def _remedies(reading: Reading, offered: Instead, meaning: Applicability) -> Iterator[Remedy]:
    if offered.text == "":
        yield from _without(reading, offered.span)
    elif offered.text is not None:
        text = capital_as(offered.span.of(reading.description.view.text), offered.text)
        yield Remedy(f"Заменить на «{text}»", (Change("description", offered.span, text),), meaning)


def _without(reading: Reading, span: Span) -> Iterator[Remedy]:
    """Takes out a word that says nothing; what then begins the sentence begins with a capital as before."""
    text = reading.description.view.text
    start, end = span
    sentence = reading.description.sentence_at(start)
    before, after = text[sentence.start : start].rstrip(" "), text[end : sentence.end].lstrip(" ")
    if not any(char.isalnum() for char in before):
        kept = after.lstrip(", -.")
        if kept[:1].isalnum():
            left = kept[0].upper() if text[start].isupper() else kept[0]
            yield Remedy("Убрать", (Change("description", Span(start, sentence.end - len(kept) + 1), left),))
    elif not after.startswith((",", ":")):
        # At the end its own comma goes too.
        kept = before if after[:1].isalnum() else before.rstrip(", -")
        yield Remedy("Убрать", (Change("description", Span(sentence.start + len(kept), end), ""),))


BAD = [
    bad("[Щас] не открывается отчёт за 12.11.2026.", fixed="Сейчас не открывается отчёт за 12.11.2026."),
    bad("Из-за вашего [косяка] поставка 2000061286750 отменена."),
    bad("Исправьте [косяки] в акте от 12.11.2026.", fixed="Исправьте ошибки в акте от 12.11.2026."),
    bad("Опять ваш [косяк] в УПД.", fixed="Опять ваш недочёт в УПД."),
    bad("Приёмщики [накосячили] с количеством.", fixed="Приёмщики ошиблись с количеством."),
    bad("Проверьте заказ 57195475-0050, [плиз].", fixed="Проверьте заказ 57195475-0050, пожалуйста."),
    bad("Никакой [инфы] по возврату нет.", fixed="Никакой информации по возврату нет."),
    bad("[Короче], прошу вернуть 500 ₽.", fixed="Прошу вернуть 500 ₽."),
    bad("деньги [короче] не пришли", fixed="деньги не пришли"),
    bad("Водитель [типа] не нашёл склад.", fixed="Водитель не нашёл склад."),
    bad("[Спс] за ответ, но акта [нету].", fixed="Спасибо за ответ, но акта нет."),
    bad("[Чё] делать с возвратом ii5275210303?", fixed="Что делать с возвратом ii5275210303?"),
    bad("[Прога] [лагает], а [инет] в порядке.", fixed="Программа работает с задержками, а интернет в порядке."),
    bad("[Скинул] скрин в прошлый раз.", fixed="Прислал скрин в прошлый раз."),
    bad("[Впаривают] платную подписку.", fixed="Навязывают платную подписку."),
    bad("Удержали 15 [косарей] за хранение.", fixed="Удержали 15 тысяч за хранение."),
    bad("[ребят], а когда выплата за октябрь?", fixed="коллеги, а когда выплата за октябрь?"),
    bad("Вернули [покоцанный] корпус.", fixed="Вернули повреждённый корпус."),
    bad("Статус груза всё [ок], кроме акта.", fixed="Статус груза всё в порядке, кроме акта."),
    bad("Одна [морока] с этим актом."),
]
GOOD = [
    good("Сейчас отчёт за 12.11.2026 не открывается."),
    good("Покупатель написал: «щас верну, короче». Прошу отклонить возврат."),
    good("Прошу исправить ошибки в карточке."),
    good("Скрины приложены, в ЛК статус прежний."),
    good("Спасибо за помощь, вопрос решён."),
    good("Коллеги, просим ускорить приёмку."),
]
NEAR_MISS = [
    good("Рукав короче на 2 см, чем в описании."),
    good("Короче говоря, комиссия удержана дважды."),
    good("Дверной косяк пришёл с трещиной."),
    good("Двери с коробкой: левый косяк выше правого."),
    good("Подходящего типа не вижу, файлы типа PDF не загружаются."),
    good("Согласно норм и правил груз упакован верно."),
    good("Сила тока 5 А, файл 50 мб, в бригаде 5 чел."),
    good("По ОК 034-2014 в СПС «Гарант» указан другой код."),
    good("Блин для штанги и сковорода для блинов скрыты."),
    good("Ребята на складе подтвердили приёмку."),
    good("Набор для игры в бабки попал не в ту категорию."),
    good("Декларация на мыло загружена 12.11.2026."),
    good("Магазин Косяк просит сменить название."),
    good("Файл инфа.pdf приложен, адрес комп@почта.рф."),
    good("Готовимся к походу: палатка не прошла модерацию."),
    good("Для чего нужен второй сертификат?"),
]
KNOWN_GAPS = [
    good("Пардон, роман Мопассана, скрыт с витрины."),
    bad("Опять [захлопнули] мою заявку."),
]
