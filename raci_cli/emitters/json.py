"""For machines: one object, version 1."""

from collections.abc import Sequence
from typing import Any

from raci_cli import __version__
from raci_cli.checking.commands import help_text
from raci_cli.findings import Checked, Finding, fingerprints, path_text, tally
from raci_cli.rules.registry import RULES
from raci_cli.text import Look, json_text

VERSION = 1


def emit(files: Sequence[Checked], _look: Look) -> str:
    """The whole document, with its last line break."""
    findings = [
        _finding(finding, checked.file, identity)
        for checked in files
        for finding, identity in zip(checked.findings, fingerprints(checked.findings), strict=True)
    ]
    counts = tally(finding for checked in files for finding in checked.findings)
    summary = {**{severity.value: counts[severity] for severity in counts}, "suppressed": 0, "baselined": 0}
    tool = {"name": "raci", "version": __version__}
    return json_text({"version": VERSION, "tool": tool, "files": len(files), "findings": findings, "summary": summary})


def _finding(finding: Finding, file: str, identity: str) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code,
        "name": RULES[finding.code].name,
        "severity": finding.severity.value,
        "file": file,
        "line": span.line if span else 1,
        "column": span.column if span else 1,
        "endLine": span.end_line if span else 1,
        "endColumn": span.end_column if span else 1,
        "path": path_text(finding.path),
        "message": finding.message,
        "help": help_text(finding, file),
        "fingerprint": identity,
        "suppressed": False,
        "baseline": False,
    }
