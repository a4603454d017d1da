"""Whatever a file, its name or its findings say, what is printed about it acts on nothing."""

import json

import pytest
from helpers import TODAY, checked
from hostile import HOSTILE, acts

from raci_cli.emitters import emitter
from raci_cli.findings import Checked, Finding, Span
from raci_cli.text import Look

FORMATS = ("full", "json")


def found_in(text: str) -> Checked:
    """A finding that says `text` wherever it can say anything."""
    place = Span(0, 1, 1, 1 + len(text) // 2, 1, 1 + len(text))
    finding = Finding(
        "RACI201", ("steps", text), text, text, ("assign", text), span=place, related=(("first here", place),)
    )
    return Checked(text, (finding,), {1: text})


def file_with(text: str) -> str:
    """A project file that says `text` wherever it can; most of it is refused, and the refusal must be harmless too."""
    said = json.dumps(text)
    return f"""\
raci: 1
project: {{name: {said}, verdict: {{set: green, because: {said}}}, lead: {said}, {said}: 1}}
people: {{ana: {said}, bob: {{name: Bob, team: {said}, kind: {said}}}}}
glossary: {{{said}: {said}}}
steps:
  one: {{title: {said}, candidates: [ana, {said}], hint: {said}, needs: [{said}]}}
  two: {{title: {said}, accountable: [ana, bob], blocked: {said}, status: {said}, due: 2026-01-01}}
  {said}: {{title: {said}, responsible: {said}, due: {said}}}
check: {{severity: {{{said}: off}}}}
"""


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_finding_acts_on_nothing(text: str, format_: str) -> None:
    for width in (None, 80):
        assert acts(emitter(format_)([found_in(text)], Look(width=width))) == []


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_acts_on_nothing(text: str, format_: str) -> None:
    found = checked(file_with(text), TODAY)
    assert found.findings
    output = emitter(format_)([found], Look())
    assert acts(output) == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_finding_has_the_same_lines_whatever_it_says(text: str) -> None:
    lines = emitter("full")([found_in(text)], Look()).split("\n")
    starts = (
        "error[RACI201]: ",
        " --> ",
        "  |",
        "1 |",
        "  | ",
        "  = note: first here: ",
        "  = help: ",
        "",
        "1 file",
        "",
    )
    assert len(lines) == len(starts)
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True))


def test_the_texts_would_act_if_they_were_printed_as_they_are() -> None:
    assert len(HOSTILE) >= 60
    assert len([text for text in HOSTILE if acts(text)]) >= 40
