"""How much hangs on one person."""

import pytest
from helpers import TODAY, findings_of, reading

from raci_cli.checking.config import settings_for
from raci_cli.findings import Finding, path_text
from raci_cli.rules.run import find

HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: {name: IT, lead: ana}}
people:
  ana: {name: Ana, team: it}
  bob: Bob
  scout: {name: Scout, kind: agent}
  acme: {name: Acme, kind: external}
  maya: {name: Maya, active: false}
sponsors: [bob]
"""


def of_steps(code: str, number: int, step: str, rest: str = "") -> list[Finding]:
    steps = "".join(f"  s{one}: {{title: Step {one}, {step}}}\n" for one in range(number))
    return findings_of((code,), f"{HEAD}steps:\n{steps}{rest}")


@pytest.mark.parametrize(
    "code, role, does, limit",
    [
        ("RACI203", "accountable", "owns", "overloaded-owner"),
        ("RACI204", "responsible", "works on", "overloaded-worker"),
    ],
)
def test_more_than_five_open_steps_are_too_many(code: str, role: str, does: str, limit: str) -> None:
    assert of_steps(code, 5, f"{role}: ana") == []
    (found,) = of_steps(code, 7, f"{role}: ana")
    assert found.message == f"Ana {does} 7 open steps, more than 5: s0, s1, s2, s3, s4 and 2 more"
    assert (path_text(found.path), found.at) == ("people.ana", "key")
    assert of_steps(code, 7, f"{role}: ana", f"check: {{limits: {{{limit}: 7}}}}\n") == []


@pytest.mark.parametrize("code, role", [("RACI203", "accountable"), ("RACI204", "responsible")])
@pytest.mark.parametrize("party", ["it", "scout", "acme", "maya", "sponsors", "zoe"])
def test_only_people_who_are_there_are_overloaded(code: str, role: str, party: str) -> None:
    assert of_steps(code, 7, f"{role}: {party}") == []


@pytest.mark.parametrize("code, role", [("RACI203", "accountable"), ("RACI204", "responsible")])
@pytest.mark.parametrize("status", ["done", "skipped"])
def test_what_is_over_weighs_nothing(code: str, role: str, status: str) -> None:
    assert of_steps(code, 7, f"{role}: ana, status: {status}") == []


def test_a_step_weighs_once_whoever_does_its_tasks() -> None:
    tasks = "tasks: {a: {title: A, responsible: bob}, b: {title: B, responsible: bob}}"
    assert of_steps("RACI204", 5, f"responsible: [bob, bob], {tasks}") == []
    assert len(of_steps("RACI204", 6, tasks)) == 1
    assert of_steps("RACI204", 6, tasks.replace("bob", "bob, status: done")) == []
    assert of_steps("RACI203", 6, tasks.replace("responsible", "accountable")) == []


def no_deputy(people: str, step: str = "accountable: ana") -> list[Finding]:
    text = (
        "raci: 1\nproject: {name: Demo}\nteams: {it: IT}\n"
        f"people: {{{people}, cleo: {{name: Cleo, active: false}}}}\n"
        f"steps: {{s: {{title: S, {step}}}}}\ncheck: {{severity: {{no-deputy: warning}}}}\n"
    )
    return findings_of(("RACI207",), text)


def test_an_owner_without_a_deputy() -> None:
    (found,) = no_deputy("ana: Ana")
    assert found.message == "Ana owns step 1 'S', and nobody stands in"
    assert (path_text(found.path), found.help) == ("people.ana", "write deputy: under people.ana")


def test_a_deputy_who_has_left_is_none() -> None:
    (found,) = no_deputy("ana: {name: Ana, deputy: cleo}")
    assert found.message == "Ana owns step 1 'S', and Cleo, the deputy, has left"
    assert path_text(found.path) == "people.ana.deputy"


@pytest.mark.parametrize(
    "people, step",
    [
        ("ana: {name: Ana, deputy: bob}, bob: Bob", "accountable: ana"),
        ("ana: {name: Ana, deputy: zoe}", "accountable: ana"),
        ("ana: Ana", "accountable: it, responsible: ana"),
        ("ana: Ana", "accountable: ana, status: done"),
        ("ana: {name: Ana, kind: external}", "accountable: ana"),
        ("ana: {name: Ana, active: false}", "accountable: ana"),
    ],
)
def test_nobody_else_needs_one(people: str, step: str) -> None:
    assert no_deputy(people, step) == []


def test_an_owner_of_a_task_needs_one_too() -> None:
    (found,) = no_deputy("ana: Ana", "accountable: it, tasks: {t: {title: T, accountable: ana}}")
    assert found.message == "Ana owns task s.t 'T', and nobody stands in"


def test_it_is_off_until_it_is_asked_for() -> None:
    read = reading(f"{HEAD}steps: {{s: {{title: S, accountable: ana}}}}\n")
    assert "RACI207" not in [found.code for found in find(read, settings_for(read.project, TODAY))]
