"""The views: pure functions from a project and a day to plain data, which templates and `--format json` show.

A report's view is the function `view` of the module of its name; its docstring documents the keys, beside those of
`parts.head`, which every view has. Dates are ISO texts or None, days whole numbers, parties their ids with a name.
"""

import datetime
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, TypeAlias

from raci_cli.checking.commands import typed
from raci_cli.findings import Checked
from raci_cli.model.codes import LIMITS
from raci_cli.model.project import Project

View: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What a report is made from.

    `text` is the whole file, of which the hash is shown; `everybody` shows parties without any role too; `who` is the
    id of the party that the report is for, `step` that of the step and `task` that of the task in it; `since` is what
    the moment of the `earlier` state of the project is called; `limits` are the thresholds of the rules by name;
    `typed` is the file as commands have to name it.
    """

    project: Project
    as_of: datetime.date
    checked: Checked
    text: str
    everybody: bool = False
    who: str | None = None
    step: str | None = None
    since: str = ""
    earlier: Project | None = None
    task: str | None = None
    limits: Mapping[str, int] = field(default_factory=lambda: LIMITS)
    typed: str = ""

    def command(self, *words: str) -> str:
        """What to type: `raci` and these words, for this file."""
        return typed(words, self.typed or self.checked.file)


def view_of(name: str, asked: Asked) -> View:
    """The view of a report, which is a key of FORMATS."""
    view: View = _module(name).view(asked)
    return view


def keys_of(name: str) -> str:
    """What the keys of a report's view are, in words."""
    shared = inspect.cleandoc(import_module("raci_cli.reports.views.parts").__doc__ or "")
    return f"{inspect.cleandoc(_module(name).view.__doc__)}\n\n{shared}\n"


def _module(name: str) -> Any:
    return import_module(f"raci_cli.reports.views.{name.replace('-', '_')}")
