"""Any edit of a project through its planner, and what the project must say afterwards."""

import copy
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from safety.projects import FREE, LONG, TEXTS, all_ids, plain, plain_work, renamed, without

from raci_cli.changes.add import add_person, add_step, add_task
from raci_cli.changes.assign import assign, unassign
from raci_cli.changes.identity import remove, rename
from raci_cli.changes.mark import mark
from raci_cli.changes.plan import Planner
from raci_cli.changes.setting import agree, set_keys
from raci_cli.model.project import STATUSES, Party, Project, Step, Task

TODAY = datetime.date(2026, 12, 1)
ROLES = {  # each role, and those that nobody may hold beside it
    "responsible": {"consulted", "informed"},
    "accountable": set(),
    "consulted": {"responsible", "informed"},
    "informed": {"responsible", "consulted"},
}
WRONG = st.sampled_from(
    ["", "ghost", "no such", "kickoff.ghost", "a.b.c", "0", "99", "-x", "é", "sponsors", "\n", "[x"]
)


@dataclass(frozen=True)
class Operation:
    """An edit; `then` changes the plain project as the edit must, `is_sure` says that it may not be refused."""

    name: str
    planner: Planner
    then: Callable[[Any], Any]
    is_sure: bool = True


def in_place(act: Callable[[Any], None]) -> Callable[[Any], Any]:
    def then(data: Any) -> Any:
        data = copy.deepcopy(data)
        act(data)
        return data

    return then


@st.composite
def operations(draw: st.DrawFn, project: Project) -> Operation:
    possible = [assigned, unassigned, marked, set_, renamed_, added, removed, invalid]
    if project.parties:  # else nobody can agree
        possible.append(agreed)
    return draw(st.sampled_from(possible))(draw, project)


def _work(draw: st.DrawFn, project: Project, *, tasks: bool = True) -> tuple[str, tuple[str, ...]]:
    """A word for a step or task, and its ids."""
    steps = [(step.id,) for step in project.steps]
    ids = [*steps, *((step.id, task.id) for step in project.steps for task in step.tasks if tasks)]
    found: tuple[str, ...] = draw(st.sampled_from(ids))
    return ".".join(found), found


def _parties(draw: st.DrawFn, project: Project, most: int = 2, *, sponsors: bool = True) -> list[str]:
    known = [*project.parties, *(["sponsors"] if sponsors else [])]
    return draw(st.lists(st.sampled_from(known), min_size=1, max_size=most, unique=True))


def assigned(draw: st.DrawFn, project: Project) -> Operation:
    word, ids = _work(draw, project, tasks=False)
    role = draw(st.sampled_from(list(ROLES)))
    who, only = _parties(draw, project, 1 if role == "accountable" else 2), draw(st.booleans())

    def act(data: Any) -> None:
        work = plain_work(data, *ids)
        roles = work["roles"]
        kept = [] if only or role == "accountable" else roles.get(role, [])
        roles[role] = [*dict.fromkeys([*kept, *who])]
        for other in ROLES[role] & roles.keys():
            roles[other] = [party for party in roles[other] if party not in who]
        work["roles"] = {name: parties for name, parties in roles.items() if parties}
        if role == "accountable":
            work.update(candidates=[], hint=None)

    return Operation("assign", lambda p, d: assign(p, d, [word], {role: who}, only=only), in_place(act))


def unassigned(draw: st.DrawFn, project: Project) -> Operation:
    word, ids = _work(draw, project, tasks=False)
    who, role = _parties(draw, project), draw(st.sampled_from([*ROLES, ""]))

    def act(data: Any) -> None:
        work = plain_work(data, *ids)
        gone = [role] if role else list(ROLES)
        kept = {n: [p for p in ps if n not in gone or p not in who] for n, ps in work["roles"].items()}
        work["roles"] = {name: parties for name, parties in kept.items() if parties}

    given, everywhere = ({role: who}, []) if role else ({}, who)
    return Operation("unassign", lambda p, d: unassign(p, d, [word], given, everywhere), in_place(act))


def marked(draw: st.DrawFn, project: Project) -> Operation:
    word, ids = _work(draw, project)
    status, reason = draw(st.sampled_from(STATUSES)), draw(TEXTS)
    day = draw(st.sampled_from([datetime.date(2026, 1, 2), datetime.date(2027, 3, 4)])) if status == "done" else None
    because = reason if status == "blocked" else None

    def act(data: Any) -> None:
        plain_work(data, *ids).update(status=status, done=day, blocked=because)

    return Operation("mark", lambda p, d: mark(p, d, [word], status, because, day, TODAY), in_place(act))


def set_(draw: st.DrawFn, project: Project) -> Operation:
    word, ids = _work(draw, project)
    key = draw(st.sampled_from(["title", "notes", "guidance", "phase", "hint", "due", "needs"]))
    texts = {"title": TEXTS, "notes": LONG, "guidance": LONG, "due": st.sampled_from(["2026-05-06", "2026-01-02"])}
    texts["needs"] = st.lists(st.sampled_from([step.id for step in project.steps]), min_size=1, unique=True).map(
        ",".join
    )
    text = draw(texts.get(key, TEXTS))
    text = "" if key != "title" and draw(st.integers(0, 3)) == 0 else text
    value: Any = text or None
    value = datetime.date.fromisoformat(text) if key == "due" and text else value
    value = [one for one in text.split(",") if one] if key == "needs" else value
    return Operation(
        "set",
        lambda p, d: set_keys(p, d, [word], [f"{key}={text}"]),
        in_place(lambda data: plain_work(data, *ids).update({key: value})),
    )


