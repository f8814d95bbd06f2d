"""The YAML language server as a process, and so much of its protocol (JSON-RPC over stdio) as the tests need."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

PROGRAM = Path(__file__).parent.parent.parent / ".editors/node_modules/yaml-language-server/bin/yaml-language-server"
# what an editor would be set to: completions and hovers, nothing from the net
SETTINGS = {
    "yaml": {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}},
    "http": {},
    "[yaml]": {},
}


class Offer(NamedTuple):
    """A completion: what is offered, what is written if it is taken, what it means."""

    label: str
    text: str
    about: str


class Server:
    """A server that has been started; files are opened with what they hold."""

    def __init__(self, process: "subprocess.Popen[bytes]", root: Path) -> None:
        self.process = process
        self.last = 0
        self.faults: dict[str, list[dict[str, Any]]] = {}
        able = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}, "workspace": {"configuration": True}}
        self._ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": able})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, path: Path, text: str) -> str:
        """Open a file that holds ``text``; its name for the server."""
        path.write_text(text, encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return path.as_uri()

    def complete(self, uri: str, line: int, character: int) -> list[Offer]:
        """What is offered at a place (both count from 0)."""
        answer = self._ask("textDocument/completion", _at(uri, line, character))
        return [Offer(i["label"], i.get("insertText", ""), _words(i.get("documentation", ""))) for i in answer["items"]]

    def hover(self, uri: str, line: int, character: int) -> str:
        """What is said of the word at a place."""
        answer = self._ask("textDocument/hover", _at(uri, line, character))
        return _words(answer["contents"]) if answer else ""

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """What is wrong with a file that was opened."""
        while uri not in self.faults:
            self._handle(self._read())
        return self.faults[uri]

    def _ask(self, method: str, params: Any) -> Any:
        self.last += 1
        asked = self.last
        self._write({"id": asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._handle(message)

    def _tell(self, method: str, params: Any) -> None:
        self._write({"method": method, "params": params})

    def _handle(self, message: dict[str, Any]) -> None:
        """Note what the server tells, and answer what it asks."""
        params = message.get("params") or {}
        if message.get("method") == "textDocument/publishDiagnostics":
            self.faults[params["uri"]] = params["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            settings: dict[str, Any] = SETTINGS
            self._write({"id": message["id"], "result": [settings.get(i["section"], {}) for i in params["items"]]})
        elif "id" in message:
            self._write({"id": message["id"], "result": None})

    def _write(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server went away"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message


def _at(uri: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


def _words(told: Any) -> str:
    return str(told["value"] if isinstance(told, dict) else told)


@contextmanager
def language_server(root: Path) -> Iterator[Server]:
    """A server for the folder ``root``, which ends with the block."""
    assert PROGRAM.exists(), "no yaml-language-server: `make editors` installs it"
    command = ["node", str(PROGRAM), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Server(process, root)
        finally:
            process.kill()
