"""What is late, due and waiting for one person or team."""

import datetime
from collections.abc import Iterator, Sequence

from raci_cli.model.project import NOT_STARTED, Task
from raci_cli.model.state import days_late, step_late
from raci_cli.reports.views import Asked, View, matrix
from raci_cli.reports.views.answers import answers_of
from raci_cli.reports.views.holding import open_work, shown
from raci_cli.reports.views.names import short_names
from raci_cli.reports.views.parts import head, iso, named, party_data
from raci_cli.reports.views.roles import acting, members, party_of, standing_for

WEEK = 7
_GROUPS = ("late", "this_week", "next_week", "under_way", "later")


def view(asked: Asked) -> View:
    """What is late, due and waiting for one person or team.

    person: {id, name, kind, team, title, active, email}; days: {this_week, next_week}, the last day of either; counts:
    {late, this_week, next_week, answers, open} of the first part, of all parts for a team, each work once.
    parts: the party's own, then for a person one for each team (theirs, and those that they lead), for a team one of
    all its members: {relation (own, team, members), party, late, this_week, next_week, under_way, later: [item],
    answers: [answer]}. An item is an open work in which somebody of the part owns or works, with held: [{party,
    letters}], of: the step of a task or null, on: the day that counts, what: (due, start). An answer is a work with of,
    kind (decide: may become its owner; agree: done, and wants an agreement; asked: under way or free to start), who:
    [party] of the part that it waits for, role and hint (or null).
    matrix: {parties, rows} as in the matrix view, with what the parties of this report have; dated: those of the rows
    that have a start or due date.
    """
    project, party = asked.project, party_of(asked.project, asked.who or "")
    groups = standing_for(project, party)
    parts: list[View] = []
    for relation, of, who in groups:
        parts.append({"relation": relation, "party": named(project, of), **_part(asked, who, parts)})
    counted = parts if members(project, party.id) else parts[:1]
    held = _matrix(asked, [id_ for _, _, who in groups for id_ in who])
    return {
        **head(asked),
        "person": {**party_data(party, project), "email": party.email},
        "days": {
            "this_week": iso(_after(asked.as_of, WEEK - 1)),
            "next_week": iso(_after(asked.as_of, 2 * WEEK - 1)),
        },
        "counts": _counts(counted),
        "parts": parts,
        "matrix": held,
        "dated": [row for row in held["rows"] if any(row["cells"]) and (row["start"] or row["due"])],
    }


def _after(day: datetime.date, days: int) -> datetime.date:
    return datetime.date.fromordinal(min(day.toordinal() + days, datetime.date.max.toordinal()))


def _counts(parts: Sequence[View]) -> View:
    def ids(*names: str) -> int:
        return len({item["id"] for part in parts for name in names for item in part[name]})

    answers = len({(one["kind"], one["id"]) for part in parts for one in part["answers"]})
    return {**{name: ids(name) for name in _GROUPS[:3]}, "answers": answers, "open": ids(*_GROUPS)}


def _part(asked: Asked, who: Sequence[str], before: Sequence[View]) -> View:
    """The lists of some parties; an answer that a part before has is not asked for again."""
    known = {(one["kind"], one["id"]) for part in before for one in part["answers"]}
    answers = [one for one in answers_of(asked, who) if (one["kind"], one["id"]) not in known]
    found: dict[str, list[View]] = {name: [] for name in _GROUPS}
    for group, item in _items(asked, who):
        found[group].append(item)
    for items in found.values():
        items.sort(key=lambda item: (item["on"] or "~", -int(item["late"])))
    return {**found, "answers": answers}


def _items(asked: Asked, who: Sequence[str]) -> Iterator[tuple[str, View]]:
    """What somebody owns or works on, with the group that it belongs to."""
    found = list(open_work(asked, who, [role.letter for role in acting(asked.project.scheme)]))
    late_inside = {one.step.id for one in found if one.work is not one.step and days_late(one.work, asked.as_of)}
    for one in found:
        # A step that is late by a task only is not late twice where the task is listed too.
        own_day = one.work is not one.step or one.step.id in late_inside
        late = days_late(one.work, asked.as_of) if own_day else step_late(one.step, asked.as_of)
        group, on, what = _group(one.work, late, asked.as_of)
        held = [{"party": named(asked.project, id_), "letters": list(held)} for id_, held in one.held]
        yield group, {**shown(asked, one.step, one.work), "late": late, "held": held, "on": iso(on), "what": what}


def _group(work: Task, late: int, as_of: datetime.date) -> tuple[str, datetime.date | None, str]:
    """The list in which a work stands, the day that it is there for, and which of its days that is."""
    due = None if work.ongoing else work.due
    days = [(work.start, "start")] if work.start and work.start >= as_of and work.status == NOT_STARTED else []
    days += [(due, "due")] if due else []
    on, what = min(days, default=(None, ""), key=lambda one: one[0])
    if late:
        return "late", due, "due"
    if on and (on - as_of).days < 2 * WEEK:
        return ("this_week" if (on - as_of).days < WEEK else "next_week"), on, what
    return ("later" if work.status == NOT_STARTED else "under_way"), on, what


def _matrix(asked: Asked, ids: Sequence[str]) -> View:
    """The columns of these parties alone, and the rows in which they have a letter."""
    project = asked.project
    parties = [party_of(project, id_) for id_ in dict.fromkeys(ids)]
    codes = matrix.codes_of(asked)
    rows: list[View] = []
    for step in project.steps:
        first, *rest = [matrix.row(asked, step, work, parties, codes) for work, _ in step.work()]
        kept = [row for row in rest if any(row["cells"]) and (row["cells"] != first["cells"] or row["due"])]
        rows += [first, *kept] if kept or any(first["cells"]) else []
    used = [index for index in range(len(parties)) if any(row["cells"][index] for row in rows)]
    for row in rows:
        row.update({key: [row[key][index] for index in used] for key in ("letters", "cells")})
    kept_parties = [parties[index] for index in used]
    shorts = short_names(kept_parties)
    columns = [
        {**party_data(party, project), "short": shorts[index], "column": index}
        for index, party in enumerate(kept_parties)
    ]
    return {"parties": columns, "rows": rows}
