"""The views: pure functions from a project and a day to plain data, which templates and `--format json` show.

A report's view is the function `view` of the module of its name; its docstring documents the keys, beside those of
`parts.head`, which every view has. Dates are ISO texts or None, days whole numbers, parties their ids with a name.
"""

import datetime
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

from raci_cli.findings import Checked
from raci_cli.model.project import Project

View: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What a report is made from.

    `text` is the whole file, of which the hash is shown; `everybody` shows parties without any role too.
    """

    project: Project
    as_of: datetime.date
    checked: Checked
    text: str
    everybody: bool = False


def view_of(name: str, asked: Asked) -> View:
    """The view of a report, which is a key of FORMATS."""
    view: View = import_module(f"raci_cli.reports.views.{name.replace('-', '_')}").view(asked)
    return view
