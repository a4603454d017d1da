"""`raci baseline`."""

from pathlib import Path
from typing import Annotated

import typer

from raci_cli.checking.baseline import DEFAULT, dump
from raci_cli.checking.discovery import project_files
from raci_cli.checking.files import Options
from raci_cli.checking.workers import check_files
from raci_cli.cli.options import AsOf
from raci_cli.cli.result import Result, refuse_overwriting
from raci_cli.clock import today
from raci_cli.document.source import Limits
from raci_cli.errors import ExitCode, RaciError
from raci_cli.text import count, visible


def baseline(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files and folders, as for raci check.")
    ] = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write it; - is stdout.")
    ] = Path(DEFAULT),
    as_of: AsOf = None,
) -> Result:
    """Write down what is found today, to be told only what is new.

    raci check --baseline then leaves it out. What makes a file unreadable cannot be put off.

    Example: raci baseline . && raci check . --baseline .raci-baseline.json
    """
    files = project_files(paths or [])
    if not files:
        raise RaciError("no project file found", help="raci.yaml and *.raci.yaml are looked for")
    to_stdout = str(output) == "-"
    if not to_stdout:
        refuse_overwriting(output, files)
    outcomes = list(check_files(files, Options(today(as_of), Limits.from_environment())))
    for outcome in outcomes:
        if outcome.checked is None:
            return Result.failed(outcome.problem, outcome.help, outcome.code)
        if outcome.code is ExitCode.CANNOT:
            raise RaciError(f"{outcome.file} cannot be used", help=f"mend it first: raci check {outcome.file}")
    checked = [outcome.checked for outcome in outcomes if outcome.checked]
    text, found = dump(checked, output if not to_stdout else Path(DEFAULT))
    if to_stdout:
        return Result(text)
    said = f"{visible(str(output))}: {count(found, 'finding')} in {count(len(files), 'file')}\n"
    return Result(f"{said}Next: raci check --baseline {visible(str(output))}\n", files=((output, text),))
