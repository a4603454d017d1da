"""Everything that somebody has to do with, and how much everybody has."""

import json
from typing import Any

import pytest
from helpers import text_of
from reports.demo import DEMO, OTHER_SCHEMES, shown_by

from raci_cli.reports.render import render
from raci_cli.text import Look

TEAM = text_of("""
    raci: 1
    project: {name: Demo}
    teams: {it: {name: IT, lead: bob}, sales: Sales}
    people:
      ana: {name: Ana, team: it, title: CIO, email: ana@example.com, deputy: bob}
      bob: {name: Bob, team: it}
      cy: {name: Cy, team: sales, active: false}
      bot: {name: Bot, team: it, kind: agent}
      out: {name: Out, kind: external}
      idle: Idle
    sponsors: [ana]
    steps:
      one: {title: One, accountable: ana, responsible: [ana, bob], informed: it, due: 2026-11-20}
      two: {title: Two, accountable: ana, responsible: ana, status: done}
      three:
        title: Three
        accountable: bob
        consulted: ana
        informed: [sponsors, zoe]
        tasks:
          own: {title: Own, responsible: [ana]}
          same: {title: Same}
      four: {title: Four, candidates: [it, bob], needs: [one]}
""")


def who_of(who: str, text: str = TEAM, **asked: Any) -> dict[str, Any]:
    return shown_by("who", text, who=who, **asked)


def held(who: str, text: str = TEAM) -> dict[str, list[str]]:
    """The works of somebody by role, with the party through which they are theirs."""
    return {
        role["name"]: [work["id"] + (f" as {work['as']['id']}" if work["as"] else "") for work in role["works"]]
        for role in who_of(who, text)["roles"]
    }


def test_the_view_has_the_keys_that_are_documented() -> None:
    view = who_of("ana")
    assert list(view)[4:] == ["person", "load", "roles", "candidate", "late"]
    assert json.loads(json.dumps(view)) == view
    assert list(view["person"])[6:] == ["email", "lead", "deputy", "deputy_of", "leads", "sponsor", "members"]


def test_works_stand_under_their_roles_those_that_own_first_the_teams_marked() -> None:
    assert held("ana") == {
        "accountable": ["one", "two"],
        "responsible": ["one", "two", "three.own"],
        "consulted": ["three"],
        "informed": ["one as it"],
    }
    assert list(held("ana")) == ["accountable", "responsible", "consulted", "informed"]
    assert held("it") == {"informed": ["one"]}
    assert held("idle") == {}


@pytest.mark.parametrize("scheme", OTHER_SCHEMES)
def test_roles_are_those_of_the_scheme(scheme: str) -> None:
    found = held("bob", OTHER_SCHEMES[scheme])
    roles = {"daci": ["approver", "driver"], "rasci": ["accountable", "support"], "ours": ["answerable", "doer"]}
    assert list(found) == roles[scheme]


def test_the_load_is_what_the_rules_count() -> None:
    assert who_of("ana")["load"] == {"owned": 1, "owned_limit": 5, "worked": 2, "worked_limit": 5}
    assert who_of("bob")["load"]["worked"] == 1
    assert who_of("it")["load"] is None
    limits = {"overloaded-owner": 1, "overloaded-worker": 2}
    assert who_of("ana", limits=limits)["load"]["owned_limit"] == 1


def test_what_may_become_theirs_also_through_a_team() -> None:
    assert [work["id"] for work in who_of("ana")["candidate"]] == ["four"]
    assert who_of("cy")["candidate"] == []


def test_late_is_what_they_own_or_do_themselves() -> None:
    assert {who: who_of(who)["late"] for who in ("ana", "bob", "it", "cy")} == {"ana": 1, "bob": 1, "it": 0, "cy": 0}


def first_lines(who: str, text: str = TEAM) -> list[str]:
    return render("who", "text", who_of(who, text), Look()).splitlines()[:3]


def test_who_somebody_is_is_said_at_the_top() -> None:
    assert first_lines("ana") == [
        "Ana  Tue 1 Dec 2026",
        "CIO, IT (led by Bob); sponsor; deputy Bob; ana@example.com.",
        "Owns 1 open step (at most 5), works on 2 (at most 5); 1 late.",
    ]
    assert first_lines("bob")[1] == "IT; leads IT; deputy of Ana."
    assert first_lines("cy")[1] == "Sales; has left."
    assert first_lines("bot")[1:] == ["IT (led by Bob); software agent.", ""]
    assert first_lines("out")[1] == "Outside the organisation."
    assert first_lines("idle")[1] == "Person."
    assert first_lines("it")[1] == "Team (led by Bob); people: Ana, Bob and Bot."


