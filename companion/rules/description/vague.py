"""Описание слишком общее.

Что ищет: несколько слов или только общие фразы («не работает, разберитесь») без номера, даты, суммы, проблемы.
Почему мешает: поддержка ответит вопросами, и на переписку уйдут дни.
Как исправить: назвать, что именно случилось, где, когда и с каким номером.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Finding, Hit, rule

FEW = 3
"""Fewer words than this beside general phrases say nothing particular."""
FEW_ASKED = 2
"""The same for a question: «Где создать ключ API?» is short and clear."""


@rule("description.vague", field="description", severity="warning")
def vague(reading: Reading) -> Finding:
    if reading.description.blank:
        return "описание пустое"
    if reading.particulars:
        return f"есть подробности: {', '.join(reading.particulars)}"
    words = reading.about.particular_words
    if len(words) >= (FEW_ASKED if reading.about.asks_question else FEW):
        return f"слов о сути достаточно: {', '.join(words[:FEW])}"
    yield Hit(WHOLE, "Добавьте подробности: что именно случилось, где и когда")
    return None


BAD = [
    bad("Не работает, разберитесь"),
    bad("Здравствуйте! Ничего не работает, помогите пожалуйста срочно!"),
    bad("Проблема с заказом"),
    bad("Опять ошибка. Сделайте что-нибудь."),
    bad("Верните деньги"),
    bad("Добрый день, у меня проблема, прошу помочь решить вопрос."),
    bad("?"),
]
GOOD = [
    good("Где отправление 57195475-0050-3?"),
    good("Прошу отменить поставку 2000061286750."),
    good("Как изменить реквизиты юридического лица?"),
    good("Списали 4 500 ₽ за хранение, прошу объяснить."),
    good("Карточка товара не проходит модерацию, прошу назвать причину."),
]
NEAR_MISS = [
    good("Не работает печать этикеток для отгрузки FBS, разберитесь."),
    good("Кнопка «Сохранить» в разделе «Цены» неактивна."),
    good("Подскажите, как оформить закрывающие документы?"),
]
