"""Does everything have its owner, exactly one, and somebody who does it?"""

from collections.abc import Iterable, Iterator

from raci_cli.findings import Finding, Severity
from raci_cli.model.project import DONE, IN_PROGRESS, SPONSORS
from raci_cli.model.scheme import Role, option
from raci_cli.rules.facts import Facts, Work
from raci_cli.rules.mending import WHO, Command, assign, first_known, unassign
from raci_cli.rules.registry import Settings, rule, speaks
from raci_cli.rules.wording import each_party, party_names, role_names, some
from raci_cli.text import count, short

_LONGEST_HINT = 200


def unowned(facts: Facts) -> Iterator[Work]:
    """What nobody answers for."""
    return (one for one in facts.differing(facts.owning) if not one.owners)


def undone(facts: Facts, settings: Settings) -> Iterator[Work]:
    """What nobody works on; an owner who is a person works, unless the check is strict."""
    for one in facts.differing((*facts.working, *facts.owning)) if facts.working else ():
        if not one.workers and (settings.strict or not any(_is_person(facts, party) for party in one.owners)):
            yield one


def _is_person(facts: Facts, word: str) -> bool:
    """Whether somebody can do the work alone: also somebody unknown, whom RACI201 finds."""
    if word == SPONSORS:
        return facts.lone_sponsor
    return word not in facts.project.parties or not facts.project.parties[word].is_team


def wants_workers(facts: Facts, settings: Settings) -> bool:
    """Whether the scheme says how many do the work, so that RACI108 speaks where nobody does, and RACI103 does not."""
    if not any(role.min and not role.owns for role in facts.working) or not speaks("RACI108", settings):
        return False
    return "RACI103" not in settings.enforced or "RACI108" in settings.enforced


def started(one: Work, settings: Settings, code: str) -> bool:
    """Whether RACI106 speaks of it, and the rule of this code does not."""
    if one.work.status not in (IN_PROGRESS, DONE) or not speaks("RACI106", settings):
        return False
    # A rule that is enforced is not silenced by another that the file may weaken.
    return code not in settings.enforced or "RACI106" in settings.enforced


