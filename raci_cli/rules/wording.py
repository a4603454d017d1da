"""Words that the messages of rules share."""

from collections.abc import Iterable

from raci_cli.findings import Path
from raci_cli.model.project import Project, Step, Task
from raci_cli.model.scheme import Role
from raci_cli.text import listed, quoted, short


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


def party_names(project: Project, parties: Iterable[str], last: str = "and") -> str:
    """Display names, as a message lists them."""
    return listed([short(project.name_of(party)) for party in parties], last)
