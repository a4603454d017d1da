"""`raci schemes`, and the commands that give roles, in each scheme."""

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT
from hostile import HOSTILE, acts
from model.in_schemes import full, text_in

from raci_cli.model.scheme import Scheme
from raci_cli.model.schemes import SCHEMES

ALL = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
SHORT = {"responsible": "-R", "accountable": "-A", "consulted": "-C", "informed": "-I"}


def test_the_schemes_are_listed_a_line_each(raci: Any) -> None:
    ran = raci("schemes")
    assert (ran.code, ran.err) == (0, "")
    heading, *lines = ran.out.partition("\n\n")[0].splitlines()
    assert heading.split() == ["NAME", "LETTERS", "FOR"]
    assert [line.split()[0] for line in lines] == list(SCHEMES)
    assert "daci     D A C I      decisions that one person approves and one drives" in lines
    assert "rasic    R A S I C    rasci in another order" in lines
    assert ran.out.endswith("raci schemes NAME shows the roles of one. A project file names it: scheme: NAME\n")


def test_a_scheme_is_shown_with_its_roles(raci: Any) -> None:
    ran = raci("schemes", "daci")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "DACI: decisions that one person approves and one drives\n"
        "\n"
        "   ROLE         HOW MANY       WHAT\n"
        "D  driver       one            drives it to a decision; counts as doing the work; not contributor or informed"
        " as well\n"
        "A  approver     one, a person  decides; answers for the step\n"
        "C  contributor  any            knows something about it, and is asked; not driver or informed as well\n"
        "I  informed     any            is told what was decided; not driver or contributor as well\n"
        "\n"
        "In the file: scheme: daci\n"
        "To name who answers for a step: raci assign STEP --role approver=WHO\n"
        "Source: Atlassian Team Playbook: DACI; https://www.atlassian.com/team-playbook/plays/daci\n"
    )


@ALL
def test_every_scheme_says_what_its_roles_are_and_where_it_is_from(raci: Any, scheme: Scheme) -> None:
    out = raci("schemes", scheme.name).out
    assert scheme.source in out
    assert f"\nIn the file: scheme: {scheme.name}\n" in out
    for role in scheme.roles:
        assert f"\n{role.letter}  {role.name} " in out
        assert role.meaning in out
    (owner,) = scheme.owners
    way = f"{SHORT[owner.name]} WHO" if owner.name in SHORT else f"--role {owner.name}=WHO"
    assert f"raci assign STEP {way}\n" in out


def test_capitals_are_no_hindrance(raci: Any) -> None:
    assert raci("schemes", "DACI").out == raci("schemes", "daci").out


