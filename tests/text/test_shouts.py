"""Shouting is told from abbreviations, names and codes."""

import pytest

from companion.text.capitals import capitals
from companion.text.quotes import quoted
from companion.text.shouts import emoji, marks_in_a_row
from companion.text.view import View


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("ВЕРНИТЕ ДЕНЬГИ за заказ", ["ВЕРНИТЕ ДЕНЬГИ"]),
        ("прошу СРОЧНО ответить", ["СРОЧНО"]),
        ("ГДЕ МОЙ товар", ["ГДЕ МОЙ"]),
        ("это НЕ так", []),
        ("FBS, НДС, ООО, ПВЗ, УПД, ЛК, OZON", []),
        ("ООО РОМАШКА и ИП ИВАНОВ", []),
        ("артикул АБВГ-77 и КРЕМ2000", []),
        ("склад ХОРУГВИНО", []),
        ("XIAOMI REDMI NOTE", []),
        ("система пишет «ОШИБКА ДОСТУПА»", []),
        ("Я И ТЫ", []),
        ("кнопка СОХРАНИТЬ НЕ РАБОТАЕТ", ["НЕ РАБОТАЕТ"]),
        ("статус ОТМЕНЕН, статус НЕ МЕНЯЕТСЯ", ["НЕ МЕНЯЕТСЯ"]),
        ("СТАТУС ОТМЕНЕН", ["СТАТУС ОТМЕНЕН"]),
        ("раздел ФИНАНСЫ, раздел ИСЧЕЗ", ["ИСЧЕЗ"]),
        ("отчёт О РЕАЛИЗАЦИИ ТОВАРОВ", []),
        ("ИП ИВАНОВ ИВАН ИВАНОВИЧ, ООО ТОРГОВЫЙ ДОМ ВЕСНА", []),
        ("на склад ХОРУГВИНО, г. САМАРА", []),
        ("на складе ДВЕНАДЦАТЬ палет", ["ДВЕНАДЦАТЬ"]),
        ("чехол ПОЭНГ, ЦРПТ и КУСП", []),
        ("СРОООЧНО, ПОЖАЛУСТА", ["СРОООЧНО, ПОЖАЛУСТА"]),
        ("ЗАКАЗ: 57195475-0050\nСРОЧНО: ответьте", ["СРОЧНО"]),
        ("ДОСУДЕБНАЯ ПРЕТЕНЗИЯ\nПрошу ВЕРНУТЬ", ["ВЕРНУТЬ"]),
        ("АРТИКУЛ | ЦЕНА", []),
        ("АРТИКУЛ\tЦЕНА", []),
        ("система пишет: ДОСТУП НЕ НАЙДЕН", []),
    ],
)
def test_capitals(text: str, shouted: list[str]) -> None:
    view = View(text)
    runs = capitals(view, {"стоит в кавычках": quoted(view)})
    assert [text[run.span.start : run.span.end] for run in runs if run.spared is None] == shouted


def test_capitals_that_are_no_shout_say_why() -> None:
    view = View("Я за НДС для ООО РОМАШКА: «ОШИБКА ДОСТУПА», это НЕ так")
    runs = capitals(view, {"стоит в кавычках": quoted(view)})
    assert [(view.text[run.span.start : run.span.end], run.spared) for run in sorted(runs)] == [
        ("НДС", "это сокращение"),
        ("ООО", "это сокращение"),
        ("РОМАШКА", "это название"),
        ("ОШИБКА", "стоит в кавычках"),
        ("ДОСТУПА", "стоит в кавычках"),
        ("НЕ", "слишком коротко для крика"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Верните!!! Где?! Как???", ["!!!", "?!", "???"]),
        ("Добрый день! Как?? Ну!", []),
        ("Что!?", ["!?"]),
        ("Ау！！", ["！！"]),
    ],
)
def test_marks_count_in_a_row_only(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in marks_in_a_row(View(text))] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("беда 😡😡 вот", 1),
        ("ок 👍🏽 и ❤️", 2),
        ("семья 👨\u200d👩\u200d👧", 1),
        ("№ 5 × 3 = 15 ₽ ™ © → ✓ ✔", 0),
        ("✔\ufe0f и 1\ufe0f\u20e3", 2),
    ],
)
def test_any_emoji_counts(text: str, count: int) -> None:
    assert len(emoji(View(text))) == count
