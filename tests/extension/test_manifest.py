"""The manifest asks for no more than the product needs, and fits both browsers."""

import base64
import hashlib
import json
import struct
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "extension"


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    return parsed


def test_it_may_reach_this_computer_alone_and_names_no_port(manifest: dict[str, Any]) -> None:
    # With a port Firefox shows the permission as granted and blocks the call all the same.
    assert manifest["host_permissions"] == ["http://127.0.0.1/*"]


def test_it_asks_for_no_other_permission(manifest: dict[str, Any]) -> None:
    assert manifest["permissions"] == ["storage"]
    assert not {"optional_permissions", "optional_host_permissions", "web_accessible_resources"} & manifest.keys()
    assert not {"externally_connectable", "update_url"} & manifest.keys()


def test_it_shows_itself_on_the_sellers_cabinet_and_the_demo_pages_alone(manifest: dict[str, Any]) -> None:
    places = {place for scripts in manifest["content_scripts"] for place in scripts["matches"]}
    assert places == {"https://seller.ozon.ru/*", "http://127.0.0.1/demo/*"}


def test_every_file_it_names_exists(manifest: dict[str, Any]) -> None:
    files = {
        manifest["background"]["service_worker"],
        *manifest["background"]["scripts"],
        *manifest["icons"].values(),
        manifest["action"]["default_popup"],
        manifest["options_ui"]["page"],
        *(file for scripts in manifest["content_scripts"] for kind in ("js", "css") for file in scripts.get(kind, [])),
    }
    assert [file for file in sorted(files) if not (EXTENSION / file).is_file()] == []


def test_every_page_script_is_loaded(manifest: dict[str, Any]) -> None:
    loaded = {file for scripts in manifest["content_scripts"] for file in scripts["js"]}
    assert {f"page/{path.name}" for path in EXTENSION.glob("page/*.js")} == loaded


@pytest.mark.parametrize("size", [16, 32, 48, 128])
def test_icons_have_the_size_they_say(manifest: dict[str, Any], size: int) -> None:
    picture = (EXTENSION / manifest["icons"][str(size)]).read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (size, size)


def test_both_browsers_find_their_background(manifest: dict[str, Any]) -> None:
    background = manifest["background"]
    assert background["scripts"] == [background["service_worker"]]
    assert manifest["browser_specific_settings"]["gecko"]["strict_min_version"] == "140.0"


def test_the_pinned_id_is_the_documented_one(manifest: dict[str, Any]) -> None:
    digest = hashlib.sha256(base64.b64decode(manifest["key"])).hexdigest()[:32]
    extension_id = "".join(chr(ord("a") + int(digit, 16)) for digit in digest)
    assert extension_id in (ROOT / "docs" / "extension.md").read_text(encoding="utf-8")


def test_it_says_that_it_is_independent_of_ozon(manifest: dict[str, Any]) -> None:
    assert "не связана с Ozon" in manifest["description"]
    # The stores cut longer ones.
    assert len(manifest["description"]) <= 132


def test_the_pages_load_nothing_from_elsewhere(manifest: dict[str, Any]) -> None:
    policy = manifest["content_security_policy"]["extension_pages"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "connect-src http://127.0.0.1:*" in policy
    assert "unsafe" not in policy
