"""What the roles of any scheme come to, and who belongs to whom."""

import datetime

import pytest

from raci_cli.model.project import Party, Project, Step
from raci_cli.model.scheme import RACI, Role, Scheme
from raci_cli.reports.views.roles import acting, kind_of, members, not_agreed, of_kind, party_of, stands_for

PARTIES = {
    "it": Party("it", "IT", kind="team"),
    "ana": Party("ana", "Ana", team="it"),
    "bob": Party("bob", "Bob"),
}


@pytest.mark.parametrize(
    "role, kind",
    [
        (Role("x", "X", owns=True, works=True, colour="tell"), "own"),
        (Role("x", "X", works=True, colour="ask"), "work"),
        (Role("x", "X"), "ask"),
        (Role("x", "X", colour="tell"), "tell"),
        (Role("informed", "I"), "tell"),
        (Role("Inform", "I", colour="blue"), "tell"),
        (Role("informed", "I", colour="ask"), "ask"),
        (Role("uninformed", "U"), "ask"),
    ],
)
def test_the_kind_of_a_role(role: Role, kind: str) -> None:
    assert kind_of(role) == kind


def test_the_four_of_raci() -> None:
    assert [kind_of(role) for role in RACI.roles] == ["work", "own", "ask", "tell"]
    assert [role.name for role in of_kind(RACI, "own", "tell")] == ["accountable", "informed"]
    assert [role.letter for role in acting(RACI)] == ["R", "A"]


def test_where_nobody_owns_or_works_everybody_acts() -> None:
    roles = (Role("helper", "H"), Role("informed", "I"))
    assert acting(Scheme("own", roles)) == list(roles)


def test_members_and_who_stands_for_whom() -> None:
    project = Project(parties=PARTIES, sponsors=("bob", "zoe"))
    assert (members(project, "it"), members(project, "sponsors"), members(project, "ana")) == (
        ["ana"],
        ["bob", "zoe"],
        [],
    )
    assert stands_for(project, "ana", "it")
    assert stands_for(project, "it", "it")
    assert not stands_for(project, "bob", "it")
    assert (party_of(project, "zoe").name, party_of(project, "zoe").kind) == ("zoe", "unknown")


def test_an_agreement_of_a_member_is_one_of_the_team() -> None:
    project, day = Project(parties=PARTIES), datetime.date(2026, 12, 1)
    step = Step("a", "A", joint=("it", "bob"))
    assert not_agreed(project, step) == ["it", "bob"]
    assert not_agreed(project, Step("a", "A", joint=("it", "bob"), agreed={"ana": day})) == ["bob"]
    assert not_agreed(project, Step("a", "A", agreed={"ana": day})) == []
