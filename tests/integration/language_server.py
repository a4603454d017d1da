"""An editor without a window: it speaks the Language Server Protocol with a server over its standard streams."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

PATIENCE = 120
Message = dict[str, Any]
_CAPABILITIES: Message = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
}


class Editor:
    """A window on a folder; `settings` is what the server is told when it asks for its configuration."""

    def __init__(self, folder: Path, settings: Message, sent: IO[bytes], received: IO[bytes]) -> None:
        self.settings = settings
        self._folder = folder
        self._sent = sent
        self._received = received
        self._requests = 0
        self._diagnostics: dict[str, list[Message]] = {}
        root = {"uri": folder.as_uri(), "name": folder.name}
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root["uri"],
                "workspaceFolders": [root],
                "capabilities": _CAPABILITIES,
            },
        )
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": {}})

    def open(self, name: str, text: str) -> str:
        """Write a file and open it; returns its URI when the server has said what it thinks of it."""
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnostics:
            self._handle(self._receive())
        return uri

    def diagnostics(self, uri: str) -> list[Message]:
        """What the server last said of a file, in the order of its lines."""
        return sorted(self._diagnostics[uri], key=lambda found: found["range"]["start"]["line"])

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        """Ask for something at a place of a file, counted from 0."""
        position = {"line": line, "character": character}
        return self.request(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": position})

    def request(self, method: str, params: Message) -> Any:
        """Ask, and answer what the server asks in between."""
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._requests and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._handle(message)

    def _notify(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._sent.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._sent.flush()

    def _receive(self) -> Message:
        length = 0
        while line := self._received.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, f"the language server ended, or said nothing for {PATIENCE} seconds"
        message: Message = json.loads(self._received.read(length))
        return message

    def _handle(self, message: Message) -> None:
        method, params = message["method"], message.get("params", {})
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[params["uri"]] = params["diagnostics"]
        elif method == "workspace/configuration":
            result = [self.settings.get(item.get("section")) for item in params["items"]]
            self._send({"id": message["id"], "result": result})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})


@contextmanager
def editor(command: Sequence[str], folder: Path, settings: Message) -> Iterator[Editor]:
    """A window on a folder, with a server of its own that ends with it."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder) as process:
        watch = threading.Timer(PATIENCE, process.kill)
        watch.start()
        try:
            assert process.stdin
            assert process.stdout
            yield Editor(folder, settings, process.stdin, process.stdout)
        finally:
            watch.cancel()
            process.kill()
