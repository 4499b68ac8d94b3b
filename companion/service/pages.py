"""What people open in a browser: the start page, the demo pages, their files."""

import mimetypes
import sys
from pathlib import Path

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, send_from_directory
from werkzeug.wrappers import Response as AnyResponse

from companion import __version__
from companion.service import problems
from companion.service.access import SESSION_LIFE, Access
from companion.service.gate import cookie_name
from companion.service.policy import declared
from companion.settings import Settings

STATIC = Path(__file__).with_name("static")
DEMO_STATIC = STATIC / "demo"
DEMO = "demo"

# The Windows registry may call scripts text/plain, and with nosniff no browser would run them.
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/css", ".css")
mimetypes.add_type("image/svg+xml", ".svg")


def own_pages(settings: Settings, access: Access) -> Blueprint:
    """Pages that open through a one-time link, and the link itself."""
    pages = Blueprint("pages", __name__)

    @pages.get("/")
    @declared(page=True)
    def start() -> str:
        code = access.live_code()
        return render_template(
            "start.html",
            code=f"{code.value[:3]} {code.value[3:]}",
            code_raw=code.value,
            seconds_left=code.seconds_left,
            address=settings.address,
            version=__version__,
            extension_folder=extension_folder(),
            data_dir=str(settings.data_dir),
        )

    @pages.get("/code")
    def code() -> Response:
        """The live pairing code for the start page, which asks again when it has run out."""
        live = access.live_code()
        return jsonify(code=live.value, seconds_left=live.seconds_left)

    @pages.get("/lab")
    @pages.get("/journal")
    @declared(page=True)
    def later() -> str:
        return render_template("later.html")

    @pages.get("/open/<secret>")
    @declared(public=True)
    def open_link(secret: str) -> AnyResponse:
        # HEAD comes from programs that preview links; it must not use the link up.
        page = access.open_link(secret) if request.method == "GET" else None
        if page is None:
            raise problems.ProblemError(problems.LINK_USED)
        answer = redirect(page, 303)
        answer.set_cookie(
            cookie_name(settings), access.new_session(), max_age=int(SESSION_LIFE), httponly=True, samesite="Strict"
        )
        return answer

    @pages.get("/static/<path:name>")
    @declared(public=True)
    def static(name: str) -> Response:
        return send_from_directory(STATIC, name)

    return pages


def demo_pages() -> Blueprint:
    """The practice pages and ``/ping``: open to everybody on this computer, without a cookie, telling nothing."""
    demo = Blueprint(DEMO, __name__)

    @demo.get("/demo/form")
    @declared(public=True)
    def form() -> str:
        return render_template("demo_form.html")

    @demo.get("/demo/messenger")
    @declared(public=True)
    def messenger() -> str:
        return render_template("demo_messenger.html")

    @demo.get("/demo/static/<path:name>")
    @declared(public=True)
    def demo_static(name: str) -> Response:
        return send_from_directory(DEMO_STATIC, name)

    @demo.get("/ping")
    @declared(public=True)
    def ping() -> Response:
        answer = make_response("Служба работает.")
        answer.content_type = "text/plain; charset=utf-8"
        return answer

    return demo


def extension_folder() -> str | None:
    """Where the extension lies: beside the sources, or beside the ``.venv`` of scripts/start.py; None elsewhere."""
    beside = (Path(__file__).resolve().parents[2], Path(sys.prefix).parent)
    folders = (place / "extension" for place in beside)
    return next((str(folder) for folder in folders if (folder / "manifest.json").is_file()), None)