@pytest.mark.parametrize("name, help_", [("dcai", "did you mean daci?"), ("zzz", "schemes: raci, arci, ")])
def test_an_unknown_scheme_is_answered_with_the_known(raci: Any, name: str, help_: str) -> None:
    ran = raci("schemes", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: there is no scheme '{name}'\n  {help_}")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_does_nothing(raci: Any, text: str) -> None:
    assert not acts(raci("schemes", text).err)


def test_the_schemes_as_data(raci: Any) -> None:
    every = json.loads(raci("schemes", "--json").out)
    assert [one["name"] for one in every] == list(SCHEMES)
    one = json.loads(raci("schemes", "rasic", "--json").out)
    assert one in every
    assert (one["letters"], one["same_as"]) == ("R A S I C", "rasci")
    role = one["roles"][0]
    assert (role["name"], role["letter"], role["works"]) == ("responsible", "R", True)
    assert (role["min"], role["max"]) == (0, None)
    assert role["excludes"] == ["support", "consulted", "informed"]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("words", [["schemes"], *(["schemes", name] for name in SCHEMES)], ids=" ".join)
def test_on_a_terminal_lines_fit(raci: Any, monkeypatch: pytest.MonkeyPatch, words: list[str], columns: int) -> None:
    plain = raci(*words).out
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    assert raci(*words).code == 0
    lines = screen.getvalue().splitlines()
    assert max(map(len, lines)) <= columns
    assert words_of(screen.getvalue()) == words_of(plain)


def words_of(text: str) -> str:
    """What is said without spaces, and without a heading that a narrow list does without."""
    return re.sub(r"HOW MANY( +WHAT)?\n|\s|FOR\n", "", text)


@ALL
def test_every_role_can_be_given_and_taken(raci: Any, scheme: Scheme) -> None:
    Path("raci.yaml").write_text(text_in(scheme.name, {}), encoding="utf-8")
    given = full(scheme)
    options = [f"--role={name}={who}" for name, who in given.items()]
    assert raci("assign", "s1", *options).code == 0
    view = json.loads(raci("matrix", "--json").out)
    found = {party["id"]: letters for party, letters in zip(view["parties"], view["rows"][0]["letters"], strict=True)}
    assert found == {who: [role.letter] for role, who in zip(scheme.roles, given.values(), strict=True)}
    for name, who in given.items():
        words = [SHORT[name], who] if name in SHORT else ["--role", f"{name}={who}"]
        assert raci("unassign", "s1", *words).code == 0
    assert json.loads(raci("matrix", "--json").out)["parties"] == []


@ALL
def test_an_option_for_a_role_that_the_scheme_lacks_is_answered_with_its_roles(raci: Any, scheme: Scheme) -> None:
    Path("raci.yaml").write_text(text_in(scheme.name, {}), encoding="utf-8")
    for name in set(SHORT) - set(scheme.names):
        ran = raci("assign", "s1", SHORT[name], "ann")
        assert (ran.code, ran.out) == (2, "")
        first, second = ran.err.splitlines()
        assert first == f"error: there is no role '{name}' in the scheme {scheme.name}"
        meant = second.removeprefix("  did you mean ").removesuffix("?")
        assert meant in scheme.names or all(role in second or role in SHORT for role in scheme.names), second


@ALL
def test_a_role_that_takes_one_party_is_handed_on(raci: Any, scheme: Scheme) -> None:
    (owner,) = scheme.owners
    Path("raci.yaml").write_text(text_in(scheme.name, full(scheme)), encoding="utf-8")
    assert raci("assign", "s1", "--role", f"{owner.name}=fay").code == 0
    assert f"{owner.name}: fay" in Path("raci.yaml").read_text(encoding="utf-8")


def test_the_table_of_the_documentation_is_that_of_the_schemes(update: bool) -> None:
    path = ROOT / "docs/schemes.md"
    text = path.read_text(encoding="utf-8")
    head = "| scheme | roles | for | source |\n| --- | --- | --- | --- |\n"
    before, _, rest = text.partition(head)
    after = rest[rest.index("\n\n") + 1 :]
    made = before + head + "".join(map(_row, SCHEMES.values())) + after
    if update:
        path.write_text(made, encoding="utf-8")
    assert made == text or update


def _row(scheme: Scheme) -> str:
    roles = ", ".join(f"{role.letter} {role.name}" for role in scheme.roles)
    return f"| `{scheme.name}` | {roles} | {scheme.summary} | {scheme.source} |\n"


OURS = text_in(
    "\n  name: Our way\n  roles:\n    boss: {letter: B, owns: true, min: 1, max: 1, person-only: true}\n"
    "    pair: {letter: P, works: true, min: 2, max: 3}\n    crowd: {letter: C, min: 2}\n"
    "    two: {letter: T, min: 2, max: 2}\n    some: {letter: S, max: 2}",
    {},
)


def test_the_scheme_of_a_project_is_listed_first_and_shown(raci: Any) -> None:
    Path("raci.yaml").write_text(OURS)
    heading, first, *rest = raci("schemes").out.partition("\n\n")[0].splitlines()
    assert first.split("  ")[0] == "Our way"
    assert re.split("  +", first) == ["Our way", "B P C T S", "this project"]
    assert [line.split()[0] for line in rest] == list(SCHEMES)
    assert heading.startswith("NAME")
    ran = raci("schemes", "our way")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "OUR WAY: this project\n"
        "\n"
        "   ROLE   HOW MANY       WHAT\n"
        "B  boss   one, a person  answers for the step\n"
        "P  pair   two to three   counts as doing the work\n"
        "C  crowd  at least two\n"
        "T  two    two\n"
        "S  some   two at most\n"
        "\n"
        "To name who answers for a step: raci assign STEP --role boss=WHO\n"
    )
    data = json.loads(raci("schemes", "Our way", "--json").out)
    assert (data["name"], data["of_the_project"], data["same_as"]) == ("Our way", True, None)
    assert [one["of_the_project"] for one in json.loads(raci("schemes", "--json").out)][:2] == [True, False]


def test_the_project_may_lie_elsewhere(raci: Any) -> None:
    Path("other.yaml").write_text(OURS)
    assert raci("schemes", "our way").code == 2
    assert raci("schemes", "our way", "-f", "other.yaml").code == 0
    assert raci("schemes", "-f", "gone.yaml").code == 3


@pytest.mark.parametrize("text", ["a: [", "raci: 1\n", "", text_in("daci", {}), text_in("raci", {})])
def test_a_project_without_a_scheme_of_its_own_changes_nothing(raci: Any, text: str) -> None:
    before = raci("schemes").out
    Path("raci.yaml").write_text(text)
    assert raci("schemes").out == before
    assert raci("schemes", "daci").code == 0


@pytest.mark.parametrize("words", [["schemes"], ["schemes", "daci"], ["lifecycles"], ["lifecycles", "./own.yaml"]])
def test_lists_are_coloured_and_kept_to_ascii_where_that_is_asked_for(raci: Any, words: list[str]) -> None:
    Path("own.yaml").write_text("raci: 1\nproject: {name: X, summary: And so on…}\nsteps: {a: {title: A…}}\n")
    assert "\x1b[" in raci(*words, "--color", "always").out
    assert "\x1b[" not in raci(*words, "--color", "never").out
    assert raci(*words, "--ascii").out.isascii()
    assert raci(*words, "--ascii").out.split() == raci(*words).out.replace("…", "...").split()
