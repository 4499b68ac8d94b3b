"""Нецензурные слова.

Что ищет: непристойные слова, в том числе скрытые звёздочками, похожими буквами, цифрами или пробелами; и в кавычках.
Почему мешает: обращение с бранью закрывают без ответа, а кабинет могут ограничить.
Как исправить: убрать слово, оставить факты.
"""

from collections.abc import Iterator

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.removal import removal
from companion.rules.rule import Hit, rule
from companion.text.disguise import obscene_words


@rule("tone.profanity", field="description", severity="error")
def profanity(reading: Reading) -> Iterator[Hit]:
    for span in obscene_words(reading.description.view):
        yield Hit(span, "Уберите нецензурное слово", removal(reading, span, clause=False))


BAD = [
    bad("Верните деньги, [блять], за заказ 57195475-0050!", fixed="Верните деньги за заказ 57195475-0050!"),
    bad("Опять [бл*ть] не зачислили платёж."),
    bad("Вы там [oхyeли] совсем с логистикой?"),
    bad("Это [п и з д е ц], а не приёмка."),
    bad("[Нахуй] такие склады."),
    bad("Покупатель написал «[пиздец]», прошу принять меры."),
    bad("[З@ебали] ваши отписки."),
    bad("Полный [пи3дец] с возвратом ii5275210303."),
]
GOOD = [
    good("Прошу вернуть оплату за заказ 57195475-0050."),
    good("Страхуй не страхуй, а груз пришёл мятым."),
    good("Потребитель оставил отзыв о команде склада."),
    good("Наушники bluetooth, артикул e6205d, не отображаются."),
    good("Себестоимость три рубля, употреблять до 01.12.2026."),
]
NEAR_MISS = [
    good("Застрахуйте груз и сообщите номер полиса."),
    good("Отгрузка из Ебурга, склад ХОРУГВИНО."),
    good("Цена * количество = сумма; скидка 5*2 рубля."),
    good("Размер п*ш*г указан неверно: 10*20*30 см."),
    good("Хлебные палочки, мебель, вебинар, учебник, небо."),
]
