"""`raci rename` and `raci remove`: an id, and every reference to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from raci_cli.changes.plan import Plan, Said
from raci_cli.changes.references import Kind, Reference, references
from raci_cli.document.edits import Change, Drop, Put, Rekey
from raci_cli.errors import UsageError
from raci_cli.findings import Path, path_text
from raci_cli.model.fields import ID_RULE, is_id
from raci_cli.model.lookup import find_work
from raci_cli.model.project import SPONSORS, Project
from raci_cli.text import count, did_you_mean, listed, nearest, quoted

# The sections that hold ids, in the order in which a word is looked for.
_SECTIONS: dict[str, Kind] = {"people": "party", "teams": "party", "steps": "step", "goals": "goal"}
_MOST = 3


@dataclass(frozen=True)
class _Entry:
    """What an id names: where it stands, and what refers to it."""

    id: str
    path: Path
    references: tuple[Reference, ...]

    @property
    def label(self) -> str:
        words = {"people": "person", "teams": "team", "goals": "goal", "steps": "step"}
        word = words[str(self.path[0])] if len(self.path) == 2 else "task"  # noqa: PLR2004 - section and id
        return f"{word} {self.id}"


def rename(project: Project, data: Any, old: str, new: str) -> Plan:
    """Give something another id, here and wherever it is referred to; of a task, `new` is the id without its step."""
    entry = _find(project, data, old)
    if entry.label.startswith("task"):
        new = new.removeprefix(f"{entry.path[1]}.")
    if not is_id(new):
        raise UsageError(f"{quoted(new)} cannot be an id", help=ID_RULE)
    if new == entry.path[-1]:
        return Plan((), (Said(entry.path, f"{entry.label} has this id already, nothing changed"),))
    _refuse_taken(project, data, entry, new)
    changes = [_replaced(reference, str(entry.path[-1]), new) for reference in entry.references]
    changes.append(Rekey(entry.path, new))
    where = f", with {count(len(entry.references), 'reference')}" if entry.references else ""
    return Plan(tuple(changes), (Said(entry.path, f"{entry.label} -> {new}{where}", entry.path[-1], new),))


def _replaced(reference: Reference, old: str, new: str) -> Change:
    if reference.keys:
        return Rekey((*reference.path, old), new)
    if isinstance(reference.value, str):
        return Put(reference.path, new)
    return Put(reference.path, [new if one == old else one for one in reference.value])


def _refuse_taken(project: Project, data: Any, entry: _Entry, new: str) -> None:
    party = entry.path[0] in ("people", "teams")
    homes = [data.get(section) for section in ("people", "teams")] if party else [_inside(data, entry.path[:-1])]
    if any(isinstance(home, dict) and new in home for home in homes) or (party and new == SPONSORS):
        raise UsageError(f"the id {new} is taken", help="choose another")
    kind = None if entry.label.startswith("task") else _SECTIONS[str(entry.path[0])]
    stray = [one for one in references(data, project.scheme) if one.kind == kind and one.names(new)]
    if stray:
        raise UsageError(
            f"{path_text(stray[0].path)} names {new} already, which nothing is called", help="mend it first"
        )


def _inside(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def remove(project: Project, data: Any, word: str, *, everywhere: bool) -> Plan:
    """Take something out of the file; refused while it is referred to, unless the references are to go `everywhere`."""
    entry = _find(project, data, word)
    if entry.path[0] == "steps" and len(_inside(data, entry.path[:-1])) == 1 and len(entry.path) == 2:  # noqa: PLR2004
        raise UsageError("the last step cannot be removed", help="a project without steps cannot be checked")
    outside = [one for one in entry.references if one.path[: len(entry.path)] != entry.path]
    if outside and not everywhere:
        places = listed([path_text(one.path) for one in outside[:_MOST]])
        more = f" and {len(outside) - _MOST} more" if len(outside) > _MOST else ""
        raise UsageError(f"{entry.label} is referred to by {places}{more}", help="remove these too with --everywhere")
    id_ = str(entry.path[-1])
    changes: list[Change] = [Drop(entry.path), *(_without(one, id_) for one in outside)]
    said = [Said(entry.path, f"{entry.label} removed", _inside(data, entry.path))]
    said += [Said(one.path, f"{path_text(one.path)}: no longer {id_}", one.value) for one in outside]
    return Plan(tuple(changes), tuple(said))


def _without(reference: Reference, id_: str) -> Change:
    if reference.keys:
        return Drop((*reference.path, id_)) if len(reference.value) > 1 else Drop(reference.path)
    if isinstance(reference.value, str):
        return Drop(reference.path)
    return Put(reference.path, [one for one in reference.value if one != id_])


def _find(project: Project, data: Mapping[str, Any], word: str) -> _Entry:
    """What a word names: `people.dana`, `steps.vendor` and so on say it in full, a task is `step.task`."""
    section, _, id_ = word.partition(".")
    if section in _SECTIONS and id_ and id_ in (data.get(section) or {}):
        return _entry(project, data, (section, id_))
    found = [(name, word) for name in _SECTIONS if isinstance(data.get(name), dict) and word in data[name]]
    if len(found) == 1:
        return _entry(project, data, found[0])
    if found:
        ways = listed([path_text(path) for path in found], "or")
        raise UsageError(f"{quoted(word)} names several things", help=f"say which: {ways}")
    if section in _SECTIONS and id_ and project.step(section) is None:
        nearest_id = nearest(id_, data.get(section) or {})
        raise UsageError(
            f"{section} has no {quoted(id_)}", help=f"did you mean {section}.{nearest_id}?" if nearest_id else ""
        )
    if "." in word:
        return _entry(project, data, find_work(project, word)[2])
    known = [id_ for name in _SECTIONS for id_ in (data.get(name) or {})]
    raise UsageError(f"nothing has the id {quoted(word)}", help=did_you_mean(word, known))


def _entry(project: Project, data: Mapping[str, Any], path: Path) -> _Entry:
    task = len(path) > 2  # noqa: PLR2004 - section and id; nothing refers to a task
    kind = _SECTIONS[str(path[0])]
    found: Iterator[Reference] = references(data, project.scheme)
    named = () if task else tuple(one for one in found if one.kind == kind and one.names(str(path[-1])))
    return _Entry(f"{path[1]}.{path[-1]}" if task else str(path[-1]), path, named)
