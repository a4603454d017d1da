"""`raci show`."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("word", ["2", "second", "sec"])
def test_a_step_by_number_id_or_start_of_it(raci: Any, clean: Path, word: str) -> None:
    ran = raci("show", word)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2  Second   ◦ not started\n")


def test_a_task_as_step_and_task(raci: Any, clean: Path) -> None:
    clean.write_text(clean.read_text() + "    tasks: {talk: {title: Talk, responsible: ana}}\n")
    for word in ("second.talk", "2.t"):
        assert raci("show", word).out.startswith("2.talk  Talk   ◦ not started\n")
    assert json.loads(raci("show", "2.talk", "--json").out)["work"]["id"] == "second.talk"


@pytest.mark.parametrize(
    "word, said",
    [
        ("secnd", "there is no step 'secnd'\n  did you mean second?"),
        ("9", "there is no step 9\n  the steps are 1 to 2"),
        ("2.x", "there is no task of second 'x'"),
    ],
)
def test_a_step_that_is_not_there_is_2(raci: Any, clean: Path, word: str, said: str) -> None:
    ran = raci("show", word)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")


def test_a_finished_step_says_what_is_next(raci: Any, clean: Path) -> None:
    raci("mark", "kickoff", "done")
    assert "\n1 of 2 done; next: 2 Second\n" in raci("show", "kickoff").out


def test_findings_about_it_are_there_and_no_others(raci: Any, clean: Path) -> None:
    clean.write_text(clean.read_text().replace("    accountable: bob\n", ""))
    assert "Findings       RACI101 nobody is accountable for step 2 'Second'" in raci("show", "2").out
    assert "Findings" not in raci("show", "1").out


def test_the_day_can_be_set(raci: Any, clean: Path) -> None:
    clean.write_text(clean.read_text() + "    due: 2026-12-24\n")
    assert "Due            24 Dec, in 23 days" in raci("show", "2").out
    assert raci("show", "2", "--as-of", "2026-12-31").out.startswith("2  Second   ◦ not started, 7 days late\n")
    assert "Due            24 Dec, today" in raci("show", "2", "--as-of", "2026-12-24").out