@rule("RACI101", "no-accountable", Severity.ERROR)
def no_accountable(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """Nobody owns a step.

    What: a step, or a task with roles of its own, in which no party holds the role that answers for it. A skipped
    one needs nobody; of one in progress or done, RACI106 speaks.

    Why: what everybody looks after, nobody answers for. Where the lifecycle leaves a step open, it names candidates:
    the people concerned must decide, not a tool.

    Fix: choose one party, with the command that the finding names.

    Failing:
        steps:
          vendor:
            title: Choose the solution
            candidates: [marketing, it]
            responsible: [dana, lee]

    Passing:
        steps:
          vendor:
            title: Choose the solution
            accountable: dana
            responsible: [dana, lee]
    """
    if not facts.owning and "RACI101" in settings.enforced:
        yield Finding("RACI101", ("scheme",), "no role of the scheme answers for a step", "let one of its roles own")
    for one in unowned(facts):
        if not started(one, settings, "RACI101"):
            message = f"nobody is {role_names(facts.owning)} for {one.label}{_candidates(facts, one)}"
            # The command says WHO and not the first candidate: copying it must not be the decision.
            command = assign(one, facts.owning[0])
            yield Finding("RACI101", (*one.path, facts.owning[0].name), message, _who_decides(one), command)


def _candidates(facts: Facts, one: Work) -> str:
    return f"; candidates: {party_names(facts.project, one.work.candidates)}" if one.work.candidates else ""


def _who_decides(one: Work) -> str:
    if one.work.hint:
        return f"decide ({short(one.work.hint, _LONGEST_HINT)})"
    return "decide" if one.work.candidates else "name one"


@rule("RACI102", "too-many-accountable", Severity.ERROR)
def too_many_accountable(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """More parties own a step than the scheme allows.

    What: RACI allows one accountable party; other schemes say how many.

    Why: two who answer for a step can each point at the other.

    Fix: keep one; make the others responsible or consulted.

    Failing:
        steps:
          vendor: {title: Choose the solution, accountable: [dana, lee]}

    Passing:
        steps:
          vendor: {title: Choose the solution, accountable: dana, consulted: [lee]}
    """
    bounded = [(role, role.max) for role in facts.owning if role.max is not None]
    for one in facts.works:
        for role, most in bounded:
            parties = one.work.roles.get(role.name, ())
            if len(parties) <= most and SPONSORS not in parties:
                continue
            parties = tuple(dict.fromkeys(parties))
            number = facts.number(parties)
            if number > most and facts.differs(one, role):
                names = some(map(facts.project.name_of, each_party(facts.project, parties)), number)
                are = f"{count(number, 'party', 'parties')} are {role.name} for {one.label}: {names}"
                message = f"{are}; {short(facts.scheme.name)} allows {most}"
                command = _keeping(facts, one, role, parties)
                yield Finding("RACI102", (*one.path, role.name), message, f"keep {most}", command)


def _keeping(facts: Facts, one: Work, role: Role, parties: tuple[str, ...]) -> Command:
    """The first parties stay."""
    if role.max == 1:
        return assign(one, role, first_known(facts.project, each_party(facts.project, parties)))
    surplus = parties[role.max :]
    known = SPONSORS not in parties and all(party in facts.project.parties for party in surplus)
    return unassign(one, role, surplus) if known else ()


@rule("RACI103", "no-responsible", Severity.WARNING)
def no_responsible(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """Nobody does the work of a step.

    What: no party holds a role that works. An owner who is a person counts as doing the work, unless the file says
    `check: {strict: true}`; a team that owns does not. Of a step in progress or done, RACI106 speaks; where the scheme
    itself wants somebody in a role that works (`min`), RACI108.

    Why: an owner who is a department answers for the work, but whose hands are on it?

    Fix: name who does it, with the command that the finding names.

    Failing:
        steps:
          build: {title: Build it, accountable: it}

    Passing:
        steps:
          build: {title: Build it, accountable: it, responsible: [lee]}
    """
    for one in () if wants_workers(facts, settings) else undone(facts, settings):
        if not started(one, settings, "RACI103"):
            message = f"nobody is {role_names(facts.working)} for {one.label}"
            yield Finding("RACI103", (*one.path, facts.working[0].name), message, _NAME_WORKER, _worker(facts, one))


_NAME_WORKER = "name who does the work"


def _worker(facts: Facts, one: Work) -> Command:
    return assign(one, facts.working[0], first_known(facts.project, one.owners))


@rule("RACI106", "started-unassigned", Severity.ERROR)
def started_unassigned(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """A step is in progress or done, and nobody owns it or nobody does its work.

    What: what RACI101 and RACI103 find in a step that has not started; they are silent here.

    Why: work that is under way without an owner is where money is spent and nobody answers for it.

    Fix: name who answers for it and who does it, or mark it `not-started`.

    Failing:
        steps:
          build: {title: Build it, responsible: [lee], status: in-progress}

    Passing:
        steps:
          build: {title: Build it, accountable: lee, responsible: [lee], status: in-progress}
    """
    bare = [one for one in unowned(facts) if started(one, settings, "RACI101")]
    idle = [one for one in undone(facts, settings) if started(one, settings, "RACI103")]
    both = {one.path for one in bare} & {one.path for one in idle}
    for one in bare:
        roles = (*facts.owning, *(facts.working if one.path in both else ()))
        command = assign(one, facts.owning[0])
        command += option(facts.working[0], WHO) if one.path in both else ()
        yield _unassigned(one, roles, _candidates(facts, one), _who_decides(one), command)
    for one in idle:
        if one.path not in both:
            yield _unassigned(one, facts.working, "", _NAME_WORKER, _worker(facts, one))


def _unassigned(one: Work, roles: tuple[Role, ...], candidates: str, help_: str, command: Command) -> Finding:
    status = one.work.status.replace("-", " ")
    message = f"{one.label} is {status}, and nobody is {role_names(roles)}{candidates}"
    return Finding("RACI106", (*one.path, roles[0].name), message, help_, command)
