"""What the two commands say where they cannot work: one clear line in Russian, and an exit code that is not 0."""

import pytest

from tests.scripts.project import Project

COMMANDS = ["scripts/start.py", "scripts/test.py"]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_old_python_is_named(project: Project, command: str) -> None:
    refused = project.run(command, project.environ, before="sys.version_info = (3, 10, 4)")

    assert refused.returncode == 1
    assert refused.stdout.splitlines() == ["Нужен Python 3.11 или новее, а это 3.10: поставьте новый и запустите им."]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_console_without_russian_letters_does_not_break_it(project: Project, command: str) -> None:
    environ = project.environ | {"PYTHONIOENCODING": "ascii"}

    refused = project.run(command, environ, before="sys.version_info = (3, 10, 4)")

    assert "Python 3.11" in refused.stdout
    assert "Traceback" not in refused.stdout


def test_a_python_without_venv_gets_the_command_that_installs_it(project: Project) -> None:
    refused = project.run("scripts/start.py", project.environ, before="sys.modules['ensurepip'] = None")

    assert refused.returncode == 1
    assert "sudo apt install python3-venv" in refused.stdout.splitlines()[-1]


def test_an_unknown_option_is_refused_in_russian(project: Project) -> None:
    refused = project.start("--wrong")

    assert refused.returncode == 2
    assert "лишнее: --wrong" in refused.stdout


def test_a_demo_without_a_display_says_so_and_what_to_do(project: Project) -> None:
    refused = project.start("--demo")

    assert refused.returncode == 1
    assert "нужен экран" in refused.stdout
    assert "xvfb-run -a python3 scripts/start.py --demo" in refused.stdout


def test_a_demo_without_a_browser_says_which_to_install(project: Project) -> None:
    refused = project.start("--demo", DISPLAY=":0", PATH=str(project.place))

    assert refused.returncode == 1
    assert "поставьте Chromium, Яндекс Браузер или Edge" in refused.stdout


def test_what_the_checks_need_and_cannot_install_is_named_and_nothing_is_skipped(project: Project) -> None:
    refused = project.run("scripts/test.py", project.environ | {"PATH": str(project.place)})

    assert refused.returncode == 1
    [last] = refused.stdout.splitlines()[-1:]
    assert "sudo apt-get install chromium firefox-esr xvfb xauth nodejs npm" in last
    assert "===" not in refused.stdout.replace("=== Подготовка ===", "")


def test_nothing_was_installed_by_a_refused_command(project: Project) -> None:
    stopped = project.start("--stop")

    assert (stopped.returncode, stopped.stdout.strip()) == (0, "Служба не запущена: помощник ещё не установлен.")
