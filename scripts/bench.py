"""How fast and how large: prints a table; docs/performance.md holds what was measured.

    .venv/bin/python scripts/bench.py            everything (about two minutes)
    .venv/bin/python scripts/bench.py --quick    a tenth of the runs
    .venv/bin/python scripts/bench.py --worst    looks for the text of 20 000 characters that takes the longest

Every run checks another text: sentences of a seller's request in another order, so that no cache helps.
"""

import argparse
import http.client
import json
import os
import platform
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}

from companion.checker import check  # noqa: E402
from companion.draft import CheckRequest, Draft  # noqa: E402
from companion.warm_up import warm_up  # noqa: E402

SIZES = (300, 1_000, 5_000, 20_000)
RUNS = {300: 2_000, 1_000: 2_000, 5_000: 500, 20_000: 150}
NOW = datetime.fromisoformat("2026-11-23T10:00:00+03:00")
SENTENCES = """
Здравствуйте! Пишу по поводу заказа 57195475-0050-3, который покупатель вернул 12.11.2026.
Вчера не зачислен платёж на 4 500 ₽, хотя в отчёте о реализации сумма указана верно.
При приёмке поставки 2000061286750 на складе Хоругвино насчитали на 4 единицы меньше.
Скриншот отчёта прилагаю, акт расхождений пришлю по запросу.
Карточка товара SKU 646399170 скрыта с 3 по 7 ноября, модерация причину не называет.
Это безобразие, сколько можно ждать ответа!!! Прошу проверить начисления и сообщить результат.
Курьер не забрал отправления 10 ноября в 14:30, водитель сказал, что рейс отменён.
Дважды списали комиссию за эквайринг: 340 руб. и ещё 340 руб., договор п. 4.12.
Возврат ii5275210303 пришёл со следами носки, бирки срезаны, коробка помята.
Не могу войти в личный кабинет с девяти утра, код из смс не приходит, ошибка 502.
Сертификат загружали три раза, каждый раз отклоняют без объяснения причин.
Предлагаем зачесть удержанную сумму в следующей выплате или вернуть на расчётный счёт.
На прошлой неделе уже писали об этом, номер обращения 73712587, ответа нет до сих пор.
Артикул АБ-77/ч, штрихкод OZN653473453, габариты 30х20х10 см, вес 1,2 кг.
ООО «Ромашка», ИНН 7701234567, телефон +7 912 345-67-89, почта shop@example.ru.
""".strip().splitlines()


def text(size: int, order: random.Random) -> str:
    """A text of exactly ``size`` code points from the sentences in a random order."""
    pieces: list[str] = []
    length = 0
    while length < size:
        piece = order.choice(SENTENCES)
        pieces.append(piece)
        length += len(piece) + 1
    return " ".join(pieces)[:size]


def percentiles(seconds: list[float]) -> str:
    """p50, p95 and p99 in milliseconds."""
    cuts = statistics.quantiles(seconds, n=100)
    return " ".join(f"{1_000 * cuts[at - 1]:8.2f}" for at in (50, 95, 99))


def timed(runs: int, size: int, call: Callable[[str], object]) -> list[float]:
    """The seconds of ``runs`` calls with texts of a size, each another."""
    order = random.Random(size)  # noqa: S311
    texts = [text(size, order) for _ in range(runs)]
    seconds = []
    for draft in texts:
        start = time.perf_counter()
        call(draft)
        seconds.append(time.perf_counter() - start)
    return seconds


def in_process(description: str) -> object:
    """One check without a service."""
    return check(CheckRequest(draft=Draft(subject="Финансы", description=description)), now=NOW)


@contextmanager
def service() -> Iterator[tuple[int, str, float, int]]:
    """A real service on a free port: its port, a token, the seconds from start to the first answer, its process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "companion", "serve", "--no-browser", "--port", str(port), "--data-dir", data]
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        try:
            seconds = first_answer(port, start)
            token = subprocess.run(
                [sys.executable, "-m", "companion", "token", "--data-dir", data],
                capture_output=True,
                text=True,
                encoding="utf-8",
                env=ENVIRONMENT,
                check=True,
            ).stdout.split()[-1]
            yield port, token, seconds, process.pid
        finally:
            process.terminate()
            process.wait()


def first_answer(port: int, start: float) -> float:
    """The seconds since ``start`` when the service first answers."""
    while time.perf_counter() - start < 30:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                pass
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/ping")
            connection.getresponse().read()
            return time.perf_counter() - start
        except OSError:
            time.sleep(0.005)
    raise SystemExit("служба не ответила за 30 секунд")


def over_http(port: int, token: str) -> Callable[[str], object]:
    """One check over a kept connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}

    def call(description: str) -> object:
        body = {"draft": {"subject": "Финансы", "description": description}, "now": NOW.isoformat()}
        connection.request("POST", "/v1/check", json.dumps(body, ensure_ascii=False).encode(), headers)
        response = connection.getresponse()
        answer = response.read()
        if response.status != 200:
            raise SystemExit(f"служба ответила {response.status}: {answer.decode()}")
        return answer

    return call


