"""Вложение не того вида.

Что ищет: файлы приложены, но среди них нет вида, который подтверждает эту проблему.
Почему мешает: такое вложение ничего не докажет, и поддержка попросит другое.
Как исправить: добавить фото, переписку, документ или скриншот, смотря по проблеме.
"""

from companion.draft import Attachment
from companion.evidence import named, proves
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Finding, Hit, rule


@rule("evidence.kind", field="attachments", severity="hint")
def kind(reading: Reading) -> Finding:
    needed, files = reading.evidence_needed, reading.readable_files
    if not needed:
        return "подтверждать нечего"
    if not files:
        return "вложений, которые откроются, нет"
    if proves(needed, files):
        return f"вложение подходит: нужно {named(needed)}"
    yield Hit(WHOLE, f"Добавьте {named(needed)}: эти файлы проблему не подтверждают")
    return None


BAD = [
    bad("Вернули разбитую кружку, возврат ii5275210303.", attachments=("накладная.xlsx",)),
    bad("Пришёл не тот товар, заказ 57195475-0050.", attachments=("акт.pdf",)),
    bad("Покупатель угрожает отзывом, заказ 57195475-0050.", attachments=("звонок.mp3",)),
    bad("Карточка 646399170 не проходит модерацию.", attachments=("описание.docx",)),
    bad("Удержали 340 ₽ за хранение 12.11.2026.", attachments=("архив.zip",)),
    bad(
        "Покупатель угрожает отзывом, заказ 57195475-0050-3.",
        attachments=(Attachment(name="звонок.mp4", type="audio/mp4", size=90_000),),
    ),
]
GOOD = [
    good("Вернули разбитую кружку.", attachments=("кружка.heic",)),
    good("Удержали 340 ₽ за хранение.", attachments=("отчёт.csv",)),
    good("Покупатель угрожает отзывом.", attachments=("чат.txt",)),
    good("Карточка не проходит модерацию.", attachments=("запись экрана.mp4",)),
    good("Метод API возвращает ошибку 500.", attachments=("ответ.json",)),
]
NEAR_MISS = [
    good("Прошу открыть доступ сотруднику.", attachments=("приказ.docx",)),
    good("Вернули разбитую кружку.", attachments=("накладная.xlsx", "кружка.jpg")),
    good("Как вернуть бракованный товар?", attachments=("договор.docx",)),
]
