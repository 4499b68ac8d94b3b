"""`companion serve` as a process: start, second start, stop, and the awkward states in between."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from companion.service.instance import Instance, Running, is_locked, running
from tests.support.http import CHROME, FIREFOX, Client
from tests.support.service import COMPANION, CompanionProcess, environment, run


def test_it_prints_its_address_and_a_code_that_pairs(companion_process: CompanionProcess) -> None:
    code = companion_process.start()
    answer = Client(companion_process.port).post("/v1/pair", {"code": code, "client": "tests"}, Origin=CHROME)
    assert answer.status == 200


def test_a_second_start_finds_the_first_and_prints_a_new_code(companion_process: CompanionProcess) -> None:
    companion_process.start()
    second = run("serve", "--no-browser", "--data-dir", str(companion_process.data_dir))
    assert second.returncode == 0
    assert f"уже работает: {companion_process.address}" in second.stdout
    code = second.stdout.partition("Новый код подключения: ")[2][:6]
    answer = Client(companion_process.port).post("/v1/pair", {"code": code, "client": "tests"}, Origin=FIREFOX)
    assert answer.status == 200


def test_a_second_start_opens_the_start_page(companion_process: CompanionProcess) -> None:
    companion_process.start()
    second = run("serve", "--data-dir", str(companion_process.data_dir), environ={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
    path = second.stdout.split()[-1].removeprefix(companion_process.address)
    opened = Client(companion_process.port).get(path)
    assert (opened.status, opened.header("Location")) == (303, "/")


def test_pairing_outlives_a_restart(companion_process: CompanionProcess) -> None:
    code = companion_process.start()
    client = Client(companion_process.port)
    token = client.post("/v1/pair", {"code": code, "client": "tests"}, Origin=CHROME).json()["token"]
    companion_process.stop()
    companion_process.start()
    assert client.post("/v1/hello", {}, Authorization=f"Bearer {token}", Origin=CHROME).status == 200


def test_sigterm_ends_it_cleanly(companion_process: CompanionProcess) -> None:
    companion_process.start()
    assert companion_process.stop() == 0
    assert not is_locked(companion_process.data_dir)
    assert "stopped" in (companion_process.data_dir / "logs" / "companion.log").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a console, not to a process")
def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    command = [*COMPANION, "serve", "--no-browser", "--port", "0", "--data-dir", str(tmp_path)]
    # Of its own session: a process that a shell put into the background ignores Ctrl+C.
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.readline()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, err.decode()) == (0, "")
    assert "Служба остановлена." in out.decode()


def test_stop_ends_the_running_service(companion_process: CompanionProcess) -> None:
    companion_process.start()
    done = run("serve", "--stop", "--data-dir", str(companion_process.data_dir))
    assert (done.returncode, done.stdout) == (0, "Служба остановлена.\n")
    assert companion_process.wait() == 0
    done = run("serve", "--stop", "--data-dir", str(companion_process.data_dir))
    assert (done.returncode, done.stdout) == (0, "Служба не запущена.\n")


def test_a_killed_service_is_not_taken_for_a_running_one(companion_process: CompanionProcess) -> None:
    companion_process.start()
    note = json.loads((companion_process.data_dir / "service.json").read_text())
    os.kill(note["pid"], signal.SIGKILL)
    companion_process.wait()
    assert (companion_process.data_dir / "service.json").exists()
    assert running(companion_process.data_dir) is None
    assert "Служба не запущена" in run("doctor", "--data-dir", str(companion_process.data_dir)).stdout
    companion_process.start()


def test_a_port_taken_by_another_program_is_explained_with_the_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as foreign:
        port = foreign.getsockname()[1]
        answering = threading.Thread(target=hang_up, args=(foreign,))
        answering.start()
        done = run("serve", "--no-browser", "--port", str(port), "--data-dir", str(tmp_path))
        answering.join()
    assert done.returncode == 1
    assert f"Порт {port} занят: на нём другая программа." in done.stdout
    assert f"companion serve --port {port + 1}" in done.stdout
    assert not is_locked(tmp_path)


def hang_up(listener: socket.socket) -> None:
    listener.accept()[0].close()


def test_a_port_taken_by_another_web_server_too(tmp_path: Path) -> None:
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as foreign:
        answering = threading.Thread(target=foreign.handle_request)
        answering.start()
        done = run("serve", "--no-browser", "--port", str(foreign.server_port), "--data-dir", str(tmp_path))
        answering.join()
    assert (done.returncode, "другая программа" in done.stdout) == (1, True)


def test_a_port_taken_by_another_companion_is_recognised(companion_process: CompanionProcess, tmp_path: Path) -> None:
    companion_process.start()
    done = run("serve", "--no-browser", "--port", str(companion_process.port), "--data-dir", str(tmp_path / "other"))
    assert (done.returncode, "другой Помощник" in done.stdout) == (1, True)


def test_a_damaged_access_file_is_named_and_the_service_starts(companion_process: CompanionProcess) -> None:
    companion_process.data_dir.mkdir()
    (companion_process.data_dir / "access.sqlite3").write_bytes(b"garbage")
    command = [*COMPANION, "serve", "--no-browser", "--port", "0", "--data-dir", str(companion_process.data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().decode() for _ in range(3)]
        process.terminate()
        process.communicate()
    assert "access.sqlite3.damaged-" in lines[0]
    assert "Код подключения" in lines[2]


def test_wrong_settings_are_named_and_stay_and_the_service_starts(companion_process: CompanionProcess) -> None:
    companion_process.data_dir.mkdir()
    settings = companion_process.data_dir / "settings.toml"
    settings.write_text("срок = ", encoding="utf-8")
    command = [*COMPANION, "serve", "--no-browser", "--port", "0", "--data-dir", str(companion_process.data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().decode() for _ in range(3)]
        process.terminate()
        process.communicate()
    assert lines[0].startswith("settings.toml, строка 1: ")
    assert "Пока действуют обычные настройки." in lines[0]
    assert settings.read_text(encoding="utf-8") == "срок = "
    assert list(companion_process.data_dir.glob("settings*")) == [settings]
    assert "Код подключения" in lines[2]


@pytest.mark.parametrize("encoding", ["cp1251", "ascii", "cp866"])
def test_no_console_makes_it_crash(tmp_path: Path, encoding: str) -> None:
    command = [*COMPANION, "serve", "--no-browser", "--port", "0", "--data-dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment({"PYTHONIOENCODING": encoding})) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().decode(encoding) for _ in range(3)]
        process.terminate()
        process.communicate()
    assert "http://127.0.0.1:" in lines[0]
    assert any(part.isdecimal() and len(part) == 6 for part in lines[1].split())


def test_a_bad_port_in_the_environment_is_explained(tmp_path: Path) -> None:
    done = run("serve", "--no-browser", "--data-dir", str(tmp_path), environ={"COMPANION_PORT": "порт"})
    assert done.returncode == 2
    assert "Порт «порт» (COMPANION_PORT) не подходит" in done.stderr


def test_one_service_holds_the_folder(tmp_path: Path) -> None:
    first = Instance.acquire(tmp_path)
    assert first is not None
    assert Instance.acquire(tmp_path) is None
    assert running(tmp_path) is None
    first.announce(12345)
    assert running(tmp_path) == Running(12345, os.getpid())
    first.release()
    assert running(tmp_path) is None
    again = Instance.acquire(tmp_path)
    assert again is not None
    again.release()


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"port": "x", "pid": 1}', "\xff"])
def test_a_damaged_note_is_not_believed(tmp_path: Path, note: str) -> None:
    instance = Instance.acquire(tmp_path)
    assert instance is not None
    (tmp_path / "service.json").write_text(note, encoding="latin-1")
    assert running(tmp_path) is None
    instance.release()
