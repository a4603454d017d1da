"""The command that mends a finding, as it is typed."""

import shlex

from raci_cli.checking.discovery import is_default
from raci_cli.findings import Finding


def command_line(finding: Finding, file: str) -> str:
    """`raci assign vendor -A it`, with `-f FILE` where it would look elsewhere; nothing where no command mends it."""
    if not finding.command:
        return ""
    return shlex.join(["raci", *finding.command, *([] if is_default(file) else ["-f", file])])


def help_text(finding: Finding, file: str) -> str:
    """What to do, and the command that does it."""
    return ": ".join(filter(None, [finding.help, command_line(finding, file)]))
