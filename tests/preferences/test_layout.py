"""Where everything stands in a TOML text."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from companion.preferences.layout import layout
from companion.preferences.toml import quoted, tables

TEXT = '''# [нет.такого]
title = "a = [1]"
moment = 1979-05-27 07:32:00 # "c" = 1
[words] # бренды
allow = [
  "Жесть",  # [посуда], "
  'Zippo',
]

[ words . "informal" ]
"кося\\"к" = "ошибка" # мой
'a.b'   = """x
[y]
"q""""
t.u = {a = 1, "b" = [1, 2.5]}
[[list]]
x = 1
[[list]]
x = 2
last = "end"'''


def test_every_value_is_found_in_its_line() -> None:
    found = layout(TEXT)
    assert {entry.path: found.line(entry.path) for entry in found.entries} == {
        ("title",): 2,
        ("moment",): 3,
        ("words", "allow"): 5,
        ("words", "allow", 0): 6,
        ("words", "allow", 1): 7,
        ("words", "informal", 'кося"к'): 11,
        ("words", "informal", "a.b"): 12,
        ("words", "informal", "t", "u"): 15,
        ("words", "informal", "t", "u", "a"): 15,
        ("words", "informal", "t", "u", "b"): 15,
        ("words", "informal", "t", "u", "b", 0): 15,
        ("words", "informal", "t", "u", "b", 1): 15,
        ("list", 0, "x"): 17,
        ("list", 1, "x"): 19,
        ("list", 1, "last"): 20,
    }
    assert [found.line(path) for path in (("words",), ("words", "informal"), ("list", 1), ("words", "zz"))] == [
        4,
        10,
        18,
        4,
    ]
    assert found.line(("nothing",)) is None


NAMES = st.text(min_size=1, max_size=4) | st.sampled_from(["tone", "tone.shouting", "a b", "", "#", '"', "ключ"])
VALUES = st.recursive(
    st.text(max_size=5)
    | st.integers(-9, 99)
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False, width=16),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
SPACES = st.sampled_from(["", " ", "  ", "\t"])


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, VALUES, max_size=3), max_size=3), SPACES, st.booleans())
def test_what_is_found_is_what_tomllib_reads(content: dict[str, dict[str, Any]], space: str, broken: bool) -> None:
    comment = f'{space}# "x" = [' if broken else ""
    lines = [f"# начало{comment}"]
    for table, pairs in content.items():
        lines.append(f"[{space}{quoted(table)}{space}]{comment}")
        for key, value in pairs.items():
            lines.append(f"{space}{quoted(key)}{space}={space}{_toml(value, broken)}{comment}")
            lines.append("")
    text = "\n".join(lines)
    assert tables(text) == content
    found = layout(text)
    for entry in found.entries:
        value = _at(content, entry.path)
        assert tomllib.loads(f"x = {text[entry.value.start : entry.value.end]}")["x"] == value
    values = [(table, key) for table, pairs in content.items() for key in pairs]
    assert [entry.path for entry in found.entries if len(entry.path) == 2] == values


def _toml(value: Any, broken: bool) -> str:
    if isinstance(value, list):
        gap = ' # "],\n' if broken else ""
        return f"[{gap}" + f",{gap}".join(_toml(item, broken) for item in value) + f"{gap}]"
    if isinstance(value, str):
        return quoted(value)
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _at(content: Any, path: tuple[str | int, ...]) -> Any:
    for name in path:
        content = content[name]
    return content
