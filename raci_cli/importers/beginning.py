"""A matrix to the text of a new project."""

from collections.abc import Mapping

from raci_cli.document.nodes import Plain
from raci_cli.document.scalars import Value, block
from raci_cli.document.source import Limits
from raci_cli.errors import Bug, RaciError
from raci_cli.importers.entries import entry
from raci_cli.importers.incoming import Arrival, incoming
from raci_cli.importers.merging import declared
from raci_cli.importers.naming import fit
from raci_cli.importers.records import Matrix, Overrides
from raci_cli.model.format import VERSION
from raci_cli.model.project import Project
from raci_cli.model.reader import Reading, read
from raci_cli.model.scheme import RACI
from raci_cli.model.schemes import SCHEMES

_INDENT = 2


def new_project(matrix: Matrix, name: str, overrides: Overrides, limits: Limits) -> Reading:
    """A project of its own, read back; RaciError where it is larger than a project may be."""
    scheme = SCHEMES[matrix.scheme]
    coming = incoming(matrix, Project(scheme=scheme), overrides)
    tasks: dict[str, list[Arrival]] = {}
    for arrival in coming.arrivals:
        if arrival.task is not None:
            tasks.setdefault(arrival.step, []).append(arrival)
    steps = {one.step: entry(one, tasks.get(one.step, ()), scheme) for one in coming.arrivals if one.task is None}
    sections: dict[str, Value] = {"raci": Plain(VERSION), "project": {"name": fit(name) or "Imported"}}
    if scheme is not RACI:
        sections["scheme"] = scheme.name
    for section, people in (("teams", False), ("people", True)):
        chosen = {one.id: declared(one) for one in coming.newcomers if one.person == people}
        if chosen:
            sections[section] = chosen
    text = _text(sections, steps)
    reading = read("the imported project", text.encode(), limits)
    if reading.project is None:
        raise RaciError(
            f"the imported project cannot be read: {reading.findings[0].message}", help=reading.findings[0].help
        )
    if reading.findings:
        raise Bug(f"the imported project has an error: {reading.findings[0].message}")
    return reading


def _text(sections: Mapping[str, Value], steps: Mapping[str, Value]) -> str:
    """The sections apart by blank lines, and so the steps."""
    parts = ["\n".join(block(key, value, _INDENT)) for key, value in sections.items()]
    body = [
        "\n".join(" " * _INDENT + line if line else "" for line in block(id_, step, _INDENT))
        for id_, step in steps.items()
    ]
    return "\n\n".join([*parts, "\n\n".join(["steps:\n" + body[0], *body[1:]])]) + "\n"
