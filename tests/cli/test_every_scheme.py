"""Every command and every report, in every shipped scheme and in one with every look that a role can have."""

import shlex
from pathlib import Path
from typing import Any

import pytest
from model.in_schemes import PEOPLE, full, text_in

from raci_cli.model.scheme import Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.reports import REPORTS

# Those of `colour` in the format.
LOOKS = ("own", "work", "support", "ask", "verify", "sign", "tell", "out", "plain")
# Roles of one's own, a look each, of which none owns and none works; then two that do.
INLINE = "".join(f"    role-{look}: {{letter: {look[:2]}, colour: {look}}}\n" for look in LOOKS)
OURS = (
    "\n  roles:\n    owner: {letter: A, owns: true, min: 1, max: 1}\n    doer: {letter: D, works: true}\n"
    + INLINE.rstrip()
)
NOBODY = "\n  roles:\n" + INLINE.rstrip()


def text_of(scheme: Scheme) -> str:
    """A step in which everybody has a role, and one that nobody owns."""
    owners = {role.name for role in scheme.owners}
    return text_in(scheme.name, full(scheme), {name: "fay" for name in scheme.names[-1:] if name not in owners})


def inline(roles: str, *first: str) -> str:
    names = (*first, *(f"role-{look}" for look in LOOKS))
    held = {name: PEOPLE[index % len(PEOPLE)] for index, name in enumerate(names)}
    return text_in(roles, held, {"role-tell": "fay"})


TEXTS = {
    **{name: text_of(scheme) for name, scheme in SCHEMES.items()},
    "ours": inline(OURS, "owner", "doer"),
    "nobody": inline(NOBODY),
}
ALL = pytest.mark.parametrize("name", TEXTS)


@pytest.fixture
def at_work(name: str) -> None:
    Path("raci.yaml").write_text(TEXTS[name], encoding="utf-8")


@ALL
@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize("json", [[], ["--json"]], ids=["text", "json"])
def test_every_view_can_be_seen(raci: Any, json: list[str]) -> None:
    views = [["status"], ["matrix"], ["next"], ["people"], ["show", "s1"], ["show", "s2"]]
    views += [[command, *words, who] for who in PEOPLE for command, words in (("who", ()), ("next", ("--for",)))]
    for words in views:
        ran = raci(*words, *json)
        assert (ran.code, ran.err) == (0, ""), words
    assert raci("check", *json).code in (0, 1)
    assert raci().code == 2


@ALL
@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize("report", REPORTS)
def test_every_report_can_be_made(raci: Any, report: str) -> None:
    takes = {"for": ["--for", "fay"], "step": ["--step", "s1"]}
    options = [word for option in REPORTS[report].needs for word in takes[option]]
    for format_ in REPORTS[report].formats:
        if format_ != "pdf":
            ran = raci("report", report, "--format", format_, "-o", "made", *options)
            assert (ran.code, ran.err) == (0, ""), format_


@ALL
@pytest.mark.usefixtures("at_work")
def test_the_decision_that_is_named_can_be_made(raci: Any, name: str) -> None:
    said = [line.strip() for line in raci().out.splitlines() if line.startswith("  raci assign ")]
    assert bool(said) == (name != "nobody")
    for line in said:
        command = line.partition("  ")[0].replace("WHO", "ann")
        ran = raci(*shlex.split(command)[1:])
        assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (0, "", "Next: raci check")


@ALL
@pytest.mark.usefixtures("at_work")
def test_steps_can_be_changed(raci: Any, name: str) -> None:
    changes = ("mark s2 done", "set s2 due=2027-01-01", "rename ann anna", "remove fay --everywhere")
    for words in changes:
        assert raci(*words.split()).code == 0, words
    role = "role-out" if name in ("ours", "nobody") else SCHEMES[name].names[-1]
    assert raci("assign", "s1", "--role", f"{role}=bob").code == 0
    assert raci("unassign", "s1", "--role", f"{role}=bob").code == 0
