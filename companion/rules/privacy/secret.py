"""В обращении есть секретные данные.

Что ищет: пароли, коды из СМС, ключи API, номера банковских карт и паспортов в любом поле; код выдачи заказа не секрет.
Почему мешает: переписку видят многие, и с этими данными можно войти в кабинет или снять деньги; поддержке они не нужны.
Как исправить: скрыть данные звёздочками; если они уже отправлены, сменить пароль, перевыпустить ключ или карту.
"""

from collections.abc import Iterator

from companion.draft import FieldName
from companion.positions import Span
from companion.reading import Reading
from companion.rules.examples import bad, good
from companion.rules.rule import Change, Finding, Hit, Remedy, rule
from companion.text.secrets import SecretKind, find_secrets

MESSAGES: dict[SecretKind, str] = {
    "card": "Не отправляйте номер карты целиком: хватит последних четырёх цифр",
    "code": "Не отправляйте коды подтверждения: поддержка их не спрашивает",
    "key": "Не отправляйте ключ API: с ним можно управлять вашим магазином",
    "passport": "Не отправляйте номер паспорта в обращении",
    "password": "Не отправляйте пароль: поддержка его не спрашивает",
}


@rule("privacy.secret", field="description", severity="error", on_empty=True)
def secret(reading: Reading) -> Finding:
    for field, taken in _fields(reading):
        for found in find_secrets(reading.text_of(field).view, taken):
            # Not safe: what was hidden cannot be read again.
            remedy = Remedy("Скрыть", (Change(field, found.span, found.mask),))
            yield Hit(found.span, MESSAGES[found.kind], (remedy,), field)
    return "паролей, кодов, ключей, карт и паспортов не видно"


def _fields(reading: Reading) -> Iterator[tuple[FieldName, list[Span]]]:
    """The fields with the places that are known to be identifiers."""
    yield "subject", []
    # In the number field any digits pass for a SKU, a password for an article code.
    shaped = (found for found in reading.reference_field.identifiers if found.kind not in ("sku", "article"))
    yield "reference", [found.span for found in shaped]
    yield "description", [found.span for found in reading.identifiers]


_KEY = "1b2c3d4e-1234-4abc-9def-0123456789ab"

BAD = [
    bad(f"Апи ключ [{_KEY}] даёт ошибку 403.", fixed="Апи ключ *** даёт ошибку 403."),
    bad(f"Client-Id: 123456, Api-Key: [{_KEY}]", fixed="Client-Id: 123456, Api-Key: ***"),
    bad("Войти не могу, пароль: [Qwerty12].", fixed="Войти не могу, пароль: ***."),
    bad("Пароль от ЛК — [Romashka77], проверьте сами.", fixed="Пароль от ЛК — ***, проверьте сами."),
    bad("Ввожу код из смс [482913], пишет «неверно».", fixed="Ввожу код из смс ***, пишет «неверно»."),
    bad("Логин: ivan, пароль: [солнышко]", fixed="Логин: ivan, пароль: ***"),
    bad(
        "Верните деньги на карту [4111 1111 1111 1111], Иванов И.",
        fixed="Верните деньги на карту **** **** **** 1111, Иванов И.",
    ),
    bad("Выплату ждём на [5555555555554444].", fixed="Выплату ждём на **** **** **** 4444."),
    bad("Мой паспорт [4510 123456], подтвердите аккаунт.", fixed="Мой паспорт **** ******, подтвердите аккаунт."),
    bad("Данные ИП: серия [4510 номер 123456].", fixed="Данные ИП: серия **** ******."),
    bad("Прошу помочь со входом.", reference="пароль: [Qwerty12]", fixed={"reference": "пароль: ***"}),
    bad("Смска пришла: [90-41-77], ввожу, код устарел.", fixed="Смска пришла: ***, ввожу, код устарел."),
    bad("Мне прислали код [482913], кабинет его не принимает."),
    bad("Код [4 8 2 9] из смс не подходит."),
    bad("Ветрова Инна, пасп. [40 18 № 551207], выдан ГУ МВД."),
    bad("Паспорт серии [4514 за номером 882031] приложен."),
    bad(f"Client-Id: 2104477 / [{_KEY}], ответ 403."),
    bad(f"Токен [{_KEY}] не принимает."),
    bad("Логин nika@mail.ru, пасс [Snezhinka_77], входа нет."),
    bad("Пароль, который не подходит: [Sv3t_2026]."),
    bad("Вход: sklad@mail.ru / [Romashka2026], посмотрите сами."),
    bad("Прошу отправить на карту [2204 3009 0815 5263 715], получатель тот же."),
    bad("Код с карты спросили, CVV [123] дал.", fixed="Код с карты спросили, CVV *** дал."),
]
GOOD = [
    good("Заказ 57195475-0050-3, SKU 646399170, короб OZN653473453."),
    good("ИНН 7701234567, р/с 40702810400000001234, БИК 044525225."),
    good("Телефон нашей компании +7 495 123-45-67, звоните с 10 до 18."),
    good("Не подходит пароль, прошу сбросить."),
    good("Поставка 2000061286750, ОГРН 1027700132195, IMEI 490154203237518."),
    good("Код из смс не приходит с 12.11.2026."),
    good("Деньги вернулись на карту **** 1111."),
]
NEAR_MISS = [
    good("Сменил пароль 12.11, код ошибки 500123."),
    good("Пароль: не подходит после смены 12.11.2026."),
    good(f"API-ключ активен, но ответ 500, trace id {_KEY}."),
    good("Код ТН ВЭД: 6912002300, код маркировки 0104601234567890."),
    good("Паспорт качества № 4510 123456 приложен."),
    good("Карточка товара 646399170 скрыта, код подтверждения запрашивали 5 раз."),
    good("Пароль отправили на ivan2000@mail.ru, письма нет."),
    good("Возврат 4111111111111111 не дошёл до склада."),
    good("Код выдачи 4829 и код получения 482913 не приняли в ПВЗ."),
    good("Смс о списании 4829 рублей пришла 12.11.2026."),
    good("Код 500123 при вводе пароля, что это?"),
    good("Габариты 90-41-77 см, вес 4 8 2 9 г по коробам."),
    good(f"API вернул ошибку, request_id {_KEY}."),
    good("Вход sklad@mail.ru, роль «Менеджер» не назначена."),
]
KNOWN_GAPS = [
    # Nothing but the spelling tells a code word or a short form of «паспорт» from other words.
    bad("Моё кодовое слово — [берёза], подтвердите."),
    bad("П-т директора [4514 882031], проверьте."),
]
