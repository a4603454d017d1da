"""Names of other alphabets as ids."""

# ruff: noqa: RUF001
import pytest

from raci_cli.latin import ascii_of


@pytest.mark.parametrize(
    "name, latin",
    [
        ("Großhändler", "grosshandler"),
        ("Łukasz Żółw", "lukasz zolw"),
        ("Søren Ærø", "soren aero"),
        ("Щукин Юрий", "shchukin yuriy"),
        ("Київ", "kiiv"),
        ("Ἀθήνα", "athina"),
        ("ＷＩＤＥ", "wide"),
        ("陳 大文", " "),
        ("ABC-1_x", "abc-1_x"),
    ],
)
def test_letters_become_those_that_can_be_typed(name: str, latin: str) -> None:
    assert ascii_of(name) == latin
