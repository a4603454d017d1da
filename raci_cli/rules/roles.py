"""Do the roles of a step fit each other, and the scheme?"""

from collections.abc import Iterable, Iterator
from itertools import islice

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import SPONSORS
from raci_cli.model.scheme import Role, Scheme, option
from raci_cli.rules.accountability import started, undone, wants_workers
from raci_cli.rules.facts import Facts, Work, asks, tells
from raci_cli.rules.mending import WHO, assign, first_known, unassign
from raci_cli.rules.registry import Settings, rule, speaks
from raci_cli.rules.wording import MOST_NAMED, each_party, some
from raci_cli.text import count, listed, short


@rule("RACI108", "role-cardinality", Severity.ERROR)
def role_cardinality(facts: Facts, settings: Settings) -> Iterable[Finding]:
    """A role has fewer or more parties than the scheme says.

    What: the `min` and `max` of the scheme's roles. Where nobody at all owns a step, or too many do, RACI101 and
    RACI102 say so; where nobody works on it and the scheme asks for nobody, RACI103; where it is started, RACI106.

    Why: whoever wrote the scheme meant the number: two pairs of eyes, or one who decides.

    Fix: name one more, or take one out.

    Failing:
        scheme:
          roles:
            owner: {letter: O, min: 1, max: 1, owns: true}
            reviewer: {letter: V, min: 2}
        steps:
          contract: {title: Sign the contract, owner: dana, reviewer: [lee]}

    Passing:
        scheme:
          roles:
            owner: {letter: O, min: 1, max: 1, owns: true}
            reviewer: {letter: V, min: 2}
        steps:
          contract: {title: Sign the contract, owner: dana, reviewer: [lee, it]}
    """
    bounds = [(role, _least(facts, role), _most(role)) for role in facts.scheme.roles]
    bounds = [(role, least, most) for role, least, most in bounds if least or most is not None]
    idle = _left(facts, settings) if any(role.works for role, _, _ in bounds) else set()
    unowned = facts.owning and speaks("RACI101", settings)
    for one in facts.works if bounds else ():
        few: list[tuple[Role, int]] = []
        for role, least, most in bounds:
            parties = one.roles.get(role.name, ())
            number = facts.number(tuple(dict.fromkeys(parties))) if parties else 0
            if number < least and facts.differs(one, role):
                # Where nobody owns or works at all, that is found already.
                if not ((role.owns and unowned and not one.owners) or (role.works and one.path in idle)):
                    few.append((role, number))
            elif most is not None and number > most and facts.differs(one, role):
                yield _too_many(facts, one, role, number, most)
        if few:
            yield _too_few(one, few)


def _left(facts: Facts, settings: Settings) -> set[Path]:
    """The steps and tasks of which another rule says that nobody works on them."""
    if wants_workers(facts, settings):
        return {one.path for one in undone(facts, settings) if started(one, settings, "RACI108")}
    return {one.path for one in undone(facts, settings)} if speaks("RACI103", settings) else set()


def _least(facts: Facts, role: Role) -> int:
    """How many a role wants; one owner in the only role that owns is what RACI101 asks for."""
    return 0 if role.owns and role.min == 1 and len(facts.owning) == 1 else role.min


def _most(role: Role) -> int | None:
    """How many a role takes; of owners, RACI102 counts them."""
    return None if role.owns else role.max


def _too_many(facts: Facts, one: Work, role: Role, number: int, most: int) -> Finding:
    parties = list(islice(each_party(facts.project, one.roles[role.name]), MOST_NAMED))
    names = some(map(facts.project.name_of, parties), number)
    are = f"{count(number, 'party is', 'parties are')} {role.name} for {one.label}: {names}"
    surplus = [WHO] * (number - most)
    command = assign(one, role, first_known(facts.project, parties)) if most == 1 else unassign(one, role, surplus)
    message = f"{are}; {short(facts.scheme.name)} allows {most}"
    return Finding("RACI108", (*one.path, role.name), message, f"keep {most}", command)


