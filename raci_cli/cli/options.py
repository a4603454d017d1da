"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from raci_cli.errors import UsageError

File: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "-f", "--file", metavar="FILE", help="The project file; else RACI_FILE, else the nearest raci.yaml upward."
    ),
]
AsOf: TypeAlias = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day to reckon from; else RACI_TODAY, else today.")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print data instead of text.")]
Color: TypeAlias = Annotated[
    str,
    typer.Option(
        "--color", metavar="WHEN", help="auto, always or never; auto asks NO_COLOR, FORCE_COLOR, the terminal."
    ),
]
Ascii: TypeAlias = Annotated[bool, typer.Option("--ascii", help="Draw with plain ASCII.")]
DryRun: TypeAlias = Annotated[bool, typer.Option("--dry-run", help="Print the change as a diff and write nothing.")]
Steps: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="STEP...", help="By number, id or start of an id; a task as step.task.")
]
LockTimeout: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--lock-timeout", metavar="SECONDS", min=0, max=3600, help="How long to wait for another writer (10)."
    ),
]
Accountable: TypeAlias = Annotated[
    list[str] | None, typer.Option("-A", "--accountable", metavar="WHO", help="Who answers for it.")
]
Responsible: TypeAlias = Annotated[
    list[str] | None, typer.Option("-R", "--responsible", metavar="WHO", help="Who does the work.")
]
Consulted: TypeAlias = Annotated[
    list[str] | None, typer.Option("-C", "--consulted", metavar="WHO", help="Who is asked first.")
]
Informed: TypeAlias = Annotated[
    list[str] | None, typer.Option("-I", "--informed", metavar="WHO", help="Who is told after.")
]
OtherRole: TypeAlias = Annotated[
    list[str] | None, typer.Option("--role", metavar="NAME=WHO", help="Any role of the scheme.")
]


def by_role(
    accountable: list[str] | None,
    responsible: list[str] | None,
    consulted: list[str] | None,
    informed: list[str] | None,
    other: list[str] | None,
) -> dict[str, list[str]]:
    """Who was named, by the name of the role."""
    named = {"responsible": responsible, "accountable": accountable, "consulted": consulted, "informed": informed}
    wanted = {name: list(who) for name, who in named.items() if who}
    for pair in other or []:
        name, equals, who = pair.partition("=")
        if not equals:
            raise UsageError(f"--role wants NAME=WHO, not {pair!r}", help="such as --role driver=dana")
        wanted.setdefault(name, []).append(who)
    return wanted
