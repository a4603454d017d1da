"""What is in progress or done, and has nobody: RACI106 speaks, in the place of RACI101 and 103."""

import pytest
from helpers import TODAY, findings_of, reading

from raci_cli.checking.selection import severities
from raci_cli.findings import Finding, Severity, path_text
from raci_cli.rules.registry import Settings
from raci_cli.rules.run import find

FAMILY = ("RACI101", "RACI102", "RACI103", "RACI106")
HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: IT, marketing: Marketing}
people: {ana: Ana, bob: Bob Ray}
"""


def in_step(step: str, rest: str = "") -> list[Finding]:
    return findings_of(FAMILY, f"{HEAD}{rest}steps:\n  choose: {{title: Choose, {step}}}\n")


def with_task(step: str, task: str) -> list[Finding]:
    return in_step(f"{step}, tasks: {{talk: {{title: Talk, {task}}}}}")


def codes_of(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    "step, said, place, command",
    [
        (
            "responsible: ana, status: in-progress",
            "step 1 'Choose' is in progress, and nobody is accountable",
            "steps.choose.accountable",
            ("-A", "WHO"),
        ),
        (
            "accountable: it, status: done",
            "step 1 'Choose' is done, and nobody is responsible",
            "steps.choose.responsible",
            ("-R", "it"),
        ),
        (
            "consulted: bob, status: done",
            "step 1 'Choose' is done, and nobody is accountable or responsible",
            "steps.choose.accountable",
            ("-A", "WHO", "-R", "WHO"),
        ),
    ],
)
def test_what_has_started_without_somebody_is_found_once(
    step: str, said: str, place: str, command: tuple[str, ...]
) -> None:
    (found,) = in_step(step)
    assert (found.code, found.message, path_text(found.path)) == ("RACI106", said, place)
    assert found.command == ("assign", "choose", *command)


@pytest.mark.parametrize("status", ["not-started", "blocked"])
def test_what_is_not_under_way_has_not_started(status: str) -> None:
    assert codes_of(in_step(f"consulted: bob, status: {status}")) == ["RACI101", "RACI103"]


def test_what_has_started_undecided_still_names_its_candidates() -> None:
    (found,) = in_step("candidates: [marketing, bob], hint: Who pays?, responsible: ana, status: in-progress")
    assert found.message.endswith("and nobody is accountable; candidates: Marketing and Bob Ray")
    assert found.help == "decide (Who pays?)"


def test_a_task_that_has_started_is_found_by_itself() -> None:
    (found,) = with_task("accountable: ana", "accountable: [], status: done")
    assert (found.code, path_text(found.path)) == ("RACI106", "steps.choose.tasks.talk.accountable")
    assert found.command == ("assign", "choose.talk", "-A", "WHO", "-R", "WHO")


def test_an_owner_who_is_a_person_has_started_alone_unless_strict() -> None:
    assert in_step("accountable: ana, status: in-progress") == []
    assert codes_of(in_step("accountable: ana, status: in-progress", "check: {strict: true}\n")) == ["RACI106"]


STARTED = f"{HEAD}steps:\n  choose: {{title: Choose, status: done}}\n"


@pytest.mark.parametrize(
    "severity, enforced, codes",
    [
        ({}, (), ["RACI106"]),
        ({"RACI106": Severity.OFF}, (), ["RACI101", "RACI103"]),
        ({"started-unassigned": Severity.OFF}, (), ["RACI101", "RACI103"]),
        ({"RACI106": Severity.INFO}, (), ["RACI106"]),
        ({"RACI106": Severity.INFO}, ("RACI101",), ["RACI101", "RACI106"]),
        ({"RACI106": Severity.OFF}, ("RACI101",), ["RACI101", "RACI103"]),
        ({"RACI101": Severity.OFF}, (), ["RACI106"]),
        ({"RACI106": Severity.OFF}, ("RACI101", "RACI106"), ["RACI106"]),
    ],
)
def test_a_step_does_not_escape_by_having_started(
    severity: dict[str, Severity], enforced: tuple[str, ...], codes: list[str]
) -> None:
    levels = severities({word: level.value for word, level in severity.items()})
    found = find(reading(STARTED), Settings(TODAY, levels, enforced=frozenset(enforced)))
    assert [finding.code for finding in found if finding.code in FAMILY] == codes
    weights = {finding.code: finding.severity for finding in found}
    assert all(weights[code] is Severity.ERROR for code in enforced if code in codes)
