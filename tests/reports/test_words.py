"""Words and signs that reports share."""

import pytest

from raci_cli.model.project import STATUSES
from raci_cli.reports.words import STATUS_WORDS, begun, day, day_long, glyphs, status_word
from raci_cli.text import Look


@pytest.mark.parametrize(
    "iso, as_of, said",
    [
        ("2026-07-24", "2026-12-01", "24 Jul"),
        ("2026-07-04", "2026-12-01", "4 Jul"),
        ("2027-01-01", "2026-12-31", "1 Jan 2027"),
        ("2025-12-31", "2026-01-01", "31 Dec 2025"),
        ("2026-07-24", "", "24 Jul 2026"),
        ("0999-02-28", "2026-01-01", "28 Feb 0999"),
        ("9999-12-31", "9999-01-01", "31 Dec"),
        (None, "2026-12-01", ""),
        ("", "2026-12-01", ""),
    ],
)
def test_a_day_has_its_year_where_it_is_another(iso: str | None, as_of: str, said: str) -> None:
    assert day(iso, as_of) == said


@pytest.mark.parametrize(
    "iso, said",
    [
        ("2026-06-05", "Friday 5 Jun 2026"),
        ("2028-02-29", "Tuesday 29 Feb 2028"),
        ("2026-12-06", "Sunday 6 Dec 2026"),
        ("2026-12-07", "Monday 7 Dec 2026"),
    ],
)
def test_a_day_in_full(iso: str, said: str) -> None:
    assert day_long(iso) == said


def test_every_month_has_its_name() -> None:
    said = [day(f"2026-{month:02}-01", "2026") for month in range(1, 13)]
    assert said == [
        f"1 {name}" for name in ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    ]


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_its_word_and_its_own_sign(status: str) -> None:
    assert status_word({"status": status}) == status.replace("-", " ")
    assert STATUS_WORDS[status].lower() == status_word({"status": status})
    for look in (Look(), Look(ascii_only=True)):
        assert len(glyphs(look)[status]) == 1
        assert len(set(glyphs(look).values())) == len(STATUSES)
    assert glyphs(Look(ascii_only=True))[status].isascii()


@pytest.mark.parametrize("text, said", [("it is IT", "It is IT"), ("", ""), ("élan", "Élan")])
def test_a_sentence_begins_large_and_goes_on_as_it_was(text: str, said: str) -> None:
    assert begun(text) == said
