"""What a list offers to write instead stands in the form of what it replaces, or nowhere."""

import pytest

from companion.text.instead import instead
from companion.text.lemmas import analyzer
from companion.text.phrases import lexicon
from companion.text.written import FieldText

LISTS = tuple(f"informal.{table}" for table in lexicon("informal") if table != "goods")


@pytest.mark.parametrize(
    ("text", "replaced", "by"),
    [
        ("Нет смысла ждать из-за косяка склада", "косяка", "ошибки"),
        ("Опять ваш косяк", "косяк", "недочёт"),
        ("Все косяки исправьте", "косяки", "ошибки"),
        ("Приёмщица накосячила с весом", "накосячила", "ошиблась"),
        ("Сайт глючит", "глючит", "работает со сбоями"),
        ("Захожу с компа", "компа", "компьютера"),
        ("Две коробки заказика", "заказика", "заказа"),
        ("Вчера чел вернул коробку", "чел", "человек"),
        ("Он типа не нашёл склад", "типа", ""),
        ("Сплошная фигня", "фигня", None),
    ],
)
def test_only_what_the_phrase_changes_is_offered_in_its_form(text: str, replaced: str, by: str | None) -> None:
    field = FieldText(text)
    (found,) = field.found(*LISTS)
    offered = instead(found, field.words)
    assert (text[offered.span.start : offered.span.end], offered.text) == (replaced, by)


def test_every_replacement_of_the_lists_can_be_inflected() -> None:
    for table in lexicon("informal").values():
        for phrase in table["phrases"]:
            for part in phrase.partition(" → ")[2].replace("|", " ").split():
                if part.startswith("="):
                    assert part[1:] in {parse.normal_form for parse in analyzer().parse(part[1:])}, phrase
