"""Whoever is named anywhere must be declared."""

import re

import pytest
from helpers import CLEAN, findings_of, text_of

from raci_cli.findings import Finding, path_text

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


def findings(text: str) -> list[Finding]:
    return findings_of(("RACI201",), text)


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


EVERYWHERE = """
    raci: 1
    project: {name: Demo, lead: a, budget: b}
    teams: {c: {name: C, lead: d}, law: Legal}
    people:
      a: {name: A, deputy: e}
      b: B
      d: D
      e: E
      f: F
      g: G
      h: H
      i: I
      j: J
      k: {name: K, team: law}
      l: L
      m: {name: M, team: c}
    sponsors: f
    goals: {up: {owners: g}}
    steps:
      one: {title: One, accountable: h, candidates: i, joint: [law], agreed: {j: 2026-11-01}, status: skipped}
      two: {title: Two, tasks: {three: {title: Three, informed: l}}}
"""


def unused(text: str) -> list[str]:
    return [path_text(found.path) for found in findings_of(("RACI202",), text)]


def test_any_mention_is_a_use_and_a_member_shares_the_roles_of_the_team() -> None:
    assert unused(text_of(EVERYWHERE)) == ["people.m"], "c is the team of somebody, and has no role itself"


@pytest.mark.parametrize(
    "left_out, party",
    [
        (", lead: a", "a"),
        (", budget: b", "b"),
        (", lead: d", "d"),
        (", deputy: e", "e"),
        ("sponsors: f", "f"),
        ("owners: g", "g"),
        ("accountable: h, ", "h"),
        ("candidates: i, ", "i"),
        ("agreed: {j: 2026-11-01}, ", "j"),
        ("joint: [law], ", "k"),
        ("informed: l", "l"),
    ],
)
def test_who_is_not_mentioned_has_no_role(left_out: str, party: str) -> None:
    assert unused(text_of(EVERYWHERE).replace(left_out, "")) == sorted([f"people.{party}", "people.m"])


def test_an_unused_party_is_found_where_it_is_declared() -> None:
    (found,) = findings_of(("RACI202",), CLEAN.replace("people:\n", "teams:\n  law: Legal\npeople:\n"))
    assert found.message == "the team 'Legal' has no role anywhere"
    assert (path_text(found.path), found.at, found.command) == ("teams.law", "key", ("remove", "law"))


@pytest.mark.parametrize("party", ["zoey", "Zoe Quist", "ZOE QUIST"])
def test_whoever_a_mistake_leaves_unused_is_found_as_a_mistake(party: str) -> None:
    text = accountable(party, "  zoe: Zoe Quist\n")
    assert [found.code for found in findings_of(("RACI201", "RACI202"), text)] == ["RACI201"]


def test_among_very_many_the_mistake_is_not_looked_for() -> None:
    many = "".join(f"  zo{number}: Zoe {number}\n" for number in range(101))
    assert len(unused(accountable("zo", many))) == 101


def test_without_steps_nobody_can_have_a_role() -> None:
    assert unused("raci: 1\nproject: {name: Demo}\npeople: {ana: Ana}\nsteps: {}\n") == []


def test_a_placeholder_is_found_as_such() -> None:
    assert unused(CLEAN.replace("  bob: Bob\n", "  bob: Bob\n  who: TBD\n")) == []


def test_the_word_sponsors_is_unknown_beside_steps() -> None:
    text = CLEAN.replace("name: Demo", "name: Demo\n  lead: sponsors").replace("informed: [bob]", "informed: sponsors")
    assert [path_text(found.path) for found in findings(text)] == ["project.lead"]


@pytest.mark.parametrize("rule, party", [("RACI206", "  who: TBD\n"), ("RACI201", "  bobby: Robert\n")])
def test_where_the_other_rule_is_off_this_one_speaks(rule: str, party: str) -> None:
    text = accountable("bobb", party) if rule == "RACI201" else accountable("ana", party)
    assert unused(text) == []
    assert len(unused(f"{text}check: {{severity: {{{rule}: off}}}}\n")) == 1
