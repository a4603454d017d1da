"""`raci` alone: where the project in reach stands, and what to type next."""

from collections.abc import Iterator, Mapping

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

_COLUMN, _WIDE = 36, 52
_LINE = 78
_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def overview(commands: Mapping[str, str]) -> str:
    """The page; it never fails, whatever the file is like."""
    try:
        file = str(nearest())
    except RaciError as error:
        lines = [str(error), *_start()]
    else:
        try:
            lines = list(_project(open_project(None)))
        except RaciError as error:
            lines = [str(error), "", "Next:", _row(checking(file), "what is wrong with it")]
    lines += [
        "",
        *_wrapped("Commands: " + ", ".join(commands)),
        "One of them: raci help COMMAND. The project file: raci help format",
    ]
    return "".join(f"{visible(line)}\n" for line in lines)


def _start() -> Iterator[str]:
    yield from ("", "Next:", _row("raci init", "asks five questions", _WIDE))
    yield _row('raci init --name Harbor --person "Dana Ortiz:IT:CIO"', "asks nothing", _WIDE)
    yield _row("raci import FILE", "starts from a table", _WIDE)


def _project(opened: Opened) -> Iterator[str]:
    project, file, found = opened.project, opened.file, _found(opened)
    yield f"{project.name or 'A project without a name'} ({file})"
    yield progress(project)
    yield from ("", "Next:")
    for step in undecided(project)[:3]:
        yield _row(deciding(project.scheme, step, file), f"decide {step.number} {step.title}")
    yield _row(checking(file), found)
    for step in next_steps(project)[:1]:
        yield _row(f"raci mark {step_word(step)} done", f"once it is: {step.title}")
    yield _row("raci status", "what is late, blocked, next")
    yield _row(showing(file), "a page for everybody else")


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


def _row(command: str, meaning: str, width: int = _COLUMN) -> str:
    return f"  {command:<{width}}  {meaning}"


def _wrapped(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, _LINE, break_on_hyphens=False)
