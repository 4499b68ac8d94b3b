"""Many connections, slow ones, broken ones: the service goes on."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.support.service import RunningService

DRAFT = {"draft": {"description": "Оплата не пришла."}}


@contextmanager
def connections(service: RunningService, count: int, sent: bytes) -> Iterator[list[socket.socket]]:
    """Open connections that have sent so much and then nothing more."""
    with ExitStack() as stack:
        opened = []
        for _ in range(count):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", service.settings.port)))
            connection.sendall(sent)
            opened.append(connection)
        yield opened


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"POST /v1/check HTTP/1.1\r\nHo",
        b"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n{",
        b"POST /v1/check HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
    ],
    ids=["idle", "half a header", "half a body", "half a chunk"],
)
def test_200_idle_or_slow_connections_do_not_stop_a_check(service: RunningService, sent: bytes) -> None:
    headers = service.tool()
    with connections(service, 200, sent):
        assert [service.client.post("/v1/check", DRAFT, **headers).status for _ in range(3)] == [200] * 3


def test_readers_who_never_read_do_not_stop_a_check(service: RunningService) -> None:
    headers = service.tool()
    request = f"GET /v1/rules HTTP/1.1\r\nHost: {service.client.host}\r\n"
    request += f"Authorization: {headers['Authorization']}\r\n\r\n"
    with connections(service, 200, request.encode() * 20):
        assert service.client.post("/v1/check", DRAFT, **headers).status == 200


def test_clients_who_hang_up_do_not_stop_a_check(service: RunningService) -> None:
    headers = service.tool()
    for _ in range(50):
        with connections(service, 1, b"POST /v1/check HTTP/1.1\r\nContent-Length: 50\r\n\r\n{"):
            pass
    assert service.client.post("/v1/check", DRAFT, **headers).status == 200


def test_one_connection_serves_many_requests(service: RunningService) -> None:
    request = f"GET /ping HTTP/1.1\r\nHost: {service.client.host}\r\n\r\n".encode()
    with connections(service, 1, request * 3) as (connection,):
        received = b""
        while received.count("Служба работает.".encode()) < 3:
            received += connection.recv(65536)
    assert received.count(b"HTTP/1.1 200") == 3
