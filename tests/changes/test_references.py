"""Every place that refers to something by its id is known."""

from collections.abc import Iterator
from typing import Any

import pytest
from helpers import data_of, project

from raci_cli.changes.references import Reference, references
from raci_cli.findings import Path, path_text
from raci_cli.model.containers import ListOf, MapOf, Record, TextOr
from raci_cli.model.fields import Kind
from raci_cli.model.fields import Reference as ReferenceKind
from raci_cli.model.format import top_record
from raci_cli.model.scheme import RACI, Role, Scheme
from raci_cli.model.schemes import SCHEMES

OWN = Scheme("own", (Role("driver", "D"), Role("approver", "A", owns=True)))
DAY = "2026-01-01"


def places(kind: Kind, path: Path = ()) -> Iterator[Path]:
    """Where the format allows an id, found from the format itself; what has ids as keys is called `x`."""
    if isinstance(kind, Record):
        for name, inner in kind.fields.items():
            yield from places(inner, (*path, name))
    elif isinstance(kind, TextOr):
        yield from places(kind.record, path)
    elif isinstance(kind, MapOf) and path[-1] == "agreed":
        yield path
    elif isinstance(kind, MapOf):
        yield from places(kind.value, (*path, "x"))
    elif isinstance(kind, ReferenceKind) or (isinstance(kind, ListOf) and isinstance(kind.item, ReferenceKind)):
        yield path


def full(paths: list[Path]) -> dict[str, Any]:
    """Plain data that refers to `x` at all these places."""
    data: dict[str, Any] = {}
    for *parents, last in paths:
        inner: Any = data
        for part in parents:
            inner = inner.setdefault(part, {})
        inner[last] = {"x": DAY} if last == "agreed" else "x"
    return data


@pytest.mark.parametrize("scheme", [*SCHEMES.values(), OWN], ids=lambda scheme: scheme.name)
def test_no_place_of_the_format_is_forgotten(scheme: Scheme) -> None:
    wanted = list(places(top_record(scheme)))
    assert len(wanted) == 7 + 2 * (6 + len(scheme.names))
    found = [one for one in references(full(wanted), scheme) if one.names("x")]
    assert {one.path for one in found} == set(wanted)
    assert len(found) == len(wanted)


def test_each_place_refers_to_one_kind_of_thing() -> None:
    kinds = {one.path[-1]: one.kind for one in references(full(list(places(top_record()))), RACI)}
    assert {key for key, kind in kinds.items() if kind == "step"} == {"needs", "until"}
    assert {key for key, kind in kinds.items() if kind == "goal"} == {"goals"}
    assert {kinds[key] for key in ("lead", "budget", "agreed", "accountable", "deputy", "joint")} == {"party"}


TEXT = """\
raci: 1
project: {name: x, lead: ana, budget: it}
scheme: {name: own, roles: {driver: {letter: D}, approver: {letter: A, owns: true}}}
teams: {it: {name: IT, lead: ana}}
people: {ana: {name: Ana, team: it, deputy: bob}, bob: bob}
sponsors: [ana]
goals: {fast: {owners: ana}}
steps:
  a:
    title: x
    driver: [ana, bob]
    agreed: {bob: 2026-01-01}
    tasks: {t: {title: x, approver: it, until: b, goals: [fast]}}
  b: {title: x, needs: a}
"""


def test_places_are_found_in_the_order_of_the_file() -> None:
    found = references(data_of(TEXT), project(TEXT).scheme)
    assert [(path_text(one.path), one.value, one.keys) for one in found] == [
        ("project.lead", "ana", False),
        ("project.budget", "it", False),
        ("teams.it.lead", "ana", False),
        ("people.ana.team", "it", False),
        ("people.ana.deputy", "bob", False),
        ("goals.fast.owners", "ana", False),
        ("sponsors", ["ana"], False),
        ("steps.a.driver", ["ana", "bob"], False),
        ("steps.a.agreed", {"bob": "2026-01-01"}, True),
        ("steps.a.tasks.t.approver", "it", False),
        ("steps.a.tasks.t.until", "b", False),
        ("steps.a.tasks.t.goals", ["fast"], False),
        ("steps.b.needs", "a", False),
    ]


@pytest.mark.parametrize(
    "value, named",
    [("ana", True), ("anabel", False), (["bob", "ana"], True), (["anabel"], False), ({"ana": DAY}, True), ({}, False)],
)
def test_an_id_is_named_whole(value: Any, named: bool) -> None:
    assert Reference("party", ("sponsors",), value, keys=isinstance(value, dict)).names("ana") is named


@pytest.mark.parametrize(
    "text",
    [
        "project: x\nteams: [x]\npeople: x\nsponsors: {x: y}\ngoals: x\nsteps: x\n",
        "project: ~\nteams:\npeople: {ana: x, bob: }\nsponsors:\ngoals: {x: [y]}\nsteps: {a: x, b: [y], c: }\n",
        "steps: {a: {tasks: x, agreed: [x], needs: {x: y}, until: }, b: {tasks: [x]}, c: {tasks: {t: x}, agreed: x}}\n",
    ],
)
def test_what_is_no_reference_is_passed_over(text: str) -> None:
    assert list(references(data_of(text), RACI)) == []
