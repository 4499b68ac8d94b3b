"""The Flask application, put together from its parts."""

from flask import Flask

from companion.preferences.store import PreferencesFile
from companion.rules import severities
from companion.service import api, headers, pages, problems
from companion.service.access import Access
from companion.service.gate import LARGEST_BODY, Gate
from companion.settings import Settings


def create_app(settings: Settings, access: Access | None = None, preferences: PreferencesFile | None = None) -> Flask:
    """The application for one port and data folder; ``settings.port`` is the port it is really served on."""
    access = access or Access(settings.access_file)
    preferences = preferences or PreferencesFile(settings.settings_file, severities())
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    # A merged slash would be answered by a redirect, before any handler but for the wrong address.
    app.url_map.merge_slashes = False
    app.before_request(Gate(settings, access))
    problems.install(app)
    headers.install(app, access)
    app.register_blueprint(api.blueprint(settings, access, preferences))
    app.register_blueprint(pages.own_pages(settings, access))
    app.register_blueprint(pages.demo_pages())
    return app
