"""The diagnostic format of reviewdog, which comments on a change in many hosts of code."""

from collections.abc import Sequence
from typing import Any

from raci_cli.emitters.parts import active, place, relative, said
from raci_cli.findings import Checked, Finding, Span
from raci_cli.text import Look, json_text, visible


def emit(files: Sequence[Checked], _look: Look) -> str:
    """One object with the findings that count."""
    diagnostics = [_diagnostic(finding, checked) for checked, finding in active(files)]
    return json_text({"source": {"name": "raci"}, "diagnostics": diagnostics})


def _diagnostic(finding: Finding, checked: Checked) -> dict[str, Any]:
    diagnostic = {
        "message": said(finding, checked.file),
        "location": _location(place(finding), checked),
        "severity": finding.severity.name,
        "code": {"value": finding.code},
    }
    related = [{"message": visible(label), "location": _location(span, checked)} for label, span in finding.related]
    return {**diagnostic, "related_locations": related} if related else diagnostic


def _location(span: Span, checked: Checked) -> dict[str, Any]:
    start = _position(span.line, span.column, checked.lines)
    end = _position(span.end_line, span.end_column, checked.lines)
    # Without its columns a range is one of whole lines.
    both = "column" in start and "column" in end
    range_ = {"start": start, "end": end} if both else {"start": {"line": span.line}, "end": {"line": span.end_line}}
    return {"path": visible(relative(checked.file)), "range": range_}


def _position(number: int, column: int, lines: dict[int, str]) -> dict[str, int]:
    """Line and column, which is counted in bytes: only the line itself tells it."""
    if column > 1 and number not in lines:
        return {"line": number}
    return {"line": number, "column": len(lines.get(number, "")[: column - 1].encode("utf-8", "replace")) + 1}
