"""Version 1 of the API (contract §3): thin, each call reads its body, asks one part of the product, answers."""

import logging
import time
from datetime import UTC, datetime
from typing import TypeVar

from flask import Blueprint, Response, request
from pydantic import BaseModel

from companion.checker import check
from companion.draft import CheckRequest
from companion.payload import read_json, validate
from companion.preferences.store import PreferencesFile
from companion.rules import catalogue, ruleset
from companion.service import problems
from companion.service.access import Access, TooManyTriesError, WrongCodeError
from companion.service.codes import LIFE
from companion.service.gate import API
from companion.service.links import link_address
from companion.service.messages import Hello, HelloRequest, LinkAnswer, LinkRequest, PairAnswer, PairRequest
from companion.service.openapi import description
from companion.service.policy import declared
from companion.settings import Settings

log = logging.getLogger(__name__)

Body = TypeVar("Body", bound=BaseModel)


def blueprint(settings: Settings, access: Access, preferences: PreferencesFile) -> Blueprint:
    """The routes below ``/v1``."""
    api = Blueprint(API, __name__, url_prefix=f"/{API}")

    @api.post("/pair")
    @declared(public=True, any_extension=True)
    def pair() -> Response:
        body = _body(PairRequest)
        origin = request.headers["Origin"]
        try:
            token = access.pair("".join(body.code.split()), origin=origin, client=body.client)
        except WrongCodeError:
            raise problems.ProblemError(problems.WRONG_CODE) from None
        except TooManyTriesError:
            raise problems.ProblemError(problems.TOO_MANY_TRIES, Retry_After=str(int(LIFE))) from None
        log.info("paired %s", origin)
        return _json(PairAnswer(token=token))

    @api.post("/hello")
    def hello() -> Response:
        if request.get_data():
            _body(HelloRequest)
        hello = Hello(ruleset=ruleset(preferences.current()), notice=preferences.notice)
        return Response(hello.model_dump_json(exclude_none=True), content_type="application/json")

    @api.post("/check")
    def check_draft() -> Response:
        body = _body(CheckRequest)
        started = time.perf_counter()
        now = body.now or datetime.now(UTC).astimezone()
        report = check(body, now=now, preferences=preferences.current())
        took = (time.perf_counter() - started) * 1000
        return _json(report.model_copy(update={"took_ms": round(took, 2)}))

    @api.get("/rules")
    def rules() -> Response:
        return _json(catalogue(preferences.current()))

    @api.post("/link")
    def link() -> Response:
        return _json(LinkAnswer(url=link_address(settings, access, _body(LinkRequest).page)))

    @api.get("/openapi.json")
    def openapi() -> Response:
        return Response(description(), content_type="application/json")

    return api


def _body(model: type[Body]) -> Body:
    return validate(model, read_json(request.get_data()))


def _json(model: BaseModel) -> Response:
    return Response(model.model_dump_json(), content_type="application/json")
