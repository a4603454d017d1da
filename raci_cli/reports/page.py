"""What an HTML page says or draws beyond its view: anchors, groups of columns, words, places on a line of days."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from raci_cli.reports.words import day
from raci_cli.text import count

View = dict[str, Any]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_TINTS = ("own", "work", "support", "ask", "verify", "sign", "tell", "out")
_VERDICT_ICONS = {"green": "done", "amber": "warning", "red": "error"}
_KINDS = {"agent": "software agent", "external": "outside", "unknown": "not declared"}
_DAYS = ("start", "due", "done")
_LOOKS = {"done": "done", "blocked": "bad", "in-progress": "soft"}
# A line of days is at least this long; one that is longer than two months is named by months, so many at a time.
_LEAST, _MONTHS_FROM, _NAMES, _YEAR, _END = 14, 62, 8, 12, date.max.toordinal() + 1
_STRIDES = (1, 2, 3, 6, _YEAR, 24, 60, 120, 600, 1200, 6000, 24000)
# Words stay inside the line: nearer to an edge than this, in per cent, they stand at its inner side, or not at all.
_EDGE = 12


def html_globals(view: View) -> dict[str, Any]:
    """What the templates of HTML pages may call beside their view; nothing is worked out before it is asked for."""
    as_of = view["as_of"]
    ids = cache(lambda: anchors([one for one in _works(view) if not one["task"]]))
    return {
        "anchor": lambda number: ids()[str(number)],
        "bars": partial(bars, view),
        "columns_of": columns_of,
        "flag": partial(flag, view),
        "groups": groups,
        "note_of": note_of,
        "phases": phases,
        "role_of": partial(role_of, view),
        "state": partial(state, as_of=as_of),
        "timeline": partial(timeline, view),
        "tint": tint,
        "verdict_icon": _VERDICT_ICONS.get,
        "with_tasks": with_tasks,
    }


def anchors(steps: Sequence[View]) -> dict[str, str]:
    """Number of a step to its id in the page. A dot is in no good id, so that no two meet."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for step in steps:
        good = _ID.fullmatch(step["id"]) and step["id"] not in taken
        taken.add(step["id"])
        found[str(step["number"])] = f"step-{step['id']}" if good else f"step-.{step['number']}"
    return found


def columns_of(number: int, starts: Sequence[int]) -> list[str]:
    """The class of each column of a matrix; where a group of columns begins, there is a line."""
    return [f"c{index} g" if index in starts else f"c{index}" for index in range(number)]


def tint(role: View) -> str:
    """The look of a role's letter; an owner stands out even where a scheme gives it no colour."""
    if role["colour"] in _TINTS:
        return str(role["colour"])
    return "own" if role["owns"] else "plain"


def role_of(view: View, letter: str) -> View:
    """The role that a letter in a cell stands for."""
    return next(role for role in view["scheme"]["roles"] if role["letter"] == letter)


def flag(view: View, row: View) -> View | None:
    """What is wrong with a row's owners: letter and words, such as `nobody is accountable`."""
    if not row["break"]:
        return None
    number, letter = row["break"].split(" ", 1)
    name = role_of(view, letter)["name"]
    said = {"0": f"nobody is {name}", "1": f"only 1 is {name}"}.get(number, f"{number} are {name}")
    return {"letter": letter, "words": said}


def note_of(party: View) -> str:
    """What stands below a name: that they have left, else what they are."""
    if not party["active"]:
        return "has left"
    unnamed = "none named yet" if party["id"] == "sponsors" else _KINDS.get(party["kind"], "")
    return str(party["title"] or unnamed)


def groups(parties: Sequence[View]) -> list[View]:
    """Neighbours of one team: name (`Teams` of teams, empty for none), begin, size; nothing where nobody has a team."""

    def heading(party: View) -> str:
        return "Teams" if party["kind"] == "team" else str(party["team"]["name"]) if party["team"] else ""

    found: list[View] = []
    for name, same in itertools.groupby(parties, key=heading):
        begin = found[-1]["begin"] + found[-1]["size"] if found else 0
        found.append({"name": name, "begin": begin, "size": len(list(same))})
    return found if any(party["team"] for party in parties) else []


def phases(rows: Sequence[View]) -> list[tuple[str, list[View]]]:
    """Neighbouring rows of one phase, with its name."""
    return [(name, list(same)) for name, same in itertools.groupby(rows, key=lambda row: row["phase"] or "")]


def with_tasks(rows: Sequence[View]) -> list[tuple[View, list[View]]]:
    """Each step with its tasks, which follow it among the rows of a matrix."""
    found: list[tuple[View, list[View]]] = []
    for row in rows:
        if row["task"]:
            found[-1][1].append(row)
        else:
            found.append((row, []))
    return found


def state(step: View, as_of: str) -> str:
    """Where a step stands, in a few words: `blocked, 5 days late`."""
    if step["status"] in ("done", "skipped"):
        return f"{step['status']} {day(step['done'], as_of)}".strip()
    said = ["blocked"] if step["status"] == "blocked" else []
    said += [f"{count(step['late'], 'day')} late"] if step["late"] else []
    if said or step["ongoing"]:
        return ", ".join(said) or "ongoing"
    return f"due {day(step['due'], as_of)}" if step["due"] else "no date"


def bars(view: View, row: View) -> list[View]:
    """One party's workload as pieces of a bar: tint, x, width; in per cent of the longest."""
    longest = max(sum(other["letters"]) for other in view["workload"])
    pieces = zip(view["scheme"]["roles"], row["letters"], itertools.accumulate(row["letters"]), strict=True)
    return [
        {"tint": tint(role), "x": _percent((end - number) / longest), "width": _percent(number / longest)}
        for role, number, end in pieces
        if number
    ]


