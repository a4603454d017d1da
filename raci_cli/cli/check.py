"""`raci check`."""

from pathlib import Path
from typing import Annotated

import typer

from raci_cli.checking.baseline import load
from raci_cli.checking.config import Wanted, wanted
from raci_cli.checking.discovery import project_files
from raci_cli.checking.files import Options
from raci_cli.checking.selection import level_named
from raci_cli.checking.workers import check_files
from raci_cli.cli.fixing import fix_files
from raci_cli.cli.guidance import showing
from raci_cli.cli.options import Ascii, AsJson, AsOf, Color
from raci_cli.cli.progress import shown
from raci_cli.cli.result import Result, refuse_overwriting
from raci_cli.cli.terminal import look
from raci_cli.cli.verdict import Telling, files_shown, formats, settings_shown, told
from raci_cli.clock import today
from raci_cli.document.source import Limits
from raci_cli.emitters import FORMATS
from raci_cli.errors import ExitCode, RaciError, UsageError
from raci_cli.text import visible

_RULES = "RULE[,RULE]"


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
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar=_RULES, help="Run only these: codes, starts of codes, or names."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar=_RULES, help="Do not run these.")] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option("--severity", metavar="RULE=LEVEL", help="Weigh a rule as error, warning, info or off."),
    ] = None,
    enforce: Annotated[
        list[str] | None,
        typer.Option(
            "--enforce", metavar=_RULES, help="Errors, whatever the file, its comments or a baseline say of them."
        ),
    ] = None,
    fail_level: Annotated[
        str | None,
        typer.Option("--fail-level", metavar="LEVEL", help="Fail from this severity on (error); off: never."),
    ] = None,
    through: Annotated[
        str | None, typer.Option("--through", metavar="STEP", help="Check accountability only up to this step.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Tell only what is new since raci baseline.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended without a decision.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print only what makes the check fail.")] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print how often each rule was broken instead.")
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Also add a Markdown page to the file that GITHUB_STEP_SUMMARY names.")
    ] = False,
    show_files: Annotated[bool, typer.Option("--show-files", help="Print which files would be checked.")] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print which settings hold for each file, as JSON.")
    ] = False,
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", metavar="FILE", help="What to call standard input (-).")
    ] = "-",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 where findings would be 1.")] = False,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="Let no files, and projects without steps, pass.")
    ] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
) -> Result:
    """Find steps without an owner, and much else.

    Exit code 1 where there are findings at the fail level, 3 where a file cannot be used or there is none.

    Example: raci check . --output-format sarif=raci.sarif --enforce RACI101
    """
    shown_as = look(color, ascii_only=ascii_)
    to_stdout, to_files = formats([*(output_format or []), *(["json"] if as_json else [])])
    typed = _typed(select, ignore, severity, enforce, fail_level)
    options = Options(
        today(as_of), Limits.from_environment(), typed, through, load(baseline) if baseline else None,
        stdin_filename, allow_empty,
    )  # fmt: skip
    files = project_files(paths or [])
    if not files and not allow_empty:
        raise RaciError(
            "no project file found", help="raci.yaml and *.raci.yaml are looked for; start one with raci init"
        )
    for _, target in to_files:
        refuse_overwriting(target, files)
    if show_files:
        return files_shown(files)
    if show_settings:
        return settings_shown(files, options)
    mended = fix_files(files, options.as_of, dry_run=diff) if fix or diff else Result()
    outcomes = list(shown(check_files(files, options), len(files)))
    telling = Telling(to_stdout, to_files, quiet, statistics, summary, exit_zero, shown_as)
    said = told(outcomes, telling, mended, diff=diff)
    # The last line of the text is the count, whoever reads it; who watches is told what follows besides.
    watched = said.code is ExitCode.OK and len(files) == 1 and shown_as.width and FORMATS[to_stdout] == "full"
    if watched and not (quiet or statistics or diff or exit_zero or allow_empty):
        return said._replace(err=f"{said.err}{visible(f'Next: {showing(str(files[0]))}')}\n")
    return said


def _typed(
    select: list[str] | None, ignore: list[str] | None, severity: list[str] | None, enforce: list[str] | None,
    fail_level: str | None,
) -> Wanted:  # fmt: skip
    """What the command line says of rules."""
    pairs = {}
    for word in severity or []:
        rule, equals, weight = word.partition("=")
        if not equals:
            raise UsageError(f"--severity wants RULE=LEVEL, not {word!r}", help="such as --severity RACI305=error")
        pairs[rule] = weight
    level = level_named(fail_level, "--fail-level") if fail_level is not None else None
    return wanted(select=select, ignore=ignore, severity=pairs, enforce=enforce, fail_level=level)
