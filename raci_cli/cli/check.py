"""`raci check`."""

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from raci_cli.checking.config import settings_for
from raci_cli.checking.discovery import project_files, refuse_outside
from raci_cli.cli.options import AsJson, AsOf
from raci_cli.cli.result import Result, refuse_overwriting
from raci_cli.cli.terminal import look
from raci_cli.clock import today
from raci_cli.document import store
from raci_cli.document.source import Limits
from raci_cli.emitters import FORMATS, emitter
from raci_cli.errors import ExitCode, RaciError, UsageError
from raci_cli.findings import Checked, Finding, Severity
from raci_cli.model.reader import UNUSABLE, Reading, read
from raci_cli.rules.run import find
from raci_cli.text import Look, did_you_mean


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Project files, folders to search for raci.yaml and *.raci.yaml, or -."
        ),
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format", metavar="FMT[=FILE]", help=f"{', '.join(FORMATS)}; with =FILE, written there besides."
        ),
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> Result:
    """Find steps without an owner, and much else.

    Exit code 1 where there are errors, 3 where a file cannot be used or there is none.

    Example: raci check . --output-format json=findings.json
    """
    day = today(as_of)
    to_stdout, to_files = _formats([*(output_format or []), *(["json"] if as_json else [])])
    limits = Limits.from_environment()
    files = project_files(paths or [])
    if not files:
        raise RaciError(
            "no project file found", help="raci.yaml and *.raci.yaml are looked for; start one with raci init"
        )
    for _, target in to_files:
        refuse_overwriting(target, files)
    read_files, problems = _read_all(files, limits)
    checked = [_checked(file, reading, day) for file, reading in read_files]
    written = tuple((path, emitter(name)(checked, Look())) for name, path in to_files)
    code = max(_code(checked), ExitCode.CANNOT if problems else ExitCode.OK)
    return Result(emitter(to_stdout)(checked, look()), problems, code, written)


def _read_all(files: Sequence[Path], limits: Limits) -> tuple[list[tuple[str, Reading]], str]:
    """What could be read, and what there is to say about the rest: one bad path does not hide the others' findings."""
    readings, problems = [], ""
    for path in files:
        try:
            readings.append((str(path), _read(path, limits)))
        except RaciError as error:
            problems += Result.failed(str(error), error.help, error.code).err
    return readings, problems


def _formats(given: Sequence[str]) -> tuple[str, list[tuple[str, Path]]]:
    """The format of stdout, and those that go to files."""
    to_stdout, to_files = [], []
    for word in given:
        name, equals, file = word.partition("=")
        if name not in FORMATS:
            raise UsageError(
                f"there is no format {name!r}", help=did_you_mean(name, FORMATS) or f"formats: {', '.join(FORMATS)}"
            )
        if equals and not file:
            raise UsageError(f"no file is named in {word!r}")
        if equals:
            to_files.append((name, Path(file)))
        else:
            to_stdout.append(name)
    if len(to_stdout) > 1:
        raise UsageError(
            f"only one format can go to stdout, not {' and '.join(to_stdout)}", help="write one to a file: FMT=FILE"
        )
    return (to_stdout or ["full"])[0], to_files


def _read(path: Path, limits: Limits) -> Reading:
    if str(path) == "-":
        stream = sys.stdin
        if stream is None:
            raise RaciError("there is nothing to read: stdin is closed")
        return read("-", stream.buffer.read(limits.size + 1), limits)
    refuse_outside(path)
    return read(str(path), store.read(path, limits.size), limits)


def _checked(file: str, reading: Reading, day: datetime.date) -> Checked:
    findings = tuple(find(reading, settings_for(reading.project, day)))
    source = reading.source
    if source is None or not source.is_project:
        return Checked(file, findings, {})
    return Checked(file, findings, {line: source.line(line) for line in map(_line, findings)})


def _line(finding: Finding) -> int:
    return finding.span.line if finding.span else 0


def _code(checked: Sequence[Checked]) -> ExitCode:
    findings = [finding for one in checked for finding in one.findings]
    if any(finding.code in UNUSABLE for finding in findings):
        return ExitCode.CANNOT
    return ExitCode.FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else ExitCode.OK
