"""Commands: `companion serve`, `check`, `rules`, `qa`, `token`, `doctor`. Thin: each one calls a part of the product.

Everything heavy is imported inside the command that needs it: `companion serve` must answer soon after its start.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion import __version__, console
from companion.faults import where
from companion.qa import commands as quality
from companion.settings import SETTINGS_FILE, Settings, SettingsError, data_folder

if TYPE_CHECKING:
    from companion.preferences import Preferences

UNUSABLE = 2
"""Exit code for input that cannot be used, as argparse has it for a wrong command line."""
FAILED = 3
"""Exit code for an error of ours."""
_SET_EXAMPLES = (
    "rules.tone.shouting=off words.allow+=Жесть words.informal.косяк=ошибка words.emotional.жуть= "
    "deadlines.finance='1–4 рабочих дня'"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    console.prepare()
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except SettingsError as error:
        console.complain(str(error))
        return UNUSABLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has left, as `head` does. What is still buffered must not fail at exit again.
        console.discard_output()
        return 0
    except Exception as error:
        console.complain(f"Ошибка в программе. Сообщите о ней разработчикам вместе с этой строкой: {where(error)}")
        return FAILED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = console.Parser(prog="companion", description="Помощник обращений для Ozon Seller.")
    parser.add_argument("--version", action="version", version=__version__, help="показать версию")
    _data_dir(parser, default=None)
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", required=True, dest="команда")

    serve = _command(commands, "serve", _serve, "запустить службу на этом компьютере")
    serve.add_argument("--port", metavar="ПОРТ", help="порт (обычно 8765)")
    serve.add_argument("--no-browser", action="store_true", help="не открывать стартовую страницу")
    serve.add_argument("--stop", action="store_true", help="остановить запущенную службу")

    check = _command(commands, "check", _check, "проверить черновик обращения")
    source = check.add_mutually_exclusive_group(required=True)
    source.add_argument("file", nargs="?", metavar="ФАЙЛ", help="черновик в JSON; «-» читает со стандартного ввода")
    source.add_argument("--jsonl", metavar="ФАЙЛ", help="много черновиков, по одному в строке; «-» тоже можно")
    check.add_argument("--now", metavar="ВРЕМЯ", help="время проверки с поясом: 2026-11-23T10:00:00+03:00")
    check.add_argument("--format", choices=("text", "json"), default="text", help="вид отчёта")
    check.add_argument("--explain", action="store_true", help="показать, что понято и почему правила молчат")
    check.add_argument("--workers", type=console.processes, default=1, metavar="N", help="процессов для --jsonl")

    rules = _command(commands, "rules", _rules, "показать каталог правил или изменить свои слова, правила и сроки")
    rules.add_argument("--format", choices=("text", "json", "md"), default="text", help="вид каталога")
    _changes(rules, "--set", "ЧТО=ЗНАЧЕНИЕ", f"записать в settings.toml, например: {_SET_EXAMPLES}")
    _changes(rules, "--unset", "ЧТО", "убрать из settings.toml, например: rules.tone.shouting")

    qa = commands.add_parser("qa", help="измерить правила, сравнить наборы правил", description="Качество правил.")
    quality.add_to(qa, _command)

    _command(commands, "token", _token, "выдать токен для программ этого пользователя")
    _command(commands, "doctor", _doctor, "найти, что не так с установкой, и подсказать, как исправить")
    return parser


def _command(
    commands: "argparse._SubParsersAction[console.Parser]", name: str, run: object, about: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=about.capitalize() + ".")
    # Suppressed, so that an option before the command's name is not overwritten by the absent one after it.
    _data_dir(command, default=argparse.SUPPRESS)
    command.set_defaults(run=run)
    return command


def _changes(parser: argparse.ArgumentParser, option: str, metavar: str, about: str) -> None:
    parser.add_argument(option, nargs="+", action="extend", default=[], metavar=metavar, help=about)


def _data_dir(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--data-dir", metavar="ПАПКА", default=default, help="папка данных")


def _serve(options: argparse.Namespace) -> int:
    from companion.service import run

    settings = Settings.load(options.data_dir, options.port)
    if options.stop:
        return run.stop(settings, say=console.say)
    return run.serve(settings, open_browser=not options.no_browser, say=console.say)


def _check(options: argparse.Namespace) -> int:
    from companion import batch

    now = batch.moment(options.now) if options.now else None
    if options.jsonl and options.explain:
        raise SettingsError("--explain: объяснить можно один черновик, без --jsonl.")
    preferences = _preferences(options)
    if options.jsonl:
        return batch.check_lines(options.jsonl, now=now, workers=options.workers, preferences=preferences)
    as_json = options.format == "json"
    return batch.check_file(options.file, now=now, as_json=as_json, preferences=preferences, explained=options.explain)


def _preferences(options: argparse.Namespace) -> "Preferences":
    """The user's own words, rules and deadlines; of a file with a mistake nothing, and the mistake is told."""
    from companion.preferences.mistakes import summary
    from companion.preferences.store import read
    from companion.rules import severities

    found = read(data_folder(options.data_dir) / SETTINGS_FILE, severities())
    if found.mistakes:
        console.complain(f"{summary(SETTINGS_FILE, found.mistakes)} Действуют обычные настройки.")
    return found.preferences


def _rules(options: argparse.Namespace) -> int:
    from companion.presentation import catalogue_as, changes_text
    from companion.rules import catalogue, severities

    if options.set or options.unset:
        _change_settings(options)
        console.write(changes_text(_preferences(options), severities()), machine=False)
        return 0
    preferences = _preferences(options)
    catalogued = catalogue_as(options.format, catalogue(preferences))
    if options.format == "text":
        catalogued = f"{catalogued}\n\n{changes_text(preferences, severities())}"
    console.write(catalogued, machine=options.format != "text")
    return 0


def _change_settings(options: argparse.Namespace) -> None:
    from companion import datafolder
    from companion.preferences.changes import ChangeError
    from companion.preferences.editing import edit
    from companion.rules import severities

    folder = data_folder(options.data_dir)
    datafolder.prepare(folder)
    file = folder / SETTINGS_FILE
    try:
        edit(file, unset=options.unset, set_=options.set, severities=severities())
    except ChangeError as error:
        raise SettingsError(str(error)) from None
    except OSError as error:
        raise SettingsError(f"Файл настроек {file} не записать: ошибка системы {error.errno}.") from error
    console.say(f"Записано: {file}")


def _token(options: argparse.Namespace) -> int:
    from companion import datafolder
    from companion.service.access import Access

    settings = Settings.load(options.data_dir)
    datafolder.prepare(settings.data_dir)
    access = Access(settings.access_file)
    try:
        if access.notice:
            console.complain(access.notice)
        console.complain("Токен для программ этого пользователя. Храните его как пароль.")
        console.say(access.new_token("companion token"))
    finally:
        access.close()
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from companion.service.doctor import examine

    return examine(options.data_dir, say=console.say)
