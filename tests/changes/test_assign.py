"""Roles that are given, moved and replaced."""

from typing import Any

import pytest
from changes.planning import TEAMWORK, Planned, outcome, plan_of, usage

from raci_cli.changes.assign import assign
from raci_cli.changes.plan import Plan
from raci_cli.document.edits import Drop, Put
from raci_cli.model.project import Project


def given(*works: str, only: bool = False, **roles: list[str]) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return assign(project, data, works, roles, only=only)

    return planned


ASSIGNED: dict[str, tuple[Planned, tuple[list[str], list[str], list[str]]]] = {
    "the owner is replaced": (
        given("vendor-check", accountable=["bob"]),
        (["accountable: ana"], ["accountable: bob"], ["Check: accountable Ana Ortiz -> Bob"]),
    ),
    "an owner settles what was open": (
        given("vendor", accountable=["IT"]),
        (
            ["candidates: [it, sales]", "hint: Who pays?"],
            ["accountable: it"],
            ["Choose: accountable nobody -> IT", "Choose: decided, so its candidates and hint go"],
        ),
    ),
    "a worker is added": (
        given("vendor", responsible=["cem"]),
        (
            ["responsible: [it, sales]"],
            ["responsible: [it, sales, cem]"],
            ["Choose: responsible IT and Sales -> IT, Sales and Cem"],
        ),
    ),
    "only replaces": (
        given("vendor", only=True, responsible=["cem"]),
        (["responsible: [it, sales]"], ["responsible: [cem]"], ["Choose: responsible IT and Sales -> Cem"]),
    ),
    "only removes by leaving out": (
        given("vendor", only=True, responsible=["sales"]),
        (["responsible: [it, sales]"], ["responsible: [sales]"], ["Choose: responsible IT and Sales -> Sales"]),
    ),
    "one moves out of what the new role excludes": (
        given("vendor", responsible=["bob"]),
        (
            ["responsible: [it, sales]", "informed: [bob]"],
            ["responsible: [it, sales, bob]", "informed: []"],
            ["Choose: responsible IT and Sales -> IT, Sales and Bob", "Choose: informed Bob -> nobody"],
        ),
    ),
    "one text stays one text": (
        given("vendor-check", only=True, consulted=["cem"]),
        (["consulted: bob"], ["consulted: cem"], ["Check: consulted Bob -> Cem"]),
    ),
    "one text becomes a list": (
        given("vendor-check", consulted=["cem"]),
        (["consulted: bob"], ["consulted: [bob, cem]"], ["Check: consulted Bob -> Bob and Cem"]),
    ),
    "an owner may work too": (
        given("launch", accountable=["ana"], responsible=["ana"]),
        (
            [],
            ["accountable: ana", "responsible: [ana]"],
            ["Launch: responsible nobody -> Ana Ortiz", "Launch: accountable nobody -> Ana Ortiz"],
        ),
    ),
    "the sponsors have a role": (
        given("launch", informed=["sponsors"]),
        ([], ["informed: [sponsors]"], ["Launch: informed nobody -> Sponsors"]),
    ),
    "a task gets its own role beside the inherited ones": (
        given("vendor-check.first", consulted=["it"]),
        (
            ["first: {title: First}"],
            ["first: {title: First, consulted: [bob, it]}"],
            ["First: consulted Bob -> Bob and IT"],
        ),
    ),
    "a task gives up an inherited role that is excluded": (
        given("vendor-check.first", responsible=["bob"]),
        (
            ["first: {title: First}"],
            ["first: {title: First, responsible: [bob], consulted: []}"],
            ["First: responsible nobody -> Bob", "First: consulted Bob -> nobody"],
        ),
    ),
    "twice the same is once": (
        given("launch", "launch", responsible=["cem", "Cem", "cem"]),
        ([], ["responsible: [cem]"], ["Launch: responsible nobody -> Cem"]),
    ),
    "nothing to do is said": (
        given("vendor-check", accountable=["ana"]),
        ([], [], ["Check: accountable Ana Ortiz already, nothing changed"]),
    ),
    "nothing to do for two roles is said": (
        given("vendor-check", accountable=["ana"], consulted=["bob"]),
        ([], [], ["Check: accountable Ana Ortiz; consulted Bob already, nothing changed"]),
    ),
}


