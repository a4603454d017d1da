"""When each step and task starts, is due, was done."""

import datetime
import re

from helpers import CLEAN, text_of
from reports.demo import DEMO, shown_by

from raci_cli.reports.render import render

DATED = text_of("""
    raci: 1
    project: {name: Demo, due: 2026-12-31}
    people: {ana: Ana}
    steps:
      one: {title: One, phase: Build, start: 2026-11-02, due: 2026-11-13, done: 2026-11-11, status: done, needs: [two]}
      two:
        title: Two
        phase: Build
        due: 2026-11-20
        needs: [one, gone, one]
        tasks: {inner: {title: Inner, due: 2026-12-05}}
      watch: {title: Watch, ongoing: true, until: two}
    """)


def test_rows_are_steps_and_tasks_with_what_they_wait_for() -> None:
    view = shown_by("timeline", DATED)
    assert list(view)[4:] == ["rows", "dated", "first", "last"]
    assert [row["id"] for row in view["rows"]] == ["one", "two", "two.inner", "watch"]
    assert (view["first"], view["last"]) == ("2026-11-02", "2026-12-05")
    assert view["rows"][1]["needs"] == [{"id": "one", "number": "1", "title": "One", "closed": True}]
    assert view["rows"][3]["until"]["title"] == "Two"
    assert (view["rows"][0]["until"], shown_by("timeline", CLEAN)["first"]) == (None, None)


def test_the_page_draws_steps_and_tasks_by_phase_and_names_today() -> None:
    body = render("timeline", "html", shown_by("timeline", DATED)).partition("</style>")[2]
    assert body.count('<li class="lane phase">') == 2, "the step without a phase is set apart"
    assert body.count('<li class="lane task">') == 1
    assert "<small>after 1</small>" in body
    assert ">1 Dec</text>" in body
    assert 'id="step-two"' in body
    assert "ongoing, until <bdi>Two</bdi>" in body


def test_without_dates_the_page_says_so_and_how_to_give_one() -> None:
    body = render("timeline", "html", shown_by("timeline", CLEAN)).partition("</style>")[2]
    assert "No step has a date yet" in body
    assert "<svg" not in body.partition("<main>")[2].partition('id="dates"')[0]


def test_every_day_of_the_file_is_in_the_table() -> None:
    body = render("timeline", "html", shown_by("timeline", DEMO, datetime.date(2027, 1, 1)))
    table = body.partition('<table class="plain">')[2]
    for iso in re.findall(r"(?:due|done|start): (\d{4}-\d\d-\d\d)", DEMO.partition("steps:")[2]):
        assert f'datetime="{iso}"' in table
