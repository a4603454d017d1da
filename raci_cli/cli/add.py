"""`raci add`."""

from typing import Annotated

import typer

from raci_cli.changes.add import add_person, add_step, add_task, add_team
from raci_cli.cli import project
from raci_cli.cli.options import AsJson, DryRun, File, LockTimeout
from raci_cli.cli.result import Result
from raci_cli.errors import ExitCode, UsageError
from raci_cli.text import did_you_mean

KINDS = ("person", "agent", "external")

app = typer.Typer(rich_markup_mode=None, suggest_commands=False)
Id = Annotated[str, typer.Argument(metavar="ID", help="What steps refer to.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What is displayed.")]


@app.callback(invoke_without_command=True)
def add(context: typer.Context) -> Result | None:
    """Add people, teams, steps and tasks.

    Example: raci add person dana "Dana Ortiz" --team marketing
    """
    if context.invoked_subcommand is None:
        return Result(context.get_help() + "\n", code=ExitCode.USAGE)
    return None


@app.command("person")
def person(
    id_: Id,
    name: Name,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM", help="The team they belong to.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What they do.")] = None,
    email: Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help="Where to write to.")] = None,
    deputy: Annotated[str | None, typer.Option("--deputy", metavar="WHO", help="Who stands in.")] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="person, agent (software) or external.")
    ] = "person",
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Add a person, a software agent or somebody outside.

    Example: raci add person dana "Dana Ortiz" --team marketing --title CMO
    """
    if kind not in KINDS:
        help_ = did_you_mean(kind, KINDS) or f"one of {', '.join(KINDS)}"
        raise UsageError(f"there is no kind {kind!r}", help=help_)
    details = {
        "team": team,
        "title": title,
        "email": email,
        "deputy": deputy,
        "kind": None if kind == "person" else kind,
    }
    return project.change(
        file,
        lambda model, data: add_person(model, data, id_, name, **details),
        dry_run=dry_run,
        as_json=as_json,
        lock_timeout=lock_timeout,
    )


@app.command("team")
def team(
    id_: Id,
    name: Name,
    lead: Annotated[str | None, typer.Option("--lead", metavar="WHO", help="The person who leads it.")] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Add a team.

    Example: raci add team legal "Legal affairs"
    """
    return project.change(
        file,
        lambda model, data: add_team(model, data, id_, name, lead),
        dry_run=dry_run,
        as_json=as_json,
        lock_timeout=lock_timeout,
    )


After = Annotated[str | None, typer.Option("--after", metavar="STEP", help="Put it behind this one.")]
Before = Annotated[str | None, typer.Option("--before", metavar="STEP", help="Put it before this one.")]
Title = Annotated[str, typer.Argument(metavar="TITLE", help="What is to be done.")]


@app.command("step")
def step(
    id_: Id,
    title: Title,
    after: After = None,
    before: Before = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Add a step, at the end or beside another.

    Example: raci add step pilot "Try it with one team" --before launch
    """
    refuse_both(after, before)
    return project.change(
        file, lambda model, data: add_step(model, data, id_, title, after, before),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout,
    )  # fmt: skip


@app.command("task")
def task(
    name: Annotated[str, typer.Argument(metavar="STEP.ID", help="The step, and the id of its new task.")],
    title: Title,
    after: After = None,
    before: Before = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Add a task to a step.

    Example: raci add task launch.training "Train the users"
    """
    refuse_both(after, before)
    return project.change(
        file, lambda model, data: add_task(model, data, name, title, after, before),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout,
    )  # fmt: skip


def refuse_both(after: str | None, before: str | None) -> None:
    """Raise UsageError where a place is given twice."""
    if after is not None and before is not None:
        raise UsageError("--after and --before cannot both be", help="name one neighbour")
