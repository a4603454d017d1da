"""A misuse, told as one line and what to type next."""

import re
from collections.abc import Iterable
from typing import Any

from raci_cli.cli.result import Result
from raci_cli.errors import ExitCode
from raci_cli.text import did_you_mean


def usage_result(error: Any, typed: str = "raci") -> Result:
    """The result of an error of usage of Typer's, in the command that was typed."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else typed
    message = str(getattr(error, "message", "") if hasattr(error, "possibilities") else error.format_message())
    meant = did_you_mean(*_unknown(error, context, message)) if context is not None else ""
    message = message.strip().rstrip(".")
    help_ = f"{meant} see {path} --help" if meant else f"see {path} --help"
    return Result.failed(message[:1].lower() + message[1:], help_, ExitCode.USAGE)


def _unknown(error: Any, context: Any, message: str) -> tuple[str, Iterable[str]]:
    """The word that nobody knows, and those that are known in its place; no words where it is another misuse."""
    if option := getattr(error, "option_name", None):
        known = [name for one in context.command.params if one.param_type_name == "option" for name in one.opts]
        return str(option), [*known, "--help"] if hasattr(error, "possibilities") else []
    found = re.match(r"No such command '(.*)'\.\Z", message, re.DOTALL)
    return (found[1], context.command.commands) if found else ("", ())
