"""Errors as people and programs get them: RFC 9457 in Russian, never with the text of a draft."""

import json
import logging
from dataclasses import asdict, dataclass, replace

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from companion.faults import where
from companion.payload import FieldError, InvalidInput, MalformedInput

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of error. ``type`` is the last part of its URN."""

    status: int
    type: str
    title: str
    detail: str


class ProblemError(RuntimeError):
    """Ends a request with a problem."""

    def __init__(self, problem: Problem, **headers: str) -> None:
        super().__init__(problem.type)
        self.problem = problem
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


_OPEN = "Запустите companion serve (или scripts/start.py) ещё раз: команда откроет страницу в браузере."

MALFORMED = Problem(400, "malformed", "Запрос не разобран", "Тело запроса не прочитать как JSON в UTF-8.")
PAGE_CLOSED = Problem(401, "page-closed", "Страница открывается командой", _OPEN)
LINK_USED = Problem(401, "link-used", "Ссылка уже не действует", f"Она одноразовая и живёт минуту. {_OPEN}")
UNKNOWN_CALLER = Problem(
    401, "unknown-caller", "Нужно подключение", "Подключите расширение кодом со стартовой страницы помощника."
)
WRONG_HOST = Problem(403, "wrong-host", "Неверный адрес", "Служба отвечает только по адресу этого компьютера.")
CROSS_SITE = Problem(403, "cross-site", "Запрос с чужой страницы", "Служба не отвечает другим сайтам.")
WRONG_ORIGIN = Problem(
    403, "wrong-origin", "Неизвестный источник запроса", "Отвечаем только подключённому расширению. Подключите его."
)
WRONG_CODE = Problem(
    403, "wrong-code", "Код не подошёл", "Код неверный или истёк. Возьмите новый на стартовой странице помощника."
)
NOT_FOUND = Problem(404, "not-found", "Такого адреса нет", "Проверьте адрес.")
WRONG_METHOD = Problem(405, "wrong-method", "Так этот адрес не вызывают", "Этот адрес есть, но метод запроса другой.")
TOO_LARGE = Problem(413, "too-large", "Запрос слишком большой", "Тело запроса больше 256 КиБ.")
NOT_JSON = Problem(415, "not-json", "Не тот тип содержимого", "Нужен Content-Type: application/json, в UTF-8.")
INVALID = Problem(422, "invalid", "В запросе есть ошибки", "Исправьте перечисленные поля.")
TOO_MANY_TRIES = Problem(
    429, "too-many-tries", "Слишком много попыток", "Подождите и возьмите новый код на стартовой странице помощника."
)
INTERNAL = Problem(
    500, "internal", "Ошибка в службе", "Служба работает дальше. Повторите; если не поможет, перезапустите её."
)
_BY_STATUS = {problem.status: problem for problem in (MALFORMED, NOT_FOUND, WRONG_METHOD, TOO_LARGE, NOT_JSON)}


def install(app: Flask) -> None:
    """Makes every error of the application a problem."""
    app.register_error_handler(ProblemError, _refused)
    app.register_error_handler(MalformedInput, _malformed)
    app.register_error_handler(InvalidInput, _invalid)
    app.register_error_handler(HTTPException, _from_flask)
    app.register_error_handler(Exception, _unexpected)


def body(problem: Problem, errors: list[FieldError] | None = None) -> str:
    """The problem as JSON."""
    document: dict[str, object] = asdict(problem) | {"type": f"urn:companion:problem:{problem.type}"}
    if errors is not None:
        document["errors"] = [error.model_dump() for error in errors]
    return json.dumps(document, ensure_ascii=False)


def _answer(problem: Problem, errors: list[FieldError] | None = None) -> Response:
    # People who type an address get a page; fetch and tools ask for */* and get the problem itself.
    if "text/html" in request.headers.get("Accept", ""):
        answer = make_response(render_template("problem.html", problem=problem))
    else:
        answer = Response(body(problem, errors), content_type="application/problem+json")
    answer.status_code = problem.status
    if problem.status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="companion"'
    return answer


def _refused(refusal: ProblemError) -> Response:
    log.info("refused %s: %s", request.endpoint, refusal.problem.type)
    answer = _answer(refusal.problem)
    answer.headers.extend(refusal.headers)
    return answer


def _malformed(error: MalformedInput) -> Response:
    return _answer(replace(MALFORMED, detail=str(error)))


def _invalid(error: InvalidInput) -> Response:
    return _answer(INVALID, error.errors)


def _from_flask(error: HTTPException) -> Response:
    problem = _BY_STATUS.get(error.code or 500)
    if problem is None:
        return _unexpected(error)
    answer = _answer(problem)
    # Only 405 brings a header of its own: the methods that are allowed.
    allow = dict(error.get_headers()).get("Allow")
    if allow:
        answer.headers["Allow"] = allow
    return answer


def _unexpected(error: Exception) -> Response:
    log.error("failed %s: %s", request.endpoint, where(error))
    return _answer(INTERNAL)
