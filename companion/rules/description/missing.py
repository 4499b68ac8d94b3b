"""Описание пустое.

Что ищет: описание без единого слова.
Почему мешает: поддержке не с чем работать, обращение вернут или закроют.
Как исправить: написать, что случилось, когда, с каким номером, что уже проверено и о чём просите.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Change, Finding, Hit, Remedy, rule
from companion.text.phrases import lexicon


@rule("description.missing", field="description", severity="error", on_empty=True)
def missing(reading: Reading) -> Finding:
    if not reading.description.blank:
        return "описание заполнено"
    outline = lexicon("outlines")[reading.category]["text"]
    # Blank characters that stand there are replaced too, so that the outline begins at the top.
    remedy = Remedy("Вставить план описания", (Change("description", reading.description.all, outline),))
    yield Hit(WHOLE, "Опишите, что случилось и о чём просите", (remedy,))
    return None


BAD = [
    bad("", subject="Финансы"),
    bad("   ", subject="Логистика"),
    bad("\n\n", subject="Аккаунт", reference="57195475-0050-3"),
    bad("\u00a0\u200b", subject="Ассортимент"),
    bad("", subject="Другое", attachments=("скрин.png",)),
]
GOOD = [
    good("Прошу проверить начисление за 12.11.2026.", subject="Финансы"),
    good("Не работает.", subject="Аккаунт"),
    good("?", subject="Другое"),
    good("Где посылка 57195475-0050-3?", subject="Логистика"),
    good("Прошу вернуть карточку в продажу.", subject="Ассортимент"),
]
NEAR_MISS = [
    good("ok", subject="Финансы"),
    good("\n\nПрошу закрыть поставку 2000061286750.", subject="Логистика"),
    good("…", subject="Другое"),
]
