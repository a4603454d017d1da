"""For machines: one object, version 1, as `raci schema check` describes it."""

from collections.abc import Sequence
from typing import Any

from raci_cli import __version__
from raci_cli.checking.commands import help_text
from raci_cli.emitters.parts import identified, place
from raci_cli.findings import Checked, Finding, path_text, tally, tally_quiet
from raci_cli.rules.registry import RULES
from raci_cli.text import Look, json_text

VERSION = 1


def emit(files: Sequence[Checked], _look: Look) -> str:
    """The whole document, with its last line break."""
    counts = tally(finding for checked in files for finding in checked.findings)
    summary = {**{severity.value: number for severity, number in counts.items()}, **tally_quiet(files)}
    tool = {"name": "raci", "version": __version__}
    found = findings(files)
    return json_text({"version": VERSION, "tool": tool, "files": len(files), "findings": found, "summary": summary})


def findings(files: Sequence[Checked]) -> list[dict[str, Any]]:
    """Every finding of every file, also those that do not count."""
    return [_finding(finding, checked.file, identity) for checked in files for finding, identity in identified(checked)]


def _finding(finding: Finding, file: str, identity: str) -> dict[str, Any]:
    span = place(finding)
    return {
        "code": finding.code,
        "name": RULES[finding.code].name,
        "severity": finding.severity.value,
        "file": file,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "path": path_text(finding.path),
        "message": finding.message,
        "help": help_text(finding, file),
        "fingerprint": identity,
        "suppressed": bool(finding.suppressed),
        "baseline": finding.baselined,
    }
