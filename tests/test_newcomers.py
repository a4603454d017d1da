"""The people of a new project, as they are typed."""

import pytest
from helpers import LIMITS

from raci_cli.errors import UsageError
from raci_cli.lifecycles import Wish, load, new_project
from raci_cli.model.project import Party
from raci_cli.newcomers import Newcomer, answering, from_line, from_option, joining


def parties(*newcomers: Newcomer) -> list[Party]:
    """Who is there besides the two teams of the lifecycle."""
    then = tuple(plan for newcomer in newcomers for plan in joining(newcomer))
    made = new_project(load("ten-step", LIMITS), Wish("Demo", then=then), LIMITS)
    assert made.project
    assert made.findings == ()
    return [party for party in made.project.parties.values() if party.id not in ("marketing", "it")]


@pytest.mark.parametrize(
    "text, newcomer",
    [
        ("Dana Ortiz", Newcomer("Dana Ortiz")),
        ("dana=Dana Ortiz", Newcomer("Dana Ortiz", id="dana")),
        ("dana=Dana Ortiz:marketing", Newcomer("Dana Ortiz", "marketing", id="dana")),
        ("Dana:Marketing:CMO: EMEA", Newcomer("Dana", "Marketing", "CMO: EMEA")),
        ("Dana::CMO", Newcomer("Dana", None, "CMO")),
        ("Dana:", Newcomer("Dana")),
    ],
)
def test_an_option_is_an_id_a_name_a_team_a_title(text: str, newcomer: Newcomer) -> None:
    assert from_option(text, "--person") == newcomer


@pytest.mark.parametrize("text", ["", "=Dana", "dana=", "dana=:marketing", ":marketing"])
def test_an_option_without_a_name_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--person wants"):
        from_option(text, "--person")


def test_a_line_is_a_name_a_team_a_title() -> None:
    assert from_line("Dana Ortiz, Marketing ,CMO, EMEA") == Newcomer("Dana Ortiz", "Marketing", "CMO, EMEA")
    assert from_line("Dana") == Newcomer("Dana")
    for line, message in ((",IT", "the name must"), ("a\x07", "the name must not"), ("a,b,\x07", "the title must not")):
        with pytest.raises(UsageError, match=message):
            from_line(line)


@pytest.mark.parametrize(
    "names, ids",
    [
        (["Dana Ortiz"], ["dana"]),
        (["Dana Ortiz", "Dana Lee", "Dana  Lee!", "Dana"], ["dana", "dana-lee", "dana-lee-2", "dana-2"]),
        (["陳 大文", "نور حداد"], ["person-1", "person-2"]),
        (["It Person", "IT"], ["it-person", "it-2"]),
        (["Zoë Ó Briain", "Sponsors"], ["zoe", "person-1"]),
        (["x" * 200], ["person-1"]),
    ],
)
def test_an_id_is_made_of_the_name_and_given_once(names: list[str], ids: list[str]) -> None:
    assert [party.id for party in parties(*map(Newcomer, names))] == ids


def test_a_team_is_found_by_id_or_name_and_else_made_once() -> None:
    found = parties(
        Newcomer("A", "IT"), Newcomer("B", "marketing"), Newcomer("C", "Legal affairs"), Newcomer("D", "legal Affairs"),
        Newcomer("E", "法務"),
    )  # fmt: skip
    teams = {party.id: party.name for party in found if party.is_team}
    assert teams == {"legal-affairs": "Legal affairs", "team-1": "法務"}
    assert [party.team for party in found if not party.is_team] == [
        "it", "marketing", "legal-affairs", "legal-affairs", "team-1",
    ]  # fmt: skip


def test_whoever_answers_takes_the_place_of_who_did() -> None:
    then = (*joining(Newcomer("Dana")), answering("problem", "Dana"), answering("vendor", "it"))
    made = new_project(load("ten-step", LIMITS), Wish("Demo", then=then), LIMITS).project
    assert made
    assert made.steps[0].roles["accountable"] == ("dana",)
    assert (made.steps[4].roles["accountable"], made.steps[4].candidates, made.steps[4].hint) == (("it",), (), None)


@pytest.mark.parametrize(
    "line, newcomer",
    [
        ("Dana Ortiz", Newcomer("Dana Ortiz")),
        ("Dana Ortiz:Marketing:CMO", Newcomer("Dana Ortiz", "Marketing", "CMO")),
        ("dana=Dana Ortiz", Newcomer("Dana Ortiz", id="dana")),
        ("dana = Dana Ortiz : Marketing", Newcomer("Dana Ortiz", "Marketing", id="dana")),
        ("Dana Ortiz, Marketing, CMO: all of it", Newcomer("Dana Ortiz", "Marketing", "CMO: all of it")),
        ("Dana=Dana, Marketing", Newcomer("Dana=Dana", "Marketing")),
    ],
)
def test_a_line_takes_commas_and_what_the_option_takes(line: str, newcomer: Newcomer) -> None:
    assert from_line(line) == newcomer


@pytest.mark.parametrize(
    "line, said",
    [
        ("=Dana", "'' is no id: an id is"),
        ("Da na=Dana", "'Da na' is no id"),
        ("dana=", "the name"),
        (":IT", "the name"),
    ],
)
def test_a_line_without_a_name_or_with_a_bad_id_is_a_misuse(line: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        from_line(line)
