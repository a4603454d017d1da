"""Whoever is named anywhere must be declared."""

import re

import pytest
from helpers import CLEAN, findings, text_of

from raci_cli.findings import path_text

FILE = """
    raci: 1
    project: {name: Demo, lead: <LEAD>, budget: <BUDGET>}
    teams:
      it: {name: IT, lead: <TEAM-LEAD>}
    people:
      ana: {name: Ana Ortiz, team: <TEAM>, deputy: <DEPUTY>}
      bob: {name: Bob}
    sponsors: [ana, <SPONSOR>]
    goals:
      uptime: {measure: hours, owners: [ana, <OWNER>]}
    steps:
      kickoff:
        title: Kick-off
        accountable: <ACCOUNTABLE>
        responsible: [ana, <RESPONSIBLE>]
        consulted: [<CONSULTED>]
        informed: [<INFORMED>]
        candidates: [<CANDIDATE>]
        joint: [<JOINT>]
        agreed: {<AGREED>: 2026-11-01}
        tasks:
          talk: {title: Talk, responsible: [<TASK>]}
"""
PLACES = {
    "LEAD": "project.lead",
    "BUDGET": "project.budget",
    "TEAM-LEAD": "teams.it.lead",
    "TEAM": "people.ana.team",
    "DEPUTY": "people.ana.deputy",
    "SPONSOR": "sponsors[1]",
    "OWNER": "goals.uptime.owners[1]",
    "ACCOUNTABLE": "steps.kickoff.accountable",
    "RESPONSIBLE": "steps.kickoff.responsible[1]",
    "CONSULTED": "steps.kickoff.consulted[0]",
    "INFORMED": "steps.kickoff.informed[0]",
    "CANDIDATE": "steps.kickoff.candidates[0]",
    "JOINT": "steps.kickoff.joint[0]",
    "AGREED": "steps.kickoff.agreed.qqqq",
    "TASK": "steps.kickoff.tasks.talk.responsible[0]",
}


def file_with(place: str, name: str = "qqqq") -> str:
    """The file with `name` in one place, and known parties in all the others."""
    return re.sub("<([A-Z-]+)>", lambda mark: name if mark[1] == place else "bob", text_of(FILE))


def test_a_file_that_names_only_known_parties_has_no_finding() -> None:
    assert findings(file_with("nobody")) == []


@pytest.mark.parametrize("place", PLACES)
def test_an_unknown_party_is_found_in_every_place(place: str) -> None:
    (found,) = findings(file_with(place))
    assert (found.code, found.message) == ("RACI201", "'qqqq' is neither a person nor a team")
    assert path_text(found.path) == PLACES[place]


@pytest.mark.parametrize("place", PLACES)
def test_the_name_itself_is_what_the_caret_is_under(place: str) -> None:
    text = file_with(place)
    (found,) = findings(text)
    assert found.span
    assert text[found.span.start : found.span.end] == "qqqq"


@pytest.mark.parametrize("place", PLACES)
def test_the_sponsors_as_a_group_are_meant_in_steps_only(place: str) -> None:
    in_steps = PLACES[place].startswith("steps.")
    codes = [finding.code for finding in findings(file_with(place, "sponsors"))]
    assert ("RACI201" in codes) is not in_steps


def accountable(party: str, extra: str = "") -> str:
    return CLEAN.replace("  bob: Bob\n", f"  bob: Bob\n{extra}").replace("accountable: ana", f"accountable: {party}")


@pytest.mark.parametrize(
    "party, extra, help_",
    [
        ("Ana", "", "did you mean ana?"),
        ("bobb", "", "did you mean bob?"),
        ("ANA", "", "did you mean ana?"),
        ("Dana Ortiz", "  d7: Dana Ortiz\n", "did you mean d7?"),
        ("dana ortiz", "  d7: Dana Ortiz\n", "did you mean d7?"),
        ("Dana Ortiz", "  d7: Dana Ortiz\n  d8: Dana Ortiz\n", "add them"),
        ("zoe", "", "add them"),
    ],
)
def test_it_suggests_whom_was_meant(party: str, extra: str, help_: str) -> None:
    (found,) = findings(accountable(party, extra))
    assert found.help == help_


@pytest.mark.parametrize(
    "party, command",
    [
        ("zoe", ("add", "person", "zoe", "NAME")),
        ("Zoe Quist", ()),  # no id: there is nothing that could be typed
        ("bobb", ()),
    ],
)
def test_the_command_adds_whom_could_be_added(party: str, command: tuple[str, ...]) -> None:
    (found,) = findings(accountable(party))
    assert found.command == command


def test_every_mention_is_found() -> None:
    found = findings(accountable("[ana, zoe]\n    consulted: [zoe]"))
    assert [path_text(finding.path) for finding in found if finding.code == "RACI201"] == [
        "steps.kickoff.accountable[1]",
        "steps.kickoff.consulted[0]",
    ]


def test_a_long_name_is_shortened_in_the_message() -> None:
    (found,) = findings(accountable("z" * 500))
    assert len(found.message) < 120
    assert found.help == "add them"
