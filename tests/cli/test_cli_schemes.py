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
