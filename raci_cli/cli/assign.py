"""`raci assign`."""

from typing import Annotated

import typer

from raci_cli.changes.assign import assign as plan_assignment
from raci_cli.cli import project
from raci_cli.cli.guidance import decided
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


def assign(
    steps: Steps,
    accountable: Accountable = None,
    responsible: Responsible = None,
    consulted: Consulted = None,
    informed: Informed = None,
    role: OtherRole = None,
    only: Annotated[bool, typer.Option("--only", help="Replace the named roles' lists instead of adding.")] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    lock_timeout: LockTimeout = None,
    file: File = None,
) -> Result:
    """Give people and teams their roles in steps.

    A role that takes one party replaces it; the others are added to. WHO is an id or a display name.

    Example: raci assign vendor testing.acceptance -A dana -R marketing -C it
    """
    wanted = by_role(accountable, responsible, consulted, informed, role)
    return project.change(
        file, lambda model, data: plan_assignment(model, data, steps, wanted, only=only),
        dry_run=dry_run, as_json=as_json, lock_timeout=lock_timeout, word=decided,
    )  # fmt: skip
