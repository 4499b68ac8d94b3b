"""A browser of the Chromium family: where it is, and how it is started with a private line to it.

The line is a pair of pipes (`--remote-debugging-pipe`): unlike a debugging port, no other program can reach it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts._devtools import DevTools
from scripts._process import end, environment

if sys.platform != "win32":
    import fcntl

_LINUX = (
    *("chromium", "chromium-browser", "yandex-browser", "yandex-browser-stable"),
    *("microsoft-edge", "microsoft-edge-stable", "google-chrome", "google-chrome-stable"),
)
_WINDOWS = (
    "Chromium/Application/chrome.exe",
    "Yandex/YandexBrowser/Application/browser.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
)
_MAC = ("Chromium", "Yandex", "Microsoft Edge", "Google Chrome")
_FLAGS = (
    *("--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-quic", "--lang=ru", "--window-size=1280,900"),
    # The pipe may load an extension with this; `--load-extension` is ignored by the browsers that carry a brand.
    *("--remote-debugging-pipe", "--enable-unsafe-extension-debugging"),
)
_PATIENCE = 10.0
"""Seconds for the browser to end, and for the system to let its files go."""


def installed() -> Path | None:
    """The first browser that can show the demo; None when there is none."""
    return next((path for path in _candidates() if path.is_file()), None)


def has_display() -> bool:
    """True where a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def opened(browser: Path) -> Iterator[DevTools]:
    """The browser with a new profile, and the line to it; at the end it is closed and the profile removed."""
    profile = Path(tempfile.mkdtemp(prefix="companion-demo-"))
    try:
        process, line = _start(browser, [*_FLAGS, *_for_root(), f"--user-data-dir={profile}", "about:blank"])
        try:
            yield line
        finally:
            line.hang_up()
            _wait(process)
    finally:
        _remove(profile)


def _candidates() -> Iterator[Path]:
    if sys.platform == "win32":
        roots = [os.environ.get(name) for name in ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")]
        yield from (Path(root) / place for place in _WINDOWS for root in roots if root)
    elif sys.platform == "darwin":
        yield from (Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in _MAC)
    else:
        yield from (Path(found) for name in _LINUX if (found := shutil.which(name)))


def _for_root() -> list[str]:
    """In a container everything runs as root, where the sandbox refuses to start and shared memory is small."""
    as_root = sys.platform == "linux" and os.geteuid() == 0
    return ["--no-sandbox", "--disable-dev-shm-usage"] if as_root else []


def _start(browser: Path, flags: list[str]) -> tuple["subprocess.Popen[str]", DevTools]:
    their_input, our_output = os.pipe()
    our_input, their_output = os.pipe()
    line = DevTools(our_input, our_output)
    try:
        process = _spawn([str(browser), *flags], their_input, their_output)
    except BaseException:
        line.hang_up()
        raise
    finally:
        os.close(their_input)
        os.close(their_output)
    return process, line


if sys.platform == "win32":

    def _spawn(command: list[str], reads: int, writes: int) -> "subprocess.Popen[str]":
        import msvcrt

        handles = [msvcrt.get_osfhandle(reads), msvcrt.get_osfhandle(writes)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        return subprocess.Popen(
            [*command, f"--remote-debugging-io-pipes={handles[0]},{handles[1]}"],
            startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles}),
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
            env=environment(),
            text=True,
        )

else:
    _BECOME = """
import os, sys
for end, place in zip(map(int, sys.argv[1:3]), (3, 4)):
    os.dup2(end, place)
    os.close(end)
os.execv(sys.argv[3], sys.argv[3:])
"""

    def _spawn(command: list[str], reads: int, writes: int) -> "subprocess.Popen[str]":
        # The browser wants descriptors 3 and 4. A small program puts them there and becomes the browser: between fork
        # and exec, `subprocess` itself may hold one of the two. From 10 on they cannot be in each other's way.
        ends = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10) for descriptor in (reads, writes)]
        try:
            return subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _BECOME, *map(str, ends), *command],
                pass_fds=ends,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                text=True,
            )
        finally:
            for descriptor in ends:
                os.close(descriptor)


def _wait(process: "subprocess.Popen[str]") -> None:
    """A browser whose line is cut closes by itself; one that does not is ended."""
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        end(process)


def _remove(profile: Path) -> None:
    """The browser's helpers may write for a moment after it has ended."""
    deadline = time.monotonic() + _PATIENCE
    while profile.exists() and time.monotonic() < deadline:
        shutil.rmtree(profile, ignore_errors=True)
        time.sleep(0.1)
