"""Does the work begin in order, and does whoever takes over know of it?"""

from collections.abc import Iterable, Iterator, Sequence

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import DONE, IN_PROGRESS, SKIPPED, SPONSORS, Step, Task
from raci_cli.model.scheme import option
from raci_cli.model.state import is_closed
from raci_cli.rules.facts import Facts, Work, asks, has_part, tells
from raci_cli.rules.registry import Settings, rule
from raci_cli.rules.wording import work_label, work_name
from raci_cli.text import listed, short

_FEW = 3


@rule("RACI304", "out-of-order", Severity.WARNING)
def out_of_order(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A step is in progress or done while a step that it needs is open.

    What: also a step that it needs through others, which are closed themselves. A task waits for what it needs, and for
    what its step needs.

    Why: a solution that is chosen before the requirements are settled fits nobody.

    Fix: finish or skip the earlier step, or take the `needs` out where it is not true.

    Failing:
        steps:
          requirements: {title: Write the requirements, accountable: dana}
          vendor:
            title: Choose the solution
            accountable: dana
            needs: [requirements]
            status: in-progress

    Passing:
        steps:
          requirements: {title: Write the requirements, accountable: dana, status: done}
          vendor:
            title: Choose the solution
            accountable: dana
            needs: [requirements]
            status: in-progress
    """
    behind = _open_behind(facts)
    for step in facts.project.steps:
        begun = _has_begun(step)
        if step.status == SKIPPED or not (begun or step.tasks) or (begun and not (step.needs or step.tasks)):
            continue
        open_ = behind.get(step.id) or _open_among(facts, step.needs, behind)
        if begun and open_:
            yield _too_early(step, step, step.path, open_)
        for task in filter(_has_begun, step.tasks):
            early = _few((*(() if begun else open_), *_open_among(facts, task.needs, behind)))
            if early:
                yield _too_early(step, task, (*step.path, "tasks", task.id), early)


def _has_begun(work: Task) -> bool:
    return work.status in (IN_PROGRESS, DONE)


def _open_behind(facts: Facts) -> dict[str, tuple[Step, ...]]:
    """For each closed step that needs open ones, directly or through other closed ones, a few of these."""
    behind: dict[str, tuple[Step, ...]] = {}
    for step in facts.ordered:
        if step.needs and is_closed(facts.project, step) and (open_ := _open_among(facts, step.needs, behind)):
            behind[step.id] = open_
    return behind


def _open_among(facts: Facts, needs: Sequence[str], behind: dict[str, tuple[Step, ...]]) -> tuple[Step, ...]:
    """A few of the open steps among these, else of those behind them."""
    direct: list[Step] = []
    far: list[Step] = []
    for id_ in needs:
        step = facts.project.step(id_)
        if step is None or is_closed(facts.project, step):
            far += behind.get(id_, ())
        else:
            direct.append(step)
    return _few(direct or far)


def _few(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple({step.id: step for step in steps}.values())[:_FEW]


def _too_early(step: Step, work: Task, path: Path, open_: Sequence[Step]) -> Finding:
    status = work.status.replace("-", " ")
    earlier = listed([work_label(other, other) for other in open_])
    are = "which it needs, is" if len(open_) == 1 else "which it needs, are"
    message = f"{work_label(step, work)} is {status} while {earlier}, {are} open"
    command = ("mark", work_name(open_[0].path), DONE)
    return Finding("RACI304", (*path, "status"), message, "finish what comes first", command)


@rule("RACI309", "silent-handover", Severity.WARNING)
def silent_handover(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """Another team takes over, and has no role in the step before.

    What: the step before is what a step needs, or the one above it where it needs none. People count for their team,
    and the tasks of the step before count too.

    Why: a team that hears of the work on the day it gets it starts by asking what was decided, and why.

    Fix: inform or consult the next team in the step before, with the command that the finding names.

    Failing:
        steps:
          requirements: {title: Write the requirements, accountable: dana}
          build: {title: Build it, accountable: lee, needs: [requirements]}

    Passing:
        steps:
          requirements: {title: Write the requirements, accountable: dana, consulted: [it]}
          build: {title: Build it, accountable: lee, needs: [requirements]}
    """
    hearing = [role for role in facts.scheme.roles if asks(role) or tells(role)]
    for one, before, giving, taking in handed_over(facts):
        names = [short(facts.project.name_of(team)) for team in (taking, giving)]
        message = f"{names[0]} takes {one.label} over from {names[1]}, and has no role in {work_label(before, before)}"
        command = ("assign", before.id, *option(hearing[-1], taking)) if hearing else ()
        yield Finding("RACI309", before.path, message, f"give {names[0]} a role there", command, at="key")


def handed_over(facts: Facts) -> Iterator[tuple[Work, Step, str, str]]:
    """A step, one before it, the team that owned that, and the one that takes over and had no part in it."""
    owners = {one.step.id: one.owners for one in facts.works if one.work is one.step} if facts.team_of else {}
    there: dict[str, set[str]] = {}
    told: set[tuple[str, str]] = set()
    for one, before in _handovers(facts) if owners else ():
        giving, taking = _owning_teams(facts, owners[before.id]), _owning_teams(facts, one.owners)
        if not giving or not taking or not giving.isdisjoint(taking):
            continue
        if before.id not in there:
            there[before.id] = _teams_at(facts, before)
        team = min(taking)
        if taking.isdisjoint(there[before.id]) and (before.id, team) not in told:
            told.add((before.id, team))
            yield one, before, min(giving), team


def _owning_teams(facts: Facts, owners: Sequence[str]) -> set[str]:
    """The teams of those who own a step; none where the sponsors do, as a group."""
    return facts.teams(owners) if SPONSORS not in owners else set()


def _teams_at(facts: Facts, step: Step) -> set[str]:
    """The teams that have a role in a step or a task of it."""
    names = [role.name for role in facts.scheme.roles if has_part(role)]
    works = (step, *step.tasks)
    named = {party for work in works for name in names for party in work.roles.get(name, ())}
    return facts.teams(named) | (facts.sponsor_teams if SPONSORS in named else set())


def _handovers(facts: Facts) -> Iterator[tuple[Work, Step]]:
    """The open steps, each with the steps before it."""
    opened = {one.step.id: one for one in facts.open_steps}
    above: Step | None = None
    for step in facts.project.steps:
        if step.id in opened:
            for before in map(facts.project.step, step.needs) if step.needs else (above,):
                if before and before.status != SKIPPED and not before.ongoing:
                    yield opened[step.id], before
        if step.status != SKIPPED and not step.ongoing:
            above = step
