"""Roles and schemes as data."""

from raci_cli.model.scheme import RACI, Role, option


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


def test_a_role_is_typed_by_its_letter_where_there_is_an_option_for_it() -> None:
    assert [option(role, "ana")[0] for role in RACI.roles] == ["-R", "-A", "-C", "-I"]
    assert option(Role("approver", "A"), "ana") == ("--role", "approver=ana")
