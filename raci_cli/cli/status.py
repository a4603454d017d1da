"""`raci status`."""

from raci_cli.cli.options import AsJson, AsOf, File
from raci_cli.cli.reporting import make
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look


def status(as_of: AsOf = None, as_json: AsJson = False, file: File = None) -> Result:
    """Show progress, trouble, and what is next.

    Example: raci status --as-of 2026-12-31
    """
    return make("status", "json" if as_json else "text", file, as_of, look())
