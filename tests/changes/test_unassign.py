"""Roles that are taken away, and agreements that are written down."""

import datetime
from typing import Any

import pytest
from changes.planning import TEAMWORK, Planned, outcome, plan_of, usage

from raci_cli.changes.assign import assign, unassign
from raci_cli.changes.plan import Plan
from raci_cli.changes.setting import agree
from raci_cli.model.project import Project

DAY = datetime.date(2026, 12, 1)
Expected = tuple[list[str], list[str], list[str]]


def taken(*works: str, who: tuple[str, ...] = (), **roles: list[str]) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return unassign(project, data, works, roles, who)

    return planned


def agreed(works: list[str], *who: str, day: datetime.date = DAY) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return agree(project, data, works, who, day)

    return planned


TAKEN: dict[str, tuple[Planned, Expected]] = {
    "one of two": (
        taken("vendor", responsible=["Sales"]),
        (["responsible: [it, sales]"], ["responsible: [it]"], ["Choose: responsible IT and Sales -> IT"]),
    ),
    "the last one leaves an empty list": (
        taken("vendor", informed=["bob"]),
        (["informed: [bob]"], ["informed: []"], ["Choose: informed Bob -> nobody"]),
    ),
    "one without a list leaves an empty list": (
        taken("vendor-check", accountable=["ana"]),
        (["accountable: ana"], ["accountable: []"], ["Check: accountable Ana Ortiz -> nobody"]),
    ),
    "out of every role": (
        taken("vendor", who=("bob", "it")),
        (
            ["responsible: [it, sales]", "informed: [bob]"],
            ["responsible: [sales]", "informed: []"],
            ["Choose: responsible IT and Sales -> Sales", "Choose: informed Bob -> nobody"],
        ),
    ),
    "out of one role and out of every role": (
        taken("vendor", who=("bob",), responsible=["it"]),
        (
            ["responsible: [it, sales]", "informed: [bob]"],
            ["responsible: [sales]", "informed: []"],
            ["Choose: responsible IT and Sales -> Sales", "Choose: informed Bob -> nobody"],
        ),
    ),
    "out of several steps": (
        taken("vendor", "2", who=("bob",)),
        (
            ["informed: [bob]", "consulted: bob"],
            ["informed: []", "consulted: []"],
            ["Choose: informed Bob -> nobody", "Check: consulted Bob -> nobody"],
        ),
    ),
    "one step of two has nothing to take": (
        taken("launch", "2", who=("bob",)),
        (
            ["consulted: bob"],
            ["consulted: []"],
            ["Launch: nobody of these has such a role, nothing changed", "Check: consulted Bob -> nobody"],
        ),
    ),
    "a task no longer inherits": (
        taken("vendor-check.first", who=("bob",)),
        (["first: {title: First}"], ["first: {title: First, consulted: []}"], ["First: consulted Bob -> nobody"]),
    ),
    "a task keeps its own roles": (
        taken("vendor-check.second", responsible=["cem"]),
        (
            ["second: {title: Second, responsible: [cem], status: done, done: 2026-01-02}"],
            ["second: {title: Second, responsible: [], status: done, done: 2026-01-02}"],
            ["Second: responsible Cem -> nobody"],
        ),
    ),
    "a step with candidates stays open": (
        taken("vendor", who=("sales",)),
        (["responsible: [it, sales]"], ["responsible: [it]"], ["Choose: responsible IT and Sales -> IT"]),
    ),
    "another role than the one held": (
        taken("vendor", consulted=["bob"]),
        ([], [], ["Choose: nobody of these has such a role, nothing changed"]),
    ),
    "the sponsors are not those who are sponsors": (
        taken("vendor-check", who=("sponsors",)),
        ([], [], ["Check: nobody of these has such a role, nothing changed"]),
    ),
}


