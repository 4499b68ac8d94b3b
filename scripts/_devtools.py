"""Speaks to a browser in the DevTools protocol, over two pipes, with the standard library alone.

Things on a page are found as a screen reader finds them, by role and name, and used as a person uses them: typing and
clicking go through the browser's own input, so a page sees real events.
"""

import itertools
import json
import os
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

Found = TypeVar("Found")
Answer = dict[str, Any]

PATIENCE = 60.0
"""Seconds to wait for an answer, or for something to appear on a page."""
_PAUSE = 0.1


class Closed(Exception):
    """The browser has gone."""


class Refused(Exception):
    """The browser refused a command; ``str()`` is its reason, in English."""


class Missing(Exception):
    """What was looked for did not appear in time; ``str()`` names it."""


class DevTools:
    """One conversation with one browser."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes
        self._numbers = itertools.count(1)
        self._answers: queue.Queue[Answer | None] = queue.Queue()
        # A thread, since a pipe on Windows cannot be waited for with a time limit.
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, method: str, session: str = "", **parameters: object) -> Answer:
        """Gives a command and waits for its answer. Raises ``Closed``, ``Refused``, ``Missing``."""
        number = next(self._numbers)
        question = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        self._send(json.dumps(question).encode() + b"\0")
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            answer = self._next(_PAUSE)
            if answer.get("id") == number:
                if "error" in answer:
                    raise Refused(str(answer["error"].get("message")))
                result: Answer = answer["result"]
                return result
        raise Missing(method)

    def wait_until_closed(self) -> None:
        """Returns when the browser has gone."""
        with suppress(Closed):
            while True:
                self._next(_PAUSE)

    def open(self, address: str) -> "Page":
        """Opens a page in a new tab."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Accessibility.enable", session)
        # Answers only when the new document is there: a question to the one before would never be answered.
        self.ask("Page.navigate", session, url=address)
        page = Page(self, target, session)
        # Before its scripts have run a page takes no click: its form would send itself, and reload.
        page.wait_until_loaded()
        return page

    def close_all_but(self, page: "Page") -> None:
        """Closes the other tabs."""
        for target in self.ask("Target.getTargets")["targetInfos"]:
            if target["type"] == "page" and target["targetId"] != page.target:
                self.ask("Target.closeTarget", targetId=target["targetId"])

    def hang_up(self) -> None:
        """Asks the browser to close."""
        with suppress(Closed, Refused, Missing):
            self.ask("Browser.close")
        with suppress(OSError):
            os.close(self._writes)

    def _send(self, message: bytes) -> None:
        try:
            while message:
                message = message[os.write(self._writes, message) :]
        except OSError as error:
            raise Closed from error

    def _next(self, seconds: float) -> Answer:
        try:
            message = self._answers.get(timeout=seconds)
        except queue.Empty:
            return {}
        if message is None:
            self._answers.put(None)
            raise Closed
        return message

    def _listen(self) -> None:
        rest = b""
        with suppress(OSError):
            while part := os.read(self._reads, 1 << 16):
                *messages, rest = (rest + part).split(b"\0")
                for message in messages:
                    self._answers.put(json.loads(message))
        os.close(self._reads)
        self._answers.put(None)


class Page:
    """A tab."""

    def __init__(self, browser: DevTools, target: str, session: str) -> None:
        self._browser, self.target, self._session = browser, target, session

    def wait_until_loaded(self) -> None:
        """Returns when the page and its scripts are there. Raises ``Missing``."""
        self._wait_for(self._loaded, "страница")

    def _loaded(self) -> bool:
        answer = self._ask("Runtime.evaluate", expression="document.readyState")
        return bool(answer["result"].get("value") == "complete")

    def type(self, role: str, name: str, text: str) -> None:
        """Replaces what stands in a field."""
        field = self.find(role, name)
        self._ask("DOM.focus", backendNodeId=field)
        self._ask("Runtime.evaluate", expression="document.execCommand('selectAll')", userGesture=True)
        self._ask("Input.insertText", text=text)

    def click(self, role: str, name: str) -> None:
        """Clicks in the middle of something."""
        node = self.find(role, name)
        self._ask("DOM.scrollIntoViewIfNeeded", backendNodeId=node)
        corners = self._ask("DOM.getContentQuads", backendNodeId=node)["quads"][0]
        x, y = sum(corners[0::2]) / 4, sum(corners[1::2]) / 4
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def find(self, role: str, name: str = "") -> int:
        """Something by its role and name, waited for; its number in the DOM. Raises ``Missing``."""
        return self._wait_for(lambda: self._nodes(role, name), f"{role} «{name}»")[0]

    def read(self, role: str, accept: Callable[[str], bool]) -> str:
        """The text of the first element of a role, once it is acceptable. Raises ``Missing`` with the last text."""
        texts = [""]

        def acceptable() -> bool:
            texts.extend(self._text(node) for node in self._nodes(role)[:1])
            return accept(texts[-1])

        try:
            self._wait_for(acceptable, role)
        except Missing as error:
            raise Missing(texts[-1] or role) from error
        return texts[-1]

    def _nodes(self, role: str, name: str = "") -> list[int]:
        root = self._ask("DOM.getDocument", depth=0)["root"]["backendNodeId"]
        query = {"role": role} | ({"accessibleName": name} if name else {})
        found = self._ask("Accessibility.queryAXTree", backendNodeId=root, **query)["nodes"]
        return [node["backendDOMNodeId"] for node in found if not node.get("ignored")]

    def _text(self, node: int) -> str:
        thing = self._ask("DOM.resolveNode", backendNodeId=node)["object"]["objectId"]
        reading = "function () { return this.textContent; }"
        answer = self._ask("Runtime.callFunctionOn", objectId=thing, functionDeclaration=reading, returnByValue=True)
        return str(answer["result"].get("value", "")).strip()

    def _wait_for(self, look: Callable[[], Found], what: str) -> Found:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            # A page that is just being loaded has no tree yet, or not any more.
            with suppress(Refused):
                if found := look():
                    return found
            time.sleep(_PAUSE)
        raise Missing(what)

    def _ask(self, method: str, **parameters: object) -> Answer:
        return self._browser.ask(method, self._session, **parameters)
