"""`raci who`."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("word", ["ana", "Ana", "ANA"])
def test_somebody_by_id_or_name(raci: Any, clean: Path, word: str) -> None:
    ran = raci("who", word)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Ana  Tue 1 Dec 2026",
        "Person.",
        "Owns 1 open step (at most 5), works on 0 (at most 5).",
        "",
        "#  STEP      STATUS         DUE",
        "",
        "A accountable",
        "1  Kick-off  ◦ not started",
        "",
        "I informed",
        "2  Second    ◦ not started",
        "",
        "What is due: raci next --for ana     As a report: raci report person --for ana",
    ]


def test_the_limit_is_that_of_the_check(raci: Any, clean: Path) -> None:
    clean.write_text(clean.read_text() + "check: {limits: {overloaded-owner: 3}}\n")
    assert "Owns 1 open step (at most 3)" in raci("who", "ana").out
    assert json.loads(raci("who", "ana", "--json").out)["load"]["owned_limit"] == 3


def test_somebody_unknown_is_2(raci: Any, clean: Path) -> None:
    ran = raci("who", "anna")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: there is no person or team 'anna'\n  did you mean ana?\n"


def test_the_sponsors_are_a_group(raci: Any, clean: Path) -> None:
    clean.write_text(clean.read_text() + "    consulted: sponsors\nsponsors: [ana]\n")
    assert raci("who", "sponsors").out.startswith("Sponsors  ")
