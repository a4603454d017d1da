"""Making a report, for the commands that print one."""

from dataclasses import replace
from pathlib import Path

from raci_cli.checking.files import Options, check_reading, effective
from raci_cli.cli.project import Opened, findings_note, open_project
from raci_cli.cli.result import Result
from raci_cli.clock import today
from raci_cli.text import Look


def make(
    name: str, format_: str, file: Path | None, as_of: str | None, look: Look | None = None, **options: bool
) -> Result:
    """A report by its name as text on stdout, with a word about the file's content errors on stderr."""
    from raci_cli.reports import views  # jinja2 is for those who want a report
    from raci_cli.reports.render import render

    opened, day = open_project(file), today(as_of)
    settings, _, _ = effective(opened.file, opened.reading, Options(day))
    checked = replace(check_reading(opened.file, opened.reading, settings), file=_shown(opened), lines={})
    view = getattr(views, name)(opened.project, day, checked, opened.source.text, **options)
    return Result(render(name, format_, view, look), findings_note(opened.reading, opened.file))


def _shown(opened: Opened) -> str:
    """The file's own name: a report is the same wherever the folder lies."""
    return Path(opened.file).name
