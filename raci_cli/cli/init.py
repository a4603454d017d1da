"""`raci init`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from raci_cli.cli.options import AsJson
from raci_cli.cli.result import Result
from raci_cli.clock import given_date
from raci_cli.document import store
from raci_cli.document.source import Limits
from raci_cli.errors import Bug, RaciError, UsageError
from raci_cli.lifecycles import Wish, load, new_project
from raci_cli.model.project import Project
from raci_cli.model.state import owners
from raci_cli.text import count, json_text, listed, visible

Target = Annotated[Path, typer.Argument(metavar="[PATH]", help="Where to write it; - is stdout.")]
Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="What the project is called.")]
Lifecycle = Annotated[
    str, typer.Option("--lifecycle", metavar="NAME|PATH", help="One that raci lifecycles lists, or a project file.")
]
Rename = Annotated[
    list[str] | None,
    typer.Option("--rename", metavar="OLD=NEW", help="Put your team in a party's place: marketing=Sales."),
]
Start = Annotated[str | None, typer.Option("--start", metavar="DATE", help="When the project starts.")]
Due = Annotated[str | None, typer.Option("--due", metavar="DATE", help="When it must be done.")]
Person = Annotated[list[str] | None, typer.Option("--person", metavar="ID=NAME[:TEAM]", help="A person to start with.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the file and write nothing.")]


def init(
    path: Target = Path("raci.yaml"),
    name: Name = None,
    lifecycle: Lifecycle = "ten-step",
    rename: Rename = None,
    start: Start = None,
    due: Due = None,
    person: Person = None,
    force: Force = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> Result:
    """Start a project file from a lifecycle.

    Example: raci init --name "CRM replacement" --rename marketing=Sales --start 2026-12-01
    """
    to_stdout = dry_run or str(path) == "-"
    if not to_stdout and not force and path.exists():
        raise RaciError(f"{path} exists already", help="choose another path, or replace it with --force")
    limits = Limits.from_environment()
    template = load(lifecycle, limits)
    named = name if name is not None else _asked_name()
    renamed = dict(_pair(text, "--rename", "marketing=Sales") for text in rename or [])
    people = tuple(_person(text) for text in person or [])
    made = new_project(template, Wish(named, renamed, _day(start, "--start"), _day(due, "--due"), people), limits)
    if made.source is None or made.project is None:
        raise Bug("the lifecycle lost its text")
    if not to_stdout:
        store.create(path, made.source.encode(), force=force)
    if to_stdout and not as_json:
        return Result(made.source.text)
    return _told(path, made.project, made.source.text if to_stdout else None, as_json=as_json)


def _day(text: str | None, option: str) -> str | None:
    return None if text is None else given_date(text, option).isoformat()


def _pair(text: str, option: str, example: str) -> tuple[str, str]:
    old, equals, new = text.partition("=")
    if not (old and equals and new):
        raise UsageError(f"{option} wants OLD=NEW, not {text!r}", help=f"such as {option} {example}")
    return old, new


def _person(text: str) -> tuple[str, str, str | None]:
    id_, rest = _pair(text, "--person", '"dana=Dana Ortiz:marketing"')
    name, colon, team = rest.rpartition(":")
    return (id_, name, team) if colon else (id_, rest, None)


def _asked_name() -> str:
    """Ask for the name, only where somebody is there to answer."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise UsageError(
            "the project has no name, and there is no terminal to ask in", help='say it: --name "CRM replacement"'
        )
    print("Name of the project: ", end="", flush=True)  # noqa: T201 - a question comes before the answer
    answer = sys.stdin.readline()
    if not answer:
        raise UsageError("the project has no name", help='say it: --name "CRM replacement"')
    return answer.strip()


def _told(path: Path, project: Project, text: str | None, *, as_json: bool) -> Result:
    """What was made, for people or as data; `text` is the file where it was not written."""
    undecided = [step for step in project.steps if not owners(project, step.roles)]
    if as_json:
        ids = [step.id for step in undecided]
        data = {"file": str(path), "written": text is None, "steps": len(project.steps), "undecided": ids}
        return Result(json_text(data if text is None else {**data, "text": text}))
    lines = [f"{visible(str(path))}: {count(len(project.steps), 'step')}, {len(undecided)} of them undecided"]
    if undecided:
        names = listed([f"{step.number} {visible(step.title)}" for step in undecided])
        lines.append(f"To decide: {names}")
    lines.append("Next: raci check")
    return Result("".join(f"{line}\n" for line in lines))
