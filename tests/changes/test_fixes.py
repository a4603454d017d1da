"""What can be mended without anybody having to decide."""

import pytest
from changes.planning import outcome, plan_of
from helpers import CLEAN, TODAY, codes, reading
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.changes.fixes import fixes
from raci_cli.changes.plan import Plan
from raci_cli.document.edits import edit
from raci_cli.document.source import Limits
from raci_cli.findings import path_text
from raci_cli.model.project import Project

HEAD = """\
raci: 1
project: {name: Demo}
teams: {it: IT, sales: Sales}
people: {ana: Ana, bob: Bob}
steps:
"""


def planned(project: Project, data: object) -> Plan:
    return fixes(project, data, TODAY)


def check_noop(text: str) -> None:
    assert plan_of(planned, text) == Plan()


def check_transformed(text: str, gone: list[str], come: list[str], said: list[str]) -> None:
    assert outcome(planned, text) == (gone, come, said)


def step(keys: str, tasks: str = "") -> str:
    return f"{HEAD}  vendor:\n    title: Choose\n{keys}{tasks}"


def test_nothing_to_mend_changes_nothing() -> None:
    check_noop(CLEAN)
    check_noop(step("    status: done\n    done: 2026-11-01\n    accountable: ana\n"))


def test_candidates_and_hint_go_once_it_is_decided() -> None:
    check_transformed(
        step("    candidates: [it, sales]\n    hint: Who pays?   # a word\n    accountable: it\n"),
        ["candidates: [it, sales]", "hint: Who pays?   # a word"],
        [],
        ["Choose: decided, so its candidates and hint go"],
    )
    check_transformed(
        step("    accountable: ana\n    candidates: bob\n"),
        ["candidates: bob"],
        [],
        ["Choose: decided, so its candidates go"],
    )


@pytest.mark.parametrize(
    "keys",
    [
        "    candidates: [it, sales]\n",
        "    candidates: [it, sales]\n    accountable: []\n",
        "    candidates: [it, sales]\n    accountable:\n",
        "    candidates: [it, sales]\n    responsible: ana\n",
        "    candidates: [it, sales]\n    accountable: [it, sales]\n",
        "    candidates: [it, sales]\n    accountable: slaes\n",
        "    candidates: [it, sales]\n    accountable: sponsors\n",
        "    hint: Who pays?\n    accountable: ana\n",
        "    candidates: []\n    accountable: ana\n",
    ],
)
def test_what_is_not_decided_stays(keys: str) -> None:
    check_noop(step(keys))


def test_a_sponsor_who_exists_decides() -> None:
    text = step("    candidates: [it, sales]\n    accountable: sponsors\n") + "sponsors: [ana]\n"
    assert outcome(planned, text)[0] == ["candidates: [it, sales]"]


def test_a_scheme_that_allows_two_owners_is_settled_by_two() -> None:
    scheme = "scheme: {roles: {boss: {letter: B, owns: true, max: 2}}}\n"
    text = step("    candidates: [it, sales]\n    boss: [it, sales]\n") + scheme
    assert outcome(planned, text)[0] == ["candidates: [it, sales]"]
    assert plan_of(planned, text.replace("boss: [it, sales]", "boss: [it, sales, ana]")) == Plan()


def test_a_day_is_added_where_it_is_missing() -> None:
    said = ["Choose: done, when nobody wrote -> 2026-12-01"]
    check_transformed(step("    status: done\n    accountable: ana\n"), [], ["done: 2026-12-01"], said)
    check_transformed(step("    status: done\n    done:\n"), ["done:"], ["done: 2026-12-01"], said)


@pytest.mark.parametrize(
    "keys",
    [
        "    status: in-progress\n",
        "    status: skipped\n",
        "    status: done\n    ongoing: true\n",
        "    status: done\n    done: last week\n",
        "    status: dne\n",
    ],
)
def test_no_day_is_made_up_elsewhere(keys: str) -> None:
    check_noop(step(keys))


def test_tasks_are_mended_by_their_own_keys() -> None:
    tasks = """\
    tasks:
      one: {title: One, status: done}
      two: {title: Two, candidates: [ana, bob]}
      three: {title: Three, candidates: [ana, bob], accountable: bob}
"""
    gone, come, said = outcome(planned, step("    accountable: ana\n", tasks))
    assert gone == [
        "one: {title: One, status: done}",
        "three: {title: Three, candidates: [ana, bob], accountable: bob}",
    ]
    assert come == ["one: {title: One, status: done, done: 2026-12-01}", "three: {title: Three, accountable: bob}"]
    assert said == ["One: done, when nobody wrote -> 2026-12-01", "Three: decided, so its candidates go"]


def test_each_fix_says_where_and_what() -> None:
    plan = plan_of(planned, step("    candidates: [it]\n    accountable: it\n    status: done\n"))
    assert [(path_text(said.path), said.old, said.new) for said in plan.said] == [
        ("steps.vendor", {"candidates": ["it"]}, None),
        ("steps.vendor.done", None, "2026-12-01"),
    ]


def test_a_file_with_errors_elsewhere_is_mended_all_the_same() -> None:
    text = step("    status: done\n    colour: red\n") + "  other: text\n"
    assert outcome(planned, text)[1] == ["done: 2026-12-01"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "candidates: [it, sales]", "candidates: []"]),
            st.sampled_from(["", "hint: Who pays?"]),
            st.sampled_from(["", "accountable: ana", "accountable: [ana, bob]", "accountable: zed"]),
            st.sampled_from(["", "status: done", "status: done, done: 2026-11-30", "status: blocked"]),
            st.sampled_from(["", "ongoing: true"]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_to_mend_twice_is_to_mend_once_and_breaks_nothing(steps: list[tuple[str, ...]]) -> None:
    text = HEAD + "".join(
        f"  s{number}: {{{', '.join(['title: S', *filter(None, keys)])}}}\n" for number, keys in enumerate(steps)
    )
    tree = reading(text).tree
    assert tree
    after = edit(tree, plan_of(planned, text).changes, Limits()).source.text
    assert plan_of(planned, after) == Plan()
    assert set(codes(after)) <= {*codes(text), "RACI202"}, "who was only a candidate has no role any more"


def test_the_lesser_of_two_roles_that_exclude_each_other_goes() -> None:
    text = step("    accountable: ana\n    responsible: [bob, bob]\n    consulted: [ana, bob, it]\n    informed: ana\n")
    gone, come, said = outcome(planned, text)
    assert gone == ["responsible: [bob, bob]", "consulted: [ana, bob, it]", "informed: ana"]
    assert come == ["responsible: [bob]", "consulted: [it]", "informed: []"]
    assert "Choose: consulted Ana, Bob and IT -> IT" in said


def test_an_owner_may_work() -> None:
    assert plan_of(planned, step("    accountable: ana\n    responsible: [ana, bob]\n")) == Plan()


def test_what_a_task_inherits_is_not_written_into_it() -> None:
    text = step("    consulted: [bob]\n    tasks: {a: {title: A, responsible: [bob]}}\n    accountable: ana\n")
    assert plan_of(planned, text) == Plan()
