"""`raci next`."""

from typing import Annotated

import typer

from raci_cli.cli.options import Ascii, AsJson, AsOf, Color, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def next_(
    who: Annotated[
        str | None, typer.Option("--for", metavar="WHO", help="Only what a person or team moves, with their team's.")
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
    file: File = None,
) -> Result:
    """Show what to do now, soon, and what to decide.

    First the one step that is most pressing, and what to type; then the next two weeks; then decisions.

    Example: raci next --for dana
    """
    return printed("next", file, as_of, look(color, ascii_only=ascii_), as_json=as_json, who=who)
