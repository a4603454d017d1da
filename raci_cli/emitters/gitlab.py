"""The code quality report that GitLab shows in a merge request."""

import hashlib
from collections.abc import Sequence
from typing import Any

from raci_cli.emitters.parts import identified, place, relative, said
from raci_cli.findings import Checked, Finding, Severity
from raci_cli.text import Look, json_text, visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def emit(files: Sequence[Checked], _look: Look) -> str:
    """An array of the findings that count."""
    return json_text(
        [
            _issue(finding, checked.file, identity)
            for checked in files
            for finding, identity in identified(checked)
            if finding.active
        ]
    )


def _issue(finding: Finding, file: str, identity: str) -> dict[str, Any]:
    path = visible(relative(file))
    return {
        "description": said(finding, file),
        "check_name": finding.code,
        "fingerprint": hashlib.sha256(f"{path}\0{identity}".encode()).hexdigest()[:32],
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": place(finding).line}},
    }
