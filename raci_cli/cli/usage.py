"""A misuse, told as one line and what to type next."""

from typing import Any

from raci_cli.cli.result import Result
from raci_cli.errors import ExitCode


def usage_result(error: Any) -> Result:
    """The result of an error of usage of Typer's."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "raci"
    message = str(error.format_message()).strip().rstrip(".")
    return Result.failed(message[:1].lower() + message[1:], f"see {path} --help", ExitCode.USAGE)
