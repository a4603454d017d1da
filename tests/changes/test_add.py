"""People and teams that are added."""

from typing import Any

import pytest
from changes.planning import TEAMWORK, Planned, outcome, plan_of, usage

from raci_cli.changes.add import add_person, add_team
from raci_cli.changes.plan import Plan
from raci_cli.model.project import Project


def person(id_: str, name: str, **details: str | None) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return add_person(project, data, id_, name, **details)

    return planned


def team(id_: str, name: str, lead: str | None = None) -> Planned:
    def planned(project: Project, data: Any) -> Plan:
        return add_team(project, data, id_, name, lead)

    return planned


ADDED: dict[str, tuple[Planned, list[str], str]] = {
    "a name is enough": (person("eve", "Eve"), ["eve: Eve"], "New person eve: Eve"),
    "details that are not known are left out": (
        person("eve", "Eve", team=None, title=None),
        ["eve: Eve"],
        "New person eve: Eve",
    ),
    "a team by its name": (
        person("eve", "Eve", team="Sales", title="CEO"),
        ["eve: {name: Eve, team: sales, title: CEO}"],
        "New person eve: Eve, Sales",
    ),
    "all details": (
        person("eve", "Eve Ek", team="it", title="CIO", email="eve@example.com", deputy="cem", kind="external"),
        ["eve: {name: Eve Ek, team: it, title: CIO, email: eve@example.com, deputy: cem, kind: external}"],
        "New person eve: Eve Ek, IT",
    ),
    "a name that reads as something else": (person("no", "No"), ["'no': 'No'"], "New person no: No"),
    "a team": (team("ops", "Operations"), ["ops: Operations"], "New team ops: Operations"),
    "a team with a lead by name": (
        team("ops", "Operations", "Ana Ortiz"),
        ["ops: {name: Operations, lead: ana}"],
        "New team ops: Operations",
    ),
}


@pytest.mark.parametrize("planned, come, said", ADDED.values(), ids=ADDED)
def test_a_party_is_added(planned: Planned, come: list[str], said: str) -> None:
    assert outcome(planned) == ([], come, [said])


BARE = "raci: 1\nproject: {name: Demo}\n\nsteps:\n  a: {title: A}\n"


@pytest.mark.parametrize("planned, section", [(person("eve", "Eve"), "people"), (team("ops", "Ops"), "teams")])
def test_a_section_is_made_where_there_is_none(planned: Planned, section: str) -> None:
    gone, come, _ = outcome(planned, BARE)
    assert gone == []
    assert next(line for line in come if line) == f"{section}:"


@pytest.mark.parametrize("section", ["people:", "people: {}", "people:  # none yet", "people: ~", "people: null"])
def test_an_empty_section_is_filled(section: str) -> None:
    _, come, said = outcome(person("eve", "Eve"), BARE + section + "\n")
    assert "eve: Eve" in " ".join(come)
    assert said == ["New person eve: Eve"]


def test_a_party_is_told_to_programs() -> None:
    (said,) = plan_of(person("eve", "Eve", team="it")).said
    assert said.as_data() == {
        "path": "people.eve",
        "old": None,
        "new": {"name": "Eve", "team": "it"},
        "text": "New person eve: Eve, IT",
    }


RULE = "an id is 1 to 64 of the letters a-z, the digits, _ and -, and starts with a letter or digit"
REFUSED: dict[str, tuple[Planned, tuple[str, str]]] = {
    "an id with a blank": (person("eve ek", "Eve"), ("'eve ek' cannot be an id", RULE)),
    "an empty id": (team("", "Eve"), ("'' cannot be an id", RULE)),
    "the id of the sponsors": (
        person("sponsors", "Eve"),
        ("the id sponsors is reserved: in a step it stands for the sponsors", ""),
    ),
    "a person's id": (team("ana", "Eve"), ("there is a person ana already", "")),
    "a team's id": (person("it", "Eve"), ("there is a team it already", "")),
    "an empty name": (person("eve", " "), ("name must not be empty", "")),
    "a name of two lines": (team("ops", "a\nb"), ("name must not contain the control character \\n", "")),
    "an empty title": (person("eve", "Eve", title=""), ("title must not be empty", "")),
    "no such team": (person("eve", "Eve", team="its"), ("there is no person or team 'its'", "did you mean it?")),
    "a team that is a person": (
        person("eve", "Eve", team="ana"),
        ("'ana' is no team", "add it first: raci add team ID NAME"),
    ),
    "the sponsors as a team": (
        person("eve", "Eve", team="sponsors"),
        ("'sponsors' is no team", "add it first: raci add team ID NAME"),
    ),
    "no such deputy": (person("eve", "Eve", deputy="cemm"), ("there is no person or team 'cemm'", "did you mean cem?")),
    "no such lead": (team("ops", "Ops", "annna"), ("there is no person or team 'annna'", "did you mean ana?")),
}


@pytest.mark.parametrize("planned, refusal", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_added_is_refused(planned: Planned, refusal: tuple[str, str]) -> None:
    assert usage(planned) == refusal


def test_an_entry_that_could_not_be_read_is_not_written_over() -> None:
    text = TEAMWORK.replace("  cem: Cem\n", "  cem: [Cem]\n")
    assert usage(person("cem", "Cem"), text)[0] == "there is an entry cem already"
