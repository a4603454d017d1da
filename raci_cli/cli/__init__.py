"""The command line: `main(argv)` is the program, and the only place that prints and decides the exit code."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from raci_cli.cli.result import Result
from raci_cli.cli.streams import say
from raci_cli.errors import ExitCode, RaciError, Stopped

_SIGNALS = {"SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HANGUP}


def main(argv: list[str] | None = None) -> int:
    """Run `raci` with these arguments (those of the process where None) and return its exit code; raises nothing."""
    try:
        with _signals():
            result = _outcome(sys.argv[1:] if argv is None else argv)
            return say(result)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Stopped as stopped:
        return stopped.code


def _outcome(argv: list[str]) -> Result:
    """What a command came to; every exception but a signal's becomes a message and a code."""
    try:
        return _run(argv)
    except RaciError as error:
        return Result.failed(str(error), error.help, error.code)
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        return Result.failed(f"{error.strerror or error}{where}", "", ExitCode.CANNOT)
    except (RecursionError, MemoryError):
        return Result.failed("the file needs more memory than there is", "", ExitCode.CANNOT)
    except Exception as error:  # noqa: BLE001 - a bug of ours must not look like a verdict
        what = f"{type(error).__name__}: {error}"
        help_ = "nothing was lost; please report it with the command that you typed"
        return Result.failed(f"this is a bug of raci ({what})", help_, ExitCode.BUG)


def _run(argv: list[str]) -> Result:
    """Hand the arguments to Typer, which returns what the command returned."""
    import typer

    from raci_cli.cli.app import app_for
    from raci_cli.cli.usage import usage_result

    # The base of BadParameter is the error of every misuse; the module that defines it is not public.
    usage_error: Any = typer.BadParameter.__mro__[1]
    try:
        returned = app_for(argv)(args=argv, prog_name="raci", standalone_mode=False)
    except usage_error as error:
        return usage_result(error)
    except typer.Abort:
        raise KeyboardInterrupt from None
    return returned if isinstance(returned, Result) else Result(code=ExitCode(returned or 0))


@contextmanager
def _signals() -> Iterator[None]:
    """Let a request to end unwind like an exception, so that nothing is left half done; main thread only."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise Stopped(_SIGNALS[signal.Signals(number).name])

    before = {}
    try:
        for name in _SIGNALS:
            if hasattr(signal, name):
                number = getattr(signal, name)
                before[number] = signal.signal(number, stop)
    except ValueError:  # not the main thread
        before = {}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
