"""The command that mends a finding, as it is typed."""

import shlex
from collections.abc import Sequence

from raci_cli.checking.discovery import is_default
from raci_cli.findings import Finding


def command_line(finding: Finding, file: str) -> str:
    """`raci assign vendor -A it`, with `-f FILE` where it would look elsewhere; nothing where no command mends it."""
    return typed(finding.command, file) if finding.command else ""


def typed(words: Sequence[str], file: str) -> str:
    """A command about a project file, with `-f FILE` where it would look elsewhere."""
    return shlex.join(["raci", *words, *([] if is_default(file) else ["-f", file])])


def help_text(finding: Finding, file: str) -> str:
    """What to do, and the command that does it."""
    return ": ".join(filter(None, [finding.help, command_line(finding, file)]))
