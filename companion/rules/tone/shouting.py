"""Крик: знаки подряд, прописные буквы, эмодзи.

Что ищет: «!!», «?!», «???», слова прописными буквами и эмодзи.
Почему мешает: такой текст читают как ссору и отвечают на неё, а не на вопрос.
Как исправить: один знак, обычные буквы, без эмодзи.
"""

import re

from companion.positions import Span
from companion.reading import Reading
from companion.report import Applicability
from companion.rules.examples import bad, good
from companion.rules.removal import cut
from companion.rules.rule import Change, Finding, Hit, Remedy, Spared, rule
from companion.text.capitals import capitals
from companion.text.shouts import emoji, marks_in_a_row


@rule("tone.shouting", field="description", severity="warning")
def shouting(reading: Reading) -> Finding:
    view = reading.description.view
    for span in marks_in_a_row(view):
        if reading.description.in_quotation(span):
            yield Spared(span, "стоит в кавычках")
            continue
        mark = "?" if re.search(r"[?？⁉]", span.of(view.text)) else "!"
        yield Hit(span, "Достаточно одного знака", (_instead("Оставить один знак", span, mark, "safe"),))
    for span in emoji(view):
        yield Hit(span, "Без эмодзи текст читается спокойнее", cut(reading, span))
    elsewhere = {
        "стоит в кавычках": reading.description.quotations,
        "стоит в номере": [identifier.span for identifier in reading.identifiers],
        "это разрешённое название": reading.allowed_names,
    }
    for run in capitals(view, elsewhere):
        if run.spared:
            yield Spared(run.span, run.spared)
            continue
        quiet = _instead("Обычные буквы", run.span, _quiet(view.text, run.span), "ask")
        yield Hit(run.span, "Прописные буквы читаются как крик", (quiet,))
    return "знаков подряд, слов прописными буквами и эмодзи нет"


def _instead(title: str, span: Span, text: str, applicability: Applicability) -> Remedy:
    return Remedy(title, (Change("description", span, text),), applicability)


def _quiet(text: str, span: Span) -> str:
    lower = span.of(text).lower()
    before = text[: span.start].rstrip(' "«(-')
    return lower if before and before[-1] not in ".!?…\n" else lower[0].upper() + lower[1:]


BAD = [
    bad("Прошу вернуть 500 ₽[!!!]", fixed="Прошу вернуть 500 ₽!"),
    bad("Где отправление 57195475-0050-3[?!]", fixed="Где отправление 57195475-0050-3?"),
    bad("Когда ответите[???] Жду с 12.11.2026.", fixed="Когда ответите? Жду с 12.11.2026."),
    bad("[ВЕРНИТЕ ДЕНЬГИ] за заказ 57195475-0050.", fixed="Верните деньги за заказ 57195475-0050."),
    bad("Прошу [СРОЧНО] проверить выплату.", fixed="Прошу срочно проверить выплату."),
    bad("Карточка скрыта [😡] прошу вернуть.", fixed="Карточка скрыта прошу вернуть."),
    bad("[😡] Карточка скрыта, прошу вернуть.", fixed="Карточка скрыта, прошу вернуть."),
    bad("[ГДЕ МОЙ] товар?", fixed="Где мой товар?"),
    bad("Прошу [СРОООЧНО] ответить по выплате."),
    bad("Статус [НЕ МЕНЯЕТСЯ] с 12.11.2026."),
    bad("Кнопка СОХРАНИТЬ [НЕ РАБОТАЕТ] второй день."),
    bad("Отчёт [ПРОПАЛ] из раздела, подписку [НАВЯЗАЛИ]."),
    bad("Пропало [ПЯТЬ] коробов из восьми."),
    bad("Акт приложен [❗] прошу принять."),
    bad("Прошу вернуть 500 ₽[‼]", fixed="Прошу вернуть 500 ₽!"),
    bad("Где отправление 57195475-0050-3[!?]", fixed="Где отправление 57195475-0050-3?"),
    bad("Прошу [СРО\u0301ЧНО] проверить выплату."),
]
GOOD = [
    good("Здравствуйте! Прошу проверить выплату за октябрь."),
    good("Отправление FBS принято в ПВЗ, в ЛК статус прежний, УПД с НДС от ООО."),
    good("OZON удержал комиссию, прошу объяснить."),
    good("Артикул АБ-77/Ч скрыт, система пишет «ОШИБКА СОХРАНЕНИЯ»."),
    good("Когда ответите? Жду с 12.11.2026."),
]
NEAR_MISS = [
    good("Договор с ООО РОМАШКА от 12.11.2026."),
    good("Прошу проверить: сумма верна?? Жду ответа."),
    good("Сертификат по ГОСТ и ЕАЭС загружен, ОГРН указан."),
    good("Добрый день! Прошу помочь! Заранее благодарю!"),
    good("Кнопка СОХРАНИТЬ ИЗМЕНЕНИЯ не активна, статус ОТМЕНЕН, раздел ФИНАНСЫ пуст."),
    good("ИП ИВАНОВ ИВАН ИВАНОВИЧ, г. НОВОСИБИРСК, склад ХОРУГВИНО, ООО ТОРГОВЫЙ ДОМ ВЕСНА."),
    good("Чехол на кресло ПОЭНГ, подписка ПРЕМИУМ ПЛЮС, отчёт О РЕАЛИЗАЦИИ ТОВАРОВ."),
    good("АРТИКУЛ | НАЗВАНИЕ | ЦЕНА"),
    good("ДОСУДЕБНАЯ ПРЕТЕНЗИЯ\nПрошу вернуть 500 ₽. ИТОГО: 500 ₽."),
    good("Система ответила: ДОСТУП НЕ НАЙДЕН"),
    good("Покупатель написал: «где мой заказ???», прошу ответить ему."),
    good("Пункты: ✔ акт, ✓ фото, → отчёт, Ромашка™."),
    good('Покупатель пишет: "ВЕРНИТЕ ДЕНЬГИ", прошу ответить ему.'),
    good("Покупатель пишет: 'ВЕРНИТЕ ДЕНЬГИ', прошу ответить ему."),
    good("Чехол XL/СИНИЙ и плед СИНИЙ/XL скрыты, почта на МАГАЗИН.рф не работает."),
]
KNOWN_GAPS = [
    # A name of ordinary words behind an ordinary word is written as a shout is.
    good("Крем ЧИСТАЯ ЛИНИЯ не опубликован."),
    good("Ткань ХЛОПОК 80 %, карточка скрыта."),
]
