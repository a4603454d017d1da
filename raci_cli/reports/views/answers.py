"""What waits for a word of chosen parties."""

import datetime
from collections.abc import Iterator, Sequence

from raci_cli.model.project import DONE, NOT_STARTED, Project, Step
from raci_cli.model.state import held_roles, is_closed, letters, owners, waiting_for
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.holding import Held, Work, open_work, shown
from raci_cli.reports.views.parts import named
from raci_cli.reports.views.roles import acting, not_agreed, of_kind, party_of, stands_for

# How many days ahead a question is near.
AHEAD = 14


def answers_of(asked: Asked, who: Sequence[str]) -> list[View]:
    """What waits for a word of theirs: decisions, agreements, then what they are asked about."""
    return [*_decisions(asked, who), *_agreements(asked, who), *_questions(asked, who)]


def _answer(asked: Asked, one: Work, kind: str, role: str | None = None) -> View:
    """A work with who has to say something about it, and what."""
    who = [named(asked.project, id_) for id_, _ in one.held]
    return {**shown(asked, one.step, one.work), "kind": kind, "who": who, "role": role, "hint": one.work.hint}


def _decisions(asked: Asked, who: Sequence[str]) -> Iterator[View]:
    project = asked.project
    for step in (step for step in project.steps if project.scheme.owners and not is_closed(project, step)):
        for work, _ in step.work():
            chosen: Held = [(id_, ()) for id_ in who if id_ in work.candidates]
            owned = owners(project, held_roles(project.scheme, step, work))
            if chosen and not owned and not is_closed(project, work):
                yield _answer(asked, Work(step, work, chosen), "decide", project.scheme.owners[0].name)


def _agreements(asked: Asked, who: Sequence[str]) -> Iterator[View]:
    project = asked.project
    for step in (step for step in project.steps if step.status == DONE):
        open_ = not_agreed(project, step)
        chosen: Held = [(id_, ()) for id_ in who if any(_speaks_for(project, step, id_, party) for party in open_)]
        if chosen:
            yield _answer(asked, Work(step, step, chosen), "agree")


def _questions(asked: Asked, who: Sequence[str]) -> Iterator[View]:
    """What they are asked about, a task only where others are asked than in what was named before of its step."""
    project = asked.project
    acts = acting(project.scheme)
    asks = [role for role in of_kind(project.scheme, "ask") if role not in acts]
    whole: dict[str, Held] = {}
    for one in open_work(asked, who, [role.letter for role in asks]):
        if one.held != whole.get(one.step.id) and _is_near(project, one, asked.as_of):
            role = next(role.name for role in asks if any(role.letter in held for _, held in one.held))
            yield _answer(asked, one, "asked", role)
            whole[one.step.id] = one.held


def _speaks_for(project: Project, step: Step, one: str, party: str) -> bool:
    """Whether one can agree for a party: is it, leads it, or belongs to it and has a say in the step."""
    if one == party or party_of(project, party).lead == one:
        return True
    say = {role.letter for role in of_kind(project.scheme, "own", "work", "ask")}
    works = (letters(project, held_roles(project.scheme, step, work)).get(one, ()) for work, _ in step.work())
    return stands_for(project, one, party) and any(say & set(held) for held in works)


def _is_near(project: Project, one: Work, as_of: datetime.date) -> bool:
    """Whether it is under way, or could be within two weeks."""
    if one.work.status != NOT_STARTED:
        return True
    start = one.work.start or one.step.start
    if one.step.status == NOT_STARTED and waiting_for(project, one.step):
        return False
    return start is None or (start - as_of).days < AHEAD
