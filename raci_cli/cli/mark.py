"""`raci mark`."""

from typing import Annotated

import typer

from raci_cli.changes.mark import mark as plan_mark
from raci_cli.changes.mark import progress
from raci_cli.cli import project
from raci_cli.cli.options import AsJson, DryRun, File, LockTimeout
from raci_cli.cli.result import Result
from raci_cli.clock import given_date, today
from raci_cli.errors import UsageError
from raci_cli.model.project import DONE

_LEAST = 2


def mark(
    words: Annotated[
        list[str],
        typer.Argument(metavar="STEP... STATUS", help="STATUS is not-started, in-progress, blocked, done or skipped."),
    ],
    because: Annotated[str | None, typer.Option("--because", metavar="TEXT", help="Why it is blocked.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="When it was done; today where left out.")
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Say how far steps are.

    `done` writes the day; `blocked` wants a reason, and both go when the state is left.

    Example: raci mark build blocked --because "the licence has not come"
    """
    if len(words) < _LEAST:
        raise UsageError("mark wants a step and a status", help="such as raci mark problem done")
    *steps, status = words
    day = None if date is None else given_date(date, "--date")
    return project.change(
        file, lambda model, data: plan_mark(model, data, steps, status, because, day, today()),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout,
        word=(lambda _before, after, _file: progress(after)) if status == DONE else None,
    )  # fmt: skip
