"""waitress as this service needs it: many idle connections, no body kept beyond the limit, errors in our own words."""

import errno
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask
from waitress.utilities import RequestEntityTooLarge

from companion import API
from companion.service import problems
from companion.service.gate import LARGEST_BODY

_THREADS = 4
"""Only complete requests take a thread, so slow clients hold none; and a check computes: more would not help."""
_CONNECTIONS = 480
"""select() on Windows serves at most 512 sockets."""
_IDLE_SECONDS = 60
_LARGEST_HEADER = 32 * 1024
_DRAINED_BODY = 64 * 1024 * 1024
"""A body up to this size is read to its end, so that the client gets its 413 and not a broken connection."""


class PortTakenError(OSError):
    """Another program listens on the port."""


def listen(port: int) -> socket.socket:
    """A socket on 127.0.0.1. Raises ``PortTakenError``, or ``OSError`` when the system refuses for another reason."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # On Windows «reuse» would let two programs share the port; on POSIX it only skips the wait after a restart.
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(_CONNECTIONS)
    except OSError as error:
        listener.close()
        # Windows says EACCES for a port that another program holds exclusively or the system has reserved.
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTakenError(error.errno, "port taken") from error
        raise
    return listener


class Server:
    """Serves one application on one listening socket until it is stopped."""

    def __init__(self, application: WSGIApplication, listener: socket.socket) -> None:
        self._sockets: dict[int, socket.socket] = {}
        server = create_server(
            application,
            self._sockets,
            sockets=[listener],
            threads=_THREADS,
            connection_limit=_CONNECTIONS,
            channel_timeout=_IDLE_SECONDS,
            max_request_header_size=_LARGEST_HEADER,
            max_request_body_size=_DRAINED_BODY,
            asyncore_use_poll=sys.platform != "win32",
            ident="",
        )
        assert isinstance(server, BaseWSGIServer)
        server.channel_class = _Channel
        self._server = server

    def run(self) -> None:
        """Serves until ``stop``, or until SystemExit or KeyboardInterrupt reaches the main thread."""
        self._server.run()

    def stop(self) -> None:
        """Ends ``run`` from another thread."""
        # A request that ends just now may wake the loop first: then the trigger is closed before we can pull it.
        with suppress(OSError):
            self._server.trigger.pull_trigger(self._close_sockets)  # type: ignore[attr-defined]

    def close(self) -> None:
        """Ends the threads and connections, whether it ran or not."""
        self._server.task_dispatcher.shutdown()
        self._close_sockets()

    def _close_sockets(self) -> None:
        # The loop ends by itself when no socket is left.
        wasyncore.close_all(self._sockets, ignore_all=True)


class _CappedBuffer(OverflowableBuffer):
    """Keeps a body up to the limit and only counts the rest; nothing of a draft goes to a temporary file."""

    def __init__(self) -> None:
        super().__init__(overflow=2 * LARGEST_BODY)
        self._received = 0

    def append(self, s: bytes) -> None:
        self._received += len(s)
        if self._received <= LARGEST_BODY:
            super().append(s)

    def __len__(self) -> int:
        return self._received


class _Parser(HTTPRequestParser):
    """Reads bodies into capped buffers; the gate sees their true length and refuses in its turn."""

    def parse_header(self, header_plus: bytes) -> None:
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            raise ParsingError("Bad URI") from error
        if self.body_rcv is not None:
            self.body_rcv.buf = _CappedBuffer()


class _ErrorTask(ErrorTask):
    """What never reaches the application gets a problem like any other, not waitress's English page."""

    def execute(self) -> None:
        error = getattr(self.request, "error")  # noqa: B009  the stubs call the request an error
        problem = problems.INTERNAL if error.code == 500 else replace(problems.MALFORMED, status=error.code)
        body = problems.body(problem).encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers = [("Content-Type", "application/problem+json"), ("X-Companion-Api", str(API))]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Channel(HTTPChannel):
    parser_class = _Parser
    error_task_class = _ErrorTask

    def service(self) -> None:
        """A body too long to drain is also refused by the gate, after the steps that come before."""
        request = self.requests[0]
        if isinstance(request.error, RequestEntityTooLarge):
            request.error = None
            request.headers = {**request.headers, "CONTENT_LENGTH": str(_DRAINED_BODY), "CONNECTION": "close"}
        super().service()
