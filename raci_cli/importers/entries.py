"""A work of a matrix as an entry of the file: its keys and values, in the order in which raci writes them."""

from collections.abc import Mapping, Sequence

from raci_cli.clock import parse_date
from raci_cli.document.nodes import Plain
from raci_cli.document.scalars import Value
from raci_cli.importers.incoming import Arrival
from raci_cli.importers.naming import fit
from raci_cli.importers.records import Work
from raci_cli.model.format import step_order
from raci_cli.model.project import NOT_STARTED, STATUSES, Step, Task
from raci_cli.model.scheme import Scheme
from raci_cli.model.state import held_roles

Roles = Mapping[str, tuple[str, ...]]


def entry(arrival: Arrival, tasks: Sequence[Arrival], scheme: Scheme) -> dict[str, Value]:
    """A new step with its new tasks, or a new task without any."""
    values: dict[str, Value] = {**facts(arrival.work), **_by_role(arrival.roles, scheme)}
    if values.get("status") == NOT_STARTED:
        del values["status"]
    if arrival.work.notes:
        values["notes"] = "\n".join(fit(note) for note in arrival.work.notes)
    if tasks:
        values["tasks"] = {
            one.task or one.step: entry(
                in_phase(one, arrival.work.phase)._replace(roles=own_roles(scheme, arrival.roles, one.roles)),
                (),
                scheme,
            )
            for one in tasks
        }
    return {key: values[key] for key in step_order(scheme) if key in values}


def in_phase(arrival: Arrival, phase: str | None) -> Arrival:
    """A task, which need not say the phase of its step again."""
    same = arrival.work.phase is not None and phase is not None and fit(arrival.work.phase) == fit(phase)
    return arrival._replace(work=arrival.work._replace(phase=None)) if same else arrival


def facts(work: Work) -> dict[str, Value]:
    """What a matrix says of a work beside its roles, where the file can hold it."""
    given: dict[str, Value] = {"title": fit(work.title)}
    if work.phase is not None and fit(work.phase):
        given["phase"] = fit(work.phase)
    if work.status in STATUSES:
        given["status"] = str(work.status)
    if work.due is not None and parse_date(work.due):
        given["due"] = Plain(work.due)
    return given


def as_written(role_takes_one: bool, parties: Sequence[str]) -> Value:
    """The parties of a role: an owner without a list, all others in one."""
    return parties[0] if role_takes_one and len(parties) == 1 else list(parties)


def _by_role(roles: Roles, scheme: Scheme) -> dict[str, Value]:
    return {role.name: as_written(role.max == 1, roles[role.name]) for role in scheme.roles if role.name in roles}


def own_roles(scheme: Scheme, of_step: Roles, wanted: Roles) -> dict[str, tuple[str, ...]]:
    """What a task must say so that it has the wanted roles, some of which it may inherit from its step."""
    own = {role: wanted.get(role, ()) for role in scheme.names if wanted.get(role, ()) != of_step.get(role, ())}
    held = held_roles(scheme, Step("step", "step", of_step), Task("task", "task", own))
    if all(held.get(role, ()) == wanted.get(role, ()) for role in scheme.names):
        return own
    return {role: wanted.get(role, ()) for role in scheme.names if wanted.get(role) or of_step.get(role)}
