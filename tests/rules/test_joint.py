"""What is joint: a say for every side, and a yes from each."""

import pytest
from helpers import findings_of

from raci_cli.findings import Finding, path_text

HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: IT, law: Legal}
people:
  ana: {name: Ana, team: it}
  lea: {name: Lea, team: law}
  zoe: Zoe
sponsors: [lea]
"""


def in_step(code: str, step: str, rest: str = "") -> list[Finding]:
    return findings_of((code,), f"{HEAD}{rest}steps:\n  pick: {{title: Pick, {step}}}\n")


def alone(step: str, rest: str = "") -> list[Finding]:
    return in_step("RACI404", step, rest)


def unsigned(step: str) -> list[Finding]:
    return in_step("RACI405", step)


@pytest.mark.parametrize(
    "roles", ["accountable: ana", "accountable: ana, informed: [law, lea]", "responsible: [zoe, it]"]
)
def test_a_side_without_a_say(roles: str) -> None:
    (found,) = alone(f"{roles}, joint: [it, law]")
    assert found.message == "step 1 'Pick' is joint, and Legal is not responsible, accountable or consulted"
    assert path_text(found.path) == "steps.pick.joint[1]"
    assert (found.help, found.command) == ("give Legal a say", ("assign", "pick", "-C", "law"))


@pytest.mark.parametrize(
    "roles",
    [
        "accountable: ana, consulted: law",
        "accountable: ana, responsible: lea",
        "accountable: law, consulted: it",
        "accountable: ana, tasks: {t: {title: T, consulted: lea}}",
        "accountable: ana, responsible: sponsors",
        "accountable: ana, status: skipped",
    ],
)
def test_the_team_or_anybody_in_it_has_a_say_in_the_step_or_a_task(roles: str) -> None:
    assert alone(f"{roles}, joint: [it, law]") == []


def test_a_task_that_is_skipped_gives_no_say() -> None:
    assert (
        len(alone("accountable: ana, joint: [it, law], tasks: {t: {title: T, consulted: lea, status: skipped}}")) == 1
    )


def test_every_side_is_named_once() -> None:
    found = alone("accountable: zoe, joint: [law, it, law, nobody-known]")
    assert [path_text(finding.path) for finding in found] == ["steps.pick.joint[0]", "steps.pick.joint[1]"]


@pytest.mark.parametrize("roles, number", [("lea", 0), ("law", 0), ("ana", 1)])
def test_a_person_can_be_a_side(roles: str, number: int) -> None:
    assert len(alone(f"accountable: {roles}, joint: [lea]")) == number


def test_a_task_can_be_joint_and_inherits_its_say() -> None:
    task = "tasks: {t: {title: T, joint: [it, law], ROLES}}"
    assert alone(f"accountable: ana, consulted: lea, {task.replace('ROLES', 'informed: zoe')}") == []
    (found,) = alone(f"accountable: ana, consulted: lea, {task.replace('ROLES', 'consulted: []')}")
    assert path_text(found.path) == "steps.pick.tasks.t.joint[1]"
    assert found.command == ("assign", "pick.t", "-C", "law")


def test_a_scheme_of_its_own_has_a_say_in_all_roles_but_those_that_are_told() -> None:
    scheme = "scheme: {roles: {boss: {letter: B, owns: true}, hand: {letter: H}, ear: {letter: E, colour: tell}}}\n"
    assert alone("boss: ana, hand: lea, joint: [it, law]", scheme) == []
    (found,) = alone("boss: ana, ear: lea, joint: [it, law]", scheme)
    assert found.message.endswith("Legal is not boss or hand")
    assert found.command == ()


def test_a_done_joint_step_wants_a_yes_from_each_side() -> None:
    (found,) = unsigned("accountable: ana, joint: [it, law], status: done, agreed: {ana: 2026-11-01}")
    assert found.message == "step 1 'Pick' is done, and nobody of Legal has agreed"
    assert path_text(found.path) == "steps.pick.agreed"
    assert found.command == ("agree", "pick", "WHO")


def test_where_nobody_agreed_it_is_one_finding() -> None:
    (found,) = unsigned("accountable: ana, joint: [it, law], status: done")
    assert found.message == "step 1 'Pick' is done, and nobody of IT or Legal has agreed"


@pytest.mark.parametrize(
    "step",
    [
        "joint: [it, law], status: done, agreed: {ana: 2026-11-01, law: 2026-11-01}",
        "joint: [it, law], status: in-progress",
        "joint: [it, law], status: skipped",
        "joint: [], status: done",
        "joint: [nobody-known], status: done",
        "status: done",
    ],
)
def test_each_side_agreed_or_nothing_is_to_be_agreed_on(step: str) -> None:
    assert unsigned(f"accountable: ana, {step}") == []


def test_a_task_wants_its_own_yes() -> None:
    task = "tasks: {t: {title: T, joint: [it, law], status: done, agreed: {lea: 2026-11-01}}}"
    (found,) = unsigned(f"accountable: ana, agreed: {{ana: 2026-11-01}}, {task}")
    assert found.message == "task pick.t 'T' is done, and nobody of IT has agreed"
    assert path_text(found.path) == "steps.pick.tasks.t.agreed"
