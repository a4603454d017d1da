"""What is late, due and waiting for one person or team."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raci_cli.model.project import DONE, NOT_STARTED, Party, Project, Step, Task
from raci_cli.model.state import days_late, held_roles, is_closed, letters, owners, step_late, waiting_for
from raci_cli.reports.views import Asked, View, matrix
from raci_cli.reports.views.names import short_names
from raci_cli.reports.views.parts import head, iso, named, party_data, work_data
from raci_cli.reports.views.roles import acting, members, not_agreed, of_kind, party_of, stands_for

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
    matrix: {parties, rows} as in the matrix view, with what the parties of this report have.
    """
    project, party = asked.project, party_of(asked.project, asked.who or "")
    groups = _groups(project, party)
    parts: list[View] = []
    for relation, of, who in groups:
        parts.append({"relation": relation, "party": named(project, of), **_part(asked, who, parts)})
    counted = parts if members(project, party.id) else parts[:1]
    return {
        **head(asked),
        "person": {**party_data(party, project), "email": party.email},
        "days": {
            "this_week": iso(_after(asked.as_of, WEEK - 1)),
            "next_week": iso(_after(asked.as_of, 2 * WEEK - 1)),
        },
        "counts": _counts(counted),
        "parts": parts,
        "matrix": _matrix(asked, [id_ for _, _, who in groups for id_ in who]),
    }


def _after(day: datetime.date, days: int) -> datetime.date:
    return datetime.date.fromordinal(min(day.toordinal() + days, datetime.date.max.toordinal()))


def _groups(project: Project, party: Party) -> list[tuple[str, str, list[str]]]:
    """Relation, the party that it is named after, and whose letters are meant."""
    own = ("own", party.id, [party.id])
    if inner := members(project, party.id):
        return [own, ("members", party.id, inner)]
    led = [team.id for team in project.parties.values() if team.is_team and team.lead == party.id]
    teams = dict.fromkeys([*([party.team] if party.team else []), *led])
    return [own, *(("team", team, [team]) for team in teams)]


def _counts(parts: Sequence[View]) -> View:
    def ids(*names: str) -> int:
        return len({item["id"] for part in parts for name in names for item in part[name]})

    answers = len({(one["kind"], one["id"]) for part in parts for one in part["answers"]})
    return {**{name: ids(name) for name in _GROUPS[:3]}, "answers": answers, "open": ids(*_GROUPS)}


def _part(asked: Asked, who: Sequence[str], before: Sequence[View]) -> View:
    """The lists of some parties; an answer that a part before has is not asked for again."""
    known = {(one["kind"], one["id"]) for part in before for one in part["answers"]}
    answers = [one for one in _answers(asked, who) if (one["kind"], one["id"]) not in known]
    found: dict[str, list[View]] = {name: [] for name in _GROUPS}
    for group, item in _items(asked, who):
        found[group].append(item)
    for group in found.values():
        group.sort(key=lambda item: (item["on"] or "~", -int(item["late"])))
    return {**found, "answers": answers}


@dataclass(frozen=True)
class _Work:
    """A step or task with who holds what of those that are asked for."""

    step: Step
    work: Task
    held: Sequence[tuple[str, Sequence[str]]]

    @property
    def separate(self) -> bool:
        """Whether there is more to say of it than of its step."""
        return self.work is self.step or bool(self.work.due or self.work.start)


def _open_work(asked: Asked, who: Sequence[str], wanted: Sequence[str]) -> Iterator[_Work]:
    """The open steps and tasks in which somebody holds a wanted letter; no task that is like its step."""
    project = asked.project
    for step in (step for step in project.steps if not is_closed(project, step)):
        of_step: Sequence[tuple[str, Sequence[str]]] = ()
        for work in (work for work, _ in step.work() if not is_closed(project, work)):
            held = letters(project, held_roles(project.scheme, step, work))
            found = _Work(step, work, [(id_, held[id_]) for id_ in who if set(held.get(id_, ())) & set(wanted)])
            if found.held and (found.separate or found.held != of_step):
                yield found
            of_step = found.held if work is step else of_step


