"""Описание слишком общее.

Что ищет: несколько слов или только общие фразы («не работает, разберитесь») без номера, даты, суммы, проблемы.
Почему мешает: поддержка ответит вопросами, и на переписку уйдут дни.
Как исправить: назвать, что именно случилось, где, когда и с каким номером.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Finding, Hit, rule

FEW = 3
"""Fewer words than this beside general ones say nothing particular."""
FEW_ANCHORED = 2
"""The same for a question and where a problem, a number, a sum or a time is named: «Где создать ключ API?»."""
SHARE = 4
"""In a long text at least every fourth word says something."""


@rule("description.vague", field="description", severity="warning")
def vague(reading: Reading) -> Finding:
    if reading.description.blank:
        return "описание пустое"
    said = reading.about.specifics
    words = said.particular + said.things
    clear = _clear(reading)
    anchored = reading.anchors or reading.about.asks_question or _named(reading)
    if len(words) >= max(FEW_ANCHORED if anchored else FEW, said.all // SHARE) or clear:
        return clear or f"слов о сути достаточно: {', '.join(words[:FEW])}"
    yield Hit(WHOLE, "Добавьте подробности: что именно случилось, где и когда")
    return None


def _named(reading: Reading) -> bool:
    """True when a problem is named in more than two words: «Товар сломан» is not enough."""
    return bool(reading.about.claims) and _words(reading) >= FEW


def _words(reading: Reading) -> int:
    """How many words there are behind the greeting."""
    greeting = reading.description.found("speech.greeting")
    return len(reading.description.words) - sum(found.last - found.first for found in greeting)


def _clear(reading: Reading) -> str | None:
    """Why a few words are enough: a clear request, a question or a problem beside a number, a sum or a time."""
    about, said, anchors = reading.about, reading.about.specifics, reading.anchors
    if about.requests and len(said.particular) >= max(FEW_ANCHORED, said.all // SHARE):
        return "просьба понятна"
    if not anchors:
        return None
    if about.claims:
        return f"проблема названа, есть {anchors[0]}"
    asked = about.asks_question or (about.requests and anchors != ("номер",))
    if asked and (said.particular or said.things):
        return f"вопрос понятен, есть {anchors[0]}"
    return f"просьба понятна, есть {anchors[0]}" if about.requests and said.particular else None


BAD = [
    bad("Не работает, разберитесь"),
    bad("Здравствуйте! Ничего не работает, помогите пожалуйста срочно!"),
    bad("Проблема с заказом"),
    bad("Опять ошибка. Сделайте что-нибудь."),
    bad("Верните деньги"),
    bad("Добрый день, у меня проблема, прошу помочь решить вопрос."),
    bad("?"),
    bad("…", reference="62250199-0301-1"),
    bad("На скриншоте всё видно", reference="640218835", attachments=("скрин.png",)),
    bad("Добрый день, есть вопрос по документам"),
    bad("С возвратом как-то всё неправильно получилось. Посмотрите и решите."),
    bad("Войдите в наше положение и помогите разобраться в ситуации, которая сложилась."),
    bad("Просим оказать содействие и принять соответствующие меры.", reference="57195475-0050-3"),
    bad("Отправление 57195475-0050-3, проблема"),
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
    good("Где посылка?", reference="57195475-0050-3"),
    good("Отмените заказ", reference="57195475-0050-3"),
    good("Товар потерян", reference="57195475-0050-3"),
    good("Как отменить заказ?"),
    good("Прошу дать доступ сотруднику."),
]
KNOWN_GAPS = [
    bad("Деньги не пришли, разберитесь"),
]
