"""Settings: port, data folder, database. One place, typed; arguments over environment over defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_PORT = 8765
ANY_PORT = 0
"""Asks the system for a free port; the service prints which one it got."""
LOWEST_PORT = 1024
"""Below it are the system's ports; and with port 80 browsers leave the port out of ``Host``, which the gate refuses."""
HIGHEST_PORT = 65535

PORT_VARIABLE = "COMPANION_PORT"
DATA_DIR_VARIABLE = "COMPANION_DATA_DIR"
DATABASE_VARIABLE = "COMPANION_DATABASE_URL"

SETTINGS_FILE = "settings.toml"


class SettingsError(ValueError):
    """A setting that cannot be used; ``str()`` says in Russian which one, why, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the service and the commands need to know about this set-up."""

    port: int
    data_dir: Path
    database_url: str

    @classmethod
    def load(
        cls,
        data_dir: str | Path | None = None,
        port: str | int | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> "Settings":
        """Reads the settings; an empty environment variable counts as not set. Raises ``SettingsError``."""
        environ = os.environ if environ is None else environ
        folder = data_folder(data_dir, environ)
        return cls(
            port=_port(port, environ.get(PORT_VARIABLE)),
            data_dir=folder,
            database_url=_database(environ.get(DATABASE_VARIABLE), folder),
        )

    @property
    def host(self) -> str:
        """Address and port as they stand in the browser's ``Host``."""
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """The service's own address."""
        return f"http://{self.host}"

    @property
    def access_file(self) -> Path:
        """Tokens, codes, one-time links and sessions."""
        return self.data_dir / "access.sqlite3"

    @property
    def settings_file(self) -> Path:
        """The user's own words, rules and deadlines."""
        return self.data_dir / SETTINGS_FILE

    @property
    def log_file(self) -> Path:
        """The service's log; never holds the text of a draft."""
        return self.data_dir / "logs" / "companion.log"


def data_folder(data_dir: str | Path | None = None, environ: Mapping[str, str] | None = None) -> Path:
    """The data folder alone, for commands that need neither port nor database. Raises ``SettingsError``."""
    environ = os.environ if environ is None else environ
    return _folder(data_dir or environ.get(DATA_DIR_VARIABLE) or _user_folder())


def _user_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("companion", appauthor=False)


def _folder(value: str | Path) -> Path:
    path = Path(value).expanduser()
    if "\0" in str(path):
        raise SettingsError("Папка данных: в пути есть недопустимый символ.")
    path = path.absolute()
    if path.exists() and not path.is_dir():
        raise SettingsError(f"Папка данных: «{path}» — это файл. Укажите папку: --data-dir или {DATA_DIR_VARIABLE}.")
    return path


def _port(argument: str | int | None, variable: str | None) -> int:
    if argument is not None:
        return _port_number(str(argument), "--port")
    return _port_number(variable, PORT_VARIABLE) if variable else DEFAULT_PORT


def _port_number(text: str, source: str) -> int:
    # isdecimal alone also accepts digits of other scripts, which nobody types on purpose.
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 5 else -1
    if number != ANY_PORT and not LOWEST_PORT <= number <= HIGHEST_PORT:
        raise SettingsError(
            f"Порт «{text}» ({source}) не подходит: нужно целое число от {LOWEST_PORT} до {HIGHEST_PORT}, "
            f"например {DEFAULT_PORT}."
        )
    return number


def _database(variable: str | None, folder: Path) -> str:
    if not variable:
        return f"sqlite:///{(folder / 'journal.sqlite3').as_posix()}"
    scheme, separator, _ = variable.partition("://")
    if not separator or not scheme.replace("+", "").replace("_", "").isalnum():
        raise SettingsError(
            f"Адрес базы данных ({DATABASE_VARIABLE}) не похож на адрес. "
            "Пример: sqlite:////home/user/journal.sqlite3. Чтобы взять базу в папке данных, уберите эту переменную."
        )
    return variable
