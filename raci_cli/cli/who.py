"""`raci who`."""

from typing import Annotated

import typer

from raci_cli.cli.options import Ascii, AsJson, AsOf, Color, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def who(
    name: Annotated[str, typer.Argument(metavar="WHO", help="A person or team, by id or name.")],
    as_of: AsOf = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
    file: File = None,
) -> Result:
    """Show everything that somebody owns, does, is asked and told.

    Also through their team, with how much it is, and who leads and stands in.

    Example: raci who dana
    """
    return printed("who", file, as_of, look(color, ascii_only=ascii_), as_json=as_json, who=name)
