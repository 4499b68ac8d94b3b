"""`companion rules --set`: everything but the change stays as it was, letter by letter."""

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.preferences.changes import ChangeError, changed
from companion.preferences.editing import template
from companion.preferences.interpretation import interpret
from companion.preferences.toml import quoted
from companion.rules import severities

FILE = """\
# Мой файл
[words]  # слова
allow = [
  "Жесть",   # посуда
  "Zippo"    # зажигалки
]

[words.informal]
"косяк" = "ошибка"  # так лучше
"комп"  = "компьютер"

# дальше правила
[rules]
tone.shouting = "off" # пока
"date.relative" = 'hint'

# и сроки
[deadlines]
urgent = "4 часа"
"""


def change(text: str, *set_: str, unset: tuple[str, ...] = ()) -> str:
    return changed(text, unset=unset, set_=set_, severities=severities(), name="settings.toml")


def difference(old: str, new: str) -> list[str]:
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize(
    ("setting", "lines"),
    [
        ("words.informal.косяк=сбой", ['- "косяк" = "ошибка"  # так лучше', '+ "косяк" = "сбой"  # так лучше']),
        ("words.informal.Косяк=сбой", ['- "косяк" = "ошибка"  # так лучше', '+ "косяк" = "сбой"  # так лучше']),
        ("words.informal.т.е.=то есть", ['+ "т.е." = "то есть"']),
        ('words.informal.в "шоке"=уди\\влён', ['+ "в \\"шоке\\"" = "уди\\\\влён"']),
        ("words.emotional.жуть=", ["+ ", "+ [words.emotional]", '+ "жуть" = ""']),
        ("rules.tone.shouting=error", ['- tone.shouting = "off" # пока', '+ tone.shouting = "error" # пока']),
        ("rules.tone.emotional=hint", ['+ "tone.emotional" = "hint"']),
        ("rules.date.relative=off", ["- \"date.relative\" = 'hint'", '+ "date.relative" = "off"']),
        ("deadlines.urgent=2 часа", ['- urgent = "4 часа"', '+ urgent = "2 часа"']),
        ("deadlines.finance=1-4 рабочих дня", ['+ finance = "1-4 рабочих дня"']),
        (
            "words.allow+=Бюро находок",
            ['-   "Zippo"    # зажигалки', '+   "Zippo",    # зажигалки', '+   "Бюро находок",'],
        ),
        ("words.allow+=ЖЕСТЬ", []),
        ("words.allow-=жесть", ['-   "Жесть",   # посуда']),
        ("words.allow-=Zippo", ['-   "Zippo"    # зажигалки']),
    ],
)
def test_only_the_change_is_changed(setting: str, lines: list[str]) -> None:
    new = change(FILE, setting)
    assert [line for line in difference(FILE, new) if line[0] != "?"] == lines


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("words.informal.косяк", ['- "косяк" = "ошибка"  # так лучше']),
        ("rules.tone.shouting", ['- tone.shouting = "off" # пока']),
        ("deadlines.urgent", ['- urgent = "4 часа"']),
        ("words.allow", ["- allow = [", '-   "Жесть",   # посуда', '-   "Zippo"    # зажигалки', "- ]"]),
        ("words.informal", ["- [words.informal]", '- "косяк" = "ошибка"  # так лучше', '- "комп"  = "компьютер"']),
    ],
)
def test_only_what_is_taken_out_goes(key: str, lines: list[str]) -> None:
    assert difference(FILE, change(FILE, unset=(key,))) == lines


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# одно примечание",
        "[rules]",
        'rules = { "tone.profanity" = "hint" }',
        'rules = {}\nwords = { allow = ["Ёж"], informal = { "a" = "b" } }',
        'rules.tone.profanity = "hint"\nwords.allow = []\n',
        '[rules.tone]\nprofanity = "hint"\n[deadlines]\n[words]\nallow = [ # тут\n]\n',
        '[words]\nallow = ["Ёж",]\ninformal."a" = "b"\n',
        '[words.informal]\n[words]\nallow = [\n"Ёж"\n]',
        '[words]\nallow = [ "Ёж", "Уж" ]\n[rules]\n# конец',
        template(),
    ],
)
def test_it_works_however_the_file_is_written(text: str) -> None:
    settings = (
        "rules.tone.shouting=off",
        "rules.tone.profanity=warning",
        "words.allow+=Жесть",
        "words.informal.косяк=ошибка",
        "words.emotional.жуть=",
        "deadlines.finance=2 рабочих дня",
    )
    new = change(text, *settings)
    wanted = interpret(new, severities()).preferences
    assert {("tone.shouting", "off"), ("tone.profanity", "warning")} <= set(wanted.rules)
    assert wanted.allowed[-1] == "Жесть"
    assert ("косяк", "ошибка") in wanted.informal
    assert wanted.emotional == (("жуть", ""),)
    keys = ("rules.tone.shouting", "words.informal.косяк", "words.emotional.жуть", "deadlines.finance")
    again = change(new, "words.allow-=Жесть", unset=keys)
    before, after = interpret(text, severities()).preferences, interpret(again, severities()).preferences
    assert (after.allowed, after.informal, after.policy) == (before.allowed, before.informal, before.policy)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("rules.tone.shoutin=off", "rules.tone.shoutin=off: нет правила «tone.shoutin»; похоже на «tone.shouting»"),
        ("rules.tone.shouting=нет", "для правила «tone.shouting» пишут"),
        ("rules.tone.shouting", "не разобрать; пишут rules.ПРАВИЛО=off|hint|warning|error"),
        ("words.allow=Жесть", "не разобрать"),
        ("words.разные.a=b", "не разобрать"),
        ("words.informal.=b", "не разобрать"),
        ("=", "не разобрать"),
        ("words.allow+=", "нет ни буквы"),
        ("words.allow-=Нет такого", "этого слова в words.allow нет"),
        ("words.informal.косяк=косяки", "тоже пришлось бы заменять"),
        ("words.emotional.zippo=", "есть и в allow"),
        ("deadlines.finance=скоро", "не понять срок"),
        ("deadlines.finances=8 часов", "неизвестный вид срока"),
    ],
)
def test_a_bad_value_is_refused_with_its_reason(setting: str, told: str) -> None:
    with pytest.raises(ChangeError) as error:
        change(FILE, "words.allow+=Хорошее", setting)
    assert told in str(error.value)
    assert "строка" not in str(error.value)


