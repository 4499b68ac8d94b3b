"""What `settings.toml` may say, and what is said of a mistake in it: the line and the reason, in Russian."""

import pytest

from companion.expectation import GUIDE_POLICY
from companion.preferences import AS_DELIVERED
from companion.preferences.editing import template
from companion.preferences.interpretation import MOST_WORDS, interpret
from companion.preferences.toml import Unreadable, decoded
from companion.rules import severities

EVERYTHING = """
[words]
allow = [
  "Жесть",  # посуда
  "Бюро находок",
]
[words.informal]
"косяк" = "ошибка"
"т.е." = "то есть"
[words.emotional]
"жуть" = ""
[rules]
"tone.shouting" = "off"
date.relative = "hint"
"tone.emotional" = "warning"
[rules.subject]
mismatch = "error"
[deadlines]
urgent = "4 часа"
[deadlines.finance]
label = "1–4 дня"
working_days = { min = 1, max = 4 }
"""


def test_everything_that_can_be_said() -> None:
    found = interpret(EVERYTHING, severities())
    assert found.mistakes == ()
    wanted = found.preferences
    assert wanted.allowed == ("Жесть", "Бюро находок")
    assert wanted.informal == (("косяк", "ошибка"), ("т.е.", "то есть"))
    assert wanted.emotional == (("жуть", ""),)
    # A rule that gets the severity it has is not changed.
    assert dict(wanted.rules) == {"tone.shouting": "off", "date.relative": "hint", "subject.mismatch": "error"}
    labels = [term.label for term in wanted.policy.terms]
    assert labels == ["до 4 часов", "до 5 рабочих дней", "1–4 дня", "до 24 часов"]


@pytest.mark.parametrize("text", ["", "# ничего\n", "[words]\n[words.informal]\n[rules]\n[deadlines]\n", template()])
def test_a_file_that_says_nothing_changes_nothing(text: str) -> None:
    found = interpret(text, severities())
    assert (found.preferences, found.mistakes) == (AS_DELIVERED, ())


