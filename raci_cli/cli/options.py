"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

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
DryRun: TypeAlias = Annotated[bool, typer.Option("--dry-run", help="Print the change as a diff and write nothing.")]
Steps: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="STEP...", help="By number, id or start of an id; a task as step.task.")
]