def test_what_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(ChangeError, match=r"rules\.tone\.emotional: этого в файле нет"):
        change(FILE, unset=("rules.tone.emotional",))


def test_a_deadline_that_is_a_section_of_its_own_is_not_guessed_at() -> None:
    text = '[deadlines.finance]\nlabel = "скоро" # сам\nhours = 8\n'
    with pytest.raises(ChangeError, match=r"раздел \[deadlines\.finance\]; .*--unset deadlines\.finance"):
        change(text, "deadlines.finance=1 рабочий день")
    new = change(text, "deadlines.finance=1 рабочий день", unset=("deadlines.finance",))
    assert [term.label for term in interpret(new, severities()).preferences.policy.terms][2] == "до 1 рабочего дня"


def test_a_mistake_that_is_there_is_told_first_and_can_be_taken_out() -> None:
    text = FILE.replace("tone.shouting", "tone.shoutin")
    with pytest.raises(ChangeError, match=r"Сначала исправьте файл: settings\.toml, строка 14: нет правила"):
        change(text, "words.allow+=Ёж")
    assert '"Ёж"' in change(text, "words.allow+=Ёж", unset=("rules.tone.shoutin",))
    with pytest.raises(ChangeError, match="Сначала исправьте файл: строка 1"):
        change("a = ", "words.allow+=Ёж")


WORDS = st.text(st.characters(exclude_characters="=", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)


@given(st.lists(WORDS, max_size=6), WORDS, st.booleans())
def test_any_list_takes_and_gives_back_any_word(there: list[str], word: str, in_lines: bool) -> None:
    gap = ' # "]\n  ' if in_lines else " "
    text = f"[words]\nallow = [{gap}{f',{gap}'.join(map(quoted, there))}{gap}]\n# конец\n"
    if interpret(text, severities()).mistakes:
        return
    before: Any = interpret(text, severities()).preferences.allowed
    try:
        new = change(text, f"words.allow+={word}")
    except ChangeError:
        return
    assert set(interpret(new, severities()).preferences.allowed) >= set(before)
    assert change(new, f"words.allow-={word}").count("# конец") == 1
