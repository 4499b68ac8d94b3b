"""Bodies of the API's calls that are not the draft and its report."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from companion import API, __version__
from companion.draft import Incoming, Text
from companion.payload import FieldError
from companion.report import Outgoing
from companion.service.access import PageName

OLDEST_EXTENSION = "2026.11.1"
"""The oldest version of the extension that understands this service."""


class PairRequest(Incoming):
    """Body of ``POST /v1/pair``: six digits, and what the caller calls itself."""

    code: Annotated[Text, Field(max_length=20)]
    client: Annotated[Text, Field(min_length=1, max_length=200)]


class PairAnswer(Outgoing):
    """The token, bound to the caller's origin; it is said only once."""

    token: str


class HelloRequest(Incoming):
    """Body of ``POST /v1/hello``: nothing, or an empty object."""


class Hello(Outgoing):
    """Who answers, and what it understands. ``notice`` is there only when something of the user's is to be mended."""

    app: Literal["companion"] = "companion"
    api: int = API
    version: str = __version__
    ruleset: str
    min_extension: str = OLDEST_EXTENSION
    notice: str | None = None


class LinkRequest(Incoming):
    """Body of ``POST /v1/link``."""

    page: PageName


class LinkAnswer(Outgoing):
    """A one-time link, good for 60 s."""

    url: str


class ProblemBody(BaseModel):
    """Every error (RFC 9457). ``errors`` only with status 422."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldError] | None = None
