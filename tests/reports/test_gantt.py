"""The bars of a Mermaid chart, and text that is inert in it."""

import datetime

import pytest
from helpers import CLEAN, TODAY
from reports.demo import shown_by

from raci_cli.reports.gantt import escaped, gantt
from raci_cli.reports.render import render


def chart(steps: str, project: str = "name: Demo", as_of: datetime.date = TODAY) -> str:
    text = f"raci: 1\nproject: {{{project}}}\nsteps:\n{steps}"
    return render("timeline", "mermaid", shown_by("timeline", text, as_of))


def bars(output: str) -> list[str]:
    return [line.strip() for line in output.splitlines() if " :" in line and " :milestone, today" not in line]


@pytest.mark.parametrize(
    "step, bar",
    [
        ("start: 2026-12-03, due: 2026-12-05", ":s1, 2026-12-03, 3d"),
        ("start: 2026-12-05, due: 2026-12-03", ":s1, 2026-12-03, 3d"),
        ("due: 2026-12-05", ":milestone, s1, 2026-12-05, 0d"),
        ("start: 2026-12-05", ":milestone, s1, 2026-12-05, 0d"),
        ("start: 2026-12-01, due: 2026-12-05, status: in-progress", ":active, s1, 2026-12-01, 5d"),
        ("start: 2026-11-01, due: 2026-11-05, done: 2026-11-03, status: done", ":done, s1, 2026-11-01, 3d"),
        ("start: 2026-11-01, due: 2026-11-05, status: done", ":done, s1, 2026-11-01, 5d"),
        ("start: 2026-11-01, ongoing: true", ":s1, 2026-11-01, 1d"),
    ],
)
def test_a_step_is_a_bar_or_a_diamond(step: str, bar: str) -> None:
    assert bars(chart(f"  a: {{title: A, {step}}}\n")) == [f"1. A {bar}"]


def test_what_is_late_or_blocked_is_critical_and_says_so() -> None:
    late = "  a: {title: A, start: 2026-11-01, due: 2026-11-30, status: in-progress}\n"
    stuck = "  b: {title: B, due: 2026-12-30, status: blocked, needs: [a]}\n"
    assert bars(chart(late + stuck)) == [
        "1. A (1 day late) :crit, active, s1, 2026-11-01, 30d",
        "2. B (after 1 · blocked) :crit, milestone, s2, 2026-12-30, 0d",
    ]


def test_an_ongoing_step_goes_on_to_the_last_day() -> None:
    steps = "  a: {title: A, start: 2026-12-01, ongoing: true}\n  b: {title: B, due: 2026-12-10}\n"
    assert bars(chart(steps))[0] == "1. A :s1, 2026-12-01, 10d"


def test_phases_are_sections_and_tasks_stand_below_their_step() -> None:
    output = chart(
        "  a: {title: A, due: 2026-12-10, phase: Build, tasks: {x: {title: X, due: 2026-12-09}}}\n"
        "  b: {title: B, due: 2026-12-11}\n"
    )
    lines = [line.strip() for line in output.splitlines()]
    sections = [line for line in lines if line.startswith("section")]
    assert sections == ["section Project", "section Build", "section No phase"]
    assert "└ X :milestone, s2, 2026-12-09, 0d" in lines


def test_the_day_and_the_due_date_of_the_project_are_marked() -> None:
    output = chart("  a: {title: A, due: 2026-12-10}\n", "name: Demo, due: 2026-12-31")
    assert "As of 1 Dec 2026 :milestone, today, 2026-12-01, 0d" in output
    assert "Project due 31 Dec 2026 :milestone, due, 2026-12-31, 0d" in output
    assert "todayMarker off" in output, "what is drawn is the day of the report, not of the reader"
    assert "As of" not in chart("  a: {title: A, due: 2020-12-10}\n"), "a day far off would squeeze the chart"


def test_the_axis_of_a_long_time_is_named_by_months() -> None:
    assert "axisFormat %d %b\n" in chart("  a: {title: A, due: 2026-12-10}\n")
    assert "axisFormat %b %Y\n" in chart("  a: {title: A, start: 2026-01-01, due: 2027-12-10}\n")


def test_a_step_without_a_day_is_said_to_be_missing_and_a_chart_without_any_is_no_empty_one() -> None:
    output = render("timeline", "mermaid", shown_by("timeline", CLEAN))
    assert "%% Not drawn: 1 2\n" in output
    assert "section No step has a date yet\n" in output
    assert gantt(shown_by("timeline", CLEAN))["sections"] == []


@pytest.mark.parametrize(
    "text, safe",
    [
        ("a: b", "a#58; b"),
        ("a;b#c", "a#59;b#35;c"),
        ("50 %", "50 #37;"),
        ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
        ("x, y", "x#44; y"),
        ("<b>&amp;", "#60;b#62;#38;amp#59;"),
        ("two\nlines", "two#92;nlines"),
        ("\ufb02\u00b0\u00b060\u00b6\u00df", "#64258;\u00b0\u00b060#182;\u00df"),
        ("Don't (really) [x]!", "Don't (really) [x]!"),
        ("漢字 é نور", "漢字 é نور"),
    ],
)
def test_what_acts_in_a_chart_becomes_a_number(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_titles_that_are_words_of_the_language_stand_behind_a_number() -> None:
    for word in ("section x", "title x", "gantt", "done", "2026-01-01", "click a href b"):
        (bar,) = bars(chart(f"  a: {{title: {word}, due: 2026-12-10}}\n"))
        assert bar.startswith("1. ")
