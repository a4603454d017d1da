"""The commands that mend what rules find: the words after `raci`."""

from collections.abc import Iterable, Sequence

from raci_cli.model.project import SPONSORS, Project
from raci_cli.model.scheme import Role, option
from raci_cli.rules.facts import Facts, Work

Command = tuple[str, ...]
WHO = "WHO"
_MOST = 5


def assign(one: Work, role: Role, who: str = WHO) -> Command:
    """Give a role; one that takes a single party replaces it."""
    return ("assign", one.name, *option(role, who))


def unassign(one: Work, role: Role, parties: Sequence[str]) -> Command:
    """Take a role away; nothing where there are too many to type."""
    options = [word for party in parties for word in option(role, party)]
    return ("unassign", one.name, *options) if len(parties) <= _MOST else ()


def instead(facts: Facts, one: Work, role: Role, index: int, new: str = WHO) -> Command:
    """Put a party in the place of the one that a step or task itself names for a role, at that index."""
    if role.max == 1:
        return assign(one, role, new)
    named = one.work.roles[role.name]
    old = named[index]
    if old == SPONSORS:  # they stand there as a group
        return ()
    parties = list(dict.fromkeys(new if party == old else party for party in named[: _MOST + 1]))
    if len(named) > _MOST or any(party not in facts.project.parties for party in parties if party != WHO):
        return unassign(one, role, [old])
    return ("assign", one.name, *(word for party in parties for word in option(role, party)), "--only")


def first_known(project: Project, parties: Iterable[str]) -> str:
    """The first party that a command would find."""
    return next((party for party in parties if party in project.parties), WHO)
