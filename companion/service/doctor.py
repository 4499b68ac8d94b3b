"""`companion doctor`: what is wrong with this set-up, and how to mend it. Looks only, changes nothing."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from companion import __version__, datafolder
from companion.preferences.store import read
from companion.rules import severities
from companion.service.instance import Running, is_locked, running
from companion.service.pages import extension_folder
from companion.service.run import answers_as_companion
from companion.service.secretfile import damage
from companion.service.server import PortTakenError, listen
from companion.settings import Settings, SettingsError

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``mend`` says how to put it right; without it, it is right."""

    text: str
    mend: str | None = None


def examine(data_dir: str | None, *, say: Callable[[str], None]) -> int:
    """Tells what was found; returns 0 when everything is right, else 1."""
    findings = list(_findings(data_dir))
    for finding in findings:
        say(f"{'[!!]' if finding.mend else '[ok]'} {finding.text}")
        if finding.mend:
            say(f"     Что сделать: {finding.mend}")
    wrong = sum(1 for finding in findings if finding.mend)
    say(f"Найдено проблем: {wrong}." if wrong else "Всё в порядке.")
    return 1 if wrong else 0


def _findings(data_dir: str | None) -> Iterator[Finding]:
    yield Finding(f"Помощник обращений {__version__}")
    yield _python()
    try:
        settings = Settings.load(data_dir)
    except SettingsError as error:
        yield Finding(str(error), "исправьте эту настройку и запустите companion doctor ещё раз")
        return
    yield _data_dir(settings.data_dir)
    yield from _files(settings)
    yield Finding(f"База журнала: {_without_password(settings.database_url)}")
    yield _service(settings)
    yield _extension()


def _python() -> Finding:
    found = sys.version_info[:2]
    text = f"Python {found[0]}.{found[1]}"
    return Finding(text, None if found >= OLDEST_PYTHON else "установите Python 3.11 или новее")


def _data_dir(folder: Path) -> Finding:
    text = f"Папка данных: {folder}"
    if not folder.exists():
        return Finding(f"{text} (появится при первом запуске)")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding(f"{text}: в неё нельзя писать", "дайте себе права на неё или укажите другую: --data-dir ПАПКА")
    if datafolder.open_to_others(folder):
        return Finding(f"{text}: доступна другим пользователям", f'выполните: chmod 700 "{folder}"')
    return Finding(text)


def _files(settings: Settings) -> Iterator[Finding]:
    for file in (settings.access_file, settings.log_file):
        if file.exists() and datafolder.open_to_others(file):
            yield Finding(f"Файл {file} доступен другим пользователям", f'выполните: chmod 600 "{file}"')
    yield from _access_file(settings.access_file)
    yield from _settings_file(settings.settings_file)
    for aside in datafolder.kept_aside(settings.data_dir) if settings.data_dir.exists() else []:
        yield Finding(f"Отложен повреждённый файл: {aside}", "перенесите из него нужное и удалите его")


def _settings_file(file: Path) -> Iterator[Finding]:
    mistakes = read(file, severities()).mistakes
    for mistake in mistakes:
        mend = "исправьте; до этого служба работает с прежними настройками, а после нового запуска — с обычными"
        yield Finding(f"Ошибка в настройках: {file}, {mistake.told}", mend)
    if file.exists() and not mistakes:
        yield Finding(f"Файл настроек: {file}")


def _access_file(file: Path) -> Iterator[Finding]:
    try:
        damaged = damage(file)
    except sqlite3.OperationalError:
        yield Finding(f"Файл доступа не прочитать: {file}", "проверьте права на него; если он занят, повторите позже")
        return
    if damaged:
        mend = "запустите companion serve: он отложит файл и создаст новый; затем подключите расширение заново"
        yield Finding(f"Файл доступа повреждён: {file}", mend)


def _service(settings: Settings) -> Finding:
    if is_locked(settings.data_dir):
        return _running(running(settings.data_dir))
    try:
        listen(settings.port).close()
    except PortTakenError:
        whose = "другой Помощник, с другой папкой данных" if answers_as_companion(settings.port) else "другая программа"
        return Finding(
            f"Служба не запущена, а порт {settings.port} занят: на нём {whose}",
            f"закройте её или выберите другой порт: companion serve --port {settings.port + 1}; "
            "тот же порт укажите в настройках расширения",
        )
    except OSError as error:
        return Finding(f"Порт {settings.port} не открыть: ошибка системы {error.errno}", "выберите другой порт: --port")
    return Finding(f"Служба не запущена, порт {settings.port} свободен. Запуск: companion serve")


def _running(found: Running | None) -> Finding:
    mend = "перезапустите её: companion serve --stop, затем companion serve"
    if found is None:
        return Finding("Служба запущена, но её порт неизвестен", mend)
    if not answers_as_companion(found.port):
        return Finding(f"Служба запущена на порту {found.port}, но не отвечает", mend)
    return Finding(f"Служба работает: http://127.0.0.1:{found.port}")


def _extension() -> Finding:
    folder = extension_folder()
    return Finding(f"Расширение: {folder}" if folder else "Расширения рядом со службой нет: установите его отдельно")


def _without_password(address: str) -> str:
    password = urlsplit(address).password
    return address.replace(f":{password}@", ":***@") if password else address
