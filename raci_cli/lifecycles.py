"""A lifecycle file to the text of a new project: the name, the user's own teams, the dates that were given."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from raci_cli import resources
from raci_cli.changes.forget import without_its_time, without_people
from raci_cli.changes.plan import Planner
from raci_cli.document import store
from raci_cli.document.comments import without_comments
from raci_cli.document.edits import Change, Put, Rekey, edit
from raci_cli.document.nodes import Plain
from raci_cli.document.scalars import Value
from raci_cli.document.source import Limits
from raci_cli.errors import RaciError, UsageError
from raci_cli.findings import Path as Place
from raci_cli.latin import ascii_of
from raci_cli.model.fields import is_id, refuse_text
from raci_cli.model.format import PROJECT
from raci_cli.model.project import SPONSORS, Project
from raci_cli.model.reader import UNUSABLE, Reading, read, read_tree
from raci_cli.text import did_you_mean, quoted

_PROSE = ("title", "guidance", "hint", "summary", "phase", "measure", "target")
_REFERENCES = ("team", "lead", "deputy", "owners", "sponsors", "candidates", "joint", "budget")
_WORDS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Wish:
    """What a new project is to have: `rename` maps a team's id to its new display name; dates are YYYY-MM-DD.

    `then` is carried out at last, each plan on what the one before it has left.
    """

    name: str
    rename: Mapping[str, str] = field(default_factory=dict)
    start: str | None = None
    due: str | None = None
    then: tuple[Planner, ...] = ()


def load(name: str, limits: Limits) -> Reading:
    """A shipped lifecycle by its name, or a file; UsageError where there is none, RaciError where it cannot be used."""
    shipped = resources.lifecycle_names()
    if name in shipped:
        path = resources.lifecycle_path(name)
    elif "/" in name or "\\" in name or name.endswith((".yaml", ".yml")):
        path = Path(name)
    else:
        help_ = did_you_mean(name, shipped) or f"shipped: {', '.join(shipped)}; or the path of a YAML file"
        raise UsageError(f"there is no lifecycle {quoted(name)}", help=help_)
    reading = read(str(path), store.read(path, limits.size), limits)
    if reading.project is None or any(finding.code in UNUSABLE for finding in reading.findings):
        first = reading.findings[0]
        raise RaciError(f"the lifecycle {path} cannot be used: {first.message}", help=f"raci check {path}")
    return reading


def summary(lifecycle: Reading) -> str:
    """What it is for, on one line: the project's summary, else the comment that the file begins with."""
    if lifecycle.project is not None and lifecycle.project.summary:
        return " ".join(lifecycle.project.summary.split())
    lines = lifecycle.source.text.splitlines() if lifecycle.source else []
    comment = (line.lstrip("# ").strip() for line in itertools.takewhile(lambda line: line.startswith("#"), lines))
    return " ".join(line for line in comment if not line.startswith("yaml-language-server:"))


def new_project(lifecycle: Reading, wish: Wish, limits: Limits) -> Reading:
    """The lifecycle as the project that was wished for; the comments of one that is shipped stay."""
    reading = lifecycle if _is_shipped(lifecycle) else _uncommented(lifecycle, limits)
    reading = _edited(reading, without_its_time(_data(reading)), limits)
    reading = _edited(reading, without_people(_project(reading), _data(reading)), limits)
    reading = _edited(reading, _rename(reading, wish.rename), limits)
    reading = _edited(reading, _head(wish, reading), limits)
    for plan in wish.then:
        reading = _edited(reading, list(plan(_project(reading), _data(reading)).changes), limits)
    return reading


def _is_shipped(lifecycle: Reading) -> bool:
    shipped = {str(resources.lifecycle_path(name)) for name in resources.lifecycle_names()}
    return lifecycle.source is not None and lifecycle.source.name in shipped


def _uncommented(lifecycle: Reading, limits: Limits) -> Reading:
    """Comments speak of the project that they stand in: who decided what, and what a check may ignore there."""
    if lifecycle.tree is None:
        return lifecycle
    tree = without_comments(lifecycle.tree, limits)
    return read_tree(tree.source, tree)


