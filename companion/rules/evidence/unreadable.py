"""Файл не откроется.

Что ищет: пустой файл, программу, неизвестный вид файла или файл больше 50 МБ.
Почему мешает: поддержка его не увидит, доказательства как будто нет.
Как исправить: приложить фото, PDF, таблицу или документ до 50 МБ.
"""

from companion.draft import Attachment
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import WHOLE, Finding, Hit, Spared, rule
from companion.text.files import LARGEST, file_kind, readable


@rule("evidence.unreadable", field="attachments", severity="warning")
def unreadable(reading: Reading) -> Finding:
    for file in reading.draft.attachments:
        if readable(file_kind(file.name, file.type), file.size):
            yield Spared(WHOLE, f"файл «{_name(file)}» откроется")
        else:
            yield Hit(WHOLE, _message(file))
    return "вложений нет"


def _name(file: Attachment) -> str:
    return file.name if len(file.name) <= 40 else f"{file.name[:24]}…{file.name[-12:]}"


def _message(file: Attachment) -> str:
    name = _name(file)
    if file.size == 0:
        return f"Файл «{name}» пустой: приложите его заново"
    if file.size is not None and file.size > LARGEST:
        return f"Файл «{name}» больше 50 МБ: сожмите его или разделите"
    return f"Файл «{name}» не откроют: приложите фото, PDF или документ"


BAD = [
    bad("Вернули разбитую кружку.", attachments=(Attachment(name="фото.jpg", size=0),)),
    bad("Прошу проверить отчёт.", attachments=("запуск.exe",)),
    bad("Прошу проверить отчёт за октябрь.", attachments=("выгрузка.qqq",)),
    bad("Видео распаковки прилагаю.", attachments=(Attachment(name="видео.mp4", size=50 * 2**20 + 1),)),
    bad("Файл ошибки приложен.", attachments=(Attachment(name="ошибка", type=None, size=100),)),
    bad("Скрин приложен.", attachments=("скрин.png.lnk",)),
    bad("Фото приложено.", attachments=("фото.jpeg.crdownload",)),
]
GOOD = [
    good("Фото приложено.", attachments=("фото.jpg",)),
    good("Акт приложен.", attachments=(Attachment(name="акт.pdf", type="application/pdf", size=None),)),
    good("Видео приложено.", attachments=(Attachment(name="видео.mp4", type="video/mp4", size=50 * 2**20),)),
    good("Архив приложен.", attachments=("акты.zip",)),
    good("Письмо приложено.", attachments=("переписка.eml",)),
]
NEAR_MISS = [
    good("Снимок приложен.", attachments=(Attachment(name="снимок", type="image/png", size=5000),)),
    good("Скрин приложен.", attachments=("СКРИН.PNG",)),
    good("Отчёт приложен.", attachments=("отчёт за 12.11.2026.xlsx",)),
    good("Приложено.", attachments=(Attachment(name="скан.pdf", type="application/octet-stream", size=5000),)),
]