def agreed(draw: st.DrawFn, project: Project) -> Operation:
    word, ids = _work(draw, project)
    who, day = _parties(draw, project, sponsors=False), draw(st.sampled_from([TODAY, datetime.date(2026, 1, 2)]))
    return Operation(
        "agree",
        lambda p, d: agree(p, d, [word], who, day),
        in_place(lambda data: plain_work(data, *ids)["agreed"].update(dict.fromkeys(who, day))),
    )


def _word(draw: st.DrawFn, project: Project) -> tuple[str, str]:
    """What can be renamed or removed: its word, and its own id."""
    step_tasks = [(f"{step.id}.{task.id}", task.id) for step in project.steps for task in step.tasks]
    alone = [*project.parties, *project.goals, *(step.id for step in project.steps)]
    return draw(st.sampled_from([*((one, one) for one in alone), *step_tasks]))


def renamed_(draw: st.DrawFn, project: Project) -> Operation:
    word, old = _word(draw, project)
    new = draw(st.sampled_from([one for one in FREE if one not in all_ids(project)] or ["another"]))
    return Operation("rename", lambda p, d: rename(p, d, word, new), lambda data: renamed(data, old, new))


def removed(draw: st.DrawFn, project: Project) -> Operation:
    word, gone = _word(draw, project)
    is_last = [step.id for step in project.steps] == [gone]
    return Operation(
        "remove", lambda p, d: remove(p, d, word, everywhere=True), lambda data: without(data, gone), not is_last
    )


def added(draw: st.DrawFn, project: Project) -> Operation:
    id_ = draw(st.sampled_from([one for one in FREE if one not in all_ids(project)] or ["another"]))
    title, what = draw(TEXTS), draw(st.sampled_from(["person", "step", "task"]))
    steps = [step.id for step in project.steps]
    near = draw(st.sampled_from(steps))
    after, before = draw(st.sampled_from([(None, None), (near, None), (None, near)]))
    if what == "person":
        new = plain(Party(id_, title))
        return Operation("add person", lambda p, d: add_person(p, d, id_, title),
                         in_place(lambda data: data["parties"].update({id_: new})))  # fmt: skip
    if what == "task":
        task = plain(Task(id_, title))
        return Operation("add task", lambda p, d: add_task(p, d, f"{near}.{id_}", title, None, None),
                         in_place(lambda data: plain_work(data, near)["tasks"].append(task)))  # fmt: skip
    place = len(steps) if after is before else steps.index(near) + (after is not None)
    return Operation("add step", lambda p, d: add_step(p, d, id_, title, after, before),
                     in_place(lambda data: data["steps"].insert(place, plain(Step(id_, title)))))  # fmt: skip


def invalid(draw: st.DrawFn, project: Project) -> Operation:
    """Words that mean nothing, or not what is asked: refused, or the change of nothing."""
    word, wrong = draw(st.sampled_from([step.id for step in project.steps])), draw(WRONG)
    planners: list[Planner] = [
        lambda p, d: assign(p, d, [wrong], {"responsible": ["sponsors"]}, only=False),
        lambda p, d: assign(p, d, [word], {"driver": ["sponsors"]}, only=False),
        lambda p, d: assign(p, d, [word], {"accountable": ["sponsors", *p.parties]}, only=True),
        lambda p, d: unassign(p, d, [word], {}, [wrong + "?"]),
        lambda p, d: mark(p, d, [word], wrong, None, None, TODAY),
        lambda p, d: mark(p, d, [word], "blocked", "\x1b", None, TODAY),
        lambda p, d: set_keys(p, d, [word], [f"{wrong}={wrong}"]),
        lambda p, d: set_keys(p, d, [word], ["title= "]),
        lambda p, d: set_keys(p, d, [word], ["due=2026-02-30"]),
        lambda p, d: set_keys(p, d, [word], ["notes=\u2028"]),
        lambda p, d: agree(p, d, [word], [wrong + "?"], TODAY),
        lambda p, d: agree(p, d, [word], [*p.parties, "sponsors"], TODAY),
        lambda p, d: rename(p, d, word, wrong + "!"),
        lambda p, d: rename(p, d, wrong, "fine"),
        lambda p, d: remove(p, d, wrong, everywhere=True),
        lambda p, d: add_person(p, d, next(iter(p.parties), ""), "Twice"),
        lambda p, d: add_person(p, d, "sponsors", "Them"),
        lambda p, d: add_step(p, d, word, "Twice", None, None),
        lambda p, d: add_step(p, d, "fine", "a\nb", None, None),
        lambda p, d: add_task(p, d, wrong + "?", "Where to?", None, None),
    ]
    return Operation("invalid", draw(st.sampled_from(planners)), lambda data: data, is_sure=False)
