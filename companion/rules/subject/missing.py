"""Тема не выбрана.

Что ищет: пустую тему или надпись списка вместо неё («Выберите тему»).
Почему мешает: без темы обращение попадает не к тем специалистам и ждёт, пока его передадут.
Как исправить: выбрать в списке самую близкую тему.
"""

from companion.reading import Reading
from companion.report import CATEGORY_LABELS
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Finding, Hit, rule
from companion.rules.subject.choosing import choosing


@rule("subject.missing", field="subject", severity="error", on_empty=True)
def missing(reading: Reading) -> Finding:
    if reading.subject_chosen:
        return "тема выбрана"
    if reading.page == "messenger" and reading.subject.blank:
        return "в чате тему можно не выбирать"
    clear = reading.about.category
    if clear is None:
        yield Hit(WHOLE, "Выберите тему")
        return None
    message = f"Выберите тему: похоже, подойдёт «{CATEGORY_LABELS[clear.category]}»"
    yield Hit(WHOLE, message, choosing(reading, clear))
    return None


BAD = [
    bad("Прошу проверить начисление по заказу 57195475-0050-3 за 12.11.2026."),
    bad("Карточка скрыта 10.11.2026, артикул AB-77/ч. Прошу вернуть её в продажу.", subject="Выберите тему"),
    bad("Как добавить сотрудника в кабинет?", subject="   "),
    bad("Подскажите, где найти акт сверки?", subject="Не выбрано"),
    bad("Курьер не приехал 20.11.2026 за отгрузкой.", subject="Выберите тему обращения"),
    bad("Когда откроется приёмка на складе?", subject="—"),
    bad("", subject="Выбрать"),
]
GOOD = [
    good("Прошу сверить выплату за октябрь.", subject="Финансы"),
    good("Как изменить адрес склада?", subject="Логистика"),
    good("Прошу подключить сотрудника.", subject="Аккаунт"),
    good("Подскажите, как удалить отзыв?", subject="Другое"),
    good("Не сходится отчёт за сентябрь, прошу проверить.", subject="Финансы > Начисления в личном кабинете"),
]
NEAR_MISS = [
    good("Прошу открыть доступ.", page="messenger"),
    good("Нужна помощь с выбором категории товара.", subject="Товары и Цены"),
    good("Выберите, пожалуйста, кому передать вопрос.", subject="FBS"),
]
