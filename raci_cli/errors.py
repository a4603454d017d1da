"""Why a command cannot go on, and the exit codes of every command."""

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """What a process of raci may end with; where several hold, the first of BUG, USAGE, CANNOT, FINDINGS, OK wins."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    CANNOT = 3
    BUG = 70
    HANGUP = 129
    INTERRUPTED = 130
    TERMINATED = 143


_PRECEDENCE = (ExitCode.BUG, ExitCode.USAGE, ExitCode.CANNOT, ExitCode.FINDINGS, ExitCode.OK)


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The exit code that wins; OK of none."""
    return min(codes, key=_PRECEDENCE.index, default=ExitCode.OK)


class RaciError(Exception):
    """The command cannot go on: what is wrong (`str(error)`), what to do (`help`), the exit code (`code`)."""

    code = ExitCode.CANNOT

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word that is printed before it
        super().__init__(message)
        self.help = help


class UsageError(RaciError):
    """What was typed cannot be meant: an unknown step, person, option value."""

    code = ExitCode.USAGE


class Bug(RaciError):  # noqa: N818 - the word for it
    """Our own fault; nothing was written."""

    code = ExitCode.BUG


class Stopped(BaseException):
    """A signal asked the process to end; `code` is what it ends with."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
        self.code = code
