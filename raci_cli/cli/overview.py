"""`raci` alone: where the project in reach stands, and what to type next."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from raci_cli.cells import cell_len, hanging, wrapped
from raci_cli.changes.mark import progress
from raci_cli.checking.discovery import nearest
from raci_cli.checking.files import Options, check_reading, effective
from raci_cli.cli.guidance import checking, deciding, showing, step_word, undecided
from raci_cli.cli.project import Opened, open_project
from raci_cli.clock import today
from raci_cli.errors import RaciError
from raci_cli.findings import Severity
from raci_cli.model.state import next_steps
from raci_cli.text import count, visible

Row: TypeAlias = tuple[str, str]

_COLUMN, _WIDE = 36, 52
_LINE = 78
_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_START = (
    ("raci init", "asks five questions"),
    ('raci init --name Harbor --person "Dana Ortiz:IT:CIO"', "asks nothing"),
    ("raci import FILE", "starts from a table"),
)


def overview(commands: Mapping[str, str], room: int | None = None) -> str:
    """The page, its lines no wider than there is room; it never fails, whatever the file is like."""
    try:
        file = str(nearest())
    except RaciError as error:
        lines, rows = [str(error)], list(_START)
    else:
        try:
            opened = open_project(None)
            lines, rows = list(_project(opened)), list(_next(opened))
        except RaciError as error:
            lines, rows = [str(error)], [(checking(file), "what is wrong with it")]
    listed = wrapped("Commands: " + ", ".join(commands), min(_LINE, room or _LINE))
    last = "One of them: raci help COMMAND. The project file: raci help format"
    page = [*_folded(lines, room), "", "Next:", *_table(rows, room), "", *listed, *_folded([last], room)]
    return "".join(f"{line}\n" for line in page)


def _project(opened: Opened) -> Iterator[str]:
    yield f"{opened.project.name or 'A project without a name'} ({opened.file})"
    yield progress(opened.project)


def _next(opened: Opened) -> Iterator[Row]:
    """The commands to type next, each with what it is for."""
    project, file, found = opened.project, opened.file, _found(opened)
    for step in undecided(project)[:3]:
        yield deciding(project.scheme, step, file), f"decide {step.number} {step.title}"
    yield checking(file), found
    for step in next_steps(project)[:1]:
        yield f"raci mark {step_word(step)} done", f"once it is: {step.title}"
    yield "raci status", "what is late, blocked, next"
    yield showing(file), "a page for everybody else"


def _found(opened: Opened) -> str:
    """How many errors, warnings and notes there are."""
    try:
        settings, _, _ = effective(opened.file, opened.reading, Options(today()))
        findings = check_reading(opened.file, opened.reading, settings).findings
    except RaciError:  # a setting that makes no sense is for raci check to tell
        return "its settings make no sense"
    return ", ".join(
        count(sum(one.severity is severity for one in findings), noun) for severity, noun in _NOUNS.items()
    )


def _table(rows: Sequence[Row], room: int | None) -> Iterator[str]:
    """A line for each command, what it is for beside it, or below where there is no room for that."""
    shown = [(visible(command), visible(meaning)) for command, meaning in rows]
    column = max(_COLUMN, *(cell_len(command) for command, _ in shown if cell_len(command) <= _WIDE))
    for command, meaning in shown:
        gap = " " * (column - cell_len(command) + 2)
        line = f"  {command}{gap}{meaning}"
        if room is None or cell_len(line) <= room:
            yield line
        else:
            yield from hanging(f"  {command}", room, 2)
            yield from hanging(f"      {meaning}", room, 6)


def _folded(lines: Sequence[str], room: int | None) -> Iterator[str]:
    for line in lines:
        yield from wrapped(visible(line), room)
