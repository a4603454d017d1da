"""What a check prints and writes, and its exit code."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from raci_cli.checking.config import shown
from raci_cli.checking.files import Options, Outcome, effective, reading_of
from raci_cli.cli.result import Result
from raci_cli.emitters import FORMATS, emitter, full
from raci_cli.errors import ExitCode, UsageError, worst
from raci_cli.findings import Checked
from raci_cli.rules.registry import RULES
from raci_cli.text import Look, did_you_mean, json_text, visible


class Telling(NamedTuple):
    """How the outcome is told: the format of stdout, those that go to files, and what was asked for besides."""

    to_stdout: str
    to_files: Sequence[tuple[str, Path]]
    quiet: bool
    statistics: bool
    summary: bool
    exit_zero: bool
    look: Look = Look()


def formats(given: Sequence[str]) -> tuple[str, list[tuple[str, Path]]]:
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
    return (to_stdout or ["text"])[0], to_files


def told(outcomes: Sequence[Outcome], telling: Telling, mended: Result, *, diff: bool) -> Result:
    """Everything that a check says."""
    checked = [outcome.checked for outcome in outcomes if outcome.checked]
    code = worst([mended.code, *(outcome.code for outcome in outcomes)])
    if telling.exit_zero and code is ExitCode.FINDINGS:
        code = ExitCode.OK
    out = mended.out if diff else _text(checked, outcomes, telling)
    written = tuple((path, emitter(name)(checked, Look())) for name, path in telling.to_files)
    page, note = _summary(checked) if telling.summary else ((), "")
    problems = dict.fromkeys(map(_problem, outcomes))  # one bad config file stands in the way of many files
    told_ = "".join(problem for problem in problems if problem not in mended.err)
    err = (mended.err if diff else mended.out + mended.err) + told_ + note
    return Result(out, err, code, written, appended=page, saved=mended.saved)


def _text(checked: list[Checked], outcomes: Sequence[Outcome], telling: Telling) -> str:
    """What goes to stdout."""
    if telling.statistics:
        return _statistics(checked)
    if telling.quiet:
        checked = [one.checked._replace(findings=one.failing) for one in outcomes if one.checked]
    is_text = FORMATS[telling.to_stdout] == "full"
    if is_text and not checked and any(one.code is ExitCode.USAGE for one in outcomes):
        return ""  # what was typed could not be meant, and a count of no files would seem to be a verdict
    # A count of what fails alone would say that there is nothing else.
    emit = full.excerpts if is_text and telling.quiet else emitter(telling.to_stdout)
    out = emit(checked, telling.look)
    if is_text and os.environ.get("GITHUB_ACTIONS") == "true":
        out += emitter("github")(checked, Look())
    return out


def _problem(outcome: Outcome) -> str:
    text = Result.failed(outcome.problem, outcome.help, outcome.code).err if outcome.problem else ""
    for known in outcome.stale:
        text += f"{visible(outcome.file)}: no longer found, but in the baseline: {visible(known)}\n"
    return text


def _statistics(checked: Sequence[Checked]) -> str:
    """How often each rule was broken, the most frequent first."""
    counts = Counter((one.code, one.severity.value) for file in checked for one in file.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    width = len(str(rows[0][1])) if rows else 0
    return "".join(f"{n:>{width}}  {code}  {level:<7}  {RULES[code].name}\n" for (code, level), n in rows)


def _summary(checked: Sequence[Checked]) -> tuple[tuple[tuple[Path, str], ...], str]:
    """The page for the runner's summary, or a word on why there is none."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return (), "--summary: GITHUB_STEP_SUMMARY names no file, so nothing was added\n"
    return ((Path(place), emitter("markdown")(checked, Look())),), ""


def files_shown(files: Sequence[Path]) -> Result:
    """One file a line."""
    return Result("".join(f"{visible(str(file))}\n" for file in files))


def settings_shown(files: Sequence[Path], options: Options) -> Result:
    """The settings that hold for each file."""
    found = {}
    for path in files:
        name, reading = reading_of(path, options)
        settings, level, config = effective(name, reading, options)
        found[name] = {"config": config or None, **shown(settings, level)}
    return Result(json_text(found))