def _project(reading: Reading) -> Project:
    return reading.project or Project()


def _data(reading: Reading) -> Any:
    return reading.tree.data if reading.tree else {}


def _edited(reading: Reading, changes: list[Change], limits: Limits) -> Reading:
    if not changes or reading.tree is None:
        return reading
    tree = edit(reading.tree, changes, limits)
    return read_tree(tree.source, tree)


def _head(wish: Wish, reading: Reading) -> list[Change]:
    refuse_text(wish.name, "--name")
    order = tuple(PROJECT.fields)
    head: dict[str, Value] = {"name": wish.name}
    head |= {key: Plain(day) for key, day in (("start", wish.start), ("due", wish.due)) if day is not None}
    now = _data(reading).get("project") or {}
    return [Put(("project", key), value, order) for key, value in head.items() if now.get(key) != value]


def new_id(name: str) -> str | None:
    """The id made from a display name, or None where no letters are left for one."""
    id_ = slug(name)
    return id_ if is_id(id_) and id_ != SPONSORS else None


def slug(name: str) -> str:
    """The words of a name in ASCII and lower case, joined by hyphens; empty where it has no such letters."""
    return _WORDS.sub("-", ascii_of(name)).strip("-")


def _rename(lifecycle: Reading, rename: Mapping[str, str]) -> list[Change]:
    """The display name of teams, their id where one can be made, and both wherever they are mentioned."""
    project = _project(lifecycle)
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    for old, new in rename.items():
        teams = [party.id for party in project.parties.values() if party.is_team]
        if old not in teams:
            help_ = did_you_mean(old, teams) or f"--rename takes {', '.join(teams) or 'none'}"
            raise UsageError(f"the lifecycle has no team {quoted(old)}", help=help_)
        refuse_text(new, "--rename")
        names[project.name_of(old)] = new
        ids[old] = new_id(new) or old
    after = [ids.get(id_, id_) for id_ in project.parties]
    if len(set(after)) < len(after):
        raise UsageError("two parties would have the same id", help="give them names that differ in more than signs")
    references = (*_REFERENCES, *project.scheme.names)
    words = _Words(ids, names)
    changes: list[Change] = []
    for path, value in _leaves(_data(lifecycle)):
        changed = _renamed(path, value, words, references)
        if changed != value:
            changes.append(Put(path, changed))
    return changes + _rekeyed(_data(lifecycle), words)


class _Words(NamedTuple):
    """Old ids and display names, each with the new one."""

    ids: Mapping[str, str]
    names: Mapping[str, str]

    def said(self, prose: str) -> str:
        """Prose with the new names, and with the new ids in compounds such as `sales-qualified`."""
        for old, new in self.names.items():
            prose = re.sub(rf"\b{re.escape(old)}\b", new.replace("\\", "\\\\"), prose)
        for old, new in self.ids.items():
            prose = re.sub(rf"(?<![\w-]){re.escape(old)}(?=-\w)", new, prose)
        return prose


def _leaves(data: Any, path: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every text, and every list of texts, with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif data is not None:
        yield path, data


def _renamed(path: Place, value: Any, words: _Words, references: Sequence[str]) -> Any:
    key = path[-1]
    if path[0] == "teams" and (len(path) == 2 or key == "name"):  # noqa: PLR2004 - the short form of a team
        return words.names.get(value, value)
    if isinstance(value, str) and (key in _PROSE or path[0] == "glossary"):
        return words.said(value)
    if key in references:
        ids = words.ids
        return [ids.get(one, one) for one in value] if isinstance(value, list) else ids.get(value, value)
    return value


def _rekeyed(data: Any, words: _Words) -> list[Change]:
    teams, glossary = (data.get(key) or {} for key in ("teams", "glossary"))
    ids: list[Change] = [Rekey(("teams", old), new) for old, new in words.ids.items() if old != new and old in teams]
    terms = ((term, words.said(term)) for term in glossary)
    return ids + [Rekey(("glossary", term), new) for term, new in terms if new != term and new not in glossary]
