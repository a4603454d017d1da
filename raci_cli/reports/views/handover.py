"""From whom to whom a step goes."""

from collections.abc import Iterable, Iterator, Sequence

from raci_cli.model.project import BLOCKED, SKIPPED, Project, Step
from raci_cli.model.scheme import Role
from raci_cli.model.state import held_roles, holders, is_unowned, owners
from raci_cli.reports.views import Asked, View
from raci_cli.reports.views.parts import head, named, party_data, work_data
from raci_cli.reports.views.roles import not_agreed, of_kind, party_of
from raci_cli.reports.views.status import agreed as agreed_on
from raci_cli.reports.views.status import decision
from raci_cli.reports.words import STATUS_WORDS
from raci_cli.text import count, quoted

GIVES, TAKES = "hands over", "takes over"


def view(asked: Asked) -> View:
    """From whom to whom a step goes: its state, what is open, who to talk to, who must know.

    step: a work with guidance; to: [a work with guidance], those that need the step, else the next in order; by:
    (needs, order) or "" where nothing follows; givers, takers: [party], who own the step, and what follows; open:
    [text], why it is not ready; tasks: [work], the open ones; tasks_done: how many are not; agreed: [{party, on}];
    asked: [party] that must have a say and of which nobody has agreed; decisions: as in the status view, of the step
    and of what follows; contacts: [{id, name, kind, team, title, active, email, lead, deputy, roles: [{side (hands
    over, takes over), step (number), role}]}]; told: [{party, steps: [number]}], who must know; goals: as in the status
    view, those that these steps serve.
    """
    project = asked.project
    step = next(one for one in project.steps if one.id == asked.step)
    by, following = _following(project, step)
    undecided = [one for one in (step, *following) if _is_undecided(project, one)]
    return {
        **head(asked),
        "step": _shown(asked, step),
        "to": [_shown(asked, one) for one in following],
        "by": by,
        "givers": _owners(project, [step]),
        "takers": _owners(project, following),
        "open": list(_open(project, step, following)),
        "tasks": [work_data(project, step, task, asked.as_of) for task in step.tasks if not task.closed],
        "tasks_done": sum(task.closed for task in step.tasks),
        "agreed": [
            {"party": named(project, id_), "on": day.isoformat()}
            for id_, day in sorted(step.agreed.items(), key=lambda one: one[1])
        ],
        "asked": [named(project, party) for party in not_agreed(project, step)],
        "decisions": [decision(project, one) for one in undecided],
        "contacts": _contacts(project, step, following),
        "told": _told(project, [step, *following]),
        "goals": _goals(project, [step, *following]),
    }


def _following(project: Project, step: Step) -> tuple[str, list[Step]]:
    """The steps that take over, and by what they are known; one that is skipped takes nothing over."""
    others = [other for other in project.steps if other.status != SKIPPED and other is not step]
    if needing := [other for other in others if step.id in other.needs]:
        return "needs", needing
    after = [other for other in others if other.number > step.number]
    return ("order", after[:1]) if after else ("", [])


def _shown(asked: Asked, step: Step) -> View:
    return {**work_data(asked.project, step, step, asked.as_of), "guidance": step.guidance}


def _owners(project: Project, steps: Iterable[Step]) -> list[View | None]:
    return [named(project, id_) for id_ in dict.fromkeys(id_ for one in steps for id_ in owners(project, one.roles))]


def _is_undecided(project: Project, step: Step) -> bool:
    return not step.closed and is_unowned(project, step.roles)


def _open(project: Project, step: Step, following: Sequence[Step]) -> Iterator[str]:
    """What has to happen before the step can be handed over."""
    if step.status == BLOCKED:
        yield f"It is blocked: {step.blocked}" if step.blocked else "It is blocked, and nobody has said why"
    elif not step.closed and not step.ongoing:
        yield f"It is {STATUS_WORDS[step.status].lower()}"
    if _is_undecided(project, step):
        yield f"Nobody is {project.scheme.owners[0].name} for it"
    if number := sum(not task.closed for task in step.tasks):
        yield f"{count(number, 'task')} {'is' if number == 1 else 'are'} open"
    for party in not_agreed(project, step):
        yield f"Nobody has agreed for {project.name_of(party)}"
    for other in (other for other in following if _is_undecided(project, other)):
        yield f"Nobody is {project.scheme.owners[0].name} for step {other.number} {quoted(other.title)}"


def _contacts(project: Project, step: Step, following: Sequence[Step]) -> list[View]:
    """Who owns, works on or is asked about the step; who owns or works on what follows."""
    found: dict[str, list[View]] = {}
    sides = [(GIVES, step, of_kind(project.scheme, "own", "work", "ask"))]
    sides += [(TAKES, other, of_kind(project.scheme, "own", "work")) for other in following]
    for side, one, roles in sides:
        for role in sorted(roles, key=lambda role: not role.owns):
            for id_ in _holders(project, one, role):
                found.setdefault(id_, []).append({"side": side, "step": one.number, "role": role.name})
    return [{**_contact(project, id_), "roles": roles} for id_, roles in found.items()]


def _contact(project: Project, id_: str) -> View:
    party = party_of(project, id_)
    return {
        **party_data(party, project),
        "email": party.email,
        "lead": named(project, party.lead),
        "deputy": named(project, party.deputy),
    }


def _holders(project: Project, step: Step, role: Role) -> list[str]:
    """Who has a role in a step or in a task of it."""
    works = (holders(project, held_roles(project.scheme, step, work), [role]) for work, _ in step.work())
    return list(dict.fromkeys(id_ for held in works for id_ in held))


def _told(project: Project, steps: Sequence[Step]) -> list[View]:
    found: dict[str, list[int]] = {}
    for step in steps:
        for role in of_kind(project.scheme, "tell"):
            for id_ in _holders(project, step, role):
                found.setdefault(id_, []).append(step.number)
    return [{"party": named(project, id_), "steps": list(dict.fromkeys(numbers))} for id_, numbers in found.items()]


def _goals(project: Project, steps: Sequence[Step]) -> list[View]:
    served = {id_ for step in steps for work, _ in step.work() for id_ in work.goals}
    goals: list[View] = agreed_on(project)["goals"]
    return [goal for goal in goals if goal["id"] in served]
