"""What a command came to, whatever happened."""

import contextlib
import io
import re
from typing import Any

from raci_cli.cli.result import Result
from raci_cli.errors import ExitCode, RaciError

# What no system passes to a program and no file has in its name; U+DC80 to U+DCFF stand for bytes that are not UTF-8.
_NO_ARGUMENT = "[\0\ud800-\udc7f\udd00-\udfff]"
# The word by which the scripts of `raci completion` ask for candidates.
ASKED = "__complete"
_HELP = frozenset(("-h", "--help"))


def outcome(argv: list[str]) -> Result:
    """What a command came to; every exception but a signal's becomes a message and a code."""
    if argv[:1] != [ASKED] and any(not word.isprintable() and re.search(_NO_ARGUMENT, word) for word in argv):
        return Result.failed("an argument holds a character that none can hold", "", ExitCode.USAGE)
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
    if argv[:1] == [ASKED]:
        from raci_cli.cli.completion import offered

        return offered(argv[1:])
    import typer

    from raci_cli.cli.app import COMMANDS, app_for, named
    from raci_cli.cli.usage import usage_result

    if argv[:1] == ["help"] and "".join(argv[1:2]) in COMMANDS:
        argv = [*argv[1:], "--help"]
    # The base of BadParameter is the error of every misuse; the module that defines it is not public.
    usage_error: Any = typer.BadParameter.__mro__[1]
    printed = io.StringIO()
    try:
        # Typer prints its help by itself; all else comes back as a result, so that one place prints.
        with contextlib.redirect_stdout(printed) if _HELP & set(argv) else contextlib.nullcontext():
            returned = app_for(argv)(args=argv, prog_name="raci", standalone_mode=False)
    except usage_error as error:
        return usage_result(error, named(argv))
    except typer.Abort:
        raise KeyboardInterrupt from None
    return returned if isinstance(returned, Result) else Result(printed.getvalue(), code=ExitCode(returned or 0))
