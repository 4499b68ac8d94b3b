"""The description of the API, made from the pydantic models of the code."""

from functools import cache

from openapi_pydantic import (
    Components,
    Info,
    MediaType,
    OpenAPI,
    Operation,
    PathItem,
    Reference,
    RequestBody,
    Response,
    SecurityScheme,
)
from openapi_pydantic.util import PydanticSchema, construct_open_api_with_schema_class
from pydantic import BaseModel

from companion import __version__
from companion.draft import CheckRequest
from companion.report import Report
from companion.rules import Catalogue
from companion.service.messages import (
    Hello,
    HelloRequest,
    LinkAnswer,
    LinkRequest,
    PairAnswer,
    PairRequest,
    ProblemBody,
)

_TOKEN = "token"  # noqa: S105


@cache
def description() -> str:
    """OpenAPI 3.1 as JSON."""
    api = OpenAPI(
        info=Info(title="Помощник обращений", version=__version__),
        components=Components(securitySchemes={_TOKEN: SecurityScheme(type="http", scheme="bearer")}),
        security=[{_TOKEN: []}],
        paths={
            "/v1/pair": PathItem(
                post=_call("pair", "Код подключения → токен", PairAnswer, PairRequest, closed=False, fails=(403, 429))
            ),
            "/v1/hello": PathItem(post=_call("hello", "Кто отвечает и что понимает", Hello, HelloRequest, empty=True)),
            "/v1/check": PathItem(post=_call("check", "Проверить черновик обращения", Report, CheckRequest)),
            "/v1/rules": PathItem(get=_call("rules", "Каталог правил", Catalogue)),
            "/v1/link": PathItem(post=_call("link", "Одноразовая ссылка на страницу", LinkAnswer, LinkRequest)),
            "/v1/openapi.json": PathItem(get=_call("openapi", "Это описание", None)),
        },
    )
    complete = construct_open_api_with_schema_class(api)
    return complete.model_dump_json(by_alias=True, exclude_none=True)


def _call(
    name: str,
    summary: str,
    answer: type[BaseModel] | None,
    body: type[BaseModel] | None = None,
    *,
    closed: bool = True,
    empty: bool = False,
    fails: tuple[int, ...] = (),
) -> Operation:
    """One call. ``empty``: its body may be left out. ``fails``: statuses beyond those of the gate and of bodies."""
    statuses = {403, *fails} | ({401} if closed else set()) | ({400, 413, 415, 422} if body else set())
    responses: dict[str, Response | Reference] = {"200": Response(description="Ответ", content=_content(answer))}
    responses |= {str(status): _problem() for status in sorted(statuses)}
    operation = Operation(operationId=name, summary=summary, responses=responses)
    if body:
        operation.requestBody = RequestBody(content=_content(body), required=not empty)
    if not closed:
        operation.security = []
    return operation


def _problem() -> Response:
    return Response(description="Ошибка", content={"application/problem+json": _media(ProblemBody)})


def _content(model: type[BaseModel] | None) -> dict[str, MediaType]:
    return {"application/json": _media(model) if model else MediaType()}


def _media(model: type[BaseModel]) -> MediaType:
    return MediaType.model_validate({"schema": PydanticSchema.model_validate({"schema_class": model})})
