"""`raci add`: people, teams, steps and tasks."""

from collections.abc import Mapping
from typing import Any

from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Put
from raci_cli.document.scalars import Flow
from raci_cli.errors import UsageError
from raci_cli.model.fields import ID_RULE, is_id, refuse_text
from raci_cli.model.format import TOP_ORDER, step_order
from raci_cli.model.lookup import find_party, find_step, find_work
from raci_cli.model.project import SPONSORS, Project, Step
from raci_cli.text import quoted


def add_person(project: Project, data: Any, id_: str, name: str, **details: str | None) -> Plan:
    """A new person; details are `team`, `title`, `email`, `deputy`, `kind`, of which None is left out."""
    given = {key: value for key, value in details.items() if value is not None}
    if "team" in given:
        given["team"] = _declared(project, given["team"], team=True)
    if "deputy" in given:
        given["deputy"] = _declared(project, given["deputy"], team=False)
    plan = _add(project, data, "people", id_, {"name": name, **given})
    team = f", {project.name_of(given['team'])}" if "team" in given else ""
    return Plan(
        plan.changes, (Said(("people", id_), f"New person {id_}: {name}{team}", None, {"name": name, **given}),)
    )


def _declared(project: Project, word: str, *, team: bool) -> str:
    """The id of a team, or of somebody who is none; UsageError where it is the other."""
    id_ = find_party(project, word)
    if id_ not in project.parties or project.parties[id_].is_team != team:
        what = "team" if team else "person"
        raise UsageError(f"{quoted(id_)} is no {what}", help=f"add it first: raci add {what} ID NAME")
    return id_


def add_team(project: Project, data: Any, id_: str, name: str, lead: str | None) -> Plan:
    """A new team, with the person who leads it."""
    given = {} if lead is None else {"lead": _declared(project, lead, team=False)}
    plan = _add(project, data, "teams", id_, {"name": name, **given})
    return Plan(plan.changes, (Said(("teams", id_), f"New team {id_}: {name}", None, {"name": name, **given}),))


def add_step(project: Project, data: Any, id_: str, title: str, after: str | None, before: str | None) -> Plan:
    """A new step, at the end or beside another (as typed)."""
    _refuse_id(id_, data["steps"], f"step {id_}")
    refuse_text(title, "the title")
    after, before = (None if word is None else find_step(project, word).id for word in (after, before))
    said = Said(("steps", id_), f"New step {id_}: {title}", None, {"title": title})
    return Plan((Put(("steps", id_), {"title": title}, after=after, before=before),), (said,))


def add_task(project: Project, data: Any, word: str, title: str, after: str | None, before: str | None) -> Plan:
    """A new task, named `step.task`, at the end or beside another of its step."""
    name, dot, id_ = word.partition(".")
    if not dot:
        raise UsageError(f"{quoted(word)} names no step for the task", help="such as testing.acceptance")
    step = find_step(project, name)
    tasks = get(data, (*step.path, "tasks")) or {}
    if not isinstance(tasks, dict):
        raise UsageError(f"the tasks of {step.id} are no mapping", help="mend them first: raci check")
    _refuse_id(id_, tasks, f"task {step.id}.{id_}")
    refuse_text(title, "the title")
    after, before = (None if word is None else _sibling(project, step, word) for word in (after, before))
    path, value = (*step.path, "tasks", id_), Flow(title=title)
    said = Said(path, f"New task {step.id}.{id_}: {title}", None, {"title": title})
    if "tasks" not in get(data, step.path):
        return Plan((Put(path[:-1], {id_: value}, step_order(project.scheme)),), (said,))
    return Plan((Put(path, value, after=after, before=before),), (said,))


def _sibling(project: Project, step: Step, word: str) -> str:
    """The id of another task of the same step, with or without the step's name."""
    found, _, path = find_work(project, word if "." in word else f"{step.id}.{word}")
    if found is not step:
        raise UsageError(
            f"{quoted(word)} is no task of {step.id}", help=f"its tasks: {', '.join(t.id for t in step.tasks)}"
        )
    return str(path[-1])


def _refuse_id(id_: str, taken: Mapping[str, Any], what: str) -> None:
    if not is_id(id_):
        raise UsageError(f"{quoted(id_)} cannot be an id", help=ID_RULE)
    if id_ in taken:
        raise UsageError(f"there is a {what} already")


def _add(project: Project, data: Any, section: str, id_: str, given: Mapping[str, str]) -> Plan:
    if not is_id(id_):
        raise UsageError(f"{quoted(id_)} cannot be an id", help=ID_RULE)
    if id_ == SPONSORS:
        raise UsageError(f"the id {SPONSORS} is reserved: in a step it stands for the sponsors")
    if id_ in project.parties or id_ in (get(data, (section,)) or {}):
        what = f"a {project.parties[id_].kind}" if id_ in project.parties else "an entry"
        raise UsageError(f"there is {what} {id_} already")
    for key, value in given.items():
        refuse_text(value, key)
    entry = given["name"] if len(given) == 1 else Flow(given)
    if section not in data:
        return Plan((Put((section,), {id_: entry}, TOP_ORDER),))
    return Plan((Put((section, id_), entry),))
