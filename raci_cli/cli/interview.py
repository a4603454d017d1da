"""The five questions of `raci init`, each with a default, and what was understood before anything is written."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from raci_cli import resources
from raci_cli.cells import cell_len
from raci_cli.cli.asking import agreed, ask, room, tell
from raci_cli.clock import given_date
from raci_cli.document.source import Limits
from raci_cli.errors import UsageError
from raci_cli.lifecycles import load, summary
from raci_cli.model.fields import refuse_text
from raci_cli.model.lookup import find_party
from raci_cli.model.project import Party, Project, Step
from raci_cli.model.state import owners
from raci_cli.newcomers import Newcomer, from_line
from raci_cli.text import count, listed, quoted, visible

_INDENT = " " * 8


class Answers(NamedTuple):
    """What the options say already; None is asked for. `accountable` holds steps and parties as typed."""

    name: str | None = None
    due: str | None = None
    people: tuple[Newcomer, ...] | None = None
    lifecycle: str | None = None
    accountable: tuple[tuple[str, str], ...] | None = None


def interviewed(given: Answers, folder: str, built: Callable[[Answers], Project], limits: Limits) -> Answers:
    """All the answers; `folder` is the default of the name, `built` makes the project of what is known by then."""
    total = given.count(None)
    numbers = iter([f"{number} of {total}  " for number in range(1, total + 1)])
    tell(
        "Names who answers for each step. Nothing is written before the last question;",
        "Ctrl-C leaves no trace. Every answer has an option: raci init --help",
        "",
    )
    if given.name is None:
        given = given._replace(name=_name(next(numbers), folder))
    if given.due is None:
        given = given._replace(due=ask(f"{next(numbers)}Launch date, YYYY-MM-DD, empty if unknown []: ", "", _day))
    if given.people is None:
        given = given._replace(people=_people(next(numbers)))
    if given.lifecycle is None:
        given = given._replace(lifecycle=_lifecycle(next(numbers), limits))
    if given.accountable is None:
        given = given._replace(accountable=_accountable(next(numbers), built(given._replace(accountable=()))))
    return given


def confirmed(path: Path, project: Project) -> bool:
    """Show what will be written, and ask whether to."""
    launch = f", launch {project.due}" if project.due else ""
    parties = (people(project), teams(project))
    tell("", f"{path}: {project.name}{launch}")
    for party_list, one, several in zip(parties, ("person", "team"), ("people", "teams"), strict=True):
        if party_list:
            names = ", ".join(f"{party.name} ({party.id})" for party in party_list)
            tell(f"  {count(len(party_list), one, several)}: {names}")
    tell(f"  {count(len(project.steps), 'step')}, and who answers for each:")
    for step in project.steps:
        tell(f"  {step.number:>2} {step.title}: {_owners(project, step) or 'stays open'}")
    return agreed(f"Write {path}?", default=True)


def people(project: Project) -> list[Party]:
    """Everybody who is no team."""
    return [party for party in project.parties.values() if not party.is_team]


def teams(project: Project) -> list[Party]:
    """The teams."""
    return [party for party in project.parties.values() if party.is_team]


def _name(number: str, folder: str) -> str:
    def understood(answer: str) -> str:
        refuse_text(answer, "the name")
        return answer

    return ask(f"{number}Project name [{folder}]: ", folder, understood)


def _day(answer: str) -> str:
    return given_date(answer, "it").isoformat() if answer else ""


def _people(number: str) -> tuple[Newcomer, ...]:
    tell(f"{number}People, one per line as name, team, title; an empty line ends")
    found: list[Newcomer] = []

    def understood(answer: str) -> Newcomer | None:
        newcomer = from_line(answer) if answer else None
        for other in found if newcomer else ():
            if newcomer and newcomer.name.casefold() == other.name.casefold():
                raise UsageError(f"{quoted(newcomer.name)} is there already", help="an empty line ends")
            if newcomer and newcomer.id is not None and newcomer.id == other.id:
                raise UsageError(f"{quoted(other.name)} has the id {newcomer.id}", help="give them another")
        return newcomer

    while newcomer := ask(f"{_INDENT}> ", "", understood):
        found.append(newcomer)
    return tuple(found)


def _lifecycle(number: str, limits: Limits) -> str:
    """One of the shipped lifecycles, by number or name, or the path of a file."""
    names = resources.lifecycle_names()
    tell(f"{number}Lifecycle: number, name, or the path of a file")
    for position, name in enumerate(names, 1):
        shipped = load(name, limits)
        steps = count(len(shipped.project.steps) if shipped.project else 0, "step")
        tell(f"{_INDENT}{position:>2} {name}, {steps}: {summary(shipped)}")

    def understood(answer: str) -> str:
        chosen = _numbered(answer, names) or answer
        load(chosen, limits)
        return chosen

    return ask(f"{_INDENT}[{names[0]}]: ", names[0], understood)


def _accountable(number: str, project: Project) -> tuple[tuple[str, str], ...]:
    """Who answers for which step; what the lifecycle says already is the default, and else Enter leaves it open."""
    parties = [*people(project), *teams(project)]
    if not parties:
        tell(f"{number}Who is accountable? Nobody is there yet; later: raci add person, raci assign")
        return ()
    tell(f"{number}Who is accountable? Number or name; Enter keeps what is in brackets")
    numbered = [f"{position} {party.name}" for position, party in enumerate(parties, 1)]
    together = _INDENT + "   ".join(numbered)
    tell(*([together] if cell_len(visible(together)) <= room() else (f"{_INDENT}{one}" for one in numbered)))

    def understood(answer: str) -> str | None:
        chosen = _numbered(answer, [party.id for party in parties]) or answer
        return _party(project, chosen) if chosen else None

    chosen = []
    for step in project.steps:
        if not _owners(project, step) and step.candidates:
            hint = f" {step.hint}" if step.hint else ""
            tell(f"{_INDENT}   between {listed([project.name_of(id_) for id_ in step.candidates])}.{hint}")
        question = f"{_INDENT}{step.number:>2} {step.title} [{_owners(project, step)}]: "
        who = ask(question, "", understood)
        chosen += [(step.id, who)] if who else []
    return tuple(chosen)


def _party(project: Project, word: str) -> str:
    known = [party.name for party in project.parties.values()]
    return find_party(project, word, f"there {'is' if len(known) == 1 else 'are'} {listed(known)}")


def _numbered(answer: str, choices: list[str]) -> str | None:
    """The choice of that number, from 1; None of no number, UsageError of one that none has."""
    if not (answer.isascii() and answer.isdigit()):
        return None
    if not 1 <= int(answer[:9]) <= len(choices):
        raise UsageError(f"there is no number {answer[:9]}", help=f"the numbers are 1 to {len(choices)}")
    return choices[int(answer) - 1]


def _owners(project: Project, step: Step) -> str:
    return listed([project.name_of(id_) for id_ in owners(project, step.roles)])
