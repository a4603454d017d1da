"""`raci lifecycles`."""

import shlex
from typing import Annotated, Any

import typer

from raci_cli import resources
from raci_cli.cli.options import Ascii, AsJson, Color
from raci_cli.cli.result import Result
from raci_cli.cli.terminal import look
from raci_cli.document.source import Limits
from raci_cli.lifecycles import Wish, load, new_project, summary
from raci_cli.model.project import Project, Step
from raci_cli.model.state import owners
from raci_cli.text import Look, count, json_text, listed


def lifecycles(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|PATH]", help="One of them, or a project file; with its steps.")
    ] = None,
    as_json: AsJson = False,
    color: Color = "auto",
    ascii_: Ascii = False,
) -> Result:
    """List the lifecycles, or show the steps of one.

    Example: raci lifecycles vendor-selection
    """
    found = [_Lifecycle(one) for one in ([name] if name is not None else resources.lifecycle_names())]
    if as_json:
        return Result(json_text([one.data() for one in found] if name is None else found[0].data()))
    shown = look(color, ascii_only=ascii_)
    return Result(_list(found, shown) if name is None else _page(found[0], shown))


class _Lifecycle:
    """A lifecycle, and the project that is made of it."""

    def __init__(self, name: str) -> None:
        limits = Limits.from_environment()
        reading = load(name, limits)
        self.name = name
        self.summary = summary(reading)
        self.project = new_project(reading, Wish("New"), limits).project or Project()
        self.open = [step for step in self.project.steps if not owners(self.project, step.roles)]
        self.teams = [party for party in self.project.parties.values() if party.is_team]

    @property
    def start(self) -> str:
        """What to type to start a project of it."""
        words = ["raci", "init", "--lifecycle", self.name, "--name", "NAME"]
        return shlex.join([*words, *(["--rename", f"{self.teams[0].id}=YOURS"] if self.teams else [])])

    def data(self) -> dict[str, Any]:
        steps = [
            {"id": step.id, "number": step.number, "title": step.title, "phase": step.phase,
             "owners": owners(self.project, step.roles), "candidates": list(step.candidates), "hint": step.hint,
             "needs": list(step.needs), "ongoing": step.ongoing}
            for step in self.project.steps
        ]  # fmt: skip
        return {
            "name": self.name, "summary": self.summary, "scheme": self.project.scheme.name, "start": self.start,
            "parties": [{"id": team.id, "name": team.name} for team in self.teams],
            "open": [step.id for step in self.open], "steps": steps,
        }  # fmt: skip


def _list(found: list[_Lifecycle], look_: Look) -> str:
    from raci_cli.reports.lists import listing, paragraph

    rows = [
        (one.name, str(len(one.project.steps)), str(len(one.open)), f"{one.summary} {_parties(one)}".strip())
        for one in found
    ]
    lines = listing(("NAME", "STEPS", "OPEN", "FOR"), rows, look_)
    more = "raci lifecycles NAME shows the steps of one, raci init --lifecycle NAME starts a project of it."
    return "".join(f"{line}\n" for line in [*lines, "", *paragraph(more, look_)])


def _parties(one: _Lifecycle) -> str:
    return f"Parties: {', '.join(team.id for team in one.teams)}." if one.teams else ""


def _page(one: _Lifecycle, look_: Look) -> str:
    from raci_cli.reports.lists import listing, paragraph

    head = f"{one.name}: {one.summary}" if one.summary else one.name
    lines = [look_.paint("strong", line) for line in paragraph(head, look_)]
    size = f"{count(len(one.project.steps), 'step')}, {len(one.open) or 'none'} of them open. {_parties(one)}"
    lines += [*paragraph(size.strip(), look_), ""]
    rows = [(str(step.number), step.title, _who(one.project, step)) for step in one.project.steps]
    lines += [*listing(("#", "STEP", "WHO ANSWERS FOR IT"), rows, look_), ""]
    lines += paragraph(f"Start: {one.start}", look_)
    return "".join(f"{line}\n" for line in lines)


def _who(project: Project, step: Step) -> str:
    """Who owns a step, or who could, and what it hangs on."""
    if named := owners(project, step.roles):
        return listed([project.name_of(party) for party in named])
    if not step.candidates:
        return "open"
    who = f"open: {listed([project.name_of(party) for party in step.candidates], 'or')}"
    return f"{who}. {step.hint}" if step.hint else who
