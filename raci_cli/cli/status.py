"""`raci status`."""

from typing import Annotated

import typer

from raci_cli.cli.options import Ascii, AsJson, AsOf, Color, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def status(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE|REV", help="Also what has changed since then, from git.")
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
    file: File = None,
) -> Result:
    """Show progress, trouble, and what is next.

    Example: raci status --since 2026-12-01
    """
    options = {} if since is None else {"since": since}
    return printed("status", file, as_of, look(color, ascii_only=ascii_), as_json=as_json, **options)
