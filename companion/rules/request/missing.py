"""Не сказано, о чём просят.

Что ищет: описание, в котором нет ни просьбы, ни предложения, ни вопроса.
Почему мешает: поддержка не знает, какой ответ нужен, и уточняет.
Как исправить: добавить одну фразу: «Прошу …».
"""

from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Change, Finding, Hit, Remedy, Spared, rule
from companion.text.phrases import lexicon


@rule("request.missing", field="description", severity="warning")
def missing(reading: Reading) -> Finding:
    if reading.description.blank:
        return "описание пустое"
    if reading.about.requests:
        yield Spared(reading.about.requests[0], "это просьба, предложение или вопрос")
        return None
    yield Hit(WHOLE, "Напишите, о чём просите", (_adding(reading, _usual(reading)),))
    return None


def _usual(reading: Reading) -> str:
    """What is usually asked about this kind of problem, else in this category."""
    texts = lexicon("requests")
    kinds = (problem.kind.name for problem in reading.about.claims if problem.kind.name in texts)
    text: str = texts[next(kinds, reading.category)]["text"]
    return text


def _adding(reading: Reading, sentence: str) -> Remedy:
    text = reading.description.view.text
    end = len(text.rstrip())
    gap = " " if text[end - 1] in ".!?…" else ". "
    return Remedy(f"Добавить: «{sentence}»", (Change("description", Span(end, end), gap + sentence),))


BAD = [
    bad("Как можно было так упаковать товар, не понимаю."),
    bad(
        "12.11.2026 не зачислен платёж по заказу 57195475-0050-3.",
        subject="Финансы",
        fixed="12.11.2026 не зачислен платёж по заказу 57195475-0050-3. "
        "Прошу проверить выплату и сообщить, когда она поступит.",
    ),
    bad("Карточка 646399170 скрыта с 10.11.2026", subject="Ассортимент"),
    bad("Посылка 57195475-0050-3 стоит на сортировочном центре с 05.11.2026.", subject="Логистика"),
    bad("В акте приёмки не хватает 4 единиц товара."),
    bad("Аккаунт заблокирован 20.11.2026 без объяснения причины. Сколько можно!"),
    bad("Вернули ношеные кроссовки, бирки срезаны."),
    bad(
        "Посылка пришла разбитой.",
        fixed="Посылка пришла разбитой. Прошу компенсировать стоимость товара.",
    ),
    bad("Покупатель пишет: «когда привезёте?»"),
    bad("В поддержке ответили: ожидайте. Прошло две недели."),
    bad("Нужно было вернуть деньги ещё 12 ноября, но их нет."),
    bad("Хочу пожаловаться на курьера, он нагрубил мне."),
    bad("Заказ готов с утра, курьер не приехал забирать."),
]
GOOD = [
    good("Прошу проверить начисление за 12.11.2026."),
    good("Просим пересчитать логистику по поставке 2000061286750."),
    good("Необходимо вернуть карточку в продажу."),
    good("Предлагаю зачесть 340 ₽ в следующей выплате."),
    good("Когда поступит выплата за октябрь?"),
    good("Посылка потеряна, ждём компенсацию."),
]
NEAR_MISS = [
    good("Хотелось бы понять, на каком основании удержаны 500 ₽."),
    good("Подскажите, пожалуйста, где посмотреть акт."),
    good("Карточка скрыта. Помогите вернуть её в продажу."),
    good("Сумма 4 500 ₽ подлежит возврату."),
    good("Нам бы акт сверки за октябрь."),
    good("Вопрос: будет ли пересчёт хранения."),
    good("верни деньги за заказ"),
]