def _items(asked: Asked, who: Sequence[str]) -> Iterator[tuple[str, View]]:
    """What somebody owns or works on, with the group that it belongs to."""
    found = list(_open_work(asked, who, [role.letter for role in acting(asked.project.scheme)]))
    late_inside = {one.step.id for one in found if one.work is not one.step and days_late(one.work, asked.as_of)}
    for one in found:
        # A step that is late by a task only is not late twice where the task is listed too.
        own_day = one.work is not one.step or one.step.id in late_inside
        late = days_late(one.work, asked.as_of) if own_day else step_late(one.step, asked.as_of)
        group, on, what = _group(one.work, late, asked.as_of)
        held = [{"party": named(asked.project, id_), "letters": list(held)} for id_, held in one.held]
        yield group, {**_shown(asked, one.step, one.work), "late": late, "held": held, "on": iso(on), "what": what}


def _shown(asked: Asked, step: Step, work: Task) -> View:
    of = None if work is step else {"id": step.id, "number": str(step.number), "title": step.title}
    return {**work_data(asked.project, step, work, asked.as_of), "of": of}


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


def _answers(asked: Asked, who: Sequence[str]) -> list[View]:
    """What waits for a word of theirs: decisions, agreements, then what they are asked about."""
    return [*_decisions(asked, who), *_agreements(asked, who), *_questions(asked, who)]


def _answer(asked: Asked, one: _Work, kind: str, role: str | None = None) -> View:
    """A work with who has to say something about it, and what."""
    who = [named(asked.project, id_) for id_, _ in one.held]
    return {**_shown(asked, one.step, one.work), "kind": kind, "who": who, "role": role, "hint": one.work.hint}


def _decisions(asked: Asked, who: Sequence[str]) -> Iterator[View]:
    project = asked.project
    for step in (step for step in project.steps if project.scheme.owners and not is_closed(project, step)):
        for work, _ in step.work():
            chosen = [(id_, []) for id_ in who if id_ in work.candidates]
            owned = owners(project, held_roles(project.scheme, step, work))
            if chosen and not owned and not is_closed(project, work):
                yield _answer(asked, _Work(step, work, chosen), "decide", project.scheme.owners[0].name)


def _agreements(asked: Asked, who: Sequence[str]) -> Iterator[View]:
    project = asked.project
    for step in (step for step in project.steps if step.status == DONE):
        open_ = not_agreed(project, step)
        if chosen := [(id_, []) for id_ in who if any(_speaks_for(project, step, id_, party) for party in open_)]:
            yield _answer(asked, _Work(step, step, chosen), "agree")


def _questions(asked: Asked, who: Sequence[str]) -> Iterator[View]:
    project = asked.project
    acts = acting(project.scheme)
    asks = [role for role in of_kind(project.scheme, "ask") if role not in acts]
    for one in _open_work(asked, who, [role.letter for role in asks]):
        if _is_near(project, one, asked.as_of):
            role = next(role.name for role in asks if any(role.letter in held for _, held in one.held))
            yield _answer(asked, one, "asked", role)


def _speaks_for(project: Project, step: Step, one: str, party: str) -> bool:
    """Whether one can agree for a party: is it, leads it, or belongs to it and has a say in the step."""
    if one == party or party_of(project, party).lead == one:
        return True
    say = {role.letter for role in of_kind(project.scheme, "own", "work", "ask")}
    works = (letters(project, held_roles(project.scheme, step, work)).get(one, ()) for work, _ in step.work())
    return stands_for(project, one, party) and any(say & set(held) for held in works)


def _is_near(project: Project, one: _Work, as_of: datetime.date) -> bool:
    """Whether it is under way, or could be within two weeks."""
    if one.work.status != NOT_STARTED:
        return True
    start = one.work.start or one.step.start
    if one.step.status == NOT_STARTED and waiting_for(project, one.step):
        return False
    return start is None or (start - as_of).days < 2 * WEEK


def _matrix(asked: Asked, ids: Sequence[str]) -> View:
    """The columns of these parties alone, and the rows in which they have a letter."""
    project = asked.project
    parties = [party_of(project, id_) for id_ in dict.fromkeys(ids)]
    rows: list[View] = []
    for step in project.steps:
        first, *rest = [matrix.row(project, step, work, parties, asked.as_of) for work, _ in step.work()]
        kept = [row for row in rest if any(row["cells"]) and (row["cells"] != first["cells"] or row["due"])]
        rows += [first, *kept] if kept or any(first["cells"]) else []
    used = [index for index in range(len(parties)) if any(row["cells"][index] for row in rows)]
    for row in rows:
        row.update({key: [row[key][index] for index in used] for key in ("letters", "cells")})
    shown = [parties[index] for index in used]
    shorts = short_names(shown)
    columns = [
        {**party_data(party, project), "short": shorts[index], "column": index} for index, party in enumerate(shown)
    ]
    return {"parties": columns, "rows": rows}
