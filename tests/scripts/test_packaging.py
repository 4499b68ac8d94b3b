"""The wheel carries everything the service needs: installed elsewhere, it serves the practice form."""

import re
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scripts.project import ROOT

CARRIED = {".py", ".html", ".css", ".js", ".svg", ".png", ".toml"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    place = tmp_path_factory.mktemp("wheel")
    building = ["wheel", "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(place), str(ROOT)]
    subprocess.run([sys.executable, "-m", "pip", *building], check=True)
    [built] = place.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another environment with the wheel; its dependencies are borrowed from the one that runs the tests."""
    folder = tmp_path_factory.mktemp("elsewhere") / "среда"
    venv.create(folder, with_pip=False)
    packages = next(folder.glob("lib/python*/site-packages"))
    installing = ["install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), *installing], check=True)
    # Own packages come first, so it is the wheel's `companion` that runs.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


@pytest.fixture
def address(elsewhere: Path, tmp_path: Path) -> Iterator[str]:
    """Where the service of the other environment answers."""
    options = ["serve", "--no-browser", "--port", "0", "--data-dir", str(tmp_path / "данные")]
    process = subprocess.Popen(
        [elsewhere / "bin/companion", *options], cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found
        yield found.group()
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_the_wheel_holds_every_template_static_file_and_word_list(wheel: Path) -> None:
    package = ROOT / "companion"
    wanted = {path.relative_to(ROOT).as_posix() for path in package.rglob("*") if path.suffix in CARRIED}

    carried = set(zipfile.ZipFile(wheel).namelist())

    assert wanted - carried == set()
    for kind in ("service/templates/", "service/static/demo/", "text/lexicons/"):
        assert any(kind in name for name in carried)


def test_installed_elsewhere_it_serves_the_form_with_its_files(address: str) -> None:
    page = read(f"{address}/demo/form")
    files = re.findall(r'(?:href|src)="(/demo/static/[^"]+)"', page)

    assert "Учебная страница" in page
    assert files
    assert all(read(address + file) for file in files)


def test_installed_elsewhere_it_checks_a_draft(elsewhere: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.json"
    draft.write_text('{"description": "Безобразие!!!"}', encoding="utf-8")

    checked = subprocess.run(
        [elsewhere / "bin/companion", "check", draft], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )

    assert checked.returncode == 1, checked.stderr
    assert "безобразие" in checked.stdout.lower()


def read(address: str) -> str:
    """The text behind an address."""
    with urllib.request.urlopen(address) as answer:
        text: str = answer.read().decode()
        return text
