"""The day that all reckoning starts from."""

import datetime

import pytest

from raci_cli.clock import given_date, parse_date, today
from raci_cli.errors import ExitCode, UsageError


@pytest.mark.parametrize("text", ["2026-12-31", "2028-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_is_read(text: str) -> None:
    day = parse_date(text)
    assert day
    assert day.isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026", "2026-1-1", "2026-13-01", "2026-02-30", "2027-02-29", "0000-01-01", "20261231", "2026-W01-1"),
        *("2026-12-31T00:00", " 2026-12-31", "2026-12-31\n", "31.12.2026", "2026/12/31", "today", "-001-01-01"),
        "٢٠٢٦-١٢-٣١",
    ],
)
def test_anything_else_is_no_day(text: str) -> None:
    assert parse_date(text) is None
    with pytest.raises(UsageError, match="--due is no date") as caught:
        given_date(text, "--due")
    assert caught.value.code == ExitCode.USAGE
    assert "YYYY-MM-DD" in caught.value.help
    assert repr(text) in str(caught.value)


def test_the_day_given_beats_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RACI_TODAY", "2020-01-01")
    assert today("2026-12-31") == datetime.date(2026, 12, 31)
    assert today() == datetime.date(2020, 1, 1)


@pytest.mark.parametrize("option, variable, named", [("soon", "2020-01-01", "--as-of"), (None, "soon", "RACI_TODAY")])
def test_what_is_no_day_is_said_by_the_name_it_was_given_under(
    option: str | None, variable: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RACI_TODAY", variable)
    with pytest.raises(UsageError, match=f"{named} is no date: 'soon'"):
        today(option)


def test_an_empty_day_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError):
        today("")
    monkeypatch.setenv("RACI_TODAY", "")
    before = datetime.datetime.now().astimezone().date()
    assert before <= today() <= datetime.datetime.now().astimezone().date()
