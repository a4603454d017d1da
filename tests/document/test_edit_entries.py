"""New people and new sections, written as the file's own are."""

import pytest
from document.editing import edited

from raci_cli.document.edits import Put
from raci_cli.document.scalars import Flow, Value

PERSON = Flow({"name": "Zoe Z", "team": "it"})
PEOPLE: dict[str, tuple[str, Value, str]] = {
    "short": ("people:\n  ana: Ana\n", "Zoe", "people:\n  ana: Ana\n  zoe: Zoe\n"),
    "flow as its siblings": (
        "people:\n  ana: {name: Ana}  # c\nsteps: x\n",
        PERSON,
        "people:\n  ana: {name: Ana}  # c\n  zoe: {name: Zoe Z, team: it}\nsteps: x\n",
    ),
    "flow beside short ones": (
        "people:\n  ana: Ana\n",
        PERSON,
        "people:\n  ana: Ana\n  zoe: {name: Zoe Z, team: it}\n",
    ),
    "block as its siblings": (
        "people:\n  ana:\n    name: Ana\n",
        PERSON,
        "people:\n  ana:\n    name: Ana\n  zoe:\n    name: Zoe Z\n    team: it\n",
    ),
    "block with the blank line of its siblings": (
        "people:\n  a:\n    name: A\n\n  bob:\n    name: Bob\n\nsteps: x\n",
        PERSON,
        "people:\n  a:\n    name: A\n\n  bob:\n    name: Bob\n\n  zoe:\n    name: Zoe Z\n    team: it\n\nsteps: x\n",
    ),
    "as the last sibling": (
        "people:\n  ana:\n    name: Ana\n  bob: {name: Bob}\n",
        PERSON,
        "people:\n  ana:\n    name: Ana\n  bob: {name: Bob}\n  zoe: {name: Zoe Z, team: it}\n",
    ),
    "in JSON": (
        '{"people": {"ana": {"name": "Ana"}}}\n',
        PERSON,
        '{"people": {"ana": {"name": "Ana"}, "zoe": {"name": "Zoe Z", "team": "it"}}}\n',
    ),
    "in the file's indent": (
        "people:\n    ana:\n        name: Ana\n",
        PERSON,
        "people:\n    ana:\n        name: Ana\n    zoe:\n        name: Zoe Z\n        team: it\n",
    ),
    "before the next section": (
        "people:\n  ana: Ana\n\n# --- work ---\nsteps: x\n",
        "Zoe",
        "people:\n  ana: Ana\n  zoe: Zoe\n\n# --- work ---\nsteps: x\n",
    ),
}


@pytest.mark.parametrize("before, value, after", PEOPLE.values(), ids=PEOPLE)
def test_a_new_person_is_written_like_the_others(before: str, value: Value, after: str) -> None:
    assert edited(before, Put(("people", "zoe"), value)) == after


TOP = ("raci", "project", "scheme", "teams", "people", "steps")
SECTIONS = {
    "with the blank line of the others": (
        "raci: 1\n\nproject:\n  name: x\n\nsteps:\n  a: y\n",
        "raci: 1\n\nproject:\n  name: x\n\npeople:\n  zoe: {name: Zoe Z, team: it}\n\nsteps:\n  a: y\n",
    ),
    "without one where there is none": (
        "raci: 1\nproject:\n  name: x\nsteps:\n  a: y\n",
        "raci: 1\nproject:\n  name: x\npeople:\n  zoe: {name: Zoe Z, team: it}\nsteps:\n  a: y\n",
    ),
}


@pytest.mark.parametrize("before, after", SECTIONS.values(), ids=SECTIONS)
def test_a_new_section_goes_between_the_others(before: str, after: str) -> None:
    assert edited(before, Put(("people",), {"zoe": PERSON}, TOP)) == after


def test_a_new_section_has_the_line_ends_of_the_file() -> None:
    before, after = (text.replace("\n", "\r\n") for text in SECTIONS["with the blank line of the others"])
    assert edited(before, Put(("people",), {"zoe": PERSON}, TOP)) == after
