"""Headless Chromium, spoken to through a pipe in its own protocol: no driver and no package stands in between.

It knows how to open a page, press keys, click, emulate media and widths, and what the page asked for and complained of.
"""

import base64
import fcntl
import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any

PATIENCE = 60.0  # seconds until Chromium counts as hung
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--remote-debugging-pipe",
)  # fmt: skip
# Chromium reads from 3 and writes to 4
LAUNCH = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)
# name -> (code, virtual key, text typed)
KEYS: Mapping[str, tuple[str, int, str]] = {
    "Enter": ("Enter", 13, "\r"),
    "Escape": ("Escape", 27, ""),
    "Tab": ("Tab", 9, ""),
    "/": ("Slash", 191, "/"),
    "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""),
    "ArrowRight": ("ArrowRight", 39, ""),
    "Home": ("Home", 36, ""),
    "End": ("End", 35, ""),
}


class RefusedError(Exception):
    """Chromium would not do what it was asked."""


class Browser:
    """One Chromium. Messages are JSON, each closed by a zero byte; answers carry the number of what they answer."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._buffer = b""
        self._number = 0
        self.events: list[Mapping[str, Any]] = []

    def send(self, method: str, session: str = "", **params: object) -> Any:
        """The result of a call; what Chromium reports meanwhile is kept in ``events``."""
        self._number += 1
        call = {"id": self._number, "method": method, "params": params}
        os.write(self._write, json.dumps(call | ({"sessionId": session} if session else {})).encode() + b"\0")
        while True:
            message = self._next()
            if message.get("id") == self._number:
                if "error" in message:
                    raise RefusedError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def wait(self, method: str, session: str) -> None:
        """Wait until a page has reported ``method``."""
        known = 0
        while True:
            for event in self.events[known:]:
                if event.get("method") == method and event.get("sessionId") == session:
                    return
            known = len(self.events)
            self.events.append(self._next())

    def _next(self) -> Any:
        limit = monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(0.0, limit - monotonic()))
            piece = os.read(self._read, 1 << 20) if ready else b""
            assert piece, "Chromium does not answer"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)


@contextmanager
def chromium(program: str) -> Iterator[Browser]:
    """A Chromium with a new, empty profile, gone afterwards."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (theirs_in, theirs_out)]
    for end in (theirs_in, theirs_out):
        os.close(end)
    with TemporaryDirectory(prefix="plancompare-chromium-", ignore_cleanup_errors=True) as profile:
        command = [sys.executable, "-c", LAUNCH, *map(str, high), program, *FLAGS, f"--user-data-dir={profile}"]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, pass_fds=high, stdout=quiet, stderr=quiet) as process:
            for end in high:
                os.close(end)
            try:
                browser = Browser(ours_in, ours_out)
                yield browser
                browser.send("Browser.close")
                process.wait(PATIENCE)
            finally:
                process.kill()
                os.close(ours_in)
                os.close(ours_out)


class Page:
    """A tab of its own, with what it asked for and what it complained of."""

    def __init__(self, browser: Browser, *, scripts: bool = True) -> None:
        self.browser = browser
        self.target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        attached = browser.send("Target.attachToTarget", targetId=self.target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.send(f"{domain}.enable")
        self.width(1280, 900)
        self.scripts = scripts
        if not scripts:
            self.send("Emulation.setScriptExecutionDisabled", value=True)

    def send(self, method: str, **params: object) -> Any:
        """A call to this tab."""
        return self.browser.send(method, self.session, **params)

    def close(self) -> None:
        """Close the tab."""
        self.browser.send("Target.closeTarget", targetId=self.target)

    def open(self, file: Path, hash: str = "") -> None:
        """Open a file from disk and wait until it is loaded."""
        for url in ("about:blank", file.resolve().as_uri() + (f"#{hash}" if hash else "")):
            self.browser.events.clear()
            self.send("Page.navigate", url=url)
            self.browser.wait("Page.loadEventFired", self.session)
        self.settle()

    def settle(self) -> None:
        """Let pending timers and two frames pass; where no script may run, a moment."""
        if not self.scripts:
            sleep(0.3)
            return
        told = "new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 200))"
        self.send("Runtime.evaluate", expression=told, awaitPromise=True)

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""
        told = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def laid_out(self, selector: str) -> int:
        """How many elements have a box, asked without a script in the page."""
        root = self.send("DOM.getDocument")["root"]["nodeId"]
        return sum(map(self._has_box, self.send("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]))

    def _has_box(self, node: int) -> bool:
        try:
            self.send("DOM.getBoxModel", nodeId=node)
        except RefusedError:
            return False
        return True

    def width(self, width: int, height: int) -> None:
        """The size of the window, in CSS pixels."""
        values = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.send("Emulation.setDeviceMetricsOverride", **values)

    def media(self, media: str = "screen", scheme: str = "light") -> None:
        """Show the page as on a screen or on paper, in light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.send("Emulation.setEmulatedMedia", media=media, features=features)

    def press(self, key: str) -> None:
        """Press and release a key."""
        code, number, text = KEYS[key]
        named = {"key": key, "code": code, "windowsVirtualKeyCode": number}
        self.send("Input.dispatchKeyEvent", type="keyDown", text=text, **named)
        self.send("Input.dispatchKeyEvent", type="keyUp", **named)
        self.settle()

    def write(self, text: str) -> None:
        """Type into what has the focus."""
        self.send("Input.insertText", text=text)
        self.settle()

    def click(self, selector: str) -> None:
        """Click with the mouse in the middle of the first element found."""
        told = json.dumps(selector)
        place = self.ask(
            f"(e => {{e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2]}})(document.querySelector({told}))"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
        self.settle()

    def choose(self, selector: str, value: str) -> None:
        """Choose an option of a list, as a reader would."""
        told = f"const e = document.querySelector({json.dumps(selector)}); e.value = {json.dumps(value)};"
        self.ask(f"{{{told} e.dispatchEvent(new Event('change', {{bubbles: true}}))}}")
        self.settle()

    def picture(self, file: Path) -> None:
        """Keep what is seen as a PNG."""
        file.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def pdf(self) -> bytes:
        """The page as printed."""
        return base64.b64decode(self.send("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])

    def requests(self) -> list[str]:
        """The addresses that the page asked for."""
        asked = self._events("Network.requestWillBeSent")
        return [event["request"]["url"] for event in asked]

    def complaints(self) -> list[str]:
        """What stands in the console."""
        logged = [event["entry"]["text"] for event in self._events("Log.entryAdded")]
        thrown = [str(event["exceptionDetails"]) for event in self._events("Runtime.exceptionThrown")]
        return [*logged, *thrown, *(str(event["args"]) for event in self._events("Runtime.consoleAPICalled"))]

    def _events(self, method: str) -> list[Any]:
        own = (event for event in self.browser.events if event.get("sessionId") == self.session)
        return [event["params"] for event in own if event["method"] == method]
