"""The gate: five steps in the contract's order (§3) before any handler. It looks at the matched endpoint, never at the
path's text, and a route is closed unless it declares otherwise."""

import re
from typing import NoReturn

from flask import request

from companion.service import problems
from companion.service.access import Access
from companion.service.policy import Policy, policy_of
from companion.settings import Settings

LARGEST_BODY = 256 * 1024
EXTENSION = re.compile(r"(chrome|moz)-extension://[a-z0-9][a-z0-9-]{0,63}")
API = "v1"
"""The blueprint of the API: the only routes that extensions call."""


class Gate:
    """Called by Flask before every request, also for addresses and methods that do not exist."""

    def __init__(self, settings: Settings, access: Access) -> None:
        self._hosts = frozenset((f"127.0.0.1:{settings.port}", f"localhost:{settings.port}"))
        self._own_origins = frozenset(f"http://{host}" for host in self._hosts)
        self._cookie_name = cookie_name(settings)
        self._access = access

    def __call__(self) -> None:
        """Raises the ``Problem`` of the first step that refuses."""
        policy = policy_of(request.endpoint)
        self._host()
        self._fetch_site()
        self._origin(policy)
        if request.method == "OPTIONS":
            return
        self._body()
        self._caller(policy)

    def _host(self) -> None:
        target = request.environ.get("REQUEST_URI", "/")
        named = {request.environ.get("HTTP_HOST")}
        if not target.startswith("/"):
            named.add(target.partition("://")[2].partition("/")[0])
        if not named <= self._hosts:
            _refuse(problems.WRONG_HOST)

    def _fetch_site(self) -> None:
        # An allow-list: a value that nobody knows, or two values in one header, come from no browser of ours.
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            _refuse(problems.CROSS_SITE)

    def _origin(self, policy: Policy) -> None:
        origin = request.headers.get("Origin")
        if request.method == "OPTIONS":
            preflight = request.blueprint == API and "Access-Control-Request-Method" in request.headers
            allowed = preflight and origin in self._access.paired_origins()
        elif policy.any_extension:
            allowed = origin is not None and EXTENSION.fullmatch(origin) is not None
        else:
            allowed = origin is None or origin in self._own_origins or origin in self._access.paired_origins()
        if not allowed:
            _refuse(problems.WRONG_ORIGIN)

    def _body(self) -> None:
        length = int(request.environ.get("CONTENT_LENGTH") or 0)
        declared = bool(request.content_type) and request.method not in ("GET", "HEAD")
        if (length or declared) and not _is_json():
            _refuse(problems.NOT_JSON)
        if length > LARGEST_BODY:
            _refuse(problems.TOO_LARGE)

    def _caller(self, policy: Policy) -> None:
        # No endpoint: there is nothing to guard, Flask says 404 or 405 next.
        if policy.public or request.endpoint is None:
            return
        header = request.headers.get("Authorization")
        known = self._cookie(policy) if header is None else self._bearer(header)
        if not known:
            _refuse(problems.PAGE_CLOSED if policy.page else problems.UNKNOWN_CALLER)

    def _bearer(self, header: str) -> bool:
        scheme, _, token = header.partition(" ")
        holder = self._access.holder(token.strip()) if scheme.lower() == "bearer" else None
        if holder is None:
            return False
        origin = request.headers.get("Origin")
        return origin is None or origin == holder.origin or (holder.origin is None and origin in self._own_origins)

    def _cookie(self, policy: Policy) -> bool:
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
        from_our_page = origin in self._own_origins if origin else site == "same-origin"
        opened_by_browser = policy.page and origin is None
        return (from_our_page or opened_by_browser) and self._access.session(request.cookies.get(self._cookie_name, ""))


def cookie_name(settings: Settings) -> str:
    """Cookies of 127.0.0.1 are shared by all ports: the name keeps two services apart."""
    return f"companion_{settings.port}"


def _is_json() -> bool:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    plain = request.headers.get("Content-Encoding", "identity") == "identity"
    return request.mimetype == "application/json" and charset in ("utf-8", "utf8") and plain


def _refuse(problem: problems.Problem) -> NoReturn:
    raise problems.ProblemError(problem)
