"""The wheel is whole: installed elsewhere, without the source, it serves its pages and its word lists."""

import subprocess
import sys
from pathlib import Path

from tests.support.http import Client
from tests.support.service import ROOT, environment

BUILD = "import sys; from flit_core.buildapi import build_wheel; print(build_wheel(sys.argv[1]))"


def installed(folder: Path) -> Path:
    """Builds the wheel and installs it, and nothing else, into a folder of its own."""
    built = subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, check=True, capture_output=True)
    wheel, target = folder / built.stdout.decode().strip(), folder / "elsewhere"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    return target


def test_an_installed_wheel_opens_the_demo_form_and_checks(tmp_path: Path) -> None:
    target = installed(tmp_path)
    command = [sys.executable, "-m", "companion", "--data-dir", str(tmp_path / "data")]
    elsewhere = environment({"PYTHONPATH": str(target)})
    token = subprocess.run([*command, "token"], cwd=target, env=elsewhere, capture_output=True, check=True)
    with subprocess.Popen(
        [*command, "serve", "--no-browser", "--port", "0"], cwd=target, env=elsewhere, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        client = Client(int(process.stdout.readline().decode().rpartition(":")[2]))
        authorization = f"Bearer {token.stdout.decode().strip()}"
        pages = [
            client.get(path) for path in ("/demo/form", "/demo/messenger", "/demo/static/demo.css", "/static/start.js")
        ]
        report = client.post("/v1/check", {"draft": {"description": "Безобразие!!!"}}, Authorization=authorization)
        process.terminate()
        process.communicate()
    assert [page.status for page in pages] == [200] * 4
    assert "tone.emotional" in {suggestion["rule"] for suggestion in report.json()["suggestions"]}
