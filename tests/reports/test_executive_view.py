"""One page for those who decide."""

from typing import Any

import pytest
from helpers import CLEAN, text_of
from reports.demo import DEMO, OTHER_SCHEMES, OWNER, shown_by

from raci_cli.reports.render import render

# On 1 December.
RISKY = text_of("""
    raci: 1
    project: {name: Demo, due: 2026-12-31}
    people: {ana: Ana, bob: Bob}
    steps:
      fine: {title: Fine, accountable: ana, due: 2026-12-24}
      beyond: {title: Beyond, accountable: ana, due: 2027-01-05}
      soon: {title: Soon, candidates: [ana, bob], due: 2026-12-15}
      unsure: {title: Unsure, due: 2026-12-16}
      begun: {title: Begun, status: in-progress}
      stuck: {title: Stuck, accountable: ana, status: blocked, blocked: no money}
      late: {title: Late, accountable: [ana, bob], due: 2026-11-30}
      later: {title: Later, accountable: bob, due: 2026-11-20, status: blocked}
      done: {title: Done, status: done, due: 2026-11-01}
    """)


def executive(text: str) -> dict[str, Any]:
    return shown_by("executive", text)


def risks(text: str) -> list[tuple[str, list[str]]]:
    return [(risk["step"], risk["kinds"]) for risk in executive(text)["risks"]]


def without(*steps: str) -> str:
    return "".join(line for line in RISKY.splitlines(True) if line.strip().partition(":")[0] not in steps)


def test_the_view_has_the_keys_that_are_documented() -> None:
    view = executive(DEMO)
    assert list(view)[4:] == [
        *("verdict", "progress", "steps", "sponsors", "risks", "risks_more", "decisions", "milestone"),
    ]
    for key in ("verdict", "progress", "steps", "decisions"):
        assert view[key] == shown_by("status", DEMO)[key]


def test_at_most_three_risks_the_worst_first() -> None:
    view = executive(RISKY)
    assert risks(RISKY) == [("later", ["late", "blocked"]), ("late", ["late"]), ("stuck", ["blocked"])]
    assert view["risks_more"] == 3
    later, late, stuck = view["risks"]
    assert later["reasons"] == ["11 days late", "blocked"]
    assert [owner["name"] for owner in late["owners"]] == ["Ana", "Bob"]
    assert (stuck["because"], stuck["due"], later["because"]) == ("no money", None, None)


def test_then_what_nobody_owns_then_what_is_due_too_late() -> None:
    rest = without("late", "later", "stuck")
    assert risks(rest) == [("soon", ["unowned"]), ("begun", ["unowned"]), ("beyond", ["after-project"])]
    reasons = [risk["reasons"] for risk in executive(rest)["risks"]]
    assert reasons == [["nobody is accountable"], ["nobody is accountable"], ["due 5 days after the project"]]
    assert executive(rest)["risks_more"] == 0


def test_a_closed_step_is_no_risk_and_an_ongoing_one_only_where_it_is_blocked() -> None:
    assert risks(CLEAN) == []
    assert risks(CLEAN + "    ongoing: true\n    due: 2026-11-01\n    status: blocked\n") == [("second", ["blocked"])]


def test_the_milestone_is_what_is_due_next() -> None:
    milestone = executive(RISKY)["milestone"]
    assert milestone == {"number": 3, "title": "Soon", "due": "2026-12-15", "days_left": 14, "owners": []}
    today = executive(CLEAN + "    due: 2026-12-01\n")["milestone"]
    assert (today["days_left"], [owner["name"] for owner in today["owners"]]) == (0, ["Bob"])
    assert executive(CLEAN)["milestone"] is None


@pytest.mark.parametrize("scheme", OTHER_SCHEMES)
def test_the_words_are_those_of_the_scheme(scheme: str) -> None:
    word = OWNER[scheme]
    view = executive(OTHER_SCHEMES[scheme])
    assert [risk["reasons"] for risk in view["risks"]] == [[f"nobody is {word}"]]
    assert f"Nobody is {word}" in render("executive", "html", view)
    assert f"| {word.capitalize()} |" in render("executive", "md", view)


@pytest.mark.parametrize("format_", ["html", "md"])
def test_the_page_says_whose_risk_it_is_and_what_there_is_more(format_: str) -> None:
    output = render("executive", format_, executive(RISKY))
    assert "3 more: see the status report" in output
    assert "no money" in output
    empty = render("executive", format_, executive(CLEAN))
    assert "Nothing is late, blocked or without somebody who answers for it." in empty
    assert "Nothing to decide." in empty


@pytest.mark.parametrize("format_", ["md", "html"])
def test_without_risks_it_is_not_said_that_everything_is_decided_where_it_is_not(format_: str) -> None:
    one = CLEAN.replace("    accountable: bob\n", "")
    said = {text: render("executive", format_, shown_by("executive", text)) for text in (CLEAN, one)}
    whole = "Nothing is late, blocked or without somebody who answers for it."
    assert whole in said[CLEAN]
    assert whole not in said[one]
    assert "Nothing is late or blocked, but 1 decision is open." in said[one]
