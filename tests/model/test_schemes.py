"""The shipped role schemes."""

import json

import jsonschema_rs
import pytest
from helpers import data_of, project, reading
from model.in_schemes import full, text_in

from raci_cli.model.schema import json_schema
from raci_cli.model.scheme import RACI, Scheme
from raci_cli.model.schemes import ALIASES, SCHEMES

LETTERS = {
    "raci": "RACI", "arci": "ARCI", "rasci": "RASCI", "rasic": "RASIC", "raci-vs": "RACIVS", "raciq": "RACIQ",
    "cairo": "CAIRO", "racio": "RACIO", "pacsi": "PACSI", "paris": "PARIS", "daci": "DACI", "rapid": "RAPID",
    "mocha": "MOCHA", "dri": "DCI",
}  # fmt: skip
COLOURS = {"own", "work", "support", "ask", "verify", "sign", "tell", "out", "plain"}
VALIDATOR = jsonschema_rs.validator_for(json_schema())
ALL = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)


def test_the_letters_of_a_scheme_are_those_of_its_name() -> None:
    assert {name: "".join(role.letter for role in scheme.roles) for name, scheme in SCHEMES.items()} == LETTERS


@ALL
def test_a_shipped_scheme_holds_together(scheme: Scheme) -> None:
    letters = [role.letter for role in scheme.roles]
    assert SCHEMES[scheme.name] is scheme
    assert scheme.source
    assert scheme.summary
    assert len(set(letters)) == len(letters) == len(set(scheme.names))
    assert all(len(letter) == 1 for letter in letters)
    assert all(set(role.excludes) <= set(scheme.names) - {role.name} for role in scheme.roles)
    assert all(role.max is None or role.max >= role.min for role in scheme.roles)
    assert all(role.meaning and role.colour in COLOURS for role in scheme.roles)


@ALL
def test_no_two_roles_of_a_scheme_look_alike(scheme: Scheme) -> None:
    colours = [role.colour for role in scheme.roles]
    assert len(set(colours)) == len(colours)


@ALL
def test_exclusion_is_mutual(scheme: Scheme) -> None:
    pairs = {(role.name, other) for role in scheme.roles for other in role.excludes}
    assert pairs == {(other, name) for name, other in pairs}


@ALL
def test_exactly_one_party_answers_for_a_step(scheme: Scheme) -> None:
    (owner,) = scheme.owners
    assert (owner.min, owner.max, owner.colour) == (1, 1, "own")


def test_another_name_stands_for_the_same_roles() -> None:
    for name, of in {**ALIASES, "arci": "raci"}.items():
        assert sorted(SCHEMES[name].roles) == sorted(SCHEMES[of].roles)
        assert SCHEMES[name].roles != SCHEMES[of].roles
    assert all(SCHEMES[name].source == SCHEMES[of].source for name, of in ALIASES.items())


def test_raci_is_the_one_that_every_project_has_without_asking() -> None:
    assert SCHEMES["raci"] is RACI


@ALL
def test_a_project_can_name_it(scheme: Scheme) -> None:
    found = project(text_in(scheme.name, full(scheme)))
    assert found.scheme == scheme
    assert found.steps[0].roles == {name: (who,) for name, who in full(scheme).items()}


@ALL
def test_the_json_schema_knows_its_roles(scheme: Scheme) -> None:
    document = json.loads(json.dumps(data_of(text_in(scheme.name, full(scheme)))))
    document["raci"] = 1
    step = document["steps"]["s1"]
    step["tasks"] = {"t": {"title": "Task", **full(scheme)}}
    assert VALIDATOR.is_valid(document)
    for other in SCHEMES.values():
        for name in set(other.names) - set(scheme.names):
            for place in (step, step["tasks"]["t"]):
                place[name] = "ann"
                assert not VALIDATOR.is_valid(document), name
                del place[name]
    assert VALIDATOR.is_valid(document)


@pytest.mark.parametrize("word, meant", [("dacii", "daci"), ("RASCI", "rasci"), ("raci_vs", "raci-vs")])
def test_a_name_that_is_nearly_right_is_said_once_and_the_steps_are_read_as_they_were_meant(
    word: str, meant: str
) -> None:
    scheme = SCHEMES[meant]
    found = reading(text_in(word, full(scheme)))
    (finding,) = found.findings
    assert finding.message == f"scheme must be a known scheme or one of your own, not '{word}'"
    assert finding.help == f"did you mean {meant}?"
    assert found.project is not None
    assert found.project.scheme == scheme


def test_a_name_like_no_other_is_answered_with_where_to_look() -> None:
    (finding,) = reading(text_in("zzz", {"accountable": "ann"})).findings
    assert finding.help == "raci schemes lists them"
