"""`raci report`."""

from pathlib import Path
from typing import Annotated

import typer

from raci_cli.checking.discovery import nearest
from raci_cli.cli.options import AsJson, AsOf, File
from raci_cli.cli.reporting import make
from raci_cli.cli.result import Result, refuse_overwriting
from raci_cli.cli.terminal import look
from raci_cli.errors import UsageError
from raci_cli.reports import FORMATS
from raci_cli.text import did_you_mean, visible

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".txt": "text", ".json": "json"}


def report(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="status or matrix.")] = "status",
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FMT", help="html, md, text or json; else by -o, else text on a terminal and md off it."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file; - is stdout.")
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help="matrix: also parties without any role.")] = False,
    as_json: AsJson = False,
    as_of: AsOf = None,
    file: File = None,
) -> Result:
    """Render a report.

    Example: raci report status --format html -o status.html
    """
    if name not in FORMATS:
        raise UsageError(
            f"there is no report {name!r}", help=did_you_mean(name, FORMATS) or f"reports: {', '.join(FORMATS)}"
        )
    to_file = output is not None and str(output) != "-"
    chosen = _format(name, "json" if as_json else format_, output if to_file else None)
    options = {"everybody": everybody} if name == "matrix" else {}
    result = make(name, chosen, file, as_of, None if to_file else look(), **options)
    if output is None or not to_file:
        return result
    refuse_overwriting(output, [nearest(file)])
    size = max(1, round(len(result.out.encode("utf-8", "replace")) / 1024))
    said = f"{visible(str(output))}: {name} report, {chosen}, {size} KiB\n"
    return Result(said, result.err, files=((output, result.out),))


def _format(name: str, given: str | None, output: Path | None) -> str:
    if given is None and output is not None:
        given = _SUFFIXES.get(output.suffix.lower())
        if given is None:
            raise UsageError(
                f"no format is known by the name {output.name!r}", help=f"say --format {' or '.join(FORMATS[name])}"
            )
    if given is None:
        return "text" if look().width else "md"
    if given not in FORMATS[name]:
        help_ = did_you_mean(given, FORMATS[name]) or f"formats of {name}: {', '.join(FORMATS[name])}"
        raise UsageError(f"the report {name} has no format {given!r}", help=help_)
    return given
