"""The pages of `docs/rules/` are those that the rules of today make."""

from pathlib import Path

from scripts.rule_pages import pages

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_every_rule_has_its_current_page() -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    made = pages()
    assert sorted(written) == sorted(made), "Запустите scripts/rule_pages.py"
    stale = [name for name, text in made.items() if written[name] != text]
    assert stale == [], "Запустите scripts/rule_pages.py"
