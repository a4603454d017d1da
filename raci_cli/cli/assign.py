"""`raci assign`."""

from typing import Annotated

import typer

from raci_cli.changes.assign import assign as plan_assignment
from raci_cli.cli import project
from raci_cli.cli.options import AsJson, DryRun, File, Steps
from raci_cli.cli.result import Result
from raci_cli.errors import UsageError


def assign(
    steps: Steps,
    accountable: Annotated[
        list[str] | None, typer.Option("-A", "--accountable", metavar="WHO", help="Answers for it.")
    ] = None,
    responsible: Annotated[
        list[str] | None, typer.Option("-R", "--responsible", metavar="WHO", help="Does the work.")
    ] = None,
    consulted: Annotated[
        list[str] | None, typer.Option("-C", "--consulted", metavar="WHO", help="Is asked first.")
    ] = None,
    informed: Annotated[
        list[str] | None, typer.Option("-I", "--informed", metavar="WHO", help="Is told after.")
    ] = None,
    role: Annotated[
        list[str] | None, typer.Option("--role", metavar="NAME=WHO", help="Any role of the scheme.")
    ] = None,
    only: Annotated[
        bool, typer.Option("--only", help="Replace the lists of the named roles instead of adding.")
    ] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    file: File = None,
) -> Result:
    """Give people and teams their roles in steps.

    A role that takes one party replaces it; the others are added to. WHO is an id or a display name.

    Example: raci assign vendor testing.acceptance -A dana -R marketing -C it
    """
    named = {"responsible": responsible, "accountable": accountable, "consulted": consulted, "informed": informed}
    wanted = {name: list(who) for name, who in named.items() if who}
    for pair in role or []:
        name, equals, who = pair.partition("=")
        if not equals:
            raise UsageError(f"--role wants NAME=WHO, not {pair!r}", help="such as --role driver=dana")
        wanted.setdefault(name, []).append(who)
    return project.change(
        file,
        lambda model, data: plan_assignment(model, data, steps, wanted, only=only),
        dry_run=dry_run,
        as_json=as_json,
    )
