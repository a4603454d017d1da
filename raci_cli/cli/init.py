"""`raci init`."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from raci_cli import resources
from raci_cli.cli.asking import NoAnswerError, can_ask, tell
from raci_cli.cli.guidance import following, undecided
from raci_cli.cli.interview import Answers, confirmed, interviewed
from raci_cli.cli.options import AsJson
from raci_cli.cli.result import Result
from raci_cli.clock import given_date
from raci_cli.document import store
from raci_cli.document.source import Limits
from raci_cli.errors import Bug, ExitCode, RaciError, UsageError
from raci_cli.lifecycles import Wish, load, new_project
from raci_cli.model.project import Project
from raci_cli.model.reader import Reading
from raci_cli.newcomers import answering, from_option, joining
from raci_cli.text import count, json_text, listed, visible

_EXAMPLE = (
    'raci init --name "CRM replacement" --due 2027-03-31 --person "Dana Ortiz:Marketing:CMO" '
    "--accountable requirements=dana"
)
_NOTHING = "nothing was written"

Target = Annotated[Path, typer.Argument(metavar="[PATH]", help="Where to write it; - is stdout.")]
Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="What the project is called.")]
Lifecycle = Annotated[
    str | None,
    typer.Option("--lifecycle", metavar="NAME|PATH", help="One that raci lifecycles lists, or a project file."),
]
Rename = Annotated[
    list[str] | None,
    typer.Option("--rename", metavar="OLD=NEW", help="Put your team in a party's place: marketing=Sales."),
]
Start = Annotated[str | None, typer.Option("--start", metavar="DATE", help="When the project starts.")]
Due = Annotated[str | None, typer.Option("--due", metavar="DATE", help="When it must be done: the launch.")]
Person = Annotated[
    list[str] | None,
    typer.Option(
        "--person", metavar="[ID=]NAME[:TEAM[:TITLE]]", help="Somebody to start with; a team that is not there is made."
    ),
]
Accountable = Annotated[
    list[str] | None, typer.Option("--accountable", metavar="STEP=WHO", help="Who answers for a step.")
]
Yes = Annotated[
    bool, typer.Option("-y", "--yes", "--no-input", help="Ask nothing: what is not given takes its default.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the file and write nothing.")]


def init(
    path: Target = Path("raci.yaml"),
    name: Name = None,
    lifecycle: Lifecycle = None,
    rename: Rename = None,
    start: Start = None,
    due: Due = None,
    person: Person = None,
    accountable: Accountable = None,
    yes: Yes = False,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> Result:
    """Start a project file from a lifecycle.

    Without a name it asks, where there is a terminal to ask in; what an option says is not asked for.

    Example: raci init --name "CRM replacement" --rename marketing=Sales --start 2026-12-01
    """
    to_stdout = dry_run or str(path) == "-"
    if not to_stdout and not force and path.exists():
        raise RaciError(f"{path} exists already", help="choose another path, or replace it with --force")
    limits, folder = Limits.from_environment(), _folder(path)
    renamed = dict(_pair(text, "--rename", "OLD=NEW", "marketing=Sales") for text in rename or [])
    begin = _day(start, "--start")

    def built(answers: Answers) -> Reading:
        then = [plan for newcomer in answers.people or () for plan in joining(newcomer)]
        then += [answering(step, who) for step, who in answers.accountable or ()]
        wish = Wish("?" if answers.name is None else answers.name, renamed, begin, answers.due or None, tuple(then))
        return new_project(load(answers.lifecycle or resources.lifecycle_names()[0], limits), wish, limits)

    given = Answers(
        name if name is not None or not yes else folder,
        _day(due, "--due"),
        tuple(from_option(text, "--person") for text in person) if person else None,
        # Steps and teams that are named are those of the default.
        lifecycle or (resources.lifecycle_names()[0] if rename or accountable else None),
        tuple(_pair(text, "--accountable", "STEP=WHO", "vendor=dana") for text in accountable) if accountable else None,
    )
    made = built(given)
    if given.name is None:
        asked = _asked(path, given, folder, built, limits, to_stdout=to_stdout)
        if isinstance(asked, Result):
            return asked
        made = asked
    if made.source is None or made.project is None:
        raise Bug("the lifecycle lost its text")
    if not to_stdout:
        store.create(path, made.source.encode(), force=force)
    if to_stdout and not as_json:
        return Result(made.source.text)
    return _told(path, made.project, made.source.text if to_stdout else None, as_json=as_json)


def _asked(
    path: Path, given: Answers, folder: str, built: Callable[[Answers], Reading], limits: Limits, *, to_stdout: bool
) -> Reading | Result:
    """What comes of the answers, or a word that nothing was written."""
    if not can_ask():
        raise UsageError("--name is missing, and there is no terminal to ask in", help=f"such as {_EXAMPLE}")
    if not to_stdout and not os.access(path.parent, os.W_OK):  # to be told after five answers would be too late
        raise RaciError(f"cannot write {path}: {path.parent} is no folder that can be written to")
    try:
        made = built(interviewed(given, folder, lambda answers: built(answers).project or Project(), limits))
        if to_stdout or confirmed(path, made.project or Project()):
            return made
    except NoAnswerError:
        tell("")
        return Result.failed(f"the answers ended, {_NOTHING}", f"such as {_EXAMPLE}", ExitCode.USAGE)
    except KeyboardInterrupt:
        tell("")
    return Result(err=f"{_NOTHING}\n", code=ExitCode.INTERRUPTED)


def _folder(path: Path) -> str:
    """The name of the folder that the file will lie in, which a project is often called by; empty at the top."""
    return Path(os.path.abspath(path)).parent.name  # noqa: PTH100 - without following links


def _day(text: str | None, option: str) -> str | None:
    return None if text is None else given_date(text, option).isoformat()


def _pair(text: str, option: str, form: str, example: str) -> tuple[str, str]:
    left, equals, right = text.partition("=")
    if not (left and equals and right):
        raise UsageError(f"{option} wants {form}, not {text!r}", help=f"such as {option} {example}")
    return left, right


def _told(path: Path, project: Project, text: str | None, *, as_json: bool) -> Result:
    """What was made, for people or as data; `text` is the file where it was not written."""
    open_ = undecided(project)
    if as_json:
        ids = [step.id for step in open_]
        data = {"file": str(path), "written": text is None, "steps": len(project.steps), "undecided": ids}
        return Result(json_text(data if text is None else {**data, "text": text}))
    lines = [f"{visible(str(path))}: {count(len(project.steps), 'step')}, {len(open_)} of them undecided"]
    if open_:
        names = listed([f"{step.number} {visible(step.title)}" for step in open_])
        lines.append(f"To decide: {names}")
    lines.append(visible(following(project, str(path))))
    return Result("".join(f"{line}\n" for line in lines))
