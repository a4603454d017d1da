"""The shipped role schemes."""

import pytest

from raci_cli.model.scheme import RACI, SCHEMES, Scheme


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_shipped_scheme_holds_together(scheme: Scheme) -> None:
    letters = [role.letter for role in scheme.roles]
    assert scheme.name in SCHEMES
    assert scheme.source
    assert len(set(letters)) == len(letters) == len(set(scheme.names))
    assert all(1 <= len(letter) <= 3 for letter in letters)
    assert all(set(role.excludes) <= set(scheme.names) - {role.name} for role in scheme.roles)
    assert all(role.max is None or role.max >= role.min for role in scheme.roles)
    assert all(role.meaning for role in scheme.roles)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_exclusion_is_mutual(scheme: Scheme) -> None:
    pairs = {(role.name, other) for role in scheme.roles for other in role.excludes}
    assert pairs == {(other, name) for name, other in pairs}


def test_raci_has_one_owner_who_may_work() -> None:
    assert [role.letter for role in RACI.roles] == ["R", "A", "C", "I"]
    assert [role.name for role in RACI.owners] == ["accountable"]
    assert [role.name for role in RACI.workers] == ["responsible"]
    owner = RACI.role("accountable")
    assert owner is not None
    assert (owner.min, owner.max, owner.excludes) == (1, 1, ())


def test_a_role_is_found_by_its_name_only() -> None:
    assert RACI.role("A") is None
    assert RACI.names == ("responsible", "accountable", "consulted", "informed")
