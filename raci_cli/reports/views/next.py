"""What to do now, in the next two weeks, and what to decide."""

import datetime
from collections.abc import Iterator, Sequence

from raci_cli.model.project import BLOCKED, NOT_STARTED, Step, Task
from raci_cli.model.state import counted, days_late, held_roles, is_closed, letters, next_steps, step_late, waiting_for
from raci_cli.reports.verdict import SOON
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.answers import answers_of
from raci_cli.reports.views.holding import shown
from raci_cli.reports.views.moving import commands, contested, movers, undecided, waiting
from raci_cli.reports.views.parts import head, iso, named, party_data
from raci_cli.reports.views.roles import acting, party_of, standing_for
from raci_cli.reports.views.status import decisions, progress

_NEVER = datetime.date.max
# So many steps that are equally pressing are compared by what waits for them.
_COMPARED = 100


def view(asked: Asked) -> View:
    """What to do now, in the next two weeks, and what to decide; of one person or team alone where that is asked for.

    now: null or the most pressing step, a work with hint, undecided, contested (how many own it, if too many), free
    (waits for nothing), waiting: [{id, number, title}] that need it, movers: [party], commands: [{what, command}];
    until: the last day that is looked at; works: [a work with of (the step of a task, or null), kind (late, dated,
    blocked, under-way, free), on, what (due, start or ""), movers, mine: [{party, letters}] of whom is asked for];
    decisions and progress as in the status view; person: null or the party that is asked for; answers: null or what
    waits for a word of theirs, as in the person view; such_as: the id of somebody who moves what comes first, or null.
    """
    project, as_of = asked.project, asked.as_of
    who = _who(asked)
    open_steps = [step for step in project.steps if not is_closed(project, step)]
    works = sorted(_works(asked, open_steps, who), key=lambda one: one[0])
    now = _now(asked, open_steps, who)
    moved = [party["id"] for one in [now, *(work for _, work in works)] if one for party in one["movers"]]
    return {
        **head(asked),
        "person": party_data(party_of(project, asked.who), project) if asked.who else None,
        "progress": progress(project, as_of),
        "now": now,
        "until": iso(_until(as_of)),
        "works": [work for _, work in works],
        "decisions": decisions(project, open_steps),
        "answers": answers_of(asked, who) if who is not None else None,
        "such_as": next((id_ for id_ in moved if id_ in project.parties), None),
    }


def _who(asked: Asked) -> list[str] | None:
    """Those whose work is meant; None: everybody's."""
    if asked.who is None:
        return None
    groups = standing_for(asked.project, party_of(asked.project, asked.who))
    return list(dict.fromkeys(id_ for _, _, inner in groups for id_ in inner))


def _until(as_of: datetime.date) -> datetime.date:
    return datetime.date.fromordinal(min(as_of.toordinal() + SOON, _NEVER.toordinal()))


def _mine(asked: Asked, step: Step, work: Task, who: Sequence[str] | None) -> list[View]:
    """The letters with which those who are asked for act in a work."""
    held = letters(asked.project, held_roles(asked.project.scheme, step, work))
    acts = {role.letter for role in acting(asked.project.scheme)}
    theirs = [(id_, [letter for letter in held.get(id_, ()) if letter in acts]) for id_ in who or ()]
    return [{"party": named(asked.project, id_), "letters": found} for id_, found in theirs if found]


def _now(asked: Asked, open_steps: Sequence[Step], who: Sequence[str] | None) -> View | None:
    """The most pressing step: in trouble before under way before free, and what most others wait for first."""
    project = asked.project
    kinds = [(kind, step) for step in open_steps if (kind := _pressure(asked, step)) is not None]
    kinds = [(kind, step) for kind, step in kinds if who is None or _mine(asked, step, step, who)]
    if not kinds:
        return None
    first = min(kind for kind, _ in kinds)
    chosen = sorted((step for kind, step in kinds if kind == first), key=lambda step: _urgency(asked, step))
    counts = {step.id: len(waiting(project, step)) for step in chosen[:_COMPARED]}
    step = max(chosen[:_COMPARED], key=lambda step: counts[step.id])
    return {
        **shown(asked, step, step),
        "hint": step.hint,
        "undecided": undecided(project, step, step),
        "contested": contested(project, step, step),
        "free": not waiting_for(project, step),
        "waiting": [{"id": one.id, "number": str(one.number), "title": one.title} for one in waiting(project, step)],
        "movers": movers(project, step, step),
        "commands": list(commands(asked, step, step, step_late(step, asked.as_of))),
    }


def _urgency(asked: Asked, step: Step) -> tuple[int, datetime.date, int]:
    return -step_late(step, asked.as_of), step.due or _NEVER, step.number


def _pressure(asked: Asked, step: Step) -> int | None:
    """0 for a step in trouble, 1 for one under way, 2 for one that can begin; None: nobody can do anything now."""
    project, as_of = asked.project, asked.as_of
    late, started, free = step_late(step, as_of), step.status != NOT_STARTED, not waiting_for(project, step)
    near = started or free or (step.due is not None and (step.due - as_of).days <= SOON)
    unowned = undecided(project, step, step) or contested(project, step, step)
    if late or step.status == BLOCKED or (unowned and near and not step.ongoing):
        return 0
    if step.ongoing:
        return None
    return 1 if started else 2 if free else None


_KINDS = ("late", "dated", "blocked", "under-way", "free")
_Place = tuple[int, datetime.date, int]


def _works(asked: Asked, open_steps: Sequence[Step], who: Sequence[str] | None) -> Iterator[tuple[_Place, View]]:
    project = asked.project
    free = {step.id for step in next_steps(project)} & {step.id for step in counted(project)}
    for step in open_steps:
        for work in (work for work, _ in step.work() if not is_closed(project, work)):
            mine = _mine(asked, step, work, who)
            found = _place(work, asked.as_of, free=work is step and step.id in free)
            if found is None or (who is not None and not mine):
                continue
            kind, on, what = found
            late = days_late(work, asked.as_of)
            data = {**shown(asked, step, work), "late": late, "kind": kind, "on": iso(on), "what": what}
            place = (_KINDS.index(kind), on or _NEVER, step.number)
            yield place, {**data, "movers": movers(project, step, work), "mine": mine}


def _place(work: Task, as_of: datetime.date, *, free: bool) -> tuple[str, datetime.date | None, str] | None:
    """Why a work is to be seen to within two weeks, and the day of it: (kind, day, due or start); None: it is not."""
    until, due = _until(as_of), None if work.ongoing else work.due
    if days_late(work, as_of):
        return "late", due, "due"
    if due and due <= until:
        return "dated", due, "due"
    if work.status == NOT_STARTED and work.start and work.start <= until:
        return "dated", work.start, "start"
    if work.status == BLOCKED:
        return "blocked", due, "due" if due else ""
    if work.status != NOT_STARTED:
        return "under-way", due, "due" if due else ""
    return ("free", due, "due" if due else "") if free and work.start is None else None
