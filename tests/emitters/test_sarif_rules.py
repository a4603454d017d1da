"""What SARIF says of the rules."""

import json
from typing import Any

import pytest
from emitters.samples import one, sample

from raci_cli.emitters.sarif import emit
from raci_cli.findings import Checked, Finding, Severity
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import RULES, Rule, Settings
from raci_cli.text import Look


def rules_of(*files: Checked) -> Any:
    return json.loads(emit(files, Look()))["runs"][0]["tool"]["driver"]["rules"]


def test_a_rule_says_what_it_is() -> None:
    rule = rules_of(sample())[1]
    manual = RULES["RACI103"].manual
    assert rule["name"] == "NoResponsible"
    assert rule["shortDescription"] == {"text": manual.summary}
    assert rule["fullDescription"]["text"].casefold() == manual.what.casefold()
    assert rule["fullDescription"]["text"][0].isupper()
    assert rule["help"]["text"].startswith(f"{manual.summary}\n\nWhat: {manual.what}\n\nWhy: {manual.why}\n\nFix: ")
    assert rule["defaultConfiguration"] == {"level": "warning", "enabled": True}
    assert rule["properties"] == {
        "tags": ["raci", "accountability"],
        "precision": "high",
        "problem.severity": "warning",
    }
    assert "helpUri" not in rule


def example_rule(severity: Severity, docstring: str) -> Any:
    def check(_facts: Facts, _settings: Settings) -> list[Finding]:
        return []

    check.__doc__ = docstring
    return Rule("RACI998", "quite-new-one", severity, check)


@pytest.mark.parametrize(
    "severity, level, enabled, problem",
    [
        (Severity.ERROR, "error", True, "error"),
        (Severity.WARNING, "warning", True, "warning"),
        (Severity.INFO, "note", True, "recommendation"),
        (Severity.OFF, "none", False, "recommendation"),
    ],
)
def test_a_rule_has_the_level_of_its_severity(
    severity: Severity, level: str, enabled: bool, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RULES, "RACI998", example_rule(severity, "In short."))
    (rule,) = rules_of(*one(Finding("RACI998", (), "x")))
    assert rule["name"] == "QuiteNewOne"
    assert rule["defaultConfiguration"] == {"level": level, "enabled": enabled}
    assert rule["properties"]["problem.severity"] == problem
    assert rule["fullDescription"] == {"text": "In short."}
    assert rule["help"] == {"text": "In short.", "markdown": "In short."}


def test_the_examples_of_a_rule_are_in_its_help(monkeypatch: pytest.MonkeyPatch) -> None:
    docstring = "In short.\n\nWhy: because.\n\nFailing:\n\n    a: 1\n    b:\n      c: 2\n\nPassing:\n\n    a: 2\n"
    monkeypatch.setitem(RULES, "RACI998", example_rule(Severity.ERROR, docstring))
    (rule,) = rules_of(*one(Finding("RACI998", (), "x")))
    assert rule["help"]["text"] == (
        "In short.\n\nWhy: because.\n\nFailing:\n\n    a: 1\n    b:\n      c: 2\n\nPassing:\n\n    a: 2"
    )
    assert rule["help"]["markdown"] == (
        "In short.\n\n**Why:** because.\n\n**Failing:**\n\n```yaml\na: 1\nb:\n  c: 2\n```\n\n"
        "**Passing:**\n\n```yaml\na: 2\n```"
    )
