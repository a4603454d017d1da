"""What a command came to, before anything is printed."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from raci_cli.errors import ExitCode, UsageError
from raci_cli.text import visible


class Result(NamedTuple):
    """Text for stdout and stderr, made harmless already; files to write, which must all succeed; the exit code.

    `appended` is text to add to files; `saved` names a file that the command has changed already, for the case that its
    output cannot be printed; `opened` is a file to show in a browser.
    """

    out: str = ""
    err: str = ""
    code: ExitCode = ExitCode.OK
    files: tuple[tuple[Path, str | bytes], ...] = ()
    appended: tuple[tuple[Path, str], ...] = ()
    saved: str = ""
    opened: Path | None = None

    @classmethod
    def failed(cls, message: str, help: str, code: ExitCode) -> "Result":  # noqa: A002
        """An error and what to do about it."""
        lines = [f"error: {visible(message)}", *([f"  {visible(help)}"] if help else [])]
        return cls(err="".join(f"{line}\n" for line in lines), code=code)


def refuse_overwriting(target: Path, sources: Iterable[Path]) -> None:
    """Raise UsageError where an output would take the place of a project file that it is made from."""
    if os.path.realpath(target) in {os.path.realpath(source) for source in sources}:
        raise UsageError(f"{target} is the project file itself", help="write to another file")
