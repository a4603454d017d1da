"""`raci check --fix`: what can be mended without anybody having to decide."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Change, Drop, Put
from raci_cli.document.nodes import Plain
from raci_cli.findings import Path
from raci_cli.model.format import step_order
from raci_cli.model.project import DONE, Project, Task
from raci_cli.model.state import holders, owners
from raci_cli.rules.facts import Facts
from raci_cli.rules.roles import apart_in, conflicts
from raci_cli.text import listed


def fixes(project: Project, data: Any, today: datetime.date) -> Plan:
    """Drop the lesser of roles that exclude each other, drop candidates once decided, add a missing `done:`."""
    plan = _parted(project)
    for step in project.steps:
        for work, path in step.work():
            for one in (*_settled(project, data, work, path), *_dated(project, data, work, path, today)):
                plan += one
    return plan


def _parted(project: Project) -> Plan:
    """Nobody in two roles of a step that exclude each other, nor twice in one; the stronger role is kept."""
    facts, plan = Facts(project), Plan()
    apart = apart_in(facts)
    for one in facts.works:
        gone = {
            (role.name, index): party
            for party, _, surplus in conflicts(one, apart, facts.scheme)
            for role, index in surplus
        }
        for name in dict.fromkeys(name for name, _ in gone):
            old = one.work.roles[name]
            new = [party for index, party in enumerate(old) if (name, index) not in gone]
            said = Said((*one.path, name), _change(project, one.work, name, old, new), list(old), new)
            plan += Plan((Put((*one.path, name), new, step_order(project.scheme)),), (said,))
    return plan


def _change(project: Project, work: Task, name: str, old: Sequence[str], new: Sequence[str]) -> str:
    before, after = (listed([project.name_of(party) for party in parties]) or "nobody" for parties in (old, new))
    return f"{work.title}: {name} {before} -> {after}"


def _settled(project: Project, data: Any, work: Task, path: Path) -> Iterator[Plan]:
    there = [key for key in ("candidates", "hint") if get(data, (*path, key)) is not None]
    if work.candidates and _is_decided(project, work):
        drops: tuple[Change, ...] = tuple(Drop((*path, key)) for key in there)
        old = {key: get(data, (*path, key)) for key in there}
        text = f"{work.title}: decided, so its {listed(there)} go"
        yield Plan(drops, (Said(path, text, old, None),))


def _is_decided(project: Project, work: Task) -> bool:
    """Whether those who own it exist, and are no more than the scheme allows."""
    owning = project.scheme.owners
    many = any(role.max is not None and len(holders(project, work.roles, [role])) > role.max for role in owning)
    named = owners(project, work.roles)
    return bool(named) and not many and all(party in project.parties for party in named)


def _dated(project: Project, data: Any, work: Task, path: Path, today: datetime.date) -> Iterator[Plan]:
    if work.status == DONE and get(data, (*path, "done")) is None and not work.ongoing:
        day = today.isoformat()
        said = Said((*path, "done"), f"{work.title}: done, when nobody wrote -> {day}", None, day)
        yield Plan((Put((*path, "done"), Plain(day), step_order(project.scheme)),), (said,))
