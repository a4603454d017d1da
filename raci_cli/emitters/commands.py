"""The command that mends a finding, as it is typed."""

import shlex

from raci_cli.checking.discovery import is_default
from raci_cli.findings import Finding


def help_text(finding: Finding, file: str) -> str:
    """`decide: raci assign vendor -A it`, with `-f FILE` where the command would look elsewhere."""
    if not finding.command:
        return finding.help
    words = ["raci", *finding.command, *([] if is_default(file) else ["-f", file])]
    return f"{finding.help}: {shlex.join(words)}" if finding.help else shlex.join(words)
