"""Secrets are found where people write them; their masks hide them; innocent numbers and words stay."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text.identifiers import find_identifiers
from companion.text.secrets import find_secrets
from companion.text.view import View

KEY = "1b2c3d4e-1234-4abc-9def-0123456789ab"
CARD = "4111 1111 1111 1111"


def found(text: str) -> list[tuple[str, str]]:
    view = View(text)
    taken = [identifier.span for identifier in find_identifiers(view)]
    return [(secret.kind, view.matched(secret.span)) for secret in find_secrets(view, taken)]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        (f"API-ключ [{KEY}] не работает", "key"),
        (f"апи ключ: [{KEY}]", "key"),
        (f"Client-Id: 123456, Api-Key: [{KEY}]", "key"),
        (f"Api Key\n[{KEY}]", "key"),
        (f"Создали новый ключ, вот он: [{KEY.upper()}]", "key"),
        ("Authorization: Bearer [eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc123]", "key"),
        ("token=[abcdef1234567890abcdef12]", "key"),
        ("пароль: [Qwerty12]", "password"),
        ("Пароль от ЛК — [Qwerty12].", "password"),
        ("пароль от личного кабинета [Qwerty12] не подходит", "password"),
        ("пароль «[Qwerty12]»", "password"),
        ("поменяли пароль на [Qwerty12]", "password"),
        ("пароль - [482913]", "password"),
        ("пароль [482913]", "password"),
        ("Логин: ivan, пароль: [солнышко]", "password"),
        ("логин ivan@mail.ru пароль: [letmein]", "password"),
        ("password=[Qwerty12]", "password"),
        ("код из смс [482913]", "code"),
        ("Код из СМС: [482 913]", "code"),
        ("смс-код [4829]", "code"),
        ("код подтверждения - [482913]", "code"),
        ("ввожу код [482913] из смс", "code"),
        ("пришло смс с кодом [482913]", "code"),
        ("смска пришла: [90-41-77], не подходит", "code"),
        ("код [4 8 2 9] из смс", "code"),
        ("цифры из смс для входа: [661 904]", "code"),
        ("мне прислали код [482913], ввести не могу", "code"),
        ("ввожу [482913] из смс", "code"),
        ("Client-Id: 2104477 / " + f"[{KEY}]", "key"),
        (f"API: [{KEY}]", "key"),
        ("пасс [Snezhinka_77]", "password"),
        ("логин ivanov пароль [qwerty]", "password"),
        ("пароль, который не подходит: [Sv3t_2026]", "password"),
        ("вход: sklad@mail.ru / [Romashka2026]", "password"),
        ("пасп. [40 18 № 551207]", "passport"),
        ("паспорт серии [4514 за номером 882031]", "passport"),
        ("на карту [2204 3009 0815 5263 715], получатель", "card"),
        (f"карта [{CARD}] 09/27", "card"),
        (f"карта [{CARD}]", "card"),
        (f"вернуть на [{CARD.replace(' ', '')}]", "card"),
        (f"[{CARD.replace(' ', '-')}] срок 12/27", "card"),
        ("вернуть на карту [378282246310005]", "card"),
        ("паспорт [4510 123456]", "passport"),
        ("паспорт: [45 10 123456]", "passport"),
        ("паспорт директора [4510123456]", "passport"),
        ("паспорт Иванова И.И. [4510 123456]", "passport"),
        ("серия [4510 номер 123456]", "passport"),
    ],
)
def test_a_secret_is_found_and_its_mask_hides_it(marked: str, kind: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    secret = marked[marked.index("[") + 1 : marked.index("]")]
    assert found(text) == [(kind, secret)]
    assert found(f"🎁 Здравствуйте!\r\n{text}") == [(kind, secret)]
    view = View(text)
    (only,) = find_secrets(view)
    masked = view.text[: only.span.start] + only.mask + view.text[only.span.end :]
    assert found(masked) == []
    assert secret not in masked


@pytest.mark.parametrize(
    "text",
    [
        "не подходит пароль",
        "сменил пароль 12.11",
        "пароль не приходит",
        "пароль: не приходит",
        "Пароль - не подходит после смены 12.11.2026",
        "пароль 3 раза вводил, ввели пароль 10 раз, пароль 8-значный",
        "Ошибка «Неверный пароль», поле «Пароль» не активно",
        "Логин: есть, пароль: есть; логин и пароль: менеджер забыл",
        "Пароль:\nВведите новый пароль",
        "Забыл пароль, 89161234567 — номер для входа",
        "пароль от аккаунта 1234567 не приходит",
        "пароль на почту ivan2000@mail.ru не приходит",
        "пароль для OAuth2 не нужен",
        "Пароль: ***, карта **** **** **** 1111",
        "код ошибки 500123, код ТН ВЭД 6912002300, код маркировки 0104601234567890",
        "код товара 646399170, код выдачи 1234, код страны 643",
        "код из смс не приходит с 12.11.2026, запрашивал 5 раз",
        "код подтверждения не приходит на +7 916 123-45-67",
        "Поставка 2000061286750, IMEI 490154203237518, ОГРН 1027700132195",
        "карта поставки 2000061286750",
        "р/с 40702810400000001234, р/с 4070 2810 4000 0000 1234, БИК 044525225, ИНН 7701234567",
        "EAN 4601234567890, заказ 57195475-0050-3, OZN653473453",
        "4111 1111 1111 1112, 0000 0000 0000 0000",
        "ФН 4111111111111111, IMEI 4111111111111111",
        f"Ошибка API: trace id {KEY}",
        f"API-ключ не работает, request id {KEY}",
        f"API-ключ не работает. Чат {KEY}",
        "Client-Id: 123456, ключ API создан 12.11.2026",
        "api key для метода v3_finance_transaction_list_2026 не работает",
        "ключевые слова: кружка-белая-керамическая-350мл",
        "паспорт качества № 4510 123456, паспорт изделия 4510 123456",
        "сертификат серия 0123 № 123456, серия 0001 № 123456 на бланке сертификата",
        "Паспорт товара приложен, SKU 1646399170",
        "код выдачи 4829, код получения 482913, промокод 482913",
        "код 500123 при вводе пароля; ошибка: код 50012, смс нет",
        "смс о списании 4829 рублей, смс пришло 12.11.2026 в 14:30",
        "габариты 90-41-77 см, вес 4 8 2 9 г",
        f"Ответ API: request {KEY}; API вернул ошибку {KEY}",
        "вход sklad@mail.ru, роль не назначена; пароль отправлен на почту: ivan2000@mail.ru",
        "возврат 4111111111111111, возврат № 4111111111111111",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert found(text) == []


@given(st.from_regex(r"[2-6][0-9]{14}", fullmatch=True))
def test_every_number_with_the_check_sum_of_a_card_is_a_card(body: str) -> None:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(body))
    check = -sum(value - 9 * (value > 9) for value in doubled) % 10
    assert [kind for kind, _ in found(f"Верните на {body}{check}, спасибо")] == ["card"]
    assert found(f"Верните на {body}{(check + 1) % 10}, спасибо") == []


PARTS = [
    "пароль",
    "код из смс",
    "ключ",
    "паспорт",
    "карта",
    "серия",
    ": ",
    " ",
    "4510",
    "123456",
    "4111111111111111",
    KEY,
    "Ab1",
    "\n",
]


@given(st.text() | st.lists(st.sampled_from(PARTS)).map("".join))
def test_secrets_are_inside_and_apart(text: str) -> None:
    view = View(text)
    spans = [secret.span for secret in find_secrets(view)]
    assert all(0 <= span.start < span.end <= len(view.text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(re.search(r"\w", view.text[span.start : span.end]) for span in spans)
