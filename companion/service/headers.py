"""Headers of every answer: whose it is, what a browser may do with it, and CORS for paired extensions."""

from flask import Flask, Response, request
from flask_cors import cross_origin

from companion import API as API_NUMBER
from companion.service.access import Access
from companion.service.gate import API
from companion.service.pages import DEMO

_ANY = {
    "X-Companion-Api": str(API_NUMBER),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; "
)
_CLOSED = {"Content-Security-Policy": f"{_POLICY}frame-ancestors 'none'", "X-Frame-Options": "DENY"}
# The tests put the demo form into a frame of its own origin, as seller's cabinets do.
_DEMO = {
    "Content-Security-Policy": f"{_POLICY}frame-src 'self'; frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
}


def install(app: Flask, access: Access) -> None:
    """Adds the headers to every answer, errors too."""

    @app.after_request
    def add_headers(answer: Response) -> Response:
        answer.headers.update(_ANY)
        answer.headers.update(_DEMO if request.blueprint == DEMO else _CLOSED)
        if request.endpoint is None or not request.endpoint.endswith("static"):
            answer.headers["Cache-Control"] = "no-store"
        return answer

    @app.after_request
    def add_cors(answer: Response) -> Response:
        paired = access.paired_origins()
        if request.blueprint != API or request.headers.get("Origin") not in paired:
            return answer
        # The origins change as extensions pair, and flask-cors reads its settings once: so it is set for each answer.
        allow = cross_origin(
            origins=sorted(paired),
            methods=["GET", "POST", "PATCH", "DELETE"],
            allow_headers=["Authorization", "Content-Type"],
            max_age=600,
            automatic_options=False,
        )
        allowed: Response = allow(lambda: answer)()
        # flask-cors answers "false" to this question; the contract wants no such header at all.
        allowed.headers.pop("Access-Control-Allow-Private-Network", None)
        return allowed
