"""The command line: `main(argv)` is the program, and the only place that prints and decides the exit code.

Nothing heavy is imported before the signals are taken care of.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from raci_cli.errors import ExitCode, Stopped
from raci_cli.garbage import uncollected

_SIGNALS = {"SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HANGUP}


def main(argv: list[str] | None = None) -> int:
    """Run `raci` with these arguments (those of the process where None) and return its exit code; raises nothing."""
    try:
        with _signals(), uncollected():
            from raci_cli.cli.program import outcome
            from raci_cli.cli.streams import say

            return say(outcome(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Stopped as stopped:
        return stopped.code


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