def test_somebody_without_a_role_is_told_so() -> None:
    assert "No step names Idle yet." in render("who", "text", who_of("idle"), Look())


def test_a_person_as_text() -> None:
    assert render("who", "text", who_of("ana"), Look()).splitlines()[4:] == [
        "#      STEP   STATUS         DUE                AS",
        "",
        "A accountable",
        "1      One    ◦ not started  20 Nov, 11 d late",
        "2      Two    ✓ done",
        "",
        "R responsible",
        "1      One    ◦ not started  20 Nov, 11 d late",
        "2      Two    ✓ done",
        "3.own  Own    ◦ not started",
        "",
        "C consulted",
        "3      Three  ◦ not started",
        "",
        "I informed",
        "1      One    ◦ not started  20 Nov, 11 d late  as IT",
        "",
        "May become theirs",
        "  4 Four: IT or Bob",
        "",
        "What is due: raci next --for ana     As a report: raci report person --for ana",
    ]


def people_of(text: str = TEAM) -> dict[str, Any]:
    return shown_by("people", text)


def test_everybody_stands_with_their_team() -> None:
    view = people_of()
    assert list(view)[4:] == ["rows", "totals"]
    assert [(row["id"], row["below"]) for row in view["rows"]] == [
        ("it", False), ("ana", True), ("bob", True), ("bot", True), ("sales", False), ("cy", True), ("out", False),
        ("idle", False), ("zoe", False),
    ]  # fmt: skip
    assert json.loads(json.dumps(view)) == view


def test_counts_are_those_of_the_works_that_who_shows() -> None:
    rows = {row["id"]: row for row in people_of()["rows"]}
    for id_, row in rows.items():
        own = {name: [one for one in works if " as " not in one] for name, works in held(id_).items()}
        names = ["responsible", "accountable", "consulted", "informed"]
        assert row["counts"] == [len(own.get(name, [])) for name in names]
    assert rows["ana"]["open"] == 3


def test_those_who_left_are_idle_or_unknown_are_marked() -> None:
    rows = {row["id"]: row for row in people_of()["rows"]}
    assert [id_ for id_, row in rows.items() if row["attention"]] == ["bot", "cy", "out", "idle", "zoe"]
    assert [id_ for id_, row in rows.items() if row["idle"]] == ["bot", "cy", "out", "idle"], (
        "a team is there for people"
    )
    assert people_of()["totals"] == {
        "teams": 2, "people": 4, "agents": 1, "external": 1, "unknown": 1, "left": 1, "idle": 4,
    }  # fmt: skip


def test_people_as_text() -> None:
    assert render("people", "text", people_of(), Look()).splitlines()[2:] == [
        "NAME   R A C I  OPEN  NOTE",
        "IT     . . . 1     1",
        "  Ana  3 2 1 .     3  sponsor, deputy Bob",
        "  Bob  1 1 . .     2  leads IT",
        "  Bot  . . . .     .  software agent, no role",
        "Sales  . . . .     .",
        "  Cy   . . . .     .  has left, no role",
        "Out    . . . .     .  outside, no role",
        "Idle   . . . .     .  no role",
        "zoe    . . . 1     1  not declared",
        "",
        "R responsible  A accountable  C consulted  I informed",
        "4 people, 2 teams, 1 software agent, 1 outside, 1 not declared, 1 left, 4 without a role.",
        "",
        'One of them: raci who NAME     More: raci add person ID "NAME"',
    ]


def test_a_project_without_people_says_so() -> None:
    text = "raci: 1\nproject: {name: Demo}\nsteps: {a: {title: A}}\n"
    assert "Nobody yet." in render("people", "text", people_of(text), Look())


def test_the_sponsors_are_counted_by_name() -> None:
    assert "sponsors" not in [row["id"] for row in people_of(DEMO)["rows"]]
    nobody = DEMO.replace("sponsors: [bob, cleo]\n", "")
    (group,) = [row for row in people_of(nobody)["rows"] if row["kind"] == "group"]
    assert group["name"] == "Sponsors"
    shown = render("people", "text", people_of(nobody), Look()).splitlines()
    assert [line.split()[0] for line in shown if line.endswith("nobody is named")] == ["Sponsors"]
