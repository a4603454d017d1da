"""Any project, written as people write YAML, and what it says as plain data that tests can change and compare."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from document.styles import Writer
from hypothesis import strategies as st

from raci_cli.document.nodes import Plain
from raci_cli.model.project import Project

# No id is a text of the file, the name of a key or another id: so an id can be followed through everything.
PEOPLE, TEAMS, STEPS, GOALS = ["ana", "no", "010", "p-1"], ["it", "2b"], ["kickoff", "on", "3", "end_"], ["g1", "y"]
FREE = ["new-1", "yes", "1e3", "0x1F", "Z"]
LINES = [
    "x",
    "Ana Ortiz",
    "a: b",
    "x #y",
    "it's",
    '"q"',
    "- x",
    "a, b",
    "廣瀬 👩‍💻",
    "true",
    "12:30",
    "~",
    "null",
    "[z",
]
TEXTS = st.sampled_from(LINES)
LONG = st.sampled_from([*LINES, "p\nq\n", "p\n\nq", "one line\n", "a: b\n# no comment\n"])
DAYS = st.sampled_from(["2026-01-02", "2027-12-31"]).map(Plain)


class ProjectWriter(Writer):
    """Writes numbers, dates and booleans as such."""

    @staticmethod
    def fits(text: str) -> bool:
        return not isinstance(text, Plain) and Writer.fits(text)


def some(draw: st.DrawFn, optional: dict[str, st.SearchStrategy[Any]], one_in: int = 3) -> dict[str, Any]:
    """Some of the keys, in any order; now and then one without a value."""
    chosen = [key for key in optional if draw(st.integers(1, one_in)) == 1]
    return {
        key: None if draw(st.integers(0, 11)) == 0 else draw(optional[key])
        for key in (draw(st.permutations(chosen)) if len(chosen) > 1 else chosen)
    }


def ids_of(declared: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(declared), min_size=1, max_size=len(declared), unique=True)


def lists_of(ids: list[str]) -> st.SearchStrategy[Any]:
    return st.one_of(st.sampled_from(ids), st.lists(st.sampled_from(ids), max_size=3, unique=True))


def work_keys(parties: list[str], steps: list[str], goals: list[str]) -> dict[str, st.SearchStrategy[Any]]:
    return {
        "phase": TEXTS,
        "accountable": st.one_of(st.sampled_from(parties), st.sampled_from(parties).map(lambda one: [one])),
        **{role: lists_of(parties) for role in ("responsible", "consulted", "informed", "candidates", "joint")},
        "hint": TEXTS,
        "agreed": st.dictionaries(st.sampled_from(parties), DAYS, min_size=1, max_size=2),
        "status": st.sampled_from(["in-progress", "done", "skipped"]),
        "due": DAYS,
        "needs": lists_of(steps),
        "notes": LONG,
        "guidance": LONG,
        "ongoing": st.just(Plain("false")),
        **({"goals": lists_of(goals)} if goals else {}),
    }


@st.composite
def projects(draw: st.DrawFn) -> dict[str, Any]:
    people, teams = draw(ids_of(PEOPLE)), draw(st.lists(st.sampled_from(TEAMS), max_size=2, unique=True))
    steps, goals = draw(ids_of(STEPS)), draw(st.lists(st.sampled_from(GOALS), max_size=1))
    parties = [*people, *teams, "sponsors"]
    person = {"title": TEXTS, "deputy": st.sampled_from(people), "email": TEXTS}
    person |= {"team": st.sampled_from(teams)} if teams else {}
    keys = work_keys(parties, steps, goals)

    def entry(key: str, optional: dict[str, st.SearchStrategy[Any]]) -> Any:
        return {key: draw(TEXTS), **some(draw, optional)}

    data: dict[str, Any] = {"raci": Plain("1")}
    data["project"] = entry("name", {"summary": LONG, "lead": st.sampled_from(people), "due": DAYS})
    if teams:
        data["teams"] = {id_: draw(TEXTS) if draw(st.booleans()) else entry("name", {"lead": st.sampled_from(people)})
                         for id_ in teams}  # fmt: skip
    data["people"] = {id_: draw(TEXTS) if draw(st.booleans()) else entry("name", person) for id_ in people}
    if draw(st.booleans()):
        data["sponsors"] = draw(lists_of(people))
    if goals:
        data["goals"] = {id_: {"measure": draw(TEXTS), **some(draw, {"owners": lists_of(parties)})} for id_ in goals}
    data["steps"] = {}
    for id_ in steps:
        step = entry("title", keys)
        tasks = draw(st.integers(0, 5)) - 3
        if tasks > 0:
            step["tasks"] = {f"{id_}-t{number}": entry("title", keys) for number in range(tasks)}
        data["steps"][id_] = step
    return data


def plain(value: Any) -> Any:
    """A project as dicts and lists; without the numbers of the steps, and without roles that nobody has."""
    if dataclasses.is_dataclass(value) or hasattr(value, "_fields"):
        fields = getattr(value, "_fields", ()) or [one.name for one in dataclasses.fields(value)]
        data = {name: plain(getattr(value, name)) for name in fields if name not in ("number", "scheme")}
        if "roles" in data:
            data["roles"] = {role: parties for role, parties in data["roles"].items() if parties}
        return data
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


def plain_work(data: Any, step: str, task: str = "") -> Any:
    """A step of a plain project, or a task of it."""
    found = next(one for one in data["steps"] if one["id"] == step)
    return next(one for one in found["tasks"] if one["id"] == task) if task else found


def renamed(value: Any, old: str, new: str) -> Any:
    """The same with an id replaced wherever it stands."""
    if isinstance(value, dict):
        return {new if key == old else key: renamed(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [renamed(inner, old, new) for inner in value]
    return new if value == old else value


def without(value: Any, gone: str) -> Any:
    """The same without an id, wherever it stands, and without what it names."""
    if isinstance(value, dict):
        kept = {key: without(inner, gone) for key, inner in value.items() if key != gone}
        if "roles" in kept:
            kept["roles"] = {role: parties for role, parties in kept["roles"].items() if parties}
        return kept
    if isinstance(value, list):
        return [
            without(one, gone) for one in value if one != gone and not (isinstance(one, dict) and one.get("id") == gone)
        ]
    return None if value == gone else value


def all_ids(project: Project) -> list[str]:
    """The ids of everything, tasks as they stand alone."""
    works = [work.id for step in project.steps for work, _ in step.work()]
    return [*project.parties, *project.goals, *works]
