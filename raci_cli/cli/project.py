"""Opening the project file of a command, and carrying out a planned change of it."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from raci_cli.changes.plan import Plan
from raci_cli.checking.discovery import nearest
from raci_cli.checking.files import Options, check_reading, effective
from raci_cli.cli.guidance import checking
from raci_cli.cli.result import Result
from raci_cli.clock import today
from raci_cli.document import store
from raci_cli.document.edits import edit
from raci_cli.document.nodes import Tree
from raci_cli.document.source import Limits, Source
from raci_cli.errors import RaciError
from raci_cli.findings import Checked, Finding
from raci_cli.model.project import Project
from raci_cli.model.reader import UNUSABLE, Reading, read, read_tree
from raci_cli.text import count, json_text, visible

# References to what does not exist are errors of content too.
_CONTENT = frozenset(("RACI201", "RACI302", "RACI303"))


@dataclass(frozen=True)
class Opened:
    """A project file that can be used, whatever else was found in it."""

    file: str
    source: Source
    tree: Tree
    project: Project
    reading: Reading


def open_project(file: Path | None) -> Opened:
    """The project file that a command means; RaciError where it cannot be used."""
    path, limits = nearest(file), Limits.from_environment()
    return _usable(str(path), read(str(path), store.read(path, limits.size), limits))


def _usable(file: str, reading: Reading) -> Opened:
    bad = [finding for finding in reading.findings if finding.code in UNUSABLE]
    if bad or reading.project is None or reading.tree is None or reading.source is None:
        raise unusable(file, reading, (bad or list(reading.findings))[0])
    return Opened(file, reading.source, reading.tree, reading.project, reading)


class UnusableError(RaciError):
    """The file cannot be used as a project, or not where a change would touch it."""


def unusable(file: str, reading: Reading, finding: Finding) -> UnusableError:
    """Why a file cannot be used, at its place."""
    span = finding.span or (reading.tree.span(finding.path, finding.at) if reading.tree else None)
    place = f"{file}:{span.line}:{span.column}" if span else file
    return UnusableError(f"{place}: {finding.message} ({finding.code})", help=finding.help)


@dataclass(frozen=True)
class Changed:
    """What a plan came to: the file before and after, and whether it was written."""

    before: Opened
    after: Reading
    plan: Plan
    written: bool


def change(
    file: Path | None, plan: Callable[[Project, Any], Plan], *, dry_run: bool, as_json: bool,
    lock_timeout: float | None = None, word: Callable[[Project, Project, str], str] | None = None,
) -> Result:  # fmt: skip
    """Carry out a plan on the project file; `word` says something of the project before, after, and its file."""
    seconds = store.LOCK_SECONDS if lock_timeout is None else lock_timeout
    changed = carry_out(file, plan, seconds, dry_run=dry_run)
    file_name, diff = changed.before.file, diff_of(changed) if dry_run else ""
    saved = file_name if changed.written else ""
    if as_json:
        said = [one.as_data() for one in changed.plan.said]
        data = {"file": file_name, "changed": changed.written, "changes": said, **({"diff": diff} if dry_run else {})}
        return Result(json_text(data), saved=saved)
    told = diff or "".join(visible(one.text) + "\n" for one in changed.plan.said)
    if word and changed.written and changed.after.project:
        said_last = word(changed.before.project, changed.after.project, file_name)
        told += visible(said_last) + "\n" if said_last else ""
    return Result(told, findings_note(changed.after, file_name), saved=saved)


def carry_out(file: Path | None, plan: Callable[[Project, Any], Plan], seconds: float, *, dry_run: bool) -> Changed:
    """Read, plan, edit and write under the lock of the file."""
    path, limits = nearest(file), Limits.from_environment()
    with store.locked(path, limits.size, seconds) as held:
        opened = _usable(str(path), read(str(path), held.data, limits))
        planned = plan(opened.project, opened.tree.data)
        _refuse_ambiguous(opened, planned)
        if not planned.changes:
            return Changed(opened, opened.reading, planned, written=False)
        tree = edit(opened.tree, planned.changes, limits)
        if not dry_run:
            store.replace(held, tree.source.encode())
    return Changed(opened, read_tree(tree.source, tree), planned, written=not dry_run)


def _refuse_ambiguous(opened: Opened, plan: Plan) -> None:
    """Raise RaciError where a change would touch a key that stands twice: nobody knows which of the two is meant."""
    for change_ in plan.changes:
        for finding in opened.reading.findings:
            length = min(len(finding.path), len(change_.path))
            if finding.code == "RACI002" and finding.path[:length] == change_.path[:length]:
                raise unusable(opened.file, opened.reading, finding)


def diff_of(changed: Changed) -> str:
    """The change as a unified diff; nothing where nothing changes."""
    new = changed.after.source or changed.before.source
    old, file = changed.before.source, changed.before.file
    lines = unified_diff(old.text.splitlines(), new.text.splitlines(), file, file, n=1, lineterm="")
    return "".join(visible(line) + "\n" for line in lines)


def findings_note(reading: Reading, file: str, checked: Checked | None = None) -> str:
    """A word about content errors of a file that was used all the same; what is merely undecided is none.

    `checked` is what a check of the file says today, where that is known.
    """
    try:
        checked = checked or check_reading(file, reading, effective(file, reading, Options(today()))[0])
        found = checked.findings
    except RaciError:  # a config file that makes no sense is for raci check to tell
        return ""
    if not any(finding.code < "RACI100" or finding.code in _CONTENT for finding in found):
        return ""
    return f"{visible(file)}: {count(len(found), 'finding')}: {visible(checking(file))}\n"
