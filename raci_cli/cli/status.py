"""`raci status`."""

from typing import Annotated

import typer

from raci_cli.cli.options import AsJson, AsOf, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result


def status(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE|REV", help="Also what has changed since then, from git.")
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    file: File = None,
) -> Result:
    """Show progress, trouble, and what is next.

    Example: raci status --since 2026-12-01
    """
    return printed("status", file, as_of, as_json=as_json, **({"since": since} if since is not None else {}))