def test_the_examples_of_the_template_are_right() -> None:
    lines = [
        line.removeprefix("# ") if '= ["' in line or '" = "' in line or ' = "' in line else line
        for line in template().split("\n")
    ]
    found = interpret("\n".join(lines), severities())
    assert found.mistakes == ()
    assert found.preferences.allowed == ("Жесть", "Бюро находок")
    assert found.preferences.rules == (("tone.shouting", "off"),)
    assert found.preferences.policy == GUIDE_POLICY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Slips of writing.
        ('[words]\nallow = ["Жесть"\n"Zippo"]', "строка 3: список не закрыт скобкой ] или между словами нет запятой"),
        ('[words.informal]\nкосяк = "ошибка"', 'строка 2: имя пишут в прямых кавычках: "слово" = "замена"'),
        ('[words.informal]\n«косяк» = "ошибка"', 'строка 2: имя пишут в прямых кавычках: "слово" = "замена"'),
        ("[words.informal]\n'косяк' = “ошибка”", 'строка 2: значение пишут в прямых кавычках: "слово"'),
        ('[rules]\n"tone.shouting" = off', 'строка 2: значение пишут в прямых кавычках: "слово"'),
        ('[words.informal]\n"косяк" "ошибка"', "строка 2: после имени нужен знак ="),
        ('[words.informal]\n"косяк" = "ошибка', "строка 2: слово не закрыто кавычкой"),
        ('[words.informal]\n"a" = "b" "c"', "строка 2: лишнее после значения"),
        ('[words.informal]\n"a" = "b\\q"', "строка 2: вместо \\ пишут \\\\"),
        ('[words.informal]\n"a" = "b"\n"a" = "c"', "строка 3: это имя уже есть выше"),
        ("[rules]\n\n[words]\n[rules]", "строка 4: такой раздел уже есть выше"),
        ("[words\nallow = []", "строка 1: имя раздела не закрыто скобкой ]"),
        ('[words]\nallow = ["a",\n', 'в конце файла: значение пишут в прямых кавычках: "слово"'),
        # Words that nobody knows.
        ("\n[wrods]\nallow = []", "строка 2: неизвестный раздел «wrods», есть words, rules, deadlines"),
        ("[words]\nalow = []", "строка 2: неизвестный список «alow», есть allow, informal, emotional"),
        ("words = 1", "строка 1: «words» должно быть разделом: [words]"),
        ("[words]\ninformal = []", "строка 2: «informal» должно быть разделом: [words.informal]"),
        ('[words]\nallow = "Жесть"', 'строка 2: нужен список: allow = ["Жесть", "Zippo"]'),
        ('[words]\nallow = [\n  "Жесть",\n  7,\n]', 'строка 4: нужно слово в кавычках: "Жесть"'),
        ('[words]\nallow = ["!!!"]', "строка 2: в «!!!» нет ни буквы, ни цифры"),
        (f'[words]\nallow = ["{"а" * 101}"]', "строка 2: слово длиннее 100 символов или в несколько строк"),
        ('[words.informal]\n"косяк" = 1', 'строка 2: нужна замена в кавычках: "косяк" = "…" (или "", если замены нет)'),
        ('[words.informal]\n"косяк" = " ошибка"', "строка 2: у замены лишний пробел в начале или в конце"),
        ('[words.informal]\n"косяк" = "раз\\nдва"', "строка 2: замена длиннее 100 символов или в несколько строк"),
        ('[words.informal]\n"Ёж" = ""\n"еж" = ""', "строка 3: слово «еж» уже есть выше"),
        (
            '[words]\nallow = ["Ёж"]\n[words.emotional]\n"еж" = ""',
            "строка 4: слово «еж» есть и в allow; уберите его из одного места",
        ),
        ('[words.informal]\n"косяк" = "косяки"', "строка 2: замену «косяки» тоже пришлось бы заменять"),
        (
            '[words.informal]\n"прога" = "комп"\n"комп" = "компьютер"',
            "строка 2: замену «комп» тоже пришлось бы заменять",
        ),
        ('[rules]\n"tone.shoutin" = "off"', "строка 2: нет правила «tone.shoutin»; похоже на «tone.shouting»"),
        ('[rules]\n\ntone.x.y = "off"', "строка 3: нет правила «tone.x.y»; все правила показывает companion rules"),
        (
            '[rules]\n"tone.shouting" = "no"',
            'строка 2: для правила «tone.shouting» пишут "off", "hint", "warning", "error"',
        ),
        (
            '[rules]\n"tone.shouting" = false',
            'строка 2: для правила «tone.shouting» пишут "off", "hint", "warning", "error"',
        ),
        ('[rules]\n"tone.shouting" = "off"\ntone.shouting = "hint"', "строка 3: правило «tone.shouting» уже есть выше"),
        (
            '[deadlines]\nfinances = "8 часов"',
            "строка 2: неизвестный вид срока «finances», есть urgent, complex, finance, standard",
        ),
        (
            '[deadlines]\nfinance = "скоро"',
            "строка 2: [finance]: не понять срок «скоро»; пишут, например, «1–3 рабочих дня» или «8 часов»",
        ),
        ('[deadlines]\nfinance = "3–1 рабочих дня"', "строка 2: [finance]: min (3) больше, чем max (1)"),
        (
            '[deadlines.finance]\nlabel = "x"\n\nhours = 0',
            "строка 4: [finance] hours: нужно целое число от 1 до 1440, а стоит «0»",
        ),
        (
            "[deadlines.finance]\nhour = 8",
            "строка 2: [finance]: неизвестный ключ «hour», есть только label, hours, working_days",
        ),
        ("[deadlines]\nfinance = 8", "строка 2: [finance]: нужна таблица с label и hours или working_days"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_reason(text: str, told: str) -> None:
    found = interpret(text, severities())
    assert [mistake.told for mistake in found.mistakes] == [told]
    assert found.preferences == AS_DELIVERED
    assert found.mistakes[0].logged.isascii()


def test_all_mistakes_are_told_in_the_order_of_the_lines() -> None:
    text = '[words]\nallow = ["a", "!"]\n[rules]\n"x.y" = "off"\n[words.informal]\n"z" = 1\n[deadlines]\nurgent = ""\n'
    assert [mistake.line for mistake in interpret(text, severities()).mistakes] == [2, 4, 6, 8]


def test_more_words_than_anybody_needs_are_refused() -> None:
    words = ", ".join(f'"слово{number}"' for number in range(MOST_WORDS + 1))
    (mistake,) = interpret(f"[words]\nallow = [{words}]", severities()).mistakes
    assert mistake.told == "строка 2: слов больше 2000"


def test_the_severity_of_every_rule_may_be_set() -> None:
    text = "[rules]\n" + "".join(f'"{rule}" = "off"\n' for rule in severities())
    assert len(interpret(text, severities()).preferences.rules) == len(severities())


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"a\n\xff\n", "строка 2: файл не в кодировке UTF-8; сохраните его в ней"),
        ("[words]\nallow = ['Жесть']".encode("cp1251"), "строка 2: файл не в кодировке UTF-8; сохраните его в ней"),
        (b"#" * (1024 * 1024 + 1), "файл больше 1 МиБ"),
    ],
)
def test_bytes_that_are_no_text_are_told(raw: bytes, told: str) -> None:
    with pytest.raises(Unreadable) as error:
        decoded(raw)
    assert error.value.mistake.told == told


def test_files_of_the_windows_notepad_are_read() -> None:
    raw = b"\xef\xbb\xbf" + EVERYTHING.replace("\n", "\r\n").encode()
    assert interpret(decoded(raw), severities()) == interpret(EVERYTHING, severities())


def test_deep_nesting_does_no_harm() -> None:
    (mistake,) = interpret("a = " + "[" * 5000 + "]" * 5000, severities()).mistakes
    assert mistake.reason == "слишком глубокая вложенность"
