"""Nobody approves their own work, where the file or a setting says so."""

import pytest
from helpers import TODAY, findings_of, reading

from raci_cli.findings import Finding, Severity, path_text
from raci_cli.rules.registry import Settings
from raci_cli.rules.run import find

HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: {name: IT, lead: bob}}
people: {ana: Ana, bob: Bob}
"""
ON = "check: {severity: {RACI110: warning}}\n"


def in_step(step: str, rest: str = "") -> list[Finding]:
    return findings_of(("RACI110",), f"{HEAD}{rest}steps:\n  pay: {{title: Pay, {step}}}\n")


@pytest.mark.parametrize(
    "roles, message, place, command",
    [
        (
            "accountable: ana, responsible: [bob, ana]",
            "Ana answers for step 1 'Pay' and does its work",
            "responsible[1]",
            "assign pay -R bob -R WHO --only",
        ),
        (
            "accountable: it, responsible: it",
            "IT answers for step 1 'Pay' and does its work",
            "responsible",
            "assign pay -R WHO --only",
        ),
        (
            "accountable: ana",
            "Ana answers for step 1 'Pay', and nobody else is responsible",
            "accountable",
            "assign pay -R WHO",
        ),
    ],
)
def test_an_independent_step_is_an_error(roles: str, message: str, place: str, command: str) -> None:
    (found,) = in_step(f"{roles}, independent: true")
    assert (found.severity, found.message) == (Severity.ERROR, message)
    assert path_text(found.path) == f"steps.pay.{place}"
    assert " ".join(found.command) == command
    assert in_step(roles) == [], "off where nobody asks for it"
    (warned,) = in_step(roles, ON)
    assert warned.severity is Severity.WARNING


@pytest.mark.parametrize(
    "step",
    [
        "accountable: ana, responsible: bob",
        "accountable: it",
        "accountable: ana, responsible: it",
        "responsible: ana",
        "accountable: ana, responsible: ana, status: skipped",
        "accountable: zoe",
    ],
)
def test_two_parties_are_independent(step: str) -> None:
    assert in_step(f"{step}, independent: true") == []
    assert in_step(step, ON) == []


def test_where_owners_do_not_work_by_themselves_nobody_does() -> None:
    assert in_step("accountable: ana, independent: true", "check: {strict: true}\n") == []


def test_a_setting_beats_what_the_step_asks_for() -> None:
    step = "accountable: ana, responsible: ana, independent: true"
    assert [found.severity for found in in_step(step, ON)] == [Severity.WARNING]
    assert in_step(step, "check: {severity: {self-approval: off}}\n") == []


def test_a_task_of_an_independent_step_is_independent() -> None:
    step = "accountable: ana, responsible: bob, independent: true"
    (found,) = in_step(f"{step}, tasks: {{sign: {{title: Sign, accountable: bob}}}}")
    assert path_text(found.path) == "steps.pay.tasks.sign.accountable"
    assert found.message == "Bob answers for task pay.sign 'Sign' and does its work"
    assert found.command == ("assign", "pay.sign", "-A", "WHO")


def test_a_task_that_inherits_it_all_is_found_with_its_step() -> None:
    tasks = "tasks: {sign: {title: Sign}, ring: {title: Ring, informed: bob}}"
    assert len(in_step(f"accountable: ana, responsible: ana, independent: true, {tasks}")) == 1


def test_a_task_may_be_independent_by_itself() -> None:
    (found,) = in_step("accountable: ana, responsible: ana, tasks: {sign: {title: Sign, independent: true}}")
    assert path_text(found.path) == "steps.pay.tasks.sign"
    assert found.at == "key"
    assert found.command == ("assign", "pay.sign", "-R", "WHO")


@pytest.mark.parametrize(
    "roles, number",
    [
        ("accountable: sponsors, responsible: sponsors", 1),
        ("accountable: ana, responsible: sponsors", 1),
        ("accountable: sponsors, responsible: ana", 1),
        ("accountable: bob, responsible: sponsors", 0),
        ("accountable: sponsors, responsible: bob", 0),
    ],
)
def test_sponsors_are_those_who_are_named(roles: str, number: int) -> None:
    assert len(in_step(f"{roles}, independent: true", "sponsors: [ana]\n")) == number


@pytest.mark.parametrize("role", ["owns: true", "works: true"])
def test_a_scheme_without_owners_or_workers_has_nothing_to_approve(role: str) -> None:
    scheme = f"scheme: {{roles: {{one: {{letter: O, {role}}}, two: {{letter: T}}}}}}\n"
    assert in_step("one: ana, two: ana, independent: true", scheme) == []


def test_enforced_it_looks_at_every_step() -> None:
    read = reading(f"{HEAD}steps:\n  pay: {{title: Pay, accountable: ana, responsible: ana}}\n")
    found = find(read, Settings(TODAY, {"RACI110": Severity.OFF}, enforced=frozenset(("RACI110",))))
    assert [finding.severity for finding in found if finding.code == "RACI110"] == [Severity.ERROR]
