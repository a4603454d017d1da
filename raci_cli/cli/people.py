"""`raci people`."""

from raci_cli.cli.options import Ascii, AsJson, AsOf, Color, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def people(
    as_of: AsOf = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
    file: File = None,
) -> Result:
    """Show everybody with how much they have to do.

    Teams with their people, how often each has which role, who has none, and who has left.

    Example: raci people
    """
    return printed("people", file, as_of, look(color, ascii_only=ascii_), as_json=as_json)