STRAY = TEAMWORK.replace("informed: [bob]", "informed: [bob, ghost]").replace("consulted: bob", "consulted: Cem")
STRAY = STRAY.replace("responsible: [cem]", "responsible: [goner]")
NOT_DECLARED: dict[str, tuple[Planned, Expected]] = {
    "out of every role": (
        taken("vendor", who=("ghost",)),
        (["informed: [bob, ghost]"], ["informed: [bob]"], ["Choose: informed Bob and ghost -> Bob"]),
    ),
    "out of one role": (
        taken("vendor", informed=["ghost", "bob"]),
        (["informed: [bob, ghost]"], ["informed: []"], ["Choose: informed Bob and ghost -> nobody"]),
    ),
    "as it is written, before the name of another": (
        taken("vendor-check", who=("Cem",)),
        (["consulted: Cem"], ["consulted: []"], ["Check: consulted Cem -> nobody"]),
    ),
    "out of a task": (
        taken("2.second", who=("goner",)),
        (
            ["second: {title: Second, responsible: [goner], status: done, done: 2026-01-02}"],
            ["second: {title: Second, responsible: [], status: done, done: 2026-01-02}"],
            ["Second: responsible goner -> nobody"],
        ),
    ),
    "where only another step has it": (
        taken("launch", who=("ghost", "goner")),
        ([], [], ["Launch: nobody of these has such a role, nothing changed"]),
    ),
}


@pytest.mark.parametrize("planned, expected", NOT_DECLARED.values(), ids=NOT_DECLARED)
def test_who_is_not_declared_can_be_taken_away(planned: Planned, expected: Expected) -> None:
    assert outcome(planned, STRAY) == expected


def test_who_is_not_declared_cannot_be_given_a_role() -> None:
    assert usage(lambda p, d: assign(p, d, ["launch"], {"informed": ["ghost"]}, only=False), STRAY)[0] == (
        "there is no person or team 'ghost'"
    )


@pytest.mark.parametrize("planned, expected", TAKEN.values(), ids=TAKEN)
def test_roles_are_taken_away(planned: Planned, expected: Expected) -> None:
    assert outcome(planned) == expected


def test_a_task_that_inherits_two_gets_the_other_as_a_list() -> None:
    text = TEAMWORK.replace("consulted: bob", "consulted: [bob, cem]")
    assert outcome(taken("2.first", consulted=["bob"]), text)[1] == ["first: {title: First, consulted: [cem]}"]


def test_one_who_stands_twice_in_a_role_goes_twice() -> None:
    text = TEAMWORK.replace("informed: [bob]", "informed: [bob, cem, bob]")
    assert outcome(taken("vendor", who=("bob",)), text)[1] == ["informed: [cem]"]


def test_what_was_taken_away_is_told_to_programs() -> None:
    (said,) = plan_of(taken("vendor", informed=["bob"])).said
    assert said.as_data() == {
        "path": "steps.vendor.informed",
        "old": ["bob"],
        "new": [],
        "text": "Choose: informed Bob -> nobody",
    }


