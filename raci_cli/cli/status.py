"""`raci status`."""

from raci_cli.cli.options import AsJson, AsOf, File
from raci_cli.cli.reporting import printed
from raci_cli.cli.result import Result


def status(as_of: AsOf = None, as_json: AsJson = False, file: File = None) -> Result:
    """Show progress, trouble, and what is next.

    Example: raci status --as-of 2026-12-31
    """
    return printed("status", file, as_of, as_json=as_json)
