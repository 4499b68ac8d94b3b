"""What comes in: the draft of a request as it stands in the open page (contract §3, request)."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

FieldName = Literal["subject", "reference", "description", "attachments"]
Page = Literal["form", "messenger"]
Stage = Literal["request", "reply"]

FIELDS: tuple[FieldName, ...] = ("subject", "reference", "description", "attachments")
SHORT_TEXT = 300
"""Longest subject and reference, in code points."""
LONG_TEXT = 20_000
"""Longest description, in code points."""
MOST_ATTACHMENTS = 50
LARGEST_INTEGER = 2**53 - 1
"""The largest integer that JavaScript counts exactly."""


def whole_characters(text: str) -> str:
    """The text as it is; raises ``ValueError`` for a lone surrogate, half a character that no encoding can carry."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("в тексте половина символа (одиночный суррогат); вставьте текст заново") from error
    return text


def _moment(value: Any) -> Any:
    if value is None or isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise ValueError("нужна строка с датой и временем, например 2026-11-23T10:00:00+03:00")
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError("нужны дата и время, например 2026-11-23T10:00:00+03:00") from error


def _with_offset(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("у времени нужен часовой пояс, например 2026-11-23T10:00:00+03:00")
    if not 2000 <= moment.year <= 2100:
        raise ValueError("год должен быть от 2000 до 2100")
    return moment


Text = Annotated[str, AfterValidator(whole_characters)]
Moment = Annotated[datetime, BeforeValidator(_moment), AfterValidator(_with_offset)]
Count = Annotated[int, Field(ge=0, le=LARGEST_INTEGER)]


class Incoming(BaseModel):
    """Base of everything that comes from outside: exact types, no unknown keys, immutable."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _or_empty(default: Any) -> BeforeValidator:
    return BeforeValidator(lambda value: default if value is None else value)


class Attachment(Incoming):
    """A chosen file: its name, MIME type and size in bytes; never its contents. Type and size may be unknown."""

    name: Annotated[Text, Field(min_length=1)]
    type: Text | None = None
    size: Count | None = None


LISTED = BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)
"""JSON and TOML have lists where the models have tuples."""


class Draft(Incoming):
    """The four fields of a request. A field that is left out or null is empty."""

    subject: Annotated[Text, Field(max_length=SHORT_TEXT), _or_empty("")] = ""
    reference: Annotated[Text, Field(max_length=SHORT_TEXT), _or_empty("")] = ""
    description: Annotated[Text, Field(max_length=LONG_TEXT), _or_empty("")] = ""
    attachments: Annotated[tuple[Attachment, ...], Field(max_length=MOST_ATTACHMENTS), LISTED, _or_empty(())] = ()


class CheckRequest(Incoming):
    """Body of ``POST /v1/check``. Without ``now`` the service's own clock counts."""

    draft: Draft
    revision: Count | None = None
    now: Moment | None = None
    page: Page = "form"
    stage: Stage = "request"
