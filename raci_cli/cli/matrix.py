"""`raci matrix`."""

from typing import Annotated

import typer

from raci_cli.cli.options import AsJson, AsOf, File
from raci_cli.cli.reporting import make
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def matrix(
    everybody: Annotated[bool, typer.Option("--all", help="Also parties without any role.")] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
    file: File = None,
) -> Result:
    """Show who has which letter in each step.

    Example: raci matrix --all
    """
    return make("matrix", "json" if as_json else "text", file, as_of, look(), everybody=everybody)
