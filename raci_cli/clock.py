"""The one clock: `--as-of`, else RACI_TODAY, else the day."""

import datetime
import os

from raci_cli.errors import UsageError


def parse_date(text: str) -> datetime.date | None:
    """The day that `YYYY-MM-DD` names, or None."""
    if len(text) != len("YYYY-MM-DD") or text[4] + text[7] != "--":  # the other spellings of ISO 8601
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def given_date(text: str, option: str) -> datetime.date:
    """The day typed for `option`; raises UsageError where it is none."""
    day = parse_date(text)
    if day is None:
        raise UsageError(f"{option} is no date: {text!r}", help="dates are YYYY-MM-DD, such as 2026-12-31")
    return day


def today(as_of: str | None = None) -> datetime.date:
    """The day that all reckoning starts from."""
    if as_of is not None:
        return given_date(as_of, "--as-of")
    if from_environment := os.environ.get("RACI_TODAY"):
        return given_date(from_environment, "RACI_TODAY")
    return datetime.datetime.now().astimezone().date()