def _percent(share: float) -> str:
    return f"{100 * min(1, max(0, share)):.2f}"


def timeline(view: View) -> View | None:
    """Steps, or all rows of a view, as bars on a line of days; None where none has a day. Places are in per cent.

    first, last: days; today: {x, label, place}; due: x or None; ticks: [{x, text, line}]; lanes: [{number, title, when,
    shapes: [{kind (bar, mark, line), look, x, width}]}].
    """
    steps, project = _works(view), view["project"]
    days = [_number(step[key]) for step in steps for key in _DAYS if step[key]]
    if not days:
        return None
    days += [_number(project[key]) for key in ("start", "due") if project[key]]
    today, first, last = _number(view["as_of"]), min(days), max(days)
    room = max(last - first, 4 * _LEAST)
    if first - room <= today <= last + room:
        first, last = min(first, today), max(last, today)
    line = _Line(first, max(last + 1, min(first + _LEAST, _END)))
    as_of = view["as_of"]
    return {
        "first": date.fromordinal(min(days)).isoformat(),
        "last": date.fromordinal(max(days)).isoformat(),
        "today": line.today(today, as_of),
        "due": line.at(_number(project["due"]) + 0.5) if project["due"] else None,
        "ticks": list(line.ticks()),
        "lanes": [{**one, "when": _when(one, as_of), "shapes": list(line.shapes(one, today))} for one in steps],
    }


def _works(view: View) -> Sequence[View]:
    """The steps of a view; where it has none, its rows."""
    works: Sequence[View] = view["steps"] if "steps" in view else view.get("rows", ())
    return works


def _number(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _when(step: View, as_of: str) -> str:
    start, end = step["start"], (step["status"] == "done" and step["done"]) or step["due"]
    if step["ongoing"] or not end:
        begin = f"from {day(start, as_of)}" if start else ""
        return begin or ("ongoing" if step["ongoing"] else "no date")
    if start:
        return f"{day(start, end if start[:4] == end[:4] else as_of)} to {day(end, as_of)}"
    return f"{'done' if end == step['done'] else 'due'} {day(end, as_of)}"


@dataclass(frozen=True)
class _Line:
    """Days from `first` to before `last`."""

    first: int
    last: int

    def at(self, moment: float) -> str:
        """The place of a moment; a day is from its number to the next."""
        return _percent((moment - self.first) / (self.last - self.first))

    def bar(self, look: str, start: float, end: float) -> View:
        """A bar of a look, never too thin to be seen."""
        least = (self.last - self.first) / 160
        start = min(start, self.last - least)
        width = _percent(max(end - start, least) / (self.last - self.first))
        return {"kind": "bar", "look": look, "x": self.at(start), "width": width}

    def today(self, today: int, as_of: str) -> View:
        """The line of the day that the report is for; at an edge, with an arrow, where that day is far off."""
        before, after = "← " * (today < self.first), " →" * (today >= self.last)
        x = self.at(today + 0.5)
        place = "start" if float(x) < _EDGE else "end" if float(x) > 100 - _EDGE else "middle"
        label = f"{before}{day(as_of, '' if before or after else as_of)}{after}"
        return {"x": x, "label": label, "place": place}

    def ticks(self) -> Iterator[View]:
        """At most ten days or months with a name."""
        for number, text in self._months() if self.last - self.first > _MONTHS_FROM else self._weeks():
            x = self.at(number)
            yield {"x": x, "text": text if float(x) < 100 - _EDGE else "", "line": number > self.first}

    def _weeks(self) -> list[tuple[int, str]]:
        mondays = range(self.first + (1 - self.first) % 7, self.last, 7)
        return [(number, day(date.fromordinal(number).isoformat()).rsplit(" ", 1)[0]) for number in mondays]

    def _months(self) -> list[tuple[int, str]]:
        ends = [date.fromordinal(number) for number in (self.first, self.last - 1)]
        first, last = (end.year * _YEAR + end.month - 1 for end in ends)
        stride = next(one for one in _STRIDES if (last - first) / one <= _NAMES)
        found: list[tuple[int, str]] = []
        for month in range(max(_YEAR, first - first % stride), last + 1, stride):
            begin = date(month // _YEAR, month % _YEAR + 1, 1)
            _, name, year = day(begin.isoformat()).split(" ")
            short = name if found and month % _YEAR else f"{name} {year}"
            found.append((begin.toordinal(), year if stride >= _YEAR else short))
        near = len(found) > 1 and found[1][0] - self.first < (self.last - self.first) / 10
        return found[1:] if near else found

    def shapes(self, step: View, today: int) -> Iterator[View]:
        """What is drawn for a step, from the back to the front."""
        start, due, done = (_number(step[key]) if step[key] else None for key in _DAYS)
        end = done if step["status"] == "done" and done else due
        look = _LOOKS.get(step["status"], "idle")
        if step["ongoing"]:
            due, end = None, start and max(start, self.last - 1)
        if start and end:
            start, end = sorted((start, end))
            yield self.bar(look, start, end + 1)
            if look == "soft" and today >= start:
                yield self.bar("go", start, min(today + 0.5, end + 1))
        elif start or end:
            yield {"kind": "mark", "look": look, "x": self.at((start or end or 0) + 0.5)}
        if due and not step["closed"] and today > due:
            yield self.bar("late", due + 1, today + 0.5)
        if look == "done" and done and due and done > due:
            yield {"kind": "line", "look": "was", "x": self.at(due + 0.5)}
