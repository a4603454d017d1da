"""`raci matrix`."""

from typing import Annotated

import typer

from raci_cli.cli.options import Ascii, AsJson, AsOf, Color, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def matrix(
    everybody: Annotated[bool, typer.Option("--all", help="Also parties without any role.")] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
    file: File = None,
) -> Result:
    """Show who has which letter in each step.

    Example: raci matrix --all
    """
    return printed("matrix", file, as_of, look(color, ascii_only=ascii_), as_json=as_json, everybody=everybody)
