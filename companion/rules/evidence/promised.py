"""Файл обещан, но не приложен.

Что ищет: «прилагаю», «во вложении», «скриншот прикрепил», когда вложений нет.
Почему мешает: поддержка не найдёт файла и вернёт обращение.
Как исправить: приложить файл или убрать эту фразу.
"""

from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.on_request import remedies
from companion.rules.rule import Finding, Hit, Spared, rule


@rule("evidence.promised", field="description", severity="error")
def promised(reading: Reading) -> Finding:
    for promise in reading.about.promises:
        if reading.unkept_promises:
            message = "Файл обещан, но не приложен: приложите его или уберите эту фразу"
            yield Hit(promise.span, message, remedies(reading, promise))
        else:
            yield Spared(promise.span, "вложение есть")
    return "файл не обещан"


BAD = [
    bad("Удержали 500 ₽ 12.11.2026. Скриншот отчёта [прилагаю]."),
    bad("Товар разбит, фото [во вложении]."),
    bad("Акт расхождений [приложен]. Прошу проверить поставку 2000061286750."),
    bad("[Прикрепил] переписку с покупателем, прошу рассмотреть спор."),
    bad("[Прикладываю] чек и накладную. Прошу зачислить оплату."),
    bad("Подробности см. [во вложении]."),
]
GOOD = [
    good("Скриншот прилагаю.", attachments=("отчёт.png",)),
    good("Скриншоты пришлю по запросу."),
    good("При необходимости приложу акт."),
    good("Готов предоставить фото товара."),
    good("Прошу проверить начисление за 12.11.2026."),
]
NEAR_MISS = [
    good("Файл не прикрепляется, кнопка неактивна. Прошу помочь."),
    good("В приложении Ozon Seller не видно заказ 57195475-0050."),
    good("Этикетку прикрепили к коробке 12.11.2026, но её не сканируют."),
    good("Покупатель приложил фото к возврату, прошу его показать."),
]
