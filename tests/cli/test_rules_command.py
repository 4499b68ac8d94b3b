"""`companion rules --set`: own words, rules and deadlines without opening a file."""

from pathlib import Path

import pytest

from tests.support.service import run


def rules(folder: Path, *arguments: str) -> str:
    done = run("rules", "--data-dir", str(folder), *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_was_set_is_shown_and_can_be_taken_back(tmp_path: Path) -> None:
    shown = rules(
        tmp_path,
        *("--set", "rules.tone.shouting=off", "rules.date.relative=error", "words.allow+=Жесть"),
        *("--set", "words.informal.косяк=ошибка", "words.emotional.жуть=", "deadlines.finance=1-4 рабочих дня"),
    )
    assert shown.splitlines() == [
        f"Записано: {tmp_path / 'settings.toml'}",
        "Правило tone.shouting: выключено (обычно замечание)",
        "Правило date.relative: ошибка (обычно замечание)",
        "Разрешены: Жесть",
        "Разговорные: косяк → ошибка",
        "Эмоциональные: жуть → (убрать)",
        "Срок finance: 1–4 рабочих дня (обычно 1–3 рабочих дня)",
    ]
    catalogue = rules(tmp_path)
    assert "\ntone.shouting (выключено): " in catalogue
    assert "\ndate.relative (ошибка, обычно замечание): " in catalogue
    assert shown.splitlines()[1:] == catalogue.splitlines()[-6:]
    assert "Выключено, поле «Описание»." in rules(tmp_path, "--format", "md")
    taken = rules(
        tmp_path,
        *("--unset", "rules.tone.shouting", "rules.date.relative", "words.allow", "words.informal.косяк"),
        *("words.emotional.жуть", "deadlines.finance"),
    )
    assert taken.splitlines()[1:] == ["Своих настроек нет."]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("rules.tone.shoutin=off", "нет правила «tone.shoutin»; похоже на «tone.shouting»"),
        ("rules.tone.shouting=нет", 'пишут "off", "hint", "warning", "error"'),
        ("deadlines.finance=скоро", "не понять срок «скоро»"),
        ("цвет=синий", "не разобрать; пишут rules.ПРАВИЛО=off|hint|warning|error"),
    ],
)
def test_a_bad_value_is_refused_in_russian_and_nothing_is_written(tmp_path: Path, setting: str, told: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("# моё\n", encoding="utf-8")
    done = run("rules", "--data-dir", str(tmp_path), "--set", "words.allow+=Жесть", setting)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert file.read_text(encoding="utf-8") == "# моё\n"


def test_comments_and_order_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# моё\n[rules] # правила\n"tone.shouting" = "off" # пока\n\n# слова\n[words]\n', encoding="utf-8")
    rules(tmp_path, "--set", "rules.tone.shouting=hint", "words.allow+=Жесть")
    assert file.read_text(encoding="utf-8") == (
        '# моё\n[rules] # правила\n"tone.shouting" = "hint" # пока\n\n# слова\n[words]\nallow = ["Жесть"]\n'
    )


def test_a_mistake_in_the_file_is_told_with_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[rules]\n\nx = 1\n", encoding="utf-8")
    done = run("rules", "--data-dir", str(tmp_path))
    assert (done.returncode, "Своих настроек нет." in done.stdout) == (0, True)
    assert done.stderr.startswith("settings.toml, строка 3: нет правила «x»")
