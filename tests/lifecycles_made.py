"""Projects that are made of lifecycles."""

from helpers import LIMITS

from raci_cli.lifecycles import Wish, load, new_project
from raci_cli.model.project import Project, Task
from raci_cli.model.reader import Reading

M, IT, BOTH = ("marketing",), ("it",), ("it", "marketing")

# id: accountable, responsible, consulted, informed, candidates, joint, needs
TEN_STEPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "problem": (M, M, IT, (), (), (), ()),
    "outcomes": (M, M, IT, ("sponsors",), (), (), ("problem",)),
    "requirements": ((), BOTH, (), (), BOTH, (), ("outcomes",)),
    "options": (IT, BOTH, (), (), (), BOTH, ("requirements",)),
    "vendor": ((), BOTH, (), (), BOTH, BOTH, ("options",)),
    "build": (IT, IT, M, (), (), (), ("vendor",)),
    "project-management": (IT, IT, (), M, (), (), ("vendor",)),
    "testing": (IT, IT, (), (), (), (), ("build",)),
    "launch": (M, IT, (), (), (), BOTH, ("testing",)),
    "maintenance": (IT, IT, (), M, (), (), ("launch",)),
}


def made(lifecycle: str = "ten-step", **wish: object) -> Reading:
    return new_project(load(lifecycle, LIMITS), Wish(**{"name": "Demo", **wish}), LIMITS)  # type: ignore[arg-type]


def project_of(got: Reading) -> Project:
    assert got.project is not None
    return got.project


def text_of(got: Reading) -> str:
    assert got.source is not None
    return got.source.text


def said(work: Task) -> tuple[tuple[str, ...], ...]:
    roles = [work.roles.get(name, ()) for name in ("accountable", "responsible", "consulted", "informed")]
    return tuple(tuple(sorted(parties)) for parties in (*roles, work.candidates, work.joint, work.needs))
