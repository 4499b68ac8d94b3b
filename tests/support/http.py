"""A plain HTTP client for tests: what it is told to send and nothing else."""

import json
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any

CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
OTHER_CHROME = "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba"
FIREFOX = "moz-extension://5b8f1c2e-6f5d-4f6e-9a2b-0c1d2e3f4a5b"

Headers = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """One answer; header names as ``get`` finds them, in any case."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """A header's value; None when it is not there."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def problem(self) -> str:
        """The last part of the problem's type."""
        assert self.header("Content-Type") == "application/problem+json", self.headers
        return str(self.json()["type"]).rpartition(":")[2]


class Client:
    """Speaks to 127.0.0.1 on one port, a new connection for each request."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.host = f"127.0.0.1:{port}"

    def get(self, path: str, **headers: str) -> Answer:
        """GET; headers as keywords, ``_`` for ``-``."""
        return self.request("GET", path, headers=_named(headers))

    def post(self, path: str, document: object = None, **headers: str) -> Answer:
        """POST of a document as JSON; of nothing at all without one."""
        if document is None:
            return self.request("POST", path, headers=_named(headers))
        sent = {"Content-Type": "application/json"} | _named(headers)
        return self.request("POST", path, json.dumps(document).encode(), sent)

    def request(self, method: str, path: str, body: bytes | None = None, headers: Headers = ()) -> Answer:
        """Any request; ``Host`` is the right one unless the headers bring one."""
        pairs = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            if not any(name.lower() == "host" for name, _ in pairs):
                connection.putheader("Host", self.host)
            for name, value in pairs:
                connection.putheader(name, value.encode())
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            return _answer(connection.getresponse())
        finally:
            connection.close()

    def raw(self, request: bytes) -> Answer:
        """Exactly these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            connection.sendall(request)
            response = HTTPResponse(connection)
            try:
                response.begin()
                return _answer(response)
            finally:
                response.close()


def _answer(response: HTTPResponse) -> Answer:
    return Answer(response.status, response.getheaders(), response.read())


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
