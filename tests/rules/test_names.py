"""Names that a reader would take for another, and names that are none."""

import sys

import pytest
from helpers import TODAY, findings_of

from raci_cli.findings import Finding, path_text
from raci_cli.model.project import Party, Project
from raci_cli.rules.facts import Facts
from raci_cli.rules.lookalikes import mixed_alphabets, plain, skeleton
from raci_cli.rules.names import is_placeholder, lookalike_names
from raci_cli.rules.registry import Settings


def named(*names: str) -> list[Finding]:
    people = "".join(f"  p{number}: {{name: '{name}'}}\n" for number, name in enumerate(names))
    text = f"raci: 1\nproject: {{name: Demo}}\npeople:\n{people}steps: {{s: {{title: S, accountable: p0}}}}\n"
    return findings_of(("RACI205", "RACI206"), text)


@pytest.mark.parametrize(
    "first, second",
    [
        ("Dana Ortiz", "dana ortiz"),
        ("Dana Ortiz", "Dana  Ortiz"),
        ("Dana Ortiz", "Dana\u00a0Ortiz"),
        ("Dana Ortiz", "Dana\u3000Ortiz"),
        ("Dana Ortiz", "D\u00e1na Ort\u00edz"),
        ("D\u00e1na", "Da\u0301na"),
        ("Dana", "\uff24\uff41\uff4e\uff41"),
        ("Dana", "Da\u200bna"),
        ("Dana", "\u202aDana\u202c"),
        ("Da\u200dna", "Dana"),
        ("Dana", "D\u0430na"),
        ("Copa", "\u0421\u043e\u0440\u0430"),
        ("BOT", "\u0412\u041e\u0422"),
        ("AHNE", "\u0391\u0397\u039d\u0395"),
        ("Strasse", "Stra\u00dfe"),
        ("Moller", "M\u00f8ller"),
        ("Lukasz", "\u0141ukasz"),
        ("Office", "O\ufb03ce"),
        ("\u0421\u0435\u0440\u0433\u0435\u0439", "\u0441\u0435\u0440\u0433\u0435\u0438"),
        ("\uae40", "\u1100\u1175\u11b7"),
    ],
)
def test_names_that_look_alike(first: str, second: str) -> None:
    (found,) = [one for one in named(first, "Somebody Else", second) if "p2" in one.path]
    assert found.code == "RACI205"
    assert path_text(found.path) == "people.p2.name"
    assert "looks like" in found.message
    assert found.message.endswith("(p0)")


@pytest.mark.parametrize(
    "names",
    [
        ("Dana Ortiz", "Dana Ortis"),
        ("Dana", "Dan"),
        ("I", "l"),
        ("\u738b\u4f1f", "\u738b\u7dad"),
        ("\u0930\u093e\u092e", "\u0930\u092e\u093e"),
        ("\u304b\u304d", "\u304c\u304d"),
        ("\u0646\u0648\u0631", "\u0646\u0648\u0651\u0631"),
        ("\u738b Wang", "\u5c71\u7530 \u30bf\u30ed\u30a6 Taro"),
        ("\u0418\u0432\u0430\u043d (Ivan)", "IT-\u043e\u0442\u0434\u0435\u043b"),
        ("\u0394-Team", "Team 2"),
    ],
)
def test_names_that_differ(names: tuple[str, ...]) -> None:
    assert named(*names) == []


def test_names_that_are_the_same() -> None:
    (found,) = named("Dana Ortiz", "Dana Ortiz")
    assert found.message == "p0 and p1 are both called 'Dana Ortiz'"


def test_of_three_alike_the_first_is_the_one_that_is_meant() -> None:
    assert [found.path[1] for found in named("Dana", "DANA", "dana")] == ["p1", "p2"]


def test_a_team_and_a_person_can_look_alike() -> None:
    text = "raci: 1\nproject: {name: D}\nteams: {it: IT}\npeople: {it2: It}\nsteps: {s: {title: S, accountable: it2}}\n"
    (found,) = findings_of(("RACI205",), text)
    assert found.span
    assert (found.message, found.span.line) == ("'It' (it2) looks like 'IT' (it)", 4)


@pytest.mark.parametrize(
    "name, alphabets",
    [
        ("D\u0430na", "Latin and Cyrillic"),
        ("Ort\u03b9z Team", "Latin and Greek"),
        ("\u0391\u043d\u043d\u0430", "Greek and Cyrillic"),
        ("D\u00e1n\u0430", "Latin and Cyrillic"),
    ],
)
def test_a_word_of_two_alphabets_is_found_without_its_double(name: str, alphabets: str) -> None:
    (found,) = named(name)
    assert found.message == f"'{name}' mixes {alphabets} letters in one word"
    assert found.help == "type it again in one alphabet"


@pytest.mark.parametrize(
    "name",
    [
        "TBD", "tbd", " Tbd ", "(TBD)", "TBA", "TBC", "N/A", "n/a", "none", "?", "???", "-", "\u2014", "...", "\u2026",
        "XXX", "all", "All", "Everyone", "everybody", "someone", "Nobody", "no  one", "anyone", "unassigned", "vacant",
        "to be decided", "To Be Determined", "[Role]", "[Name of the owner]", "<name>", "{{ owner }}", "<your name>",
    ],
)  # fmt: skip
def test_a_placeholder_is_no_name(name: str) -> None:
    (found,) = named(name)
    assert (found.code, path_text(found.path)) == ("RACI206", "people.p0.name")
    assert found.message == f"'{name}' is no name of a person"


@pytest.mark.parametrize(
    "name",
    [
        "Allan",
        "All Hands",
        "Nobody Inc",
        "Mr. No",
        "Na",
        "Tba Ndiaye",
        "Team [A]",
        "[A] team",
        "Everybody Counts",
        "X",
        "Q?A",
    ],
)
def test_a_name_that_holds_a_placeholder_is_a_name(name: str) -> None:
    assert named(name) == []


def test_placeholders_are_not_compared_with_each_other() -> None:
    assert [found.code for found in named("TBD", "tbd")] == ["RACI206", "RACI206"]


def test_a_team_can_be_a_placeholder() -> None:
    text = "raci: 1\nproject: {name: D}\nteams: {it: '[Team]'}\nsteps: {s: {title: S, accountable: it}}\n"
    (found,) = findings_of(("RACI206",), text)
    assert found.message == "'[Team]' is no name of a team"


def test_the_parts_of_a_form() -> None:
    assert plain("  D\u00e1na\u200b \uff2f. ") == "Dana O."
    assert skeleton("\u0421\u041e\u0420\u0410") == "copa"
    assert mixed_alphabets("Dana \u0414\u0430\u043d\u0430 1\u0430a") == ["Latin", "Cyrillic"]
    assert mixed_alphabets("Dana_\u0414\u0430\u043d\u0430") == []
    assert is_placeholder("  ?  ")


def test_ascii_names_need_no_unicode_tables() -> None:
    parties = {str(number): Party(str(number), f"Pat {number}") for number in range(3)}
    module = sys.modules.pop("raci_cli.rules.lookalikes")
    try:
        assert list(lookalike_names(Facts(Project(parties=parties)), Settings(TODAY))) == []
        assert "raci_cli.rules.lookalikes" not in sys.modules
    finally:
        sys.modules["raci_cli.rules.lookalikes"] = module
