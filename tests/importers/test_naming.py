import pytest

from raci_cli.importers.naming import Ids, fit, folded, short_id
from raci_cli.model.fields import is_id


@pytest.mark.parametrize(
    "text, shown",
    [
        ("  a \n b\t c  ", "a b c"),
        ("a\u00a0b\u2028c\x85d", "a b c d"),
        ("a\x1bb\x00", "a\\x1bb\\x00"),
        ("陳 大文", "陳 大文"),
        ("", ""),
    ],
)
def test_a_text_fits_on_a_line_of_the_file(text: str, shown: str) -> None:
    assert fit(text) == shown


def test_names_are_compared_without_case_and_spaces() -> None:
    assert folded(" Ana\n LOPEZ") == folded("ana  lopez") != folded("analopez")


@pytest.mark.parametrize(
    "name, id_",
    [
        ("Product Owner", "product-owner"),
        ("Café & Søn GmbH", "cafe-son-gmbh"),
        ("陳 大文", None),
        ("sponsors", None),
        ("---", None),
        (
            "Define what the solution must do and for whom it must do that",
            "define-what-the-solution-must-do-and-for",
        ),
        ("x" * 100_000, "x" * 40),
    ],
)
def test_an_id_is_made_of_the_first_words(name: str, id_: str | None) -> None:
    assert short_id(name) == id_
    assert id_ is None or is_id(id_)


def test_ids_differ_from_each_other_and_from_those_that_are_there() -> None:
    ids = Ids(["build"])
    made = [ids.made(name, "step", number) for number, name in enumerate(["Build", "build", "陳", "陳", "Test"], 1)]
    assert made == ["build-2", "build-3", "step-3", "step-4", "test"]


def test_an_id_that_the_source_gives_is_kept_where_it_can_be_one() -> None:
    ids = Ids(["t1"])
    assert [ids.made("Build", "step", 1, given) for given in ("T-7", "t1", "A.5.1", "T-7")] == [
        "T-7", "build", "build-2", "build-3",
    ]  # fmt: skip


def test_ten_thousand_of_one_name_take_no_time() -> None:
    ids = Ids(())
    assert len({ids.made("Same", "step", number) for number in range(10_000)}) == 10_000
