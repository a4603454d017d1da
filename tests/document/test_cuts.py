"""Pieces of a text, replaced all at once."""

import pytest

from raci_cli.document.cuts import Cuts
from raci_cli.errors import Bug


def cut(text: str, *pieces: tuple[int, int, str]) -> str:
    cuts = Cuts(text)
    for piece in pieces:
        cuts.cut(*piece)
    return cuts.apply()


@pytest.mark.parametrize(
    "pieces, after",
    [
        ([], "abcdef"),
        ([(0, 1, "X")], "Xbcdef"),
        ([(4, 6, ""), (0, 2, "XYZ")], "XYZcd"),
        ([(2, 4, "X"), (4, 5, "Y")], "abXYf"),
        ([(3, 3, "1"), (3, 3, "2")], "abc12def"),
        ([(3, 5, ""), (3, 3, "X")], "abcXf"),
        ([(6, 6, "X")], "abcdefX"),
        ([(0, 6, "")], ""),
    ],
)
def test_pieces_are_replaced_whatever_their_order(pieces: list[tuple[int, int, str]], after: str) -> None:
    assert cut("abcdef", *pieces) == after


@pytest.mark.parametrize("pieces", [[(0, 3, "X"), (2, 4, "Y")], [(0, 6, ""), (1, 1, "X")], [(1, 3, ""), (1, 3, "")]])
def test_pieces_that_overlap_are_a_bug(pieces: list[tuple[int, int, str]]) -> None:
    with pytest.raises(Bug, match="nothing was written"):
        cut("abcdef", *pieces)


@pytest.mark.parametrize(
    "text, index, newline",
    [
        ("a\nb", 2, "\n"),
        ("a\r\nb", 3, "\r\n"),
        ("a\r\nb\nc", 5, "\n"),
        ("a\nb\r\nc", 5, "\r\n"),
        ("a\r\nb", 0, "\r\n"),
        ("a\nb\r\n", 0, "\n"),
        ("ab", 1, "\n"),
        ("\na", 1, "\n"),
        ("", 0, "\n"),
    ],
)
def test_the_line_end_is_that_of_the_line_before(text: str, index: int, newline: str) -> None:
    assert Cuts(text).newline_at(index) == newline
