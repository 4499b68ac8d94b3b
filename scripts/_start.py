"""What `scripts/start.py` does, once the Python is new enough to read it."""

import argparse
from pathlib import Path

from companion import console
from scripts import _console, _demo
from scripts._console import say
from scripts._environment import Environment
from scripts._service import Running, Service

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Starts the service, or stops it, or shows the demo. Returns the exit code."""
    return _console.run(lambda: _run(_options(arguments)))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = console.Parser(prog="start.py", description="Ставит и запускает помощника обращений на этом компьютере.")
    parser.add_argument("--demo", action="store_true", help="показать учебную форму в отдельном окне браузера")
    parser.add_argument("--stop", action="store_true", help="остановить службу")
    parser.add_argument("--port", metavar="ПОРТ", help="порт службы (обычно 8765)")
    parser.add_argument("--data-dir", metavar="ПАПКА", help="папка данных")
    parser.add_argument("--no-browser", action="store_true", help="не открывать стартовую страницу")
    return parser.parse_args(arguments)


def _run(options: argparse.Namespace) -> int:
    environment = Environment(ROOT)
    service = Service(environment, _service_options(options))
    if options.stop:
        return _stop(service)
    # Asked first: a demo that cannot be shown should not cost a minute of installing.
    browser = _demo.find_browser() if options.demo else None
    environment.prepare(tests=False, before_change=service.make_way)
    running = service.start()
    if browser:
        return _demo.show(browser, running, ROOT / "extension")
    if not options.no_browser:
        running = service.open_page()
    say(_ready(running))
    return 0


def _service_options(options: argparse.Namespace) -> tuple[str, ...]:
    port = ("--port", options.port) if options.port else ()
    # The service is started in another folder than the one the user stands in.
    folder = ("--data-dir", str(Path(options.data_dir).expanduser().absolute())) if options.data_dir else ()
    return (*port, *folder)


def _stop(service: Service) -> int:
    if not service.environment.usable():
        say("Служба не запущена: помощник ещё не установлен.")
        return 0
    code, told = service.stop()
    say(told)
    return code


def _ready(running: Running) -> str:
    code = f"{running.code[:3]} {running.code[3:]}"
    return f"Готово: помощник работает на {running.address}, код подключения {code}"