AGREED: dict[str, tuple[Planned, str, Expected]] = {
    "the first": (
        agreed(["launch"], "ana", "Cem"),
        TEAMWORK,
        (
            [],
            ["agreed: {ana: 2026-12-01, cem: 2026-12-01}"],
            ["Launch: Ana Ortiz agreed on 2026-12-01", "Launch: Cem agreed on 2026-12-01"],
        ),
    ),
    "a team, by its name": (
        agreed(["launch"], "Sales"),
        TEAMWORK,
        ([], ["agreed: {sales: 2026-12-01}"], ["Launch: Sales agreed on 2026-12-01"]),
    ),
    "of a task": (
        agreed(["2.first"], "bob"),
        TEAMWORK,
        (
            ["first: {title: First}"],
            ["first: {title: First, agreed: {bob: 2026-12-01}}"],
            ["First: Bob agreed on 2026-12-01"],
        ),
    ),
    "one more": (
        agreed(["launch"], "bob"),
        TEAMWORK.replace("title: Launch", "agreed: {ana: 2026-01-01}\n    title: Launch"),
        (
            ["agreed: {ana: 2026-01-01}"],
            ["agreed: {ana: 2026-01-01, bob: 2026-12-01}"],
            ["Launch: Bob agreed on 2026-12-01"],
        ),
    ),
    "another day for one of two": (
        agreed(["launch"], "ana", "bob"),
        TEAMWORK.replace("title: Launch", "agreed:\n      ana: 2026-01-01\n      bob: 2026-12-01\n    title: Launch"),
        (["ana: 2026-01-01"], ["ana: 2026-12-01"], ["Launch: Ana Ortiz agreed on 2026-12-01"]),
    ),
    "in several steps": (
        agreed(["launch", "3", "upkeep"], "bob"),
        TEAMWORK,
        (
            ["upkeep: {title: Keep it up, ongoing: true}"],
            ["agreed: {bob: 2026-12-01}", "upkeep: {title: Keep it up, ongoing: true, agreed: {bob: 2026-12-01}}"],
            ["Launch: Bob agreed on 2026-12-01", "Keep it up: Bob agreed on 2026-12-01"],
        ),
    ),
    "the same day again": (
        agreed(["launch"], "ana", day=datetime.date(2026, 1, 1)),
        TEAMWORK.replace("title: Launch", "agreed: {ana: '2026-01-01'}\n    title: Launch"),
        ([], [], ["Launch: Ana Ortiz agreed on 2026-01-01 already, nothing changed"]),
    ),
}


@pytest.mark.parametrize("planned, text, expected", AGREED.values(), ids=AGREED)
def test_agreements_are_written_down(planned: Planned, text: str, expected: Expected) -> None:
    assert outcome(planned, text) == expected


@pytest.mark.parametrize("empty", ["", " ~", " null", " {}"])
def test_an_empty_mapping_of_agreements_is_filled(empty: str) -> None:
    text = TEAMWORK.replace("title: Launch", f"agreed:{empty}   # who?\n    title: Launch")
    come = " ".join(outcome(agreed(["launch"], "ana"), text)[1])
    assert come in ("ana: 2026-12-01", "agreed: {ana: 2026-12-01}   # who?")


def test_sponsors_who_are_not_named_cannot_be_meant() -> None:
    text = TEAMWORK.replace("sponsors: [ana]\n", "")
    assert usage(agreed(["launch"], "sponsors"), text)[1] == "name who agreed: by id or name"


def test_who_is_named_twice_agrees_once() -> None:
    assert outcome(agreed(["launch"], "ana", "Ana Ortiz"))[2] == ["Launch: Ana Ortiz agreed on 2026-12-01"]


REFUSED: dict[str, tuple[Planned, tuple[str, str]]] = {
    "nobody": (
        taken("vendor"),
        ("nobody to take out", "say who: -R WHO, -A WHO, -C WHO or -I WHO, or --who WHO for every role"),
    ),
    "no such role": (
        taken("vendor", informd=["bob"]),
        ("there is no role 'informd' in the scheme raci", "did you mean informed?"),
    ),
    "no such party": (taken("vendor", who=("anna",)), ("there is no person or team 'anna'", "did you mean ana?")),
    "no such step": (taken("lunch", who=("ana",)), ("there is no step 'lunch'", "did you mean launch?")),
    "no such party agrees": (agreed(["1"], "anna"), ("there is no person or team 'anna'", "did you mean ana?")),
    "two of one name agree": (agreed(["1"], "Bob"), ("'Bob' is the name of bob and dan", "name one by its id")),
    "the sponsors agree": (
        agreed(["launch"], "bob", "sponsors"),
        ("an agreement is by a person or team, not by all sponsors at once", "name who agreed: ana"),
    ),
    "no such step to agree to": (agreed(["9"], "ana"), ("there is no step 9", "the steps are 1 to 4")),
}


@pytest.mark.parametrize("planned, refusal", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused(planned: Planned, refusal: tuple[str, str]) -> None:
    assert usage(planned) == refusal
