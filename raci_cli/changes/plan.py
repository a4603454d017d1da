"""A planned change of a project file, and how it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from raci_cli.document.edits import Change
from raci_cli.findings import Path, path_text
from raci_cli.model.project import Project


@dataclass(frozen=True, slots=True)
class Said:
    """One change as people and as programs are told it; `old` and `new` are plain data, None where there is nothing."""

    path: Path
    text: str
    old: Any = None
    new: Any = None

    def as_data(self) -> dict[str, Any]:
        """The change for `--json`."""
        return {"path": path_text(self.path), "old": self.old, "new": self.new, "text": self.text}


@dataclass(frozen=True, slots=True)
class Plan:
    """Edits and what they come to; without edits, nothing is to be changed, and `said` says so."""

    changes: tuple[Change, ...] = ()
    said: tuple[Said, ...] = ()

    def __add__(self, other: "Plan") -> "Plan":
        return Plan(self.changes + other.changes, self.said + other.said)


Planner: TypeAlias = Callable[[Project, Any], Plan]


def get(data: Any, path: Path) -> Any:
    """What plain data holds at a path, or None."""
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data