def memory(process: int) -> str:
    """Resident memory of a process in MB; «?» where the system does not tell it in /proc."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return "?"
    return f"{int(status.split('VmRSS:')[1].split()[0]) / 1024:.0f}"


def processor_seconds(process: int) -> float:
    """Processor time used so far by a process, in seconds; 0 where /proc does not tell it."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def extension_size() -> float:
    """Size of the extension without icons, in KB."""
    files = [path for path in (ROOT / "extension").rglob("*") if path.is_file() and "icons" not in path.parts]
    return sum(path.stat().st_size for path in files if path.suffix != ".ts") / 1024


def by_lines(drafts: int, workers: int) -> tuple[float, int]:
    """Drafts of 1 000 characters a second through ``companion check --jsonl``, start included, and the peak memory.

    The memory is that of the largest process, in MB; 0 on Windows, which does not tell it this way.
    """
    order = random.Random(7)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drafts.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for number in range(drafts):
                draft = {"subject": "Финансы", "description": text(1_000, order)}
                lines.write(json.dumps({"id": number, "draft": draft}, ensure_ascii=False) + "\n")
        command = [sys.executable, "-m", "companion", "check", "--jsonl", str(file), "--workers", str(workers)]
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
        seconds = time.perf_counter() - start
    if sys.platform == "win32":
        return drafts / seconds, 0
    import resource

    return drafts / seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def print_worst(tries: int) -> None:
    """The slowest texts that could be found."""
    from scripts._slowest import slowest

    print(f"самые медленные тексты по 20 000 знаков (проб: {tries}):")
    for milliseconds, found in slowest(tries, now=NOW):
        print(f"{milliseconds:8.0f} мс  {found[:60]!r}")


def main() -> None:
    """Measures everything and prints the table."""
    parser = argparse.ArgumentParser(description="Измерить скорость и размер")
    parser.add_argument("--quick", action="store_true", help="в десять раз меньше замеров")
    parser.add_argument("--worst", action="store_true", help="искать самые медленные тексты")
    options = parser.parse_args()
    divisor = 10 if options.quick else 1
    print(f"{platform.platform()}, Python {platform.python_version()}, ядер: {os.cpu_count()}")
    warm_up()
    if options.worst:
        print_worst(1_000 // divisor)
        return
    print(f"{'знаков':>24} {'p50 мс':>8} {'p95 мс':>8} {'p99 мс':>8}")
    for size in SIZES:
        in_process(text(size, random.Random(1)))  # noqa: S311
        print(f"{'в процессе':>15} {size:>8} {percentiles(timed(RUNS[size] // divisor, size, in_process))}")
    with service() as (port, token, seconds, process):
        at_rest = memory(process)
        call = over_http(port, token)
        for size in SIZES:
            call(text(size, random.Random(1)))  # noqa: S311
            print(f"{'HTTP':>15} {size:>8} {percentiles(timed(RUNS[size] // divisor, size, call))}")
        timed(10_000 // divisor, 1_000, call)
        after = memory(process)
        before = processor_seconds(process)
        time.sleep(5)
        idle = processor_seconds(process) - before
    print(f"от запуска до первого ответа: {seconds:.2f} с")
    print(f"память в покое: {at_rest} МБ, после {10_000 // divisor} проверок: {after} МБ")
    print(f"процессор за 5 с покоя: {idle:.2f} с")
    for workers in (1, 2):
        pace, peak = by_lines(6_000 // divisor, workers)
        print(f"check --jsonl --workers {workers}: {pace:.0f} черновиков в секунду, память {peak} МБ")
    print(f"расширение без значков: {extension_size():.1f} КБ")


if __name__ == "__main__":
    main()
