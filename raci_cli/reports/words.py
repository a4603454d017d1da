"""Words and signs that reports share: dates, statuses."""

import datetime
from typing import Any

from raci_cli.text import Look

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STATUS_WORDS = {
    "not-started": "Not started",
    "in-progress": "In progress",
    "blocked": "Blocked",
    "done": "Done",
    "skipped": "Skipped",
}
_GLYPHS = {"not-started": "◦", "in-progress": "▸", "blocked": "✗", "done": "✓", "skipped": "»"}
_ASCII = {"not-started": ".", "in-progress": ">", "blocked": "!", "done": "x", "skipped": "-"}


def glyphs(look: Look) -> dict[str, str]:
    """A sign for each status."""
    return _ASCII if look.ascii_only else _GLYPHS


def status_word(work: dict[str, Any]) -> str:
    """The status as a reader is told it."""
    return STATUS_WORDS[work["status"]].lower()


def day(iso: str | None, as_of: str = "") -> str:
    """`24 Jul`, with its year where that is not the one of `as_of`; nothing for no date."""
    if not iso:
        return ""
    date = datetime.date.fromisoformat(iso)
    year = "" if as_of[:4] == iso[:4] else f" {date.year:04}"
    return f"{date.day} {_MONTHS[date.month - 1]}{year}"


def day_long(iso: str) -> str:
    """`Friday 5 June` is `Friday 5 Jun 2026`."""
    return f"{_DAYS[datetime.date.fromisoformat(iso).weekday()]} {day(iso)}"


def day_short(iso: str) -> str:
    """`Fri 5 Jun 2026`."""
    return f"{_DAYS[datetime.date.fromisoformat(iso).weekday()][:3]} {day(iso)}"


def begun(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]
