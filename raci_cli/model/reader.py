"""A located tree to the project and every finding about its content; never raises on content."""

from typing import Any, NamedTuple

from raci_cli.document.nodes import Plain, Tree, compose
from raci_cli.document.source import Limits, Refused, Source, decode
from raci_cli.findings import Finding, Path
from raci_cli.model.fields import Notes, describe
from raci_cli.model.format import VERSION, SchemeKind, top_record
from raci_cli.model.project import SPONSORS, CheckSettings, Goal, Party, Project, Step, Task
from raci_cli.model.scheme import Scheme
from raci_cli.text import quoted

# With one of these the file cannot be used at all.
UNUSABLE = frozenset(("RACI001", "RACI005", "RACI006", "RACI301"))


class Reading(NamedTuple):
    """What came of reading a file: `tree` and `project` are None where the text could not be used."""

    name: str
    source: Source | None
    tree: Tree | None
    project: Project | None
    findings: tuple[Finding, ...]


def read(name: str, data: bytes, limits: Limits) -> Reading:
    """Read the bytes of a project file; `name` is what messages call it."""
    source = None
    try:
        source = decode(name, data, limits)
        tree = compose(source, limits)
    except Refused as refused:
        finding = Finding(refused.code, (), refused.message, refused.help, span=refused.span)
        return Reading(name, source, None, None, (finding,))
    return read_tree(source, tree)


def read_tree(source: Source, tree: Tree) -> Reading:
    """The project in a tree."""
    notes = Notes()
    if not _version(tree, notes):
        return Reading(source.name, source, tree, None, tuple(notes.findings))
    for path, span, first in tree.repeated:
        message = f"{quoted(str(path[-1]))} stands twice, first on line {first.line}"
        related = (("first here", first),)
        notes.findings.append(Finding("RACI002", path, message, "keep one of them", span=span, related=related))
    data = dict(tree.data)
    scheme = SchemeKind().read(data.pop("scheme", None), ("scheme",), notes)
    data["raci"] = Plain(VERSION)  # where it is missing, that is noted already
    what = describe(data["steps"]) if data.get("steps") else ""
    if not isinstance(data.get("steps"), dict):
        data["steps"] = {}
    values = top_record(scheme).read(data, (), notes)
    project = _project(values, scheme, list(data["steps"]), notes)
    if not project.steps:
        why = f"steps must be a mapping, not {what}" if what and not data["steps"] else "no steps"
        help_ = "add one under steps:, or start with raci init"
        notes.add("RACI301", ("steps",), f"{why}: there is nothing to check", help_)
    return Reading(source.name, source, tree, project, tuple(notes.findings))


def _version(tree: Tree, notes: Notes) -> bool:
    """Whether the rest can be read as this format."""
    data = tree.data
    if not isinstance(data, dict) or data.get("raci") is None:
        message = "the file is empty" if data is None else "not a project file of raci: it has no 'raci: 1'"
        notes.add("RACI005", ("raci",), message, "start with the line raci: 1, or with raci init")
        return isinstance(data, dict) and {"project", "steps"} <= data.keys()
    given = data["raci"]
    if isinstance(given, Plain) and given == str(VERSION):
        return True
    if isinstance(given, Plain) and given.isdigit():
        message = f"format {quoted(given)} is unknown to this program, which reads format {VERSION}"
        notes.add("RACI005", ("raci",), message, "update it: pip install --upgrade raci-cli")
    else:
        notes.add("RACI005", ("raci",), f"raci must be the format's version, {VERSION}", f"write raci: {VERSION}")
    return False


def _project(values: dict[str, Any], scheme: Scheme, order: list[str], notes: Notes) -> Project:
    head = values.get("project", {})
    steps = values.get("steps", {})
    names = scheme.names
    numbers = {id_: number for number, id_ in enumerate(order, 1)}
    return Project(
        **{"name": "", **head},
        scheme=scheme,
        parties=_parties(values, notes),
        sponsors=values.get("sponsors", ()),
        goals={id_: Goal(id_, **goal) for id_, goal in values.get("goals", {}).items()},
        glossary=values.get("glossary", {}),
        steps=tuple(_step(id_, numbers[id_], given, names) for id_, given in steps.items()),
        check=values.get("check", CheckSettings()),
    )


def _parties(values: dict[str, Any], notes: Notes) -> dict[str, Party]:
    parties: dict[str, Party] = {}
    for section, defaults in (("teams", {"kind": "team"}), ("people", {})):
        for id_, given in values.get(section, {}).items():
            path: Path = (section, id_)
            if id_ == SPONSORS:
                message = f"the id {quoted(id_)} is reserved: in a step it stands for the sponsors"
                notes.add("RACI004", path, message, "choose another id", key=True)
            elif id_ in parties:
                message = f"{quoted(id_)} is a team and a person; they share one namespace"
                notes.add("RACI004", path, message, "give one of them another id", key=True)
            else:
                parties[id_] = Party(id_, **{"name": id_, **defaults, **given})
    return parties


def _work(id_: str, given: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    roles = {name: given.pop(name) for name in names if name in given}
    return {"id": id_, "title": id_, **given, "roles": roles}


def _step(id_: str, number: int, given: dict[str, Any], names: tuple[str, ...]) -> Step:
    inner = given.pop("tasks", None)
    tasks = tuple(Task(**_work(name, task, names)) for name, task in inner.items()) if inner else ()
    return Step(**_work(id_, given, names), number=number, tasks=tasks)
