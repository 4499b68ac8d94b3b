"""Тема не подходит к тексту.

Что ищет: текст, который ясно относится к другой категории, чем тема, или к одной из четырёх при теме «Другое».
Почему мешает: обращение уйдёт не в тот отдел, и его будут передавать.
Как исправить: выбрать тему по существу вопроса.
"""

from companion.reading import Reading
from companion.report import CATEGORY_LABELS
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Finding, Hit, rule
from companion.rules.subject.choosing import choosing


@rule("subject.mismatch", field="subject", severity="warning")
def mismatch(reading: Reading) -> Finding:
    chosen, clear = reading.subject_category, reading.about.category
    if not reading.subject_chosen:
        return "тема не выбрана"
    if chosen is None:
        return "у этой темы нет своей категории"
    if clear is None:
        return "по тексту категория неясна"
    if chosen == clear.category:
        return f"тема подходит к тексту: «{clear.words}»"
    if chosen != "other" and reading.about.fits(chosen):
        return "текст подходит и к этой теме"
    message = f"По тексту подходит тема «{CATEGORY_LABELS[clear.category]}»: «{clear.words}»"
    yield Hit(WHOLE, message, choosing(reading, clear))
    return None


BAD = [
    bad(
        "Не зачислен платёж за неделю с 02.11.2026 по 08.11.2026, прошу проверить выплату.",
        subject="Логистика",
        fixed="Финансы",
    ),
    bad("Не могу войти в личный кабинет с 09:00 23.11.2026, код из смс не приходит.", subject="Финансы"),
    bad("Карточку скрыли 20.11.2026 без причины, модерация отклонила описание.", subject="Аккаунт"),
    bad("Посылка 57195475-0050-3 застряла на сортировочном центре с 12.11.2026.", subject="Финансы"),
    bad("Дважды списана комиссия за эквайринг 05.11.2026, прошу вернуть.", subject="Другое"),
    bad(
        "При приёмке поставки 2000061286750 недостача 4 единиц.",
        subject="Товары и Цены > Карточка товара",
    ),
]
GOOD = [
    good("Не зачислен платёж за неделю с 02.11.2026 по 08.11.2026.", subject="Финансы"),
    good("Удержана логистика за возврат, которого не было, 14.11.2026.", subject="Логистика"),
    good("Прошу подсказать, как связаться с менеджером.", subject="Финансы"),
    good("Кабинет не открывается, ошибка 502.", subject="Личный кабинет"),
    good("Карточка товара скрыта, прошу проверить.", subject="Товары и Цены > Контроль качества"),
]
NEAR_MISS = [
    good("Не поступила компенсация за потерянную посылку 57195475-0050-3.", subject="Логистика"),
    good("Прошу проверить выплату.", subject="Реклама и продвижение"),
    good("Не зачислен платёж, прошу проверить.", page="messenger"),
    good("Карточку скрыли, и выплата за неё не поступила.", subject="Финансы"),
]
