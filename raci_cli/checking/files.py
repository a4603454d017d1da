"""Checking files: each by itself, from its bytes to what counts and what does not."""

import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from raci_cli.checking.baseline import Baseline
from raci_cli.checking.config import DEFAULT_FAIL_LEVEL, NOTHING, Wanted, fail_level, settings_for
from raci_cli.checking.configfile import config_for
from raci_cli.checking.discovery import refuse_outside
from raci_cli.document import store
from raci_cli.document.source import Limits
from raci_cli.errors import ExitCode, RaciError
from raci_cli.findings import Checked, Finding, Severity
from raci_cli.model.reader import UNUSABLE, Reading, read
from raci_cli.rules.registry import Settings
from raci_cli.rules.run import find

_WEIGHTS = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1, Severity.OFF: 0}


@dataclass(frozen=True)
class Options:
    """What a check of any file goes by: the day, the limits of reading, what was typed, what was there before.

    `through` is the step up to which accountability is checked; `stdin_name` is what standard input is called.
    """

    as_of: datetime.date
    limits: Limits = field(default_factory=Limits)
    typed: Wanted = NOTHING
    through: str | None = None
    baseline: Baseline | None = None
    stdin_name: str = "-"
    allow_empty: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of one file: what was found, or why it could not be read (`problem` and `help`); its exit code.

    `level` is the severity from which on findings make it fail, `stale` what only the baseline still knows.
    """

    file: str
    checked: Checked | None
    code: ExitCode
    level: Severity = DEFAULT_FAIL_LEVEL
    problem: str = ""
    help: str = ""
    stale: tuple[str, ...] = ()


def check_file(path: Path, options: Options) -> Outcome:
    """Check one file; a bad path is an outcome as well, and does not hide what is found in others."""
    try:
        name, reading = reading_of(path, options)
        settings, level, _ = effective(name, reading, options)
        return _outcome(reading, settings, level, options)
    except RaciError as error:
        return Outcome(str(path), None, error.code, problem=str(error), help=error.help)


def reading_of(path: Path, options: Options) -> tuple[str, Reading]:
    """What a file is called, and what came of reading it; RaciError where that is not possible."""
    name = options.stdin_name if str(path) == "-" else str(path)
    reading = read(name, _data(path, options.limits), options.limits)
    if not options.allow_empty:
        return name, reading
    return name, replace(reading, findings=tuple(one for one in reading.findings if one.code != "RACI301"))


def effective(name: str, reading: Reading, options: Options) -> tuple[Settings, Severity, str]:
    """The settings that hold for a file, the level that it fails at, and the config file that has a say."""
    config, where = config_for(Path(name))
    settings = settings_for(reading.project, options.as_of, options.typed, config)
    return replace(settings, through=options.through), fail_level(options.typed, config), where


def check_reading(name: str, reading: Reading, settings: Settings, baseline: Baseline | None = None) -> Checked:
    """What was found in a file that has been read, with what the baseline knows apart from the rest."""
    found = find(reading, settings)
    if baseline is not None:
        found = baseline.marked(name, found, settings)
    active = tuple(finding for finding in found if finding.active)
    quiet = tuple(finding for finding in found if not finding.active)
    source = reading.source
    if source is None or not source.is_project:
        return Checked(name, active, {}, quiet)
    return Checked(name, active, {line: source.line(line) for line in map(_line, found)}, quiet)


def at_least(findings: Sequence[Finding], level: Severity) -> list[Finding]:
    """Those that weigh as much as a level, or more; none where the level is off."""
    weight = _WEIGHTS[level] or len(_WEIGHTS)
    return [finding for finding in findings if _WEIGHTS[finding.severity] >= weight]


def _data(path: Path, limits: Limits) -> bytes:
    if str(path) != "-":
        refuse_outside(path)
        return store.read(path, limits.size)
    if sys.stdin is None:
        raise RaciError("there is nothing to read: stdin is closed")
    return sys.stdin.buffer.read(limits.size + 1)


def _outcome(reading: Reading, settings: Settings, level: Severity, options: Options) -> Outcome:
    name = reading.name
    checked = check_reading(name, reading, settings, options.baseline)
    if any(finding.code in UNUSABLE for finding in checked.findings):
        code = ExitCode.CANNOT
    else:
        code = ExitCode.FINDINGS if at_least(checked.findings, level) else ExitCode.OK
    stale = options.baseline.stale(name, checked.everything) if options.baseline else ()
    return Outcome(name, checked, code, level, stale=tuple(stale))


def _line(finding: Finding) -> int:
    return finding.span.line if finding.span else 0
