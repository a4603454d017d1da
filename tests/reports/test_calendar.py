"""Dated steps and tasks as a calendar that programs read back."""

import datetime
import re
import sys
from typing import Any

import pytest
from hostile import HOSTILE, acts
from icalendar import Calendar
from reports.demo import DEMO, shown_by
from reports.test_hostile_reports import view_saying

from raci_cli.errors import RaciError
from raci_cli.reports import calendar
from raci_cli.text import visible

EACH = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))


def dated(view: dict[str, Any]) -> dict[str, Any]:
    """A view with the works that have a date, as those of a person and of a timeline have them."""
    return {**view, "dated": [row for row in view["rows"] if row["start"] or row["due"]]}


def view_of(text: str = DEMO) -> dict[str, Any]:
    return dated(shown_by("matrix", text))


def one(**changed: Any) -> dict[str, Any]:
    """A view in which one work has a date."""
    view = view_of()
    return {**view, "dated": [{**view["dated"][0], **changed}]}


def read(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def events(view: dict[str, Any], name: str = "person") -> list[Any]:
    return read(calendar.write(name, "ics", view))


def days(event: Any) -> tuple[Any, Any]:
    return event["dtstart"].dt, event["dtend"].dt if "dtend" in event else None


def test_there_is_an_event_for_each_work_in_order() -> None:
    found = events(view_of())
    assert [str(event["summary"]) for event in found] == [
        "Second",
        "Talk",
        "Blocked: Third",
        "Skipped: Gone",
        "Last",
    ]
    assert [event["dtstart"].dt.isoformat() for event in found] == [
        "2026-12-10",
        "2026-11-28",
        "2026-11-20",
        "2026-11-01",
        "2026-12-15",
    ]


def test_nothing_dated_is_an_empty_calendar() -> None:
    assert events({**view_of(), "dated": []}) == []


def test_a_calendar_has_its_name_and_invites_nobody() -> None:
    text = calendar.write("person", "ics", view_of()).decode()
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "METHOD:PUBLISH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Demo"} <= set(lines)
    assert any(re.fullmatch(r"PRODID:-//raci//raci .+//EN", line) for line in lines)
    assert "ATTENDEE" not in text
    assert "ORGANIZER" not in text
    assert "BEGIN:VALARM" not in text


def test_an_event_says_what_it_is_and_whose() -> None:
    (event,) = events(one(notes="Ask, then; go\nto law", phase="Build, test", because="no licence"))
    assert str(event["description"]).split("\n") == [
        "Step second of Demo: due 2026-12-10, not started.",
        "Blocked: no licence",
        "informed: Sponsors",
        "Ask, then; go",
        "to law",
    ]
    assert (str(event["transp"]), str(event["status"])) == ("TRANSPARENT", "CONFIRMED")
    assert event["categories"].to_ical() == b"Build\\, test"


def test_a_task_and_what_goes_on_are_said() -> None:
    (event,) = events(one(task=True, ongoing=True, due=None, start="2026-12-01"))
    assert str(event["description"]).startswith("Task second of Demo: ongoing.")


@pytest.mark.parametrize(
    "name, start, due, first, end",
    [
        ("person", None, "2026-12-10", "2026-12-10", None),
        ("person", "2026-12-01", "2026-12-10", "2026-12-10", None),
        ("person", "2026-12-01", None, "2026-12-01", None),
        ("timeline", None, "2026-12-10", "2026-12-10", None),
        ("timeline", "2026-12-01", "2026-12-10", "2026-12-01", "2026-12-11"),
        ("timeline", "2026-12-10", "2026-12-10", "2026-12-10", None),
        ("timeline", "2026-12-20", "2026-12-10", "2026-12-10", None),
        ("timeline", "2026-12-01", None, "2026-12-01", None),
        ("timeline", "0001-01-01", "0001-12-31", "0001-01-01", "0002-01-01"),
        ("timeline", "9999-12-01", "9999-12-31", "9999-12-01", None),
    ],
)
def test_a_timeline_spans_days_and_a_person_has_the_last(
    name: str, start: str | None, due: str | None, first: str, end: str | None
) -> None:
    (event,) = events(one(start=start, due=due), name)
    assert days(event) == (
        datetime.date.fromisoformat(first),
        datetime.date.fromisoformat(end) if end else None,
    )


def test_what_only_starts_says_so() -> None:
    assert str(events(one(start="2026-12-01", due=None))[0]["summary"]) == "Start: Second"


@pytest.mark.parametrize(
    "status, said", [("done", "Done: Second"), ("in-progress", "Second"), ("blocked", "Blocked: Second")]
)
def test_a_state_that_matters_is_said_first(status: str, said: str) -> None:
    (event,) = events(one(status=status))
    assert (str(event["summary"]), str(event["status"])) == (said, "CONFIRMED")


def test_what_was_skipped_is_cancelled() -> None:
    assert str(events(one(status="skipped"))[0]["status"]) == "CANCELLED"


def test_the_same_work_has_the_same_uid_whenever_and_whatever_changes() -> None:
    before = [str(event["uid"]) for event in events(view_of())]
    changed = DEMO.replace("Second", "Another title").replace("2026-12-10", "2026-12-11")
    after = [str(event["uid"]) for event in events({**view_of(changed), "as_of": "2027-02-01"}, "timeline")]
    assert before == after
    assert len(set(before)) == len(before)
    assert all(re.fullmatch(r"[0-9a-f]{32}@raci", uid) for uid in before)


def test_another_project_has_other_uids() -> None:
    uids = [{str(event["uid"]) for event in events(view_of(DEMO.replace("Demo", name)))} for name in ("Demo", "Other")]
    assert not uids[0] & uids[1]


def test_the_stamp_is_the_day_it_is_for_so_that_bytes_repeat() -> None:
    text = calendar.write("person", "ics", view_of())
    assert text == calendar.write("person", "ics", view_of())
    assert re.findall(rb"DTSTAMP:(.*)\r", text) == [b"20261201T000000Z"] * 5


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(RaciError, match="ics needs icalendar") as caught:
        calendar.write("person", "ics", view_of())
    assert caught.value.help == "pip install 'raci-cli[ics]'"


@pytest.mark.parametrize("name", ["person", "timeline"])
@EACH
def test_hostile_text_is_inert_and_comes_back(text: str, name: str) -> None:
    view = dated(view_saying("matrix", text))
    output = calendar.write(name, "ics", view)
    lines = output.decode().split("\r\n")
    found = read(output)
    assert acts("\n".join(lines)) == []
    assert max(len(line.encode()) for line in lines) <= 75
    assert all(re.match(r"[A-Z-]+[;:]| ", line) for line in lines[:-1]), "a line is a property or goes on with one"
    assert len(found) == len(view["dated"]) == lines.count("BEGIN:VEVENT") > 0
    shown = re.sub(":(?=:)", r"\\x3a", visible(text))
    assert {re.sub("^(Blocked|Start): ", "", str(event["summary"])) for event in found} == {shown}
    assert all(shown in str(event["description"]) for event in found)


@pytest.mark.parametrize("before", range(50, 75))
def test_no_folded_line_begins_as_a_command(before: int) -> None:
    output = calendar.write("person", "ics", one(title="x" * before + "::error::fired"))
    assert acts(output.decode().replace("\r\n", "\n")) == []
