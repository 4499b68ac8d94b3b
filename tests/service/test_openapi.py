"""The description of the API: valid, complete, and true to the routes."""

import json
import re
from pathlib import Path

from flask import Flask
from openapi_pydantic import OpenAPI

from companion.service.access import Access
from companion.service.app import create_app
from companion.settings import Settings
from tests.support.service import RunningService


def described(service: RunningService) -> dict[str, object]:
    answer = service.client.get("/v1/openapi.json", **service.tool())
    assert answer.header("Content-Type") == "application/json"
    document: dict[str, object] = answer.json()
    return document


def routes(app: Flask) -> set[tuple[str, str]]:
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/v1/")]
    return {(rule.rule, method.lower()) for rule in rules for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}


def test_it_is_valid(service: RunningService) -> None:
    document = described(service)
    assert str(document["openapi"]).startswith("3.1")
    OpenAPI.model_validate(document)


def test_every_reference_leads_somewhere(service: RunningService) -> None:
    document = described(service)
    schemas = document["components"]["schemas"]  # type: ignore[index]
    references = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert references <= set(schemas)
    assert {"CheckRequest", "Report", "Catalogue", "ProblemBody"} <= references


def test_it_describes_every_call_and_no_other(service: RunningService, tmp_path: Path) -> None:
    access = Access(tmp_path / "other.sqlite3")
    app = create_app(Settings.load(tmp_path, 8765, environ={}), access)
    access.close()
    paths = described(service)["paths"]
    told = {(path, method) for path, calls in paths.items() for method in calls}  # type: ignore[attr-defined]
    assert told == routes(app)


def test_only_pairing_is_open(service: RunningService) -> None:
    paths = described(service)["paths"]
    calls = {path: call for path, methods in paths.items() for call in methods.values()}  # type: ignore[attr-defined]
    assert [path for path, call in calls.items() if call.get("security") == []] == ["/v1/pair"]
