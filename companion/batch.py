"""`companion check`: one draft, or many by the line, on as many processes as wanted."""

import itertools
import json
import sys
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import IO, Annotated, Any, NamedTuple

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from companion import console
from companion.checker import check
from companion.draft import CheckRequest, Draft, Incoming, Moment, Page, Stage, whole_characters
from companion.explanation import explain
from companion.faults import where
from companion.payload import InvalidInput, MalformedInput, read_json, validate
from companion.preferences import Preferences
from companion.report import Report
from companion.settings import SettingsError
from companion.warm_up import warm_up

READY, NOT_READY, UNUSABLE = 0, 1, 2
"""Exit codes."""
LARGEST = 1024 * 1024
"""Bytes of one draft: more than any valid one can have."""
_PACK = 32
"""Lines that one of several processes gets at once."""


def _counter(value: Any) -> Any:
    # Before the union is tried: its own complaint has a line in English for each of its members.
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("нужна строка или целое число")
    return whole_characters(value) if isinstance(value, str) else value


class _Line(Incoming):
    """One line of a file with drafts. ``id`` is whatever the sender counts by."""

    id: Annotated[str | int, BeforeValidator(_counter)]
    draft: Draft
    now: Moment | None = None
    page: Page = "form"
    stage: Stage = "request"


class _Result(NamedTuple):
    text: str
    good: bool


def moment(text: str) -> datetime:
    """``--now`` as a moment with an offset. Raises ``SettingsError``."""
    try:
        return TypeAdapter(Moment).validate_python(text)
    except ValidationError as error:
        reason = error.errors(include_url=False)[0].get("ctx", {}).get("error", "нужны дата и время")
        raise SettingsError(f"--now: {reason}") from None


def check_file(
    name: str, *, now: datetime | None, as_json: bool, preferences: Preferences, explained: bool = False
) -> int:
    """Checks one draft, bare or as the body of ``/v1/check``; prints the report; returns the exit code.

    ``explained``: with what was understood, and for every rule what it saw and what stopped it.
    """
    with _opened(name) as file:
        raw = file.read(LARGEST + 1)
    try:
        request = _request(raw)
    except (MalformedInput, InvalidInput) as error:
        console.complain(f"{name}: {error}")
        return UNUSABLE
    moment = now or request.now or _system_clock()
    report = _report(request, moment, preferences)
    explanation = explain(request, now=moment, preferences=preferences) if explained else None
    if as_json:
        document = report.model_dump(mode="json") | (explanation.model_dump(mode="json") if explanation else {})
        console.write(json.dumps(document, ensure_ascii=False, indent=2), machine=True)
    else:
        from companion.presentation import explanation_text, report_text

        parts = [report_text(report), *([explanation_text(explanation)] if explanation else [])]
        console.write("\n\n".join(parts), machine=False)
    return READY if report.readiness.ready else NOT_READY


def check_lines(name: str, *, now: datetime | None, workers: int, preferences: Preferences) -> int:
    """Checks a file of drafts, one in a line; prints one line for each, in their order; returns the exit code."""
    console.for_programs()
    all_good = True
    with _opened(name) as file:
        # Alone, each line is answered before the next is read: another program may be waiting for it.
        packs = _packs(_lines(file), 1 if workers == 1 else _PACK)
        for result in _in_order(_Work(now, _system_clock(), preferences), packs, workers):
            all_good &= result.good
            console.say(result.text)
    return READY if all_good else UNUSABLE


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    """A file's bytes, or the standard input's for «-». Raises ``SettingsError``."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115  closed below; only the opening may fail with our message
    except OSError as error:
        raise SettingsError(f"Файл «{name}» не открыть: его нет, это папка или нет прав.") from error
    with file:
        yield file


def _request(raw: bytes) -> CheckRequest:
    if len(raw) > LARGEST:
        raise MalformedInput("Черновик больше 1 МиБ.")
    document = read_json(raw)
    if isinstance(document, dict) and "draft" in document:
        return validate(CheckRequest, document)
    return CheckRequest(draft=validate(Draft, document))


class _Numbered(NamedTuple):
    number: int
    raw: bytes | None
    """None for a line that is too long to be kept."""


def _lines(file: IO[bytes]) -> Iterator[_Numbered]:
    """The lines with their numbers from 1. Blank ones are skipped; no line takes more memory than ``LARGEST``."""
    for number in itertools.count(1):
        raw = file.readline(LARGEST + 1)
        if not raw:
            return
        if len(raw) > LARGEST:
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(LARGEST)
            yield _Numbered(number, None)
        elif raw.strip():
            yield _Numbered(number, raw)


def _packs(lines: Iterator[_Numbered], size: int) -> Iterator[list[_Numbered]]:
    while pack := list(itertools.islice(lines, size)):
        yield pack


class _Work:
    """What a worker does with one pack."""

    def __init__(self, now: datetime | None, clock: datetime, preferences: Preferences) -> None:
        self._now = now
        self._clock = clock
        self._preferences = preferences

    def __call__(self, pack: list[_Numbered]) -> list[_Result]:
        return [self._line(line) for line in pack]

    def _line(self, line: _Numbered) -> _Result:
        known: Any = None
        try:
            if line.raw is None:
                raise MalformedInput("Строка больше 1 МиБ.")
            document = read_json(line.raw)
            known = _identifier(document)
            item = validate(_Line, document)
        except (MalformedInput, InvalidInput) as error:
            return _Result(_json({"id": known, "line": line.number, "error": str(error)}), good=False)
        request = CheckRequest(draft=item.draft, page=item.page, stage=item.stage)
        try:
            report = _report(request, self._now or item.now or self._clock, self._preferences)
        except Exception as error:
            # An error of ours in one draft must not cost the thousands after it.
            return _Result(
                _json({"id": item.id, "line": line.number, "error": f"Ошибка в программе: {where(error)}"}), good=False
            )
        return _Result(f'{{"id":{_json(item.id)},"report":{report.model_dump_json()}}}', good=True)


def _in_order(work: _Work, packs: Iterator[list[_Numbered]], workers: int) -> Iterator[_Result]:
    if workers == 1:
        warm_up()
        yield from itertools.chain.from_iterable(map(work, packs))
        return
    # Spawned on every system alike; a window of few packs keeps the memory flat however long the file is.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=warm_up) as pool:
        waiting: deque[Future[list[_Result]]] = deque()
        for pack in packs:
            waiting.append(pool.submit(work, pack))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _identifier(document: Any) -> Any:
    """The ``id`` of a line that may be wrong elsewhere; null when there is none."""
    found = document.get("id") if isinstance(document, dict) else None
    if isinstance(found, str):
        return None if any("\ud800" <= char <= "\udfff" for char in found) else found
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _report(request: CheckRequest, now: datetime, preferences: Preferences) -> Report:
    started = time.perf_counter()
    report = check(request, now=now, preferences=preferences)
    return report.model_copy(update={"took_ms": round((time.perf_counter() - started) * 1000, 2)})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _system_clock() -> datetime:
    return datetime.now(UTC).astimezone()
