"""What the documentation shows works."""

import re

from companion.preferences.changes import changed
from companion.preferences.interpretation import interpret
from companion.rules import severities
from tests.support.service import ROOT

PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_every_example_of_the_page_is_right() -> None:
    examples = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) == 2
    assert [interpret(example, severities()).mistakes for example in examples] == [(), ()]


def test_every_command_of_the_page_works() -> None:
    text = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]
    commands = re.findall(r"`companion rules --(un)?set \"?([^`\"]+)\"?`", PAGE)
    assert len(commands) == 5
    for unset, argument in commands:
        text = changed(
            text,
            unset=(argument,) if unset else (),
            set_=() if unset else (argument,),
            severities=severities(),
            name="settings.toml",
        )
    assert dict(interpret(text, severities()).preferences.rules) == {"date.relative": "hint"}
