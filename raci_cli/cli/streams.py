"""Printing: to whatever stdout and stderr are, and what a stream that breaks means for the exit code."""

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TextIO

from raci_cli.cli.result import Result
from raci_cli.document import store
from raci_cli.errors import ExitCode, RaciError, worst
from raci_cli.text import visible


def say(result: Result) -> int:
    """Write files, print, and return the exit code; a closed pipe keeps it, any other failure to write is CANNOT."""
    code = result.code
    try:
        for path, text in result.files:
            data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
            store.create(path, data, force=True)
        for path, text in result.appended:
            store.append(path, text.encode("utf-8", "surrogatepass"))
    except RaciError as error:
        _print(sys.stderr, f"error: {visible(str(error))}\n{result.err}")
        return worst([code, ExitCode.CANNOT])
    problem = _print(sys.stdout, result.out)
    if problem:
        saved = f" ({visible(result.saved)} is saved)" if result.saved else ""
        _print(sys.stderr, f"error: cannot write the output: {problem}{saved}\n")
        code = worst([code, ExitCode.CANNOT])
    _print(sys.stderr, result.err)
    if result.opened is not None and code is ExitCode.OK:
        _open(result.opened)
    return code


def _open(path: Path) -> None:
    """Show a file in the browser of whoever asked for it."""
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        _print(sys.stderr, f"no browser was found to open {visible(str(path))}\n")


def _print(stream: TextIO | None, text: str) -> str:
    """Print and flush; what went wrong, or nothing. A reader who went away has read enough."""
    if not text:
        return ""
    if stream is None:
        return "it is closed"
    try:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _forget(stream)
    except (OSError, ValueError) as error:
        _forget(stream)
        return getattr(error, "strerror", None) or str(error)
    return ""


def _forget(stream: TextIO) -> None:
    """Keep the interpreter from failing once more when it flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
