"""What to type next, in the words of the shell; every command that is named can be typed as it stands, but for WHO."""

import shlex

from raci_cli.checking.discovery import is_default
from raci_cli.model.fields import is_id
from raci_cli.model.project import Project, Step
from raci_cli.model.scheme import Scheme, option
from raci_cli.model.state import owners


def undecided(project: Project) -> list[Step]:
    """The open steps that nobody answers for; none where no role of the scheme does."""
    if not project.scheme.owners:
        return []
    return [step for step in project.steps if not step.closed and not owners(project, step.roles)]


def deciding(scheme: Scheme, step: Step, file: str) -> str:
    """The command that gives a step its owner, in the words of a scheme in which some role owns."""
    words = shlex.join(option(scheme.owners[0], "WHO"))
    return f"raci assign {step_word(step)} {words}{_file(file)}"


def step_word(step: Step) -> str:
    """A step as it can be typed: by its number where a shell would act on what stands for its id."""
    return step.id if is_id(step.id) else str(step.number)


def checking(file: str) -> str:
    """The command that checks a file."""
    return "raci check" if is_default(file) else shlex.join(["raci", "check", file])


def following(project: Project, file: str) -> str:
    """`Next: …`: the first decision that is open, and once all are made, the check."""
    open_ = undecided(project)
    return f"Next: {deciding(project.scheme, open_[0], file) if open_ else checking(file)}"


def decided(before: Project, after: Project, file: str) -> str:
    """What follows a decision: the next one, or the check; nothing where nothing was decided."""
    return following(after, file) if len(undecided(after)) < len(undecided(before)) else ""


def showing(file: str) -> str:
    """The command that shows the project to everybody else."""
    return f"raci report status -o status.html{_file(file)}"


def _file(file: str) -> str:
    return "" if is_default(file) else f" -f {shlex.quote(file)}"
