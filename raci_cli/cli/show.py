"""`raci show`."""

from typing import Annotated

import typer

from raci_cli.cli.options import Ascii, AsJson, AsOf, Color, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def show(
    step: Annotated[str, typer.Argument(metavar="STEP", help="By number, id or start of an id; a task as step.task.")],
    as_of: AsOf = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
    file: File = None,
) -> Result:
    """Show everything about a step or task.

    How far it is, what it waits for, who has which role, what was found, and what to type.

    Example: raci show vendor
    """
    return printed("show", file, as_of, look(color, ascii_only=ascii_), as_json=as_json, work=step)