def _too_few(one: Work, few: list[tuple[Role, int]]) -> Finding:
    """One finding for all the roles of a step or task that want more parties."""
    if all(role.min == 1 for role, _ in few):
        message, help_ = f"nobody is {some((role.name for role, _ in few), len(few), 'or')} for {one.label}", "name one"
    else:
        lacks = some((f"{number} of {role.min} as {role.name}" for role, number in few), len(few))
        message, help_ = f"{one.label} has too few parties: {lacks}", "name more"
    options = [word for role, _ in few[:MOST_NAMED] for word in option(role, WHO)]
    command = ("assign", one.name, *options)
    return Finding("RACI108", (*one.path, few[0][0].name), message, help_, command)


@rule("RACI109", "conflicting-roles", Severity.WARNING)
def conflicting_roles(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """The same party has roles that exclude each other, or stands twice in one.

    What: the scheme says which roles exclude each other; and whoever owns a step is neither asked about it nor told. In
    RACI: accountable and consulted, accountable and informed, and any two of responsible, consulted and informed.

    Why: the second letter says nothing, and hides that nobody else is asked.

    Fix: keep the stronger role, with the command that the finding names.

    Failing:
        steps:
          build: {title: Build it, accountable: lee, consulted: [lee, dana]}

    Passing:
        steps:
          build: {title: Build it, accountable: lee, consulted: [dana]}
    """
    apart = apart_in(facts)
    for one in facts.works:
        for party, kept, surplus in conflicts(one, apart, facts.scheme):
            yield _conflict(facts, one, party, kept, surplus)


Held = list[tuple[Role, int]]


def conflicts(one: Work, apart: set[tuple[str, str]], scheme: Scheme) -> Iterator[tuple[str, dict[str, Role], Held]]:
    """Of each party that holds too much in a step or task: the roles to keep, and the places to be emptied.

    The stronger roles are kept, those that own before those that work before all others; `apart` is of `apart_in`.
    """
    named = one.work.roles.values()
    if len(set().union(*named)) == sum(map(len, named)):
        return
    places: dict[str, Held] = {}
    for role in sorted(scheme.roles, key=lambda role: (not role.owns, not role.works)):
        for index, party in enumerate(one.work.roles.get(role.name, ())):
            places.setdefault(party, []).append((role, index))
    for party, held in places.items():
        kept: dict[str, Role] = {}
        surplus: Held = []
        for role, index in held:
            if role.name in kept or any((role.name, other) in apart for other in kept):
                surplus.append((role, index))
            else:
                kept[role.name] = role
        if surplus:
            yield party, kept, surplus


def apart_in(facts: Facts) -> set[tuple[str, str]]:
    """The pairs of roles that one party may not have both of, each in both orders."""
    pairs = {(role.name, other) for role in facts.scheme.roles for other in role.excludes}
    heard = [role.name for role in facts.scheme.roles if (asks(role) or tells(role)) and not role.owns]
    pairs |= {(owner.name, other) for owner in facts.owning for other in heard}
    return pairs | {(second, first) for first, second in pairs}


def _conflict(facts: Facts, one: Work, party: str, kept: dict[str, Role], surplus: Held) -> Finding:
    """What one party holds in a step or task beside what is enough."""
    name, (first, index) = short(facts.project.name_of(party)), surplus[0]
    more = dict.fromkeys(role for role, _ in surplus if role.name not in kept)
    known = more and (party in facts.project.parties or party == SPONSORS)
    command = ("unassign", one.name, *(word for role in more for word in option(role, party))) if known else ()
    roles = listed([*kept, *(role.name for role in more)])
    message = f"{name} is {roles} for {one.label}" if more else f"{name} stands twice in {first.name} of {one.label}"
    help_ = f"{listed(list(kept))} {'is' if len(kept) == 1 else 'are'} enough" if more else "once is enough"
    return Finding("RACI109", (*one.path, first.name, index), message, help_, command)
