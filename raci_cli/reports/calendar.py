"""Dated steps and tasks as a calendar (RFC 5545); the icalendar library escapes and folds."""

import datetime
import hashlib
import re
from typing import Any

from raci_cli import __version__
from raci_cli.errors import RaciError
from raci_cli.reports.views import View
from raci_cli.reports.words import STATUS_WORDS, status_word
from raci_cli.text import visible

# A line that is folded may go on with any character, and a build runner acts on one that begins with two colons.
_COLONS = re.compile(":(?=:)")
_SAID_FIRST = ("done", "skipped", "blocked")


def write(name: str, _format: str, view: View) -> bytes:
    """An event of whole days for each work in view["dated"]: a timeline's from start to due, else the day it is due.

    Nobody is invited, no time is blocked. RaciError where the library is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError as missing:
        raise RaciError("ics needs icalendar, which is not installed", "pip install 'raci-cli[ics]'") from missing
    calendar = Calendar()
    head = {"prodid": f"-//raci//raci {__version__}//EN", "version": "2.0", "calscale": "GREGORIAN"}
    for key, value in {**head, "method": "PUBLISH", "x-wr-calname": _plain(_project(view))}.items():
        calendar.add(key, value)
    for work in view["dated"]:
        calendar.add_component(_event(view, work, spans=name == "timeline"))
    made: bytes = calendar.to_ical()
    return made


def _event(view: View, work: View, *, spans: bool) -> Any:
    from icalendar import Event

    start, due = (datetime.date.fromisoformat(work[key]) if work[key] else None for key in ("start", "due"))
    first = start if start and (not due or (spans and start < due)) else due
    event = Event()
    event.add("uid", _uid(view, work))
    event.add("dtstamp", datetime.datetime.fromisoformat(view["as_of"]).replace(tzinfo=datetime.timezone.utc))
    event.add("dtstart", first)
    if first != due and due and due < datetime.date.max:
        event.add("dtend", due + datetime.timedelta(days=1))  # the day after the last
    event.add("summary", _summary(work, starts=not due))
    event.add("description", _description(view, work))
    if work["phase"]:
        event.add("categories", [_plain(work["phase"])])
    event.add("status", "CANCELLED" if work["status"] == "skipped" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _uid(view: View, work: View) -> str:
    """The same for one step of one project in every calendar, so that a later one replaces it."""
    named = f"{_project(view)}\0{work['id']}".encode("utf-8", "surrogatepass")
    return f"{hashlib.sha256(named).hexdigest()[:32]}@raci"


def _summary(work: View, *, starts: bool) -> str:
    word = f"{STATUS_WORDS[work['status']]}: " if work["status"] in _SAID_FIRST else "Start: " if starts else ""
    return word + _plain(work["title"])


def _description(view: View, work: View) -> str:
    """What it is, where it stands, who has a role in it."""
    state = [f"due {work['due']}"] if work["due"] else []
    state += ["ongoing" if work["ongoing"] else status_word(work)]
    lines = [
        f"{'Task' if work['task'] else 'Step'} {work['id']} of {_project(view)}: {', '.join(state)}.",
        *([f"Blocked: {work['because']}"] if work["because"] else []),
        *(
            f"{role['name']}: {', '.join(party['name'] for party in role['parties'])}"
            for role in work["roles"]
            if role["parties"]
        ),
        *(work["notes"] or "").splitlines(),
    ]
    return "\n".join(map(_plain, lines))


def _project(view: View) -> str:
    return view["project"]["name"] or "No name"


def _plain(text: str) -> str:
    return _COLONS.sub(r"\\x3a", visible(text))
