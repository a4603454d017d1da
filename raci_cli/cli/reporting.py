"""Making a report, for the commands that print one."""

import shlex
from pathlib import Path
from typing import Any

from raci_cli.checking.discovery import is_default, nearest
from raci_cli.checking.files import Options, check_reading, effective
from raci_cli.cli.project import Opened, findings_note, open_project
from raci_cli.cli.result import Result
from raci_cli.clock import today
from raci_cli.document.source import Limits
from raci_cli.errors import UsageError
from raci_cli.model.codes import LIMITS
from raci_cli.model.lookup import find_party, find_step, find_work
from raci_cli.model.project import Project
from raci_cli.model.reader import read
from raci_cli.text import Look, quoted


def make(
    name: str,
    format_: str,
    file: Path | None,
    as_of: str | None,
    look_: Look | None = None,
    template: Path | None = None,
    **options: Any,
) -> tuple[str | bytes, str]:
    """A report by its name, and a word for stderr about the file's content errors; `options` are those of Asked.

    `who`, `step`, `work` (a step or task) and `since` come as they were typed.
    """
    from raci_cli.reports.render import made  # jinja2 is for those who want a report
    from raci_cli.reports.views import Asked, view_of

    opened, day = open_project(file), today(as_of)
    settings, _, _ = effective(opened.file, opened.reading, Options(day))
    checked = check_reading(opened.file, opened.reading, settings)._replace(file=_shown(opened), lines={})
    if options.get("who") is not None:
        options["who"] = find_party(opened.project, options["who"])
    if options.get("step") is not None:
        options["step"] = find_step(opened.project, options["step"]).id
    if "work" in options:
        step, work, _ = find_work(opened.project, options.pop("work"))
        options |= {"step": step.id, "task": None if work is step else work.id}
    if options.get("since") is not None:
        options["earlier"] = _earlier(opened, options["since"])
    options |= {"limits": {rule: settings.limit(rule) for rule in LIMITS}, "typed": opened.file}
    view = view_of(name, Asked(opened.project, day, checked, opened.source.text, **options))
    said_today = checked if as_of is None else None
    return made(name, format_, view, look_, template), findings_note(opened.reading, opened.file, said_today)


def _earlier(opened: Opened, since: str) -> Project:
    """The project as it was; UsageError where it could not be read then."""
    from raci_cli.history.revisions import earlier

    limits = Limits.from_environment()
    was = earlier(Path(opened.file), since, limits.size)
    project = read(opened.file, was.data, limits).project
    if project is None:
        raise UsageError(
            f"{opened.file} could not be used at {quoted(since)} ({was.commit})", help="name a later moment"
        )
    return project


def printed(name: str, file: Path | None, as_of: str | None, shown: Look, *, as_json: bool, **options: Any) -> Result:
    """A view as text or data, for the commands that are named after one."""
    typed = str(nearest(file))
    shown = shown._replace(file="" if is_default(typed) else shlex.quote(typed))
    out, note = make(name, "json" if as_json else "text", file, as_of, shown, **options)
    return Result(out if isinstance(out, str) else "", note)


def _shown(opened: Opened) -> str:
    """The file's own name: a report is the same wherever the folder lies."""
    return Path(opened.file).name
