"""Where a project file refers to something by its id; the one list that renaming and removing go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from raci_cli.findings import Path
from raci_cli.model.scheme import Scheme

Kind = Literal["party", "step", "goal"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names ids of one kind: a text, a list of texts, or, where `keys`, a mapping with ids as its keys."""

    kind: Kind
    path: Path
    value: Any
    keys: bool = False

    def names(self, id_: str) -> bool:
        """Whether it refers to this id."""
        return self.value == id_ if isinstance(self.value, str) else id_ in self.value


def references(data: Mapping[str, Any], scheme: Scheme) -> Iterator[Reference]:
    """Every place of plain data that refers to a party, a step or a goal."""
    yield from _at(data.get("project"), ("project",), "party", ("lead", "budget"))
    for section, keys in (("teams", ("lead",)), ("people", ("team", "deputy")), ("goals", ("owners",))):
        for id_, entry in _entries(data.get(section)):
            yield from _at(entry, (section, id_), "party", keys)
    yield from _at(data, (), "party", ("sponsors",))
    for id_, step in _entries(data.get("steps")):
        yield from _of_work(step, ("steps", id_), scheme)
        for name, task in _entries(step.get("tasks") if isinstance(step, dict) else None):
            yield from _of_work(task, ("steps", id_, "tasks", name), scheme)


def _of_work(work: Any, path: Path, scheme: Scheme) -> Iterator[Reference]:
    yield from _at(work, path, "party", (*scheme.names, "candidates", "joint"))
    yield from _at(work, path, "step", ("needs", "until"))
    yield from _at(work, path, "goal", ("goals",))
    agreed = work.get("agreed") if isinstance(work, dict) else None
    if isinstance(agreed, dict):
        yield Reference("party", (*path, "agreed"), agreed, keys=True)


def _at(entry: Any, path: Path, kind: Kind, keys: tuple[str, ...]) -> Iterator[Reference]:
    for key in keys if isinstance(entry, dict) else ():
        value = entry.get(key)
        if isinstance(value, str | list):
            yield Reference(kind, (*path, key), value)


def _entries(mapping: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(mapping, dict):
        yield from mapping.items()
