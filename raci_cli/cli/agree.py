"""`raci agree`."""

from typing import Annotated

import typer

from raci_cli.changes.setting import agree as plan_agreement
from raci_cli.cli import project
from raci_cli.cli.options import AsJson, DryRun, File, LockTimeout
from raci_cli.cli.result import Result
from raci_cli.clock import given_date, today


def agree(
    step: Annotated[str, typer.Argument(metavar="STEP", help="By number, id or start of an id; a task as step.task.")],
    who: Annotated[list[str], typer.Argument(metavar="WHO...", help="Who agreed, by id or name.")],
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="When; today where left out.")] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Write down who signed a step off, and when.

    Example: raci agree vendor dana lee --date 2027-01-15
    """
    day = today() if date is None else given_date(date, "--date")
    return project.change(
        file, lambda model, data: plan_agreement(model, data, [step], who, day),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout,
    )  # fmt: skip