@pytest.mark.parametrize("planned, expected", ASSIGNED.values(), ids=ASSIGNED)
def test_roles_are_given(planned: Planned, expected: tuple[list[str], list[str], list[str]]) -> None:
    assert outcome(planned) == expected


def test_several_steps_are_changed_at_once() -> None:
    gone, come, said = outcome(given("1", "launch", accountable=["cem"]))
    assert gone == ["candidates: [it, sales]", "hint: Who pays?"]
    assert come == ["accountable: cem", "accountable: cem"]
    assert len(said) == 3


def test_a_change_is_told_to_programs() -> None:
    (said,) = plan_of(given("vendor-check", accountable=["bob"])).said
    assert said.as_data() == {
        "path": "steps.vendor-check.accountable",
        "old": ["ana"],
        "new": ["bob"],
        "text": "Check: accountable Ana Ortiz -> Bob",
    }


def test_what_is_settled_is_told_to_programs() -> None:
    said = plan_of(given("vendor", accountable=["it"])).said[1]
    assert (said.path, said.new) == (("steps", "vendor"), None)
    assert said.old == {"candidates": ["it", "sales"], "hint": "Who pays?"}


def test_one_key_that_was_open_goes_alone() -> None:
    text = TEAMWORK.replace("    hint: Who pays?\n", "")
    assert outcome(given("vendor", accountable=["it"]), text)[2][1] == "Choose: decided, so its candidates goes"


def test_the_owner_that_a_step_has_already_settles_it_too() -> None:
    text = TEAMWORK.replace("    hint: Who pays?\n", "    accountable: it\n")
    gone, come, said = outcome(given("vendor", accountable=["it"]), text)
    assert (gone, come) == (["candidates: [it, sales]"], [])
    assert said == ["Choose: decided, so its candidates goes"]


def test_an_owner_written_as_a_list_stays_a_list() -> None:
    text = TEAMWORK.replace("accountable: ana", "accountable: [ana]")
    assert outcome(given("vendor-check", accountable=["bob"]), text)[1] == ["accountable: [bob]"]


@pytest.mark.parametrize("second", ["vendor", "1"])
def test_a_step_that_is_named_twice_is_changed_once(second: str) -> None:
    changes = plan_of(given("vendor", second, accountable=["it"])).changes
    assert [type(change) for change in changes] == [Put, Drop, Drop]


REFUSED: dict[str, tuple[Planned, tuple[str, str]]] = {
    "nobody": (
        given("vendor"),
        ("nobody to assign", "say who: -R WHO, -A WHO, -C WHO or -I WHO"),
    ),
    "no such role": (
        given("vendor", acountable=["it"]),
        ("there is no role 'acountable' in the scheme raci", "did you mean accountable?"),
    ),
    "a role like no other": (
        given("vendor", zzz=["it"]),
        ("there is no role 'zzz' in the scheme raci", "say -R WHO, -A WHO, -C WHO or -I WHO"),
    ),
    "two owners": (
        given("vendor", accountable=["it", "sales"]),
        ("only one party can be accountable, not it and sales", ""),
    ),
    "two roles that exclude each other": (
        given("vendor", responsible=["it"], informed=["cem", "it"]),
        ("it cannot be responsible and informed in one step", "choose one of them"),
    ),
    "no such party": (
        given("vendor", responsible=["cemm"]),
        ("there is no person or team 'cemm'", "did you mean cem?"),
    ),
    "no such step": (given("vendr", responsible=["bob"]), ("there is no step 'vendr'", "did you mean vendor?")),
}


@pytest.mark.parametrize("planned, refusal", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused(planned: Planned, refusal: tuple[str, str]) -> None:
    assert usage(planned) == refusal
