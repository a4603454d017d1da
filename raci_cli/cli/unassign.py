"""`raci unassign`."""

from typing import Annotated

import typer

from raci_cli.changes.assign import unassign as plan_unassignment
from raci_cli.cli import project
from raci_cli.cli.options import (
    Accountable,
    AsJson,
    Consulted,
    DryRun,
    File,
    Informed,
    LockTimeout,
    OtherRole,
    Responsible,
    Steps,
    by_role,
)
from raci_cli.cli.result import Result


def unassign(
    steps: Steps,
    accountable: Accountable = None,
    responsible: Responsible = None,
    consulted: Consulted = None,
    informed: Informed = None,
    role: OtherRole = None,
    who: Annotated[list[str] | None, typer.Option("--who", metavar="WHO", help="Out of every role.")] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Take people and teams out of their roles.

    Example: raci unassign vendor launch --who lee
    """
    given = by_role(accountable, responsible, consulted, informed, role)
    return project.change(
        file, lambda model, data: plan_unassignment(model, data, steps, given, who or []),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout,
    )  # fmt: skip
