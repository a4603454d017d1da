"""What rules share about a project: who holds what, in which order steps come, whose team it is."""

from helpers import project

from raci_cli.model.project import Project, Step, Task
from raci_cli.rules.facts import Facts, Work

TEXT = """\
raci: 1
project: {name: Demo}
teams: {it: IT}
people: {ana: {name: Ana, team: it}, bob: Bob, cleo: {name: Cleo, team: nowhere}}
sponsors: [ana, bob]
steps:
  one:
    title: One
    accountable: ana
    responsible: [bob, ana, bob]
    consulted: [cleo]
    tasks:
      talk: {title: Talk}
      walk: {title: Walk, responsible: cleo}
      sleep: {title: Sleep, status: skipped}
  two: {title: Two, accountable: sponsors, status: skipped, tasks: {run: {title: Run}}}
  three: {title: Three, status: done, tasks: {sing: {title: Sing}}}
  four: {title: Four, ongoing: true, until: three}
"""


def facts() -> Facts:
    return Facts(project(TEXT))


def named(works: list[Work]) -> list[str]:
    return [one.name for one in works]


def test_works_are_what_is_not_skipped_and_open_ones_what_is_not_over() -> None:
    assert named(facts().works) == ["one", "one.talk", "one.walk", "three", "three.sing", "four"]
    assert named(facts().open_works) == ["one", "one.talk", "one.walk"]
    assert named(facts().open_steps) == ["one"]


def test_a_work_has_its_owners_and_workers_once_each() -> None:
    one, talk, walk, *_ = facts().works
    assert (one.owners, one.workers) == (("ana",), ("bob", "ana"))
    assert (talk.owners, talk.workers, talk.roles) == (one.owners, one.workers, one.roles)
    assert (walk.owners, walk.workers) == (("ana",), ("cleo",))
    assert walk.roles["consulted"] == (), "who works is not asked"


def test_a_task_differs_where_its_parties_do() -> None:
    known = facts()
    assert named(list(known.differing(known.owning))) == ["one", "three", "four"]
    assert named(list(known.differing(known.working))) == ["one", "one.walk", "three", "four"]
    assert list(known.differing(())) == []


def test_of_a_very_long_list_a_task_inherits_the_first() -> None:
    many = tuple(f"p{number}" for number in range(1000))
    tasks = (Task("talk", "Talk", {"informed": ("ana",)}),)
    step = Step("one", "One", {"accountable": ("ana",), "responsible": many}, tasks=tasks)
    known = Facts(Project(steps=(step,)))
    one, talk = known.works
    assert len(one.workers) == 1000
    assert talk.workers == many[:50]
    assert named(list(known.differing(known.working))) == ["one"]


def test_sponsors_that_nobody_is_are_among_nobody() -> None:
    step = Step("one", "One", {"accountable": ("sponsors", "ana"), "responsible": ("sponsors",)})
    (alone,) = Facts(Project(steps=(step,))).works
    assert (alone.owners, alone.workers) == (("ana",), ())
    (backed,) = Facts(Project(steps=(step,), sponsors=("bob",))).works
    assert (backed.owners, backed.workers) == (("sponsors", "ana"), ("sponsors",))


def test_sponsors_are_counted_as_those_who_are_named() -> None:
    assert facts().number(("sponsors",)) == 2
    assert facts().number(("sponsors", "ana", "cleo")) == 3
    assert facts().number(("ana", "cleo")) == 2
    assert Facts(Project()).number(("sponsors",)) == 1


def test_a_team_is_its_own_and_an_unknown_one_is_none() -> None:
    assert facts().team_of == {"it": "it", "ana": "it"}
    assert facts().teams(["ana", "it", "bob", "nobody-known"]) == {"it"}
    assert facts().sponsor_teams == {"it"}


def test_whoever_is_named_and_nowhere_declared_is_unknown() -> None:
    assert facts().unknown == {"nowhere"}


def in_order(**needs: str) -> list[str]:
    steps = tuple(Step(id_, id_, needs=tuple(others.split())) for id_, others in needs.items())
    return [step.id for step in Facts(Project(steps=steps)).ordered]


def test_steps_come_behind_those_that_they_need() -> None:
    assert in_order(a="", b="a", c="b a") == ["a", "b", "c"]
    assert in_order(c="b a", b="a", a="") == ["a", "b", "c"]
    assert in_order(a="gone", b="a gone") == ["a", "b"]
    assert in_order(d="b c", b="a", c="a", a="") == ["a", "b", "c", "d"]


def test_a_circle_is_cut_and_every_step_is_there_once() -> None:
    assert in_order(a="b", b="c", c="a") == ["c", "b", "a"]
    assert in_order(a="a") == ["a"]
    ids = [f"s{number}" for number in range(5000)]
    assert len(in_order(**dict(zip(ids, [*ids[1:], ids[0]], strict=True)))) == 5000
