"""`raci next`."""

import json
from pathlib import Path
from typing import Any

import pytest


def test_it_says_what_to_do_now_and_what_to_type(raci: Any, clean: Path) -> None:
    ran = raci("next")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[2:5] == [
        "Now: 1 Kick-off",
        "  Nothing stands in its way. Ana moves it.",
        "  Start:  raci mark kickoff in-progress",
    ]


def test_what_it_says_can_be_typed(raci: Any, clean: Path) -> None:
    now = json.loads(raci("next", "--json").out)["now"]
    assert raci(*now["commands"][0]["command"].split()[1:]).code == 0
    assert "Under way. Ana moves it." in raci("next").out


def test_commands_name_a_file_that_would_not_be_found(raci: Any, clean: Path) -> None:
    Path("deep").mkdir()
    clean.rename("deep/other.yaml")
    out = raci("next", "-f", "deep/other.yaml").out
    assert "raci mark kickoff in-progress -f deep/other.yaml" in out


def test_one_person_sees_their_own(raci: Any, clean: Path) -> None:
    out = raci("next", "--for", "Bob").out
    assert out.startswith("Bob  ")
    assert "Now: 2 Second" in out
    assert "Kick-off" not in out.partition("Waits for an answer")[0]
    assert json.loads(raci("next", "--for", "bob", "--json").out)["person"]["id"] == "bob"


def test_the_day_can_be_set(raci: Any, clean: Path) -> None:
    clean.write_text(clean.read_text() + "    due: 2026-12-24\n    needs: [kickoff]\n")
    assert "2  Second" not in raci("next").out
    assert "Now: 2 Second\n  7 days late. Bob moves it." in raci("next", "--as-of", "2026-12-31").out


@pytest.mark.parametrize("who, help_", [("bobb", "did you mean bob?"), ("zzz", "add them first")])
def test_somebody_unknown_is_2(raci: Any, clean: Path, who: str, help_: str) -> None:
    ran = raci("next", "--for", who)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: there is no person or team '{who}'\n  {help_}")


def test_after_the_last_step_there_is_nothing_to_do(raci: Any, clean: Path) -> None:
    assert raci("mark", "1", "2", "done").out.endswith("2 of 2 done\n")
    assert raci("next").out.endswith("Every step is done: 2 of 2.\n")
