"""Each command names the one that follows."""

from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN
from model.in_schemes import text_in
from terminal import at_a_terminal


def last(out: str) -> str:
    return out.splitlines()[-1]


def test_from_a_new_project_to_a_check_that_passes(raci: Any) -> None:
    assert last(raci("init", "--name", "Harbor").out) == "Next: raci assign requirements -A WHO"
    assert last(raci("assign", "requirements", "-A", "it").out) == "Next: raci assign vendor -A WHO"
    assert last(raci("set", "vendor", "accountable=it").out) == "Next: raci check"
    assert raci("check").code == 0


def test_in_another_scheme_the_decision_is_named_in_its_words(raci: Any) -> None:
    Path("raci.yaml").write_text(text_in("daci", {"driver": "ann"}, {"driver": "bob", "approver": "cy"}, {}))
    assert last(raci("assign", "s1", "--role", "approver=ann").out) == "Next: raci assign s3 --role approver=WHO"
    assert "  raci assign s3 --role approver=WHO  " in raci().out


def test_where_nobody_owns_nothing_is_to_be_decided(raci: Any) -> None:
    Path("raci.yaml").write_text(text_in("\n  roles: {one: {letter: O}}", {"one": "ann"}))
    assert "raci assign" not in raci().out


def test_what_decides_nothing_names_nothing(raci: Any) -> None:
    raci("init", "--name", "Harbor")
    for words in (["problem", "-A", "it"], ["vendor", "-C", "it"], ["vendor", "-A", "it", "--dry-run"]):
        assert "Next:" not in raci("assign", *words).out
    assert "Next:" not in raci("assign", "vendor", "-A", "it", "--json").out


def test_where_all_is_decided_the_check_is_next(raci: Any) -> None:
    answers = ["--accountable", "requirements=it", "--accountable", "vendor=it"]
    assert last(raci("init", "--name", "X", *answers).out) == "Next: raci check"


def test_a_file_of_another_name_is_named_as_a_shell_takes_it(raci: Any) -> None:
    out = raci("init", "a b.yaml", "--name", "X").out
    assert last(out) == "Next: raci assign requirements -A WHO -f 'a b.yaml'"
    assert last(raci("assign", "3", "5", "-A", "it", "-f", "a b.yaml").out) == "Next: raci check 'a b.yaml'"


def test_an_id_that_a_shell_would_act_on_is_named_by_its_number(raci: Any, clean: Path) -> None:
    text = (
        CLEAN.replace("second:", "'$(x)':")
        .replace("    accountable: bob\n", "")
        .replace("bob: Bob", "bob: Bob\n  c: C")
    )
    clean.write_text(text.replace("    accountable: ana\n", ""))
    assert "$(" not in raci("assign", "kickoff", "-A", "ana").out


@pytest.mark.parametrize(
    "words, said",
    [
        ([], "Next: raci report status -o status.html\n"),
        (["raci.yaml"], "Next: raci report status -o status.html\n"),
        (["./raci.yaml"], "Next: raci report status -o status.html\n"),
        (["raci.yaml", "other.yaml"], ""),
        (["--quiet"], ""),
        (["--output-format", "concise"], ""),
        (["--exit-zero"], ""),
        (["--statistics"], ""),
    ],
)
def test_a_check_that_passes_says_what_follows_to_who_watches(clean: Path, words: list[str], said: str) -> None:
    Path("other.yaml").write_text(CLEAN)
    ran = at_a_terminal(["check", *words])
    assert ran.code == 0
    assert ran.screen.partition("Next:")[1:] == said.partition("Next:")[1:]


def test_a_check_that_fails_or_that_nobody_watches_says_no_more(raci: Any, clean: Path) -> None:
    assert raci("check").err == ""
    clean.write_text(CLEAN.replace("    accountable: bob\n", ""))
    assert "Next:" not in at_a_terminal(["check"]).screen
