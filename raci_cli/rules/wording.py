"""Words that the messages of rules share."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from raci_cli.findings import Path
from raci_cli.model.project import SPONSORS, Project, Step, Task
from raci_cli.model.scheme import Role
from raci_cli.text import listed, quoted, short

MOST_NAMED = 10


def work_label(step: Step, work: Task) -> str:
    """`step 3 'Choose'`, `task testing.acceptance 'Acceptance'`."""
    if work is step:
        return f"step {step.number} {quoted(step.title)}"
    return f"task {short(step.id)}.{short(work.id)} {quoted(work.title)}"


def work_name(path: Path) -> str:
    """A step or task as it is typed: `vendor`, `testing.acceptance`."""
    return ".".join(str(part) for part in path[1::2])


def role_names(roles: Iterable[Role]) -> str:
    """`accountable`, `approver or driver`."""
    return listed([role.name for role in roles], "or")


def some(words: Iterable[str], total: int, last: str = "and", most: int = MOST_NAMED) -> str:
    """`a, b and c`; of many the first: `a, b and 12 more`. `total` is how many there are."""
    if total <= most:
        return listed([short(word) for word in words], last)
    return listed([*(short(word) for word in islice(words, most)), f"{total - most} more"], last)


def party_names(project: Project, parties: Sequence[str], last: str = "and") -> str:
    """Display names, as a message lists them."""
    return some((project.name_of(party) for party in parties), len(parties), last)


def each_party(project: Project, parties: Iterable[str]) -> Iterator[str]:
    """The parties, each once, with those that the word `sponsors` stands for in its place."""
    seen: set[str] = set()
    for word in parties:
        for party in (project.sponsors or (word,)) if word == SPONSORS else (word,):
            if party not in seen:
                seen.add(party)
                yield party
