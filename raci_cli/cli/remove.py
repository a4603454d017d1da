"""`raci remove`."""

from typing import Annotated

import typer

from raci_cli.changes.identity import remove as plan_removal
from raci_cli.cli import project
from raci_cli.cli.options import AsJson, DryRun, File, LockTimeout
from raci_cli.cli.result import Result


def remove(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Of a person, team, step or goal; a task as step.task.")],
    everywhere: Annotated[bool, typer.Option("--everywhere", help="Also remove what refers to it.")] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Take a person, team, step, task or goal out.

    It is refused while something refers to it. Where one id names several things, write people.ID, steps.ID and so on.

    Example: raci remove scout --everywhere
    """
    return project.change(
        file, lambda model, data: plan_removal(model, data, id_, everywhere=everywhere),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout,
    )  # fmt: skip
