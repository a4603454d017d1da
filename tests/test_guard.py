"""What a spreadsheet would take for a formula is text to it, and comes back as it was."""

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.guard import guarded, unguarded

FORMULAS = [
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\t",
    "  =1",
    "\xa0=1",
    "\uff1d1",
    "\uff0b1+2",
    "\uff0dx",
    "\uff20x",
    "-",
    "-1-2",
]
NUMBERS = ["-5", "+5", "-1.5", "+1,000.5", "5"]
PLAIN = ["", "x", "'x", "'", "a=1", "1+1", "007", "'5", "O'Brien", "x\t=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(f"'{text}") == text


@pytest.mark.parametrize("text", [*NUMBERS, *PLAIN])
def test_numbers_and_words_stay(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@pytest.mark.parametrize("text", ["'=1", "''=1", "' @x", "'-5"])
def test_what_had_an_apostrophe_gets_another(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text(alphabet="'=+-@\uff1d \t\r1.x") | st.text() | st.sampled_from(HOSTILE))
def test_the_way_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
