"""`raci add`: people, teams, steps and tasks."""

from collections.abc import Mapping
from typing import Any

from raci_cli.changes.lookup import find_party, find_step, find_work
from raci_cli.changes.mark import refuse_text
from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Put
from raci_cli.document.scalars import Flow
from raci_cli.errors import UsageError
from raci_cli.model.fields import ID_RULE, is_id
from raci_cli.model.format import TOP_ORDER, step_order
from raci_cli.model.project import SPONSORS, Project, Step
from raci_cli.text import quoted


def add_person(project: Project, data: Any, id_: str, name: str, **details: str | None) -> Plan:
    """A new person; details are `team`, `title`, `email`, `deputy`, `kind`, of which None is left out."""
    given = {key: value for key, value in details.items() if value is not None}
    if "team" in given:
        given["team"] = find_party(project, given["team"])
        if given["team"] not in project.parties or not project.parties[given["team"]].is_team:
            raise UsageError(f"{quoted(given['team'])} is no team", help="add it first: raci add team ID NAME")
    if "deputy" in given:
        given["deputy"] = find_party(project, given["deputy"])
    plan = _add(project, data, "people", id_, {"name": name, **given})
    team = f", {project.name_of(given['team'])}" if "team" in given else ""
    return Plan(
        plan.changes, (Said(("people", id_), f"New person {id_}: {name}{team}", None, {"name": name, **given}),)
    )


def add_team(project: Project, data: Any, id_: str, name: str, lead: str | None) -> Plan:
    """A new team, with the person who leads it."""
    given = {} if lead is None else {"lead": find_party(project, lead)}
    plan = _add(project, data, "teams", id_, {"name": name, **given})
    return Plan(plan.changes, (Said(("teams", id_), f"New team {id_}: {name}", None, {"name": name, **given}),))


def add_step(project: Project, data: Any, id_: str, title: str, after: str | None, before: str | None) -> Plan:
    """A new step, at the end or beside another (as typed)."""
    _refuse_id(id_, data["steps"], f"step {id_}")
    refuse_text(title, "the title")
    after, before = (word and find_step(project, word).id for word in (after, before))
    said = Said(("steps", id_), f"New step {id_}: {title}", None, {"title": title})
    return Plan((Put(("steps", id_), {"title": title}, after=after, before=before),), (said,))


def add_task(project: Project, data: Any, word: str, title: str, after: str | None, before: str | None) -> Plan:
    """A new task, named `step.task`, at the end or beside another of its step."""
    name, dot, id_ = word.partition(".")
    if not dot:
        raise UsageError(f"{quoted(word)} names no step for the task", help="such as testing.acceptance")
    step = find_step(project, name)
    tasks = get(data, (*step.path, "tasks")) or {}
    _refuse_id(id_, tasks, f"task {step.id}.{id_}")
    refuse_text(title, "the title")
    after, before = (word and _sibling(project, step, word) for word in (after, before))
    path, value = (*step.path, "tasks", id_), Flow(title=title)
    said = Said(path, f"New task {step.id}.{id_}: {title}", None, {"title": title})
    if "tasks" not in get(data, step.path):
        return Plan((Put(path[:-1], {id_: value}, step_order(project.scheme)),), (said,))
    return Plan((Put(path, value, after=after, before=before),), (said,))


def _sibling(project: Project, step: Step, word: str) -> str:
    return str(find_work(project, f"{step.id}.{word.rpartition('.')[2]}")[2][-1])


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
