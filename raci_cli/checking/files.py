"""Checking files: each by itself, from its bytes to what counts and what does not."""

import datetime
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from raci_cli.checking.baseline import Baseline
from raci_cli.checking.config import NOTHING, Wanted, fail_level, settings_for
from raci_cli.checking.configfile import Known, config_for
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

    `through` is the step up to which accountability is checked; `stdin_name` is what standard input is called;
    `configs` keeps the config files that have been read.
    """

    as_of: datetime.date
    limits: Limits = field(default_factory=Limits)
    typed: Wanted = NOTHING
    through: str | None = None
    baseline: Baseline | None = None
    stdin_name: str = "-"
    allow_empty: bool = False
    configs: Known = field(default_factory=dict, compare=False, repr=False)


class Outcome(NamedTuple):
    """What came of one file: what was found, or why it could not be read (`problem` and `help`); its exit code.

    `failing` are the findings that make it fail, `stale` is what only the baseline still knows.
    """

    file: str
    checked: Checked | None
    code: ExitCode
    failing: tuple[Finding, ...] = ()
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
    if not options.allow_empty or not _is_empty(reading):
        return name, reading
    return name, reading._replace(findings=tuple(one for one in reading.findings if one.code != "RACI301"))


def _is_empty(reading: Reading) -> bool:
    """Whether there are no steps, and not merely none that could be read."""
    data = reading.tree.data if reading.tree else None
    return isinstance(data, dict) and not data.get("steps")


def effective(name: str, reading: Reading, options: Options) -> tuple[Settings, Severity, str]:
    """The settings that hold for a file, the level that it fails at, and the config file that has a say."""
    config, where = config_for(Path(name), options.configs)
    settings = settings_for(reading.project, options.as_of, options.typed, config)
    return settings._replace(through=options.through), fail_level(options.typed, config), where


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


def _is_heavy(finding: Finding, level: Severity) -> bool:
    """Whether it weighs as much as a level, or more; nothing does where the level is off."""
    return _WEIGHTS[finding.severity] >= (_WEIGHTS[level] or len(_WEIGHTS))


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
    # What is enforced fails whatever a config file says; who types that nothing shall fail means it.
    held = UNUSABLE if options.typed.fail_level else UNUSABLE | settings.enforced
    failing = tuple(one for one in checked.findings if _is_heavy(one, level) or one.code in held)
    if any(finding.code in UNUSABLE for finding in failing):
        code = ExitCode.CANNOT
    else:
        code = ExitCode.FINDINGS if failing else ExitCode.OK
    known = options.baseline if reading.project else None
    stale = known.stale(name, checked.everything, settings) if known else ()
    return Outcome(name, checked, code, failing, stale=tuple(stale))


def _line(finding: Finding) -> int:
    return finding.span.line if finding.span else 0
