"""`raci rename`."""

from typing import Annotated

import typer

from raci_cli.changes.identity import rename as plan_renaming
from raci_cli.cli import project
from raci_cli.cli.options import AsJson, DryRun, File, LockTimeout
from raci_cli.cli.result import Result


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="An id; a task as step.task.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it is to have.")],
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Change an id, and every reference to it.

    Where one id names several things, write people.ID, steps.ID and so on.

    Example: raci rename vendor platform
    """
    return project.change(
        file, lambda model, data: plan_renaming(model, data, old, new),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout,
    )  # fmt: skip
