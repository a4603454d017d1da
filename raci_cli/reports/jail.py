"""Templates of users: compiled and rendered in a process of their own, within limits of memory, time and output.

The process cannot read files: it asks for each template by name, and this side answers from the folder of the template,
or from the shipped ones.
"""

import json
import re
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from raci_cli import resources
from raci_cli.document import store
from raci_cli.errors import RaciError, UsageError
from raci_cli.text import breaking_runners, quoted

WALL_SECONDS = 4.0
_MOST_SOURCE = 1 << 20
_MOST_OUTPUT = 24 << 20
_MOST_TEMPLATES = 50
_NAME = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_PROGRAM = "import sys; sys.path.append(sys.argv[1]); from raci_cli.reports.jailed import main; main()"


def rendered(template: Path, format_: str, view: dict[str, Any]) -> str:
    """What a user's template makes of a view; UsageError where it is wrong, RaciError where it takes too much."""
    source = _source(template)
    package = str(Path(resources.__file__).resolve().parent.parent)
    with subprocess.Popen(  # noqa: S603 - the interpreter that runs this, in isolated mode
        [sys.executable, "-I", "-c", _PROGRAM, package],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        talk = _Talk(process, template.resolve().parent)
        asked = {"name": template.name, "source": source, "format": format_, "view": view}
        thread = threading.Thread(target=talk.run, args=(asked,), daemon=True)
        thread.start()
        try:
            thread.join(WALL_SECONDS)
        finally:
            process.kill()
        thread.join(1)
    return _verdict(template, talk.ended)


def _source(template: Path) -> str:
    data = store.read(template, _MOST_SOURCE)
    if len(data) > _MOST_SOURCE:
        raise UsageError(f"{template}: larger than {_MOST_SOURCE:,} bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{template}: not UTF-8") from None


def _verdict(template: Path, ended: dict[str, Any] | None) -> str:
    """The text that came, or why none did."""
    if ended is None:
        raise RaciError(f"{template}: needs too much time, memory or output", help="a template may take a few seconds")
    if "error" in ended:
        name = Path(template.parent, ended["name"]) if ended.get("name") else template
        line = f":{ended['line']}" if ended.get("line") else ""
        help_ = "raci report NAME --explain lists what a template can use" if ended.get("undefined") else ""
        raise UsageError(f"{name}{line}: {ended['error']}", help=help_)
    text = str(ended["text"])
    if found := _CONTROL.search(text):
        raise UsageError(f"{template}: it prints the character {found[0].encode('unicode_escape').decode()}")
    return breaking_runners(text)


@dataclass
class _Talk:
    """What is said with the process: the question, the templates that it asks for, and how it ended."""

    process: "subprocess.Popen[bytes]"
    folder: Path
    ended: dict[str, Any] | None = None
    given: int = field(default=0)

    def run(self, asked: dict[str, Any]) -> None:
        try:
            self._say(asked)
            while self.ended is None and (line := self._line()):
                said = json.loads(line)
                if "want" in said:
                    self._say(self._template(str(said["want"])))
                else:
                    self.ended = said
        except (OSError, ValueError):  # it was killed while it talked
            return

    def _line(self) -> bytes:
        assert self.process.stdout is not None  # noqa: S101 - it was opened as a pipe
        line = self.process.stdout.readline(_MOST_OUTPUT)
        return line if line.endswith(b"\n") else b""

    def _say(self, data: dict[str, Any]) -> None:
        assert self.process.stdin is not None  # noqa: S101 - it was opened as a pipe
        self.process.stdin.write(json.dumps(data).encode() + b"\n")
        self.process.stdin.flush()

    def _template(self, name: str) -> dict[str, Any]:
        """The source of a template in the folder, or of a shipped one; what lies elsewhere does not exist."""
        self.given += 1
        if not _NAME.fullmatch(name) or self.given > _MOST_TEMPLATES:
            return {"refused": f"there is no template {quoted(name)} in this folder"}
        path = Path(self.folder, name).resolve()
        inside = self.folder in path.parents and path.is_file()
        chosen = path if inside else resources.templates() / "reports" / name
        try:
            return {"source": _source(chosen)}
        except RaciError:
            return {"refused": f"there is no template {quoted(name)} in this folder"}
