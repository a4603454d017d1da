"""Does everything have its owner, exactly one, and somebody who does it?"""

from collections.abc import Iterable, Iterator, Mapping

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import SKIPPED, Project, Step, Task, parties_in
from raci_cli.model.scheme import Role
from raci_cli.model.state import held_roles, holders
from raci_cli.rules.registry import Settings, rule
from raci_cli.rules.wording import party_names, role_names, work_label, work_name
from raci_cli.text import count

Work = tuple[Step, Task, Path, Mapping[str, tuple[str, ...]]]


def _work_with(project: Project, roles: tuple[Role, ...]) -> Iterator[Work]:
    """Steps, and tasks whose parties in these roles differ from their step's; what is skipped needs nobody."""
    for step in project.steps if roles else ():
        for work, path in step.work():
            own = held_roles(project.scheme, step, work)
            inherited = work is not step and parties_in(own, roles) == parties_in(step.roles, roles)
            if not inherited and SKIPPED not in (step.status, work.status):
                yield step, work, path, own


@rule("RACI101", "no-accountable", Severity.ERROR)
def no_accountable(project: Project, settings: Settings) -> Iterable[Finding]:
    """Nobody owns a step.

    What: a step, or a task with roles of its own, in which no party holds the role that answers for it. A skipped
    one needs nobody.

    Why: what everybody looks after, nobody answers for. Where the lifecycle leaves a step open, it names candidates:
    the people concerned must decide, not a tool.

    Fix: choose one party, with the command that the finding names.
    """
    # The command says WHO and not the first candidate: copying it must not be the decision.
    owning = project.scheme.owners
    if not owning and "RACI101" in settings.enforced:
        yield Finding("RACI101", ("scheme",), "no role of the scheme answers for a step", "let one of its roles own")
    for step, work, path, roles in _work_with(project, owning):
        if holders(project, roles, owning):
            continue
        message = f"nobody is {role_names(owning)} for {work_label(step, work)}"
        if work.candidates:
            message += f"; candidates: {party_names(project, work.candidates)}"
        help_ = f"decide ({work.hint})" if work.hint else "decide" if work.candidates else "name one"
        command = ("assign", work_name(path), *_option(owning[0], "WHO"))
        yield Finding("RACI101", (*path, owning[0].name), message, help_, command)


def _option(role: Role, who: str) -> tuple[str, ...]:
    """The words of `raci assign` that give a party a role."""
    short = {"responsible": "-R", "accountable": "-A", "consulted": "-C", "informed": "-I"}
    return (short[role.name], who) if role.name in short else ("--role", f"{role.name}={who}")


@rule("RACI102", "too-many-accountable", Severity.ERROR)
def too_many_accountable(project: Project, _settings: Settings) -> Iterable[Finding]:
    """More parties own a step than the scheme allows.

    What: RACI allows one accountable party; other schemes say how many.

    Why: two who answer for a step can each point at the other.

    Fix: keep one; make the others responsible or consulted.
    """
    for role in project.scheme.owners:
        for step, work, path, _ in _work_with(project, (role,)):
            parties = holders(project, work.roles, [role])
            if role.max is None or len(parties) <= role.max:
                continue
            are = f"{count(len(parties), 'party', 'parties')} are {role.name} for {work_label(step, work)}"
            message = f"{are}: {party_names(project, parties)}; {project.scheme.name} allows {role.max}"
            command = ("assign", work_name(path), *_option(role, _first_known(project, parties)))
            yield Finding("RACI102", (*path, role.name), message, f"keep {role.max}", command)


@rule("RACI103", "no-responsible", Severity.WARNING)
def no_responsible(project: Project, settings: Settings) -> Iterable[Finding]:
    """Nobody does the work of a step.

    What: no party holds a role that works. An owner who is a person counts as doing the work, unless the file says
    `check: {strict: true}`; a team that owns does not.

    Why: an owner who is a department answers for the work, but whose hands are on it?

    Fix: name who does it, with the command that the finding names.
    """
    working = project.scheme.workers
    concerned = (*working, *project.scheme.owners)
    for step, work, path, roles in _work_with(project, concerned if working else ()):
        if holders(project, roles, working):
            continue
        owning = holders(project, roles, project.scheme.owners)
        if not settings.strict and any(not _is_team(project, party) for party in owning):
            continue
        message = f"nobody is {role_names(working)} for {work_label(step, work)}"
        command = ("assign", work_name(path), *_option(working[0], _first_known(project, owning)))
        yield Finding("RACI103", (*path, working[0].name), message, "name who does the work", command)


def _first_known(project: Project, parties: Iterable[str]) -> str:
    """The first party that a command would find."""
    return next((party for party in parties if party in project.parties), "WHO")


def _is_team(project: Project, party: str) -> bool:
    return party in project.parties and project.parties[party].is_team
