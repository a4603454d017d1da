"""Who may own and work: teams with a lead, people who are there, no agents."""

import pytest
from helpers import findings_of

from raci_cli.findings import Finding, path_text

HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: {name: IT, lead: lee}, law: Legal, old: {name: Old guard, lead: maya}}
people:
  lee: Lee Wong
  ben: {name: Ben, deputy: maya}
  maya: {name: Maya, active: false, deputy: ben}
  gus: {name: Gus, active: false, deputy: maya}
  kai: {name: Kai, active: false, deputy: scout}
  ron: {name: Ron, active: false, deputy: nobody-known}
  eva: {name: Eva, active: false, deputy: eva}
  scout: {name: Scout, kind: agent}
  acme: {name: Acme, kind: external}
"""
OWN = (
    "scheme: {name: ours, roles: {chief: {letter: C, owns: true, person-only: true}, hand: {letter: H, works: true}}}\n"
)


def found(code: str, steps: str, rest: str = "") -> list[Finding]:
    return findings_of((code,), f"{HEAD}{rest}steps:\n{steps}")


def in_step(code: str, step: str, rest: str = "") -> list[Finding]:
    return found(code, f"  choose: {{title: Choose, {step}}}\n", rest)


def test_a_team_without_a_lead_is_found_once_where_it_is_declared() -> None:
    steps = "".join(
        f"  s{number}: {{title: Step {number}, accountable: law, responsible: lee}}\n" for number in range(12)
    )
    (one,) = found("RACI104", steps)
    assert path_text(one.path) == "teams.law"
    assert one.span
    assert (one.span.line, one.span.end_column - one.span.column) == (3, len("law"))
    assert one.message == "Legal, a team without a lead, owns s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 2 more"


def test_a_team_owns_a_task_that_says_so() -> None:
    (one,) = in_step("RACI104", "accountable: lee, tasks: {talk: {title: Talk, accountable: law}}")
    assert one.message == "Legal, a team without a lead, owns choose.talk"


@pytest.mark.parametrize(
    "step",
    [
        "accountable: it",
        "accountable: lee, responsible: law",
        "accountable: law, status: skipped",
        "accountable: law, status: done",
        "accountable: nobody-known",
        "accountable: lee, tasks: {talk: {title: Talk, accountable: law, status: done}}",
    ],
)
def test_a_team_with_a_lead_or_nothing_to_answer_for_is_fine(step: str) -> None:
    assert in_step("RACI104", step) == []


def test_a_lead_who_has_left_leads_nobody() -> None:
    (one,) = in_step("RACI104", "accountable: old, responsible: lee")
    assert one.message == "Old guard, a team whose lead Maya has left, owns choose"
    assert path_text(one.path) == "teams.old.lead"


def test_a_lead_whom_nobody_declared_is_found_elsewhere() -> None:
    text = f"{HEAD}steps: {{s: {{title: S, accountable: it}}}}\n".replace("lead: lee", "lead: leee")
    assert findings_of(("RACI104",), text) == []


@pytest.mark.parametrize(
    "step, place",
    [
        ("accountable: scout", "steps.choose.accountable"),
        ("accountable: [lee, scout, scout]", "steps.choose.accountable[1]"),
        ("accountable: scout, status: done", "steps.choose.accountable"),
        ("accountable: lee, tasks: {talk: {title: Talk, accountable: scout}}", "steps.choose.tasks.talk.accountable"),
    ],
)
def test_an_agent_owns_nothing(step: str, place: str) -> None:
    (one,) = in_step("RACI105", step)
    assert one.message.startswith("Scout is a software agent and cannot be accountable for ")
    assert path_text(one.path) == place
    assert one.command[0] == "assign"
    assert one.command[2:] == ("-A", "WHO")


def test_somebody_outside_owns_nothing() -> None:
    (one,) = in_step("RACI105", "accountable: acme")
    assert one.message == "Acme is outside the organisation and cannot be accountable for step 1 'Choose'"
    assert one.help == "name a person who answers for it"


@pytest.mark.parametrize(
    "step", ["accountable: lee, responsible: [scout, acme]", "accountable: it", "accountable: scout, status: skipped"]
)
def test_they_may_work_and_a_team_may_own(step: str) -> None:
    assert in_step("RACI105", step) == []


@pytest.mark.parametrize("sponsors, number", [("[lee, scout, acme]", 1), ("[lee]", 0)])
def test_sponsors_who_own_are_named_once(sponsors: str, number: int) -> None:
    found = in_step("RACI105", "accountable: sponsors", f"sponsors: {sponsors}\n")
    assert [finding.message for finding in found] == [
        "Scout is a software agent and cannot be accountable for step 1 'Choose'"
    ] * number


@pytest.mark.parametrize(
    "chief, kind", [("it", "a team"), ("scout", "a software agent"), ("acme", "outside the organisation")]
)
def test_a_role_for_persons_takes_persons(chief: str, kind: str) -> None:
    (one,) = in_step("RACI105", f"chief: {chief}, hand: lee", OWN)
    assert f"is {kind} and cannot be chief" in one.message
    assert in_step("RACI105", f"chief: lee, hand: {chief}", OWN) == []
    assert in_step("RACI104", f"chief: {chief}, hand: lee", OWN) == [], "it is found once"


def test_a_role_for_persons_that_does_not_own() -> None:
    scheme = "scheme: {roles: {chief: {letter: C, owns: true}, judge: {letter: J, person-only: true}}}\n"
    (one,) = in_step("RACI105", "chief: lee, judge: [it, acme]", scheme)
    assert one.message == "IT is a team and cannot be judge for step 1 'Choose'"
    assert one.help == "name a person"
    assert one.command == ("assign", "choose", "--role", "judge=WHO", "--role", "judge=acme", "--only")


def test_who_has_left_owns_nothing_that_is_open() -> None:
    (one,) = in_step("RACI107", "accountable: maya")
    assert one.message == "Maya has left and is accountable for step 1 'Choose'"
    assert (one.help, one.command) == ("the deputy is Ben", ("assign", "choose", "-A", "ben"))
    assert path_text(one.path) == "steps.choose.accountable"


@pytest.mark.parametrize(
    "party, help_",
    [("gus", "the deputy is Ben"), ("ron", "name somebody who is there"), ("eva", "name somebody who is there")],
)
def test_the_deputy_of_a_deputy_stands_in(party: str, help_: str) -> None:
    (one,) = in_step("RACI107", f"accountable: {party}")
    assert one.help == help_


def test_an_agent_stands_in_for_the_work_alone() -> None:
    owner, worker = in_step("RACI107", "accountable: kai, responsible: [kai]")
    assert (owner.help, owner.command) == ("name somebody who is there", ("assign", "choose", "-A", "WHO"))
    assert (worker.help, worker.command) == ("the deputy is Scout", ("assign", "choose", "-R", "scout", "--only"))


def test_who_works_is_replaced_in_the_list() -> None:
    (one,) = in_step("RACI107", "accountable: lee, responsible: [acme, maya, scout]")
    assert path_text(one.path) == "steps.choose.responsible[1]"
    assert one.command == ("assign", "choose", "-R", "acme", "-R", "ben", "-R", "scout", "--only")


@pytest.mark.parametrize("others", ["[maya, zoe]", "[maya, lee, it, law, acme, scout]"])
def test_a_list_that_cannot_be_typed_loses_a_name(others: str) -> None:
    (one,) = in_step("RACI107", f"accountable: lee, responsible: {others}")
    assert one.command == ("unassign", "choose", "-R", "maya")


def test_a_sponsor_who_has_left_cannot_be_replaced_in_the_step() -> None:
    (one,) = in_step("RACI107", "accountable: lee, responsible: [sponsors]", "sponsors: [ben, maya]\n")
    assert (one.message, one.command) == ("Maya has left and is responsible for step 1 'Choose'", ())


@pytest.mark.parametrize(
    "step",
    [
        "accountable: maya, status: done",
        "accountable: maya, status: skipped",
        "accountable: lee, consulted: [maya], informed: [gus]",
        "accountable: lee, tasks: {talk: {title: Talk, responsible: [maya], status: done}}",
        "accountable: lee, status: done, tasks: {talk: {title: Talk, responsible: [maya]}}",
    ],
)
def test_what_is_over_keeps_its_names_and_who_has_left_may_be_told(step: str) -> None:
    assert in_step("RACI107", step) == []


def test_an_ongoing_step_is_over_with_the_step_that_ends_it() -> None:
    end = "  end: {title: End, accountable: lee, status: STATUS}\n"
    run = "  run: {title: Run, accountable: maya, ongoing: true, until: end}\n"
    assert found("RACI107", run + end.replace("STATUS", "done")) == []
    assert len(found("RACI107", run + end.replace("STATUS", "in-progress"))) == 1


def test_an_agent_who_is_gone_is_found_once() -> None:
    text = f"{HEAD}steps: {{s: {{title: S, accountable: scout}}}}\n".replace(
        "kind: agent", "kind: agent, active: false"
    )
    assert [one.code for one in findings_of(("RACI105", "RACI107"), text)] == ["RACI105"]


def test_where_agents_may_own_they_must_still_be_there() -> None:
    text = f"{HEAD}steps: {{s: {{title: S, accountable: scout}}}}\n".replace(
        "kind: agent", "kind: agent, active: false"
    )
    off = f"{text}check: {{severity: {{RACI105: off}}}}\n"
    assert [one.code for one in findings_of(("RACI105", "RACI107"), off)] == ["RACI107"]
