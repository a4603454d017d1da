"""SARIF 2.1.0, which code scanning and many viewers read."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from raci_cli import __version__
from raci_cli.emitters.parts import WORDS, identified, place, relative, said
from raci_cli.findings import Checked, Finding, Severity, Span
from raci_cli.rules.registry import RULES, Rule
from raci_cli.text import Look, json_text, visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Names the program without an address that would have to stay reachable.
_PACKAGE = f"pkg:generic/raci-cli@{__version__}"
_ROOT = "%SRCROOT%"
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_LONGEST_SNIPPET = 500

Data = dict[str, Any]


def emit(files: Sequence[Checked], _look: Look) -> str:
    """One log with one run."""
    codes = sorted({finding.code for checked in files for finding in checked.everything})
    compared = any(finding.baselined for checked in files for finding in checked.quiet)
    results = [
        _result(finding, checked, identity, codes, compared=compared)
        for checked in files
        for finding, identity in identified(checked)
    ]
    paths = dict.fromkeys(relative(checked.file) for checked in files)
    rules = [_rule(RULES[code]) for code in codes]
    driver = {"name": "raci", "version": __version__, "informationUri": _PACKAGE, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "raci/"},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that raci was run in."}}},
        "artifacts": [{"location": _artifact(file), "roles": ["analysisTarget"]} for file in paths],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Data:
    manual = rule.manual
    what = manual.what or manual.summary
    family = rule.check.__module__.rpartition(".")[2]
    enabled = rule.severity is not Severity.OFF
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": what[:1].upper() + what[1:]},
        "help": {"text": _help(rule, fence="", strong=""), "markdown": _help(rule, fence="```", strong="**")},
        "defaultConfiguration": {"level": WORDS.get(rule.severity, "none"), "enabled": enabled},
        "properties": {
            "tags": ["raci", family],
            "precision": "high",
            "problem.severity": _PROBLEMS.get(rule.severity, "recommendation"),
        },
    }


def _help(rule: Rule, fence: str, strong: str) -> str:
    """The manual page of a rule, as plain text or as Markdown."""
    manual = rule.manual
    prose = {"What": manual.what, "Why": manual.why, "Fix": manual.fix}
    examples = {"Failing": manual.failing, "Passing": manual.passing}
    blocks = [manual.summary, *(f"{strong}{word}:{strong} {text}" for word, text in prose.items() if text)]
    for word, example in examples.items():
        if example:
            code = [f"{fence}yaml", example, fence] if fence else [f"    {line}" for line in example.splitlines()]
            blocks += [f"{strong}{word}:{strong}", "\n".join(code)]
    return "\n\n".join(blocks)


def _result(finding: Finding, checked: Checked, identity: str, codes: Sequence[str], *, compared: bool) -> Data:
    result: Data = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": WORDS[finding.severity],
        "message": {"text": _message(said(finding, checked.file))},
        "locations": [{"physicalLocation": _physical(place(finding), checked)}],
        "partialFingerprints": {"raciFinding/v1": identity},
        "suppressions": _suppressions(finding),
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": _message(visible(label))}, "physicalLocation": _physical(span, checked)}
            for number, (label, span) in enumerate(finding.related, 1)
        ]
    if compared:  # then all results say how they compare
        result["baselineState"] = "unchanged" if finding.baselined else "new"
    return result


def _suppressions(finding: Finding) -> list[Data]:
    """Why a finding does not count; an empty list says that it does."""
    found = []
    if finding.suppressed:
        found.append({"kind": "inSource", "status": "accepted", "justification": visible(finding.suppressed)})
    if finding.baselined:
        found.append({"kind": "external", "status": "accepted", "justification": "It is in the baseline."})
    return found


def _message(text: str) -> str:
    """Plain text of SARIF, in which a link would be written as in Markdown."""
    return text.replace("](", "]\\x28")


def _physical(span: Span, checked: Checked) -> Data:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    piece = (
        checked.lines.get(span.line, "")[span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""
    )
    snippet = {"snippet": {"text": visible(piece)}} if 0 < len(piece) <= _LONGEST_SNIPPET else {}
    return {"artifactLocation": _artifact(checked.file), "region": {**region, **snippet}}


def _artifact(file: str) -> Data:
    uri = quote(relative(file).encode("utf-8", "backslashreplace"))
    return {"uri": uri, "uriBaseId": _ROOT}
