"""Making a report, for the commands that print one."""

from pathlib import Path

from raci_cli.checking.config import settings_for
from raci_cli.cli.project import Opened, findings_note, open_project
from raci_cli.cli.result import Result
from raci_cli.clock import today
from raci_cli.findings import Checked
from raci_cli.rules.run import find
from raci_cli.text import Look


def make(
    name: str, format_: str, file: Path | None, as_of: str | None, look: Look | None = None, **options: bool
) -> Result:
    """A report by its name as text on stdout, with a word about the file's content errors on stderr."""
    from raci_cli.reports import views  # jinja2 is for those who want a report
    from raci_cli.reports.render import render

    opened, day = open_project(file), today(as_of)
    checked = Checked(_shown(opened), tuple(find(opened.reading, settings_for(opened.project, day))), {})
    view = getattr(views, name)(opened.project, day, checked, opened.source.text, **options)
    return Result(render(name, format_, view, look), findings_note(opened.reading, opened.file))


def _shown(opened: Opened) -> str:
    """The file's own name: a report is the same wherever the folder lies."""
    return Path(opened.file).name
