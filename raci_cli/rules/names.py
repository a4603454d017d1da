"""Do names tell who is meant?"""

from collections.abc import Iterable

from raci_cli.findings import Finding, Path, Severity
from raci_cli.model.project import Party
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import Settings, rule
from raci_cli.text import quoted, short

# What is written where a name is still missing.
_PLACEHOLDERS = frozenset((
    "", "tbd", "tba", "tbc", "todo", "n/a", "none", "xxx", "unknown", "unassigned", "vacant", "whoever",
    "to be decided", "to be determined", "to be defined", "to be announced", "to be confirmed", "to be named",
    "all", "everyone", "everybody", "someone", "somebody", "anyone", "anybody", "nobody", "no one",
    "name", "role", "person", "your name",
))  # fmt: skip
_BRACKETS = ("[]", "<>", "{}")
# Longer names are compared as they stand: Unicode forms of hostile ones take long.
_LONGEST = 200


def _place(party: Party) -> Path:
    return (*party.path, "name")


def is_placeholder(name: str) -> bool:
    """Whether a whole name is one of the placeholders, in any case and in any brackets."""
    words = " ".join(name.casefold().split())
    return words.strip("()[]<>{}*_-.?!\u2026\u2013\u2014 ") in _PLACEHOLDERS or words[:1] + words[-1:] in _BRACKETS


@rule("RACI205", "lookalike-names", Severity.WARNING)
def lookalike_names(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """Two parties have names that a reader cannot tell apart, or a word of a name mixes alphabets.

    What: names that differ at most by case, spaces, accents, or letters that look alike in Latin, Greek and Cyrillic.

    Why: a role that seems to be Dana's may be somebody else's; in a pull request nobody sees it.

    Fix: if they are one person, keep one; if they are two, add what tells them apart; type a mixed name again.

    Failing:
        people: {dana: Dana Ortiz, dana2: dana  Órtiz}
        steps:
          build: {title: Build it, accountable: dana, informed: [dana2]}

    Passing:
        people: {dana: Dana Ortiz, dana2: Dana Órtiz (Berlin)}
        steps:
          build: {title: Build it, accountable: dana, informed: [dana2]}
    """
    seen: dict[str, Party] = {}
    for party in facts.project.parties.values():
        if is_placeholder(party.name):
            continue
        form, mixed = _form(party.name)
        first = seen.setdefault(form, party)
        if first is not party:
            same = first.name == party.name
            both = f"{short(first.id)} and {short(party.id)} are both called {quoted(party.name)}"
            alike = f"{quoted(party.name)} ({short(party.id)}) looks like {quoted(first.name)} ({short(first.id)})"
            help_ = "keep one of them, or add what tells them apart"
            yield Finding("RACI205", _place(party), both if same else alike, help_)
        elif mixed:
            message = f"{quoted(party.name)} mixes {' and '.join(mixed)} letters in one word"
            yield Finding("RACI205", _place(party), message, "type it again in one alphabet")


def _form(name: str) -> tuple[str, list[str]]:
    """What a name looks like, the same for all that look like it; and the alphabets that a word of it mixes."""
    if name.isascii() or len(name) > _LONGEST:
        return " ".join(name.casefold().split()), []
    from raci_cli.rules.lookalikes import mixed_alphabets, plain, skeleton  # few files need it

    letters = plain(name)
    return skeleton(letters), mixed_alphabets(letters)


@rule("RACI206", "placeholder-name", Severity.WARNING)
def placeholder_name(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A name that is none: TBD, all, everyone, ?, [Role].

    What: whole names of people and teams, in any case.

    Why: the check finds an owner, and yet there is nobody to call.

    Fix: write who it is, or take the role away until that is known: then the check says that somebody is missing.

    Failing:
        people: {owner: TBD, lee: Lee Wong}
        steps:
          build: {title: Build it, accountable: owner, responsible: [lee]}

    Passing:
        people: {owner: Dana Ortiz, lee: Lee Wong}
        steps:
          build: {title: Build it, accountable: owner, responsible: [lee]}
    """
    for party in facts.project.parties.values():
        if is_placeholder(party.name):
            message = f"{quoted(party.name)} is no name of a {'team' if party.is_team else 'person'}"
            yield Finding("RACI206", _place(party), message, "write who it is, or leave the role empty until then")
