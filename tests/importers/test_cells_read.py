import pytest

from raci_cli.importers.cells import NOBODY, read
from raci_cli.importers.schemes import Alphabet, alphabet
from raci_cli.model.schemes import SCHEMES

RACI = alphabet(SCHEMES["raci"])


def roles(text: str, letters: Alphabet = RACI) -> str:
    return "".join(role[0].upper() for role in read(text, letters).roles)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("R", "R"), ("A/R", "RA"), ("R/A", "RA"), ("A / R", "RA"), ("R,A", "RA"), ("A, R", "RA"), ("RA", "RA"),
        ("AR", "RA"), ("CI", "CI"), ("A&R", "RA"), ("R+A", "RA"), ("R;A", "RA"), ("A\nR", "RA"), ("R A", "RA"),
        ("R-A", "RA"),
        ("RACI", "RACI"), (" R ", "R"), ("A I C", "ACI"),
    ],
)  # fmt: skip
def test_letters_are_read_plainly(text: str, expected: str) -> None:
    assert roles(text) == expected
    assert read(text, RACI).help == ""


@pytest.mark.parametrize(
    "text, expected",
    [
        ("**A**", "A"), ("A*", "A"), ("R1", "R"), ("R²", "R"), ("[R]", "R"), ("(R)", "R"), ("R/A(C)", "RAC"),
        ("R → A", "RA"), ("r", "R"), ("r/a", "RA"), ("Accountable", "A"),
        ("responsible", "R"), ("Responsible (R)", "R"),
        ("R - Responsible", "R"), ("(R)esponsible", "R"), ("role_responsible", "R"), ("Rresponsible", "R"),
        ("verantwortlich", "R"), ("informé", "I"), ("Consultado", "C"), ("responsável", "R"), ("Informato", "I"),
        ("консультант", "C"), ("С", "C"), ("А", "A"), ("І", "I"), ("Ｒ", "R"), ("Α", "A"), ("-/R", "R"), ("I/-", "I"),
        ("R R", "R"), ("Responsible / Accountable", "RA"), ("Rückfragen (C)", ""),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_told(text: str, expected: str) -> None:
    reading = read(text, RACI)
    assert roles(text) == expected
    assert bool(reading.help) is bool(expected)
    assert bool(reading.unread) is not bool(expected)


@pytest.mark.parametrize(
    "text, expected, notes",
    [
        ("R (veto)", "R", ("veto",)),
        ("C (legal only)", "C", ("legal only",)),
        ("R (approval)", "R", ("approval",)),
        ("A (signs off)", "A", ("signs off",)),
        ("R - drafts it", "R", ("drafts it",)),
        ("A for large orders", "A", ("for large orders",)),
        ("C/A where money is moved", "AC", ("where money is moved",)),
        ("R (tests, logs), C on design", "RC", ("tests, logs", "on design")),
        ("R: the plan; I: the rest", "RI", ("the plan", "the rest")),
    ],
)
def test_notes_beside_letters_are_kept(text: str, expected: str, notes: tuple[str, ...]) -> None:
    reading = read(text, RACI)
    assert roles(text) == expected
    assert reading.notes == notes
    assert "note" in reading.help


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "—", "/", "N", "n/a", "N/A", "N.A.", "none", "…", "keine", "néant", "нет"]
)
def test_nobody_is_no_letter(text: str) -> None:
    assert read(text, RACI) == NOBODY


@pytest.mark.parametrize(
    "text",
    [
        "✓", "x", "X", "S", "R/S", "?", "R?", "TBD", "All", "the rest", "2-14", "AA", "I think so", "see note", "Z",
        "I or C as named", "3", "R" * 500, "Alice",
    ],
)  # fmt: skip
def test_nothing_is_invented(text: str) -> None:
    reading = read(text, RACI)
    assert reading.roles == ()
    assert reading.unread


def test_letters_are_those_of_the_scheme() -> None:
    assert read("S", alphabet(SCHEMES["rasci"])).roles == ("support",)
    assert read("D/C", alphabet(SCHEMES["daci"])).roles == ("driver", "contributor")
    assert read("R", alphabet(SCHEMES["daci"])).unread


def test_a_legend_gives_letters_another_meaning() -> None:
    german = alphabet(SCHEMES["raci"], {"V": "Gesamtverantwortung", "D": "Durchführung"})
    assert read("D", german).roles == ("responsible",)
    assert read("V", german).roles == ("accountable",)


def test_roles_that_exclude_each_other_are_left_to_the_check() -> None:
    assert roles("R/C/I") == "RCI"


@pytest.mark.parametrize(
    "text, why",
    [
        ("~~A~~", "it is struck out"),
        ("~~A~~ R", "it is struck out"),
        ("n/a (A later)", "it says nobody, and something else in brackets"),
        ("A (not R)", "the words beside its letters hold another one"),
        ("R (was A)", "the words beside its letters hold another one"),
        ("no A", "it has words or letters that the scheme does not have"),
        ("\u3003", ""),
        ("\u201e", ""),
        ("\U0001f44d", ""),
        ("*", ""),
    ],
)
def test_what_is_not_plainly_a_letter_is_told(text: str, why: str) -> None:
    reading = read(text, RACI)
    assert reading.roles == ()
    assert why in reading.unread != ""


@pytest.mark.parametrize("text", ["\u24b6", "\U0001f170", "\U0001f150", "\uff21", "\u0410"])
def test_letters_in_other_dress_are_read_with_help(text: str) -> None:
    reading = read(text, RACI)
    assert reading.roles == ("accountable",)
    assert reading.help
