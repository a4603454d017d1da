"""A timeline as the bars of a Mermaid Gantt chart, and text that such a chart shows and does not obey."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from raci_cli.reports.words import day
from raci_cli.text import count, listed, visible

View = dict[str, Any]

# What ends a text in a chart or begins something else. Mermaid shows `#58;` as the character of that number; inside, it
# writes such a number between the last two signs here.
_ACTING = re.compile('[#:;,%<>&"`{}\\\\|\ufb02\u00b6]')
_TAGS = {"done": "done", "in-progress": "active", "blocked": "crit"}
_LONG, _LEAST = 366, 56
_NO_PHASE = "No phase"


def escaped(text: str) -> str:
    """A text for a chart, in one line."""
    return _ACTING.sub(lambda found: f"#{ord(found[0])};", visible(text))


def gantt(view: View) -> View:
    """What the chart says.

    axis: the format of its days; marks: [{text, id, day}]; sections: [{name or "", bars: [{text, data}]}], in which
    data is what Mermaid reads: tags, id, start, days; undated: the numbers of steps that are not drawn.
    """
    rows = view["rows"]
    sections: list[View] = []
    for number, (row, text) in enumerate(zip(rows, _texts(view), strict=True), 1):
        if data := _data(row, f"s{number}", view):
            name = row["phase"] or (_NO_PHASE if any(one["phase"] for one in rows) else "")
            if not sections or sections[-1]["name"] != name:
                sections.append({"name": name, "bars": []})
            sections[-1]["bars"].append({"text": text, "data": data})
    undated = [row["number"] for row in rows if not row["task"] and not _data(row, "", view)]
    first, last = (date.fromisoformat(view[key] or view["as_of"]).toordinal() for key in ("first", "last"))
    return {
        "axis": "%b %Y" if last - first > _LONG else "%d %b",
        "marks": list(_marks(view, first, last)),
        "sections": sections,
        "undated": undated,
    }


def _texts(view: View) -> Iterator[str]:
    """What stands in or beside each bar. A number or a sign comes first, for a word there could be a command."""
    for row in view["rows"]:
        said = [f"after {listed([step['number'] for step in row['needs']])}"] if row["needs"] else []
        said += [f"{count(row['late'], 'day')} late"] if row["late"] else []
        said += ["blocked"] if row["status"] == "blocked" else []
        note = f" ({' · '.join(said)})" if said else ""
        yield f"{'└' if row['task'] else row['number'] + '.'} {row['title']}{note}"


def _data(row: View, id_: str, view: View) -> str:
    """Tags, id, start and length of a bar, of no length where there is one day only; nothing where there is none."""
    end = (row["status"] == "done" and row["done"]) or row["due"]
    if row["ongoing"]:
        end = row["start"] and max(row["start"], view["last"])
    days = sorted(date.fromisoformat(iso) for iso in (row["start"], end) if iso)
    if not days or row["status"] == "skipped":
        return ""
    tags = dict.fromkeys(filter(None, ["crit" * bool(row["late"]), _TAGS.get(row["status"])]))
    length = f"{(days[1] - days[0]).days + 1}d" if len(days) > 1 else "0d"
    return ", ".join([*tags, *(["milestone"] if len(days) == 1 else []), id_, days[0].isoformat(), length])


def _marks(view: View, first: int, last: int) -> Iterator[View]:
    """The day that the chart is made for, where it is not far off, and the one on which the project is due."""
    as_of, due = view["as_of"], view["project"]["due"]
    room = max(last - first, _LEAST)
    if first - room <= date.fromisoformat(as_of).toordinal() <= last + room:
        yield {"text": f"As of {day(as_of)}", "id": "today", "day": as_of}
    if due:
        yield {"text": f"Project due {day(due)}", "id": "due", "day": due}
