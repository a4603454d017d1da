"""The work of `raci import`: read and guess, then begin a project or merge into one."""

import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

from raci_cli.changes.plan import Plan
from raci_cli.cli import project
from raci_cli.cli.asking import NoAnswerError, agreed, can_ask, tell
from raci_cli.cli.result import Result
from raci_cli.document import store
from raci_cli.document.source import Limits
from raci_cli.errors import Bug, ExitCode, RaciError, UsageError
from raci_cli.importers.beginning import new_project
from raci_cli.importers.guess import interpreted
from raci_cli.importers.incoming import incoming, lookalikes
from raci_cli.importers.merging import merged
from raci_cli.importers.notes import with_unread
from raci_cli.importers.opening import document, most_bytes
from raci_cli.importers.records import Document, Matrix, Overrides
from raci_cli.importers.telling import guess_lines, guesses
from raci_cli.model.project import Project
from raci_cli.model.schemes import SCHEMES
from raci_cli.model.state import owners
from raci_cli.text import count, json_text, visible

_STDIN = "-"


class Found(NamedTuple):
    """What was read from a source, and how."""

    name: str
    document: Document
    matrix: Matrix
    overrides: Overrides


def found(source: Path, format_: str | None, overrides: Overrides, into: Path | None) -> Found:
    """The matrix of a source; RaciError where it cannot be read, or holds none."""
    name = str(source)
    if name == _STDIN and format_ is None:
        raise UsageError("stdin has no name that tells its format", help="say it: --from csv")
    limits = Limits.from_environment()
    known = None if into is None else project.open_project(into).project.scheme
    read = document(_bytes(source, most_bytes(limits)), name, format_, limits)
    return Found(name, read, interpreted(read, overrides, known), overrides)


def _bytes(source: Path, most: int) -> bytes:
    if str(source) != _STDIN:
        return store.read(source, most)
    if sys.stdin is None:
        raise RaciError("there is nothing to read: stdin is closed")
    return sys.stdin.buffer.read(most + 1)


def refused(this: Found, *, as_json: bool) -> Result:
    """Cells that nobody could read: nothing is written until somebody has looked."""
    number = count(len(this.matrix.unread), "cell")
    if as_json:
        return Result(json_text({**_data(this, None), "written": False}), code=ExitCode.FINDINGS)
    lines = [
        *guess_lines(this.name, this.document, this.matrix),
        f"error: {number} could not be read, nothing was written",
        "  mend the source, overrule the guess, or keep their text in the notes of their steps: --accept-unread",
    ]
    return Result(err=_text(lines), code=ExitCode.FINDINGS)


def begin(this: Found, output: Path | None, name: str | None, *, dry_run: bool, as_json: bool) -> Result:
    """A new project, to stdout or a file."""
    to_file = output is not None and str(output) != _STDIN and not dry_run
    if to_file and output is not None and os.path.lexists(output):
        raise RaciError(f"{output} exists already", help=f"choose another path, or merge into it: --into {output}")
    stem = "" if this.name == _STDIN else Path(this.name).name.partition(".")[0]
    called = next((word for word in (name, this.matrix.title, stem) if word and word.strip()), "Imported project")
    reading = new_project(with_unread(this.matrix), called, this.overrides, Limits.from_environment())
    if reading.source is None or reading.project is None:
        raise Bug("the imported project lost its text")
    if to_file and output is not None:
        store.create(output, reading.source.encode())
    saved = str(output) if to_file else ""
    if as_json:
        data = {**_data(this, None), "written": to_file, "file": saved or None}
        return Result(json_text(data if to_file else {**data, "text": reading.source.text}), saved=saved)
    said = _text(guess_lines(this.name, this.document, this.matrix))
    if not to_file:
        return Result(reading.source.text, said)
    return Result(_text(_begun(saved, reading.project)), said, saved=saved)


def _begun(file: str, made: Project) -> list[str]:
    undecided = sum(not owners(made, step.roles) for step in made.steps)
    return [
        f"{visible(file)}: {count(len(made.steps), 'step')}, {undecided} of them undecided",
        "Next: raci check" + ("" if file == "raci.yaml" else f" {visible(file)}"),
    ]


def merge(this: Found, into: Path, lock_timeout: float | None, *, yes: bool, dry_run: bool, as_json: bool) -> Result:
    """Merge into a project, after it was shown; all or nothing."""
    seconds = store.LOCK_SECONDS if lock_timeout is None else lock_timeout
    shown: list[Any] = []

    def plan(there: Project, data: Any) -> Plan:
        if shown and data != shown[0]:
            raise RaciError(f"{into} was changed by another program, nothing was written", help="run the command again")
        shown[:] = [data]
        return merged(with_unread(this.matrix), there, data, this.overrides)

    before = project.carry_out(into, plan, seconds, dry_run=True)
    coming = incoming(this.matrix, before.before.project, this.overrides)
    alike = (*this.matrix.alike, *lookalikes(coming, before.before.project))
    this = this._replace(matrix=this.matrix._replace(alike=alike))
    diff, file = project.diff_of(before), before.before.file
    report = _text(guess_lines(this.name, this.document, this.matrix))
    wanted = bool(before.plan.changes) and not dry_run
    if wanted and not yes:
        if this.name == _STDIN or not can_ask():
            lines = [
                "error: nothing was written: there is no terminal to ask in",
                "  look at the change, then add --yes",
            ]
            return Result("" if as_json else diff, report + _text(lines), code=ExitCode.USAGE)
        if not _agreed(report + diff, file):
            return Result(err="nothing was written\n")
        report = ""
    changed = project.carry_out(into, plan, seconds, dry_run=False) if wanted else before
    saved = file if changed.written else ""
    if as_json:
        said = [one.as_data() for one in changed.plan.said]
        data = {**_data(this, changed.before.project), "written": changed.written, "file": file, "changes": said}
        return Result(json_text(data | ({"diff": diff} if dry_run else {})), saved=saved)
    told = diff if dry_run else _text([visible(one.text) for one in changed.plan.said])
    if not changed.plan.changes:
        told = f"{visible(file)} says all of that already, nothing changed\n"
    return Result(told, report + project.findings_note(changed.after, file), saved=saved)


def _agreed(shown: str, file: str) -> bool:
    """Show what would be written, and ask; whoever ends the input has not agreed."""
    tell(*shown.splitlines())
    try:
        return agreed(f"Write {file}?", default=False)
    except NoAnswerError:
        tell("")
        return False


def _data(this: Found, there: Project | None) -> dict[str, Any]:
    project_ = there if there is not None else Project(scheme=SCHEMES[this.matrix.scheme])
    ids = incoming(this.matrix, project_, this.overrides).columns
    return {"source": this.name, **guesses(this.document, this.matrix, ids)}


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
