"""`raci assign` and `raci unassign`: who has which role in a step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from raci_cli.changes.plan import Plan, Said, get
from raci_cli.document.edits import Change, Drop, Put
from raci_cli.errors import UsageError
from raci_cli.findings import Path
from raci_cli.model.format import step_order
from raci_cli.model.lookup import find_party, find_works
from raci_cli.model.project import Project, Step, Task
from raci_cli.model.scheme import Role, option
from raci_cli.model.state import held_roles
from raci_cli.text import did_you_mean, listed, quoted, short

_MOST_OPTIONS = 8
Roles = dict[str, tuple[str, ...]]


def assign(
    project: Project, data: Any, works: Sequence[str], wanted: Mapping[str, Sequence[str]], *, only: bool
) -> Plan:
    """Add the wanted parties (as typed, by role name) to steps or tasks (as typed); `only` replaces the roles named.

    A role that takes one party replaces it. A party moves out of the roles that the new one excludes.
    """
    if not wanted:
        raise UsageError("nobody to assign", help=f"say who: {_options(project)}")
    roles = {_role(project, name): [find_party(project, word) for word in words] for name, words in wanted.items()}
    _refuse_contradiction(roles)
    plan = Plan()
    for step, work, path in find_works(project, works):
        plan += _Assignment(project, data, step, work, path).plan(roles, only=only)
    return plan


def unassign(
    project: Project, data: Any, works: Sequence[str], given: Mapping[str, Sequence[str]], who: Sequence[str]
) -> Plan:
    """Take parties (as typed) out of roles (by name), and those in `who` out of every role, of steps or tasks."""
    if not given and not who:
        raise UsageError("nobody to take out", help=f"say who: {_options(project)}, or --who WHO for every role")
    there = {party for step in project.steps for work, _ in step.work() for party in chain(*work.roles.values())}

    def found(words: Sequence[str]) -> list[str]:  # who is not declared can be taken out all the more
        return [word if word in there else find_party(project, word) for word in words]

    gone = {_role(project, name): found(words) for name, words in given.items()}
    for role in project.scheme.roles if who else ():
        gone.setdefault(role, []).extend(found(who))
    plan = Plan()
    for step, work, path in find_works(project, works):
        plan += _Assignment(project, data, step, work, path).plan_without(gone)
    return plan


def _role(project: Project, name: str) -> Role:
    role = project.scheme.role(name)
    if role is None:
        guess = did_you_mean(name, project.scheme.names)
        message = f"there is no role {quoted(name)} in the scheme {short(project.scheme.name)}"
        raise UsageError(message, help=guess or f"say {_options(project)}")
    return role


def _options(project: Project) -> str:
    """What to type for each of the scheme's roles."""
    return listed([" ".join(option(role, "WHO")) for role in project.scheme.roles[:_MOST_OPTIONS]], "or")


def _refuse_contradiction(roles: Mapping[Role, Sequence[str]]) -> None:
    for role, parties in roles.items():
        if role.max == 1 and len(set(parties)) > 1:
            raise UsageError(f"only one party can be {role.name}, not {listed(parties)}")
        for other in (other for other in roles if other.name in role.excludes):
            if both := sorted(set(parties) & set(roles[other])):
                raise UsageError(
                    f"{both[0]} cannot be {role.name} and {other.name} in one step", help="choose one of them"
                )


@dataclass(frozen=True)
class _Assignment:
    """The roles of one step or task, before and after."""

    project: Project
    data: Any
    step: Step
    work: Task
    path: Path

    def plan(self, roles: Mapping[Role, Sequence[str]], *, only: bool) -> Plan:
        old: Roles = held_roles(self.project.scheme, self.step, self.work)
        new = dict(old)
        for role, parties in roles.items():
            kept = () if only or role.max == 1 else old.get(role.name, ())
            new[role.name] = tuple(dict.fromkeys((*kept, *parties)))
        for role, parties in roles.items():
            for other in role.excludes:
                if other in new:
                    new[other] = tuple(party for party in new[other] if party not in parties)
        plan = self._change(old, new) + self._settled(roles)
        are = "; ".join(f"{role.name} {self._names(tuple(parties))}" for role, parties in roles.items())
        return plan if plan.changes else self._nothing(f"{are} already")

    def plan_without(self, gone: Mapping[Role, Sequence[str]]) -> Plan:
        old: Roles = held_roles(self.project.scheme, self.step, self.work)
        new = dict(old)
        for role, parties in gone.items():
            if role.name in new:
                new[role.name] = tuple(party for party in new[role.name] if party not in parties)
        plan = self._change(old, new)
        return plan if plan.changes else self._nothing("nobody of these has such a role")

    def _change(self, old: Roles, new: Roles) -> Plan:
        changed = [name for name in self.project.scheme.names if new.get(name, ()) != old.get(name, ())]
        return Plan(
            tuple(self._put(name, new[name]) for name in changed), tuple(self._said(n, old, new) for n in changed)
        )

    def _put(self, name: str, parties: tuple[str, ...]) -> Change:
        role = self.project.scheme.role(name)
        before = get(self.data, (*self.path, name))
        one = (
            len(parties) == 1
            and not isinstance(before, list)
            and (isinstance(before, str) or bool(role and role.max == 1))
        )
        return Put((*self.path, name), parties[0] if one else list(parties), step_order(self.project.scheme))

    def _said(self, name: str, old: Roles, new: Roles) -> Said:
        before, after = old.get(name, ()), new.get(name, ())
        text = f"{self.work.title}: {name} {self._names(before)} -> {self._names(after)}"
        return Said((*self.path, name), text, list(before), list(after))

    def _names(self, parties: Sequence[str]) -> str:
        return listed([self.project.name_of(party) for party in parties]) or "nobody"

    def _settled(self, roles: Mapping[Role, Sequence[str]]) -> Plan:
        """Giving a step its owner settles what was open."""
        if not any(role.owns for role in roles):
            return Plan()
        there = [key for key in ("candidates", "hint") if get(self.data, (*self.path, key)) is not None]
        drops = tuple(Drop((*self.path, key)) for key in there)
        text = f"{self.work.title}: decided, so its {listed(there)} {'go' if len(there) > 1 else 'goes'}"
        old = {key: get(self.data, (*self.path, key)) for key in there}
        return Plan(drops, (Said(self.path, text, old, None),)) if there else Plan()

    def _nothing(self, why: str) -> Plan:
        return Plan((), (Said(self.path, f"{self.work.title}: {why}, nothing changed"),))
