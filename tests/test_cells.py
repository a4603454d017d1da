"""Widths in cells: never less than another library counts, and the same for names that people have."""

import pytest
from hostile import HOSTILE, acts
from hypothesis import given
from hypothesis import strategies as st
from names import NAMES
from wcwidth import wcswidth

from raci_cli.cells import cell_len, clip, cut, wrapped
from raci_cli.text import Look, visible

# fmt: off
WIDE = [
    "Ana Ortiz", "陳 大文", "山田 太郎", "김철수", "نور حداد", "דנה כהן", "Aoife Ní Bhriain", "Zoe\u0301", "สมชาย ใจดี",
    "ශ්\u200dරී ලංකා", "ｱﾝﾅ", "👩\u200d👩\u200d👧", "👍🏽 yes", "❤\ufe0f", "🏳\ufe0f\u200d🌈", "🏴\u200d☠\ufe0f", "🇩🇪🇫🇷",
    "1\ufe0f\u20e3", "☺\ufe0e", "🏽", "🇩", "e" + "\u0301" * 30,
]
# Of these some terminals make fewer cells, and others not.
NARROWER = ["नीरा शर्मा", "தமிழ்ச்செல்வி", "\u1781\u17d2\u1798\u17c2\u179a", "a\u200db", "🏽🏽", "漢🏽", "\u0903"]
# fmt: on
TEXTS = [visible(text) for text in (*WIDE, *NARROWER, *HOSTILE, *NAMES)]
ANY = st.text(st.sampled_from("aé漢 ｱ🚀👩🏽\u200d\ufe0f\u0301🇩🇪❤न\u0903:ש")) | st.text(max_size=20).map(visible)


@pytest.mark.parametrize("text", WIDE)
def test_names_are_as_wide_as_another_library_says(text: str) -> None:
    assert cell_len(text) == wcswidth(text)


@given(ANY)
def test_nothing_is_wider_than_is_counted(text: str) -> None:
    assert cell_len(text) >= wcswidth(text)


def test_no_name_is_wider_than_is_counted() -> None:
    assert [text for text in TEXTS if cell_len(text) < wcswidth(text)] == []


@given(ANY, st.integers(0, 12))
def test_what_is_cut_fits_and_is_the_longest_start_that_does(text: str, room: int) -> None:
    start = cut(text, room)
    assert text.startswith(start)
    assert cell_len(start) <= max(room, 0)
    assert start == text or any(cell_len(text[: length + 1]) > room for length in range(len(start), len(text)))


@pytest.mark.parametrize(
    "text, room, start",
    [
        ("漢字", 3, "漢"),
        ("👩\u200d👩\u200d👧x", 2, "👩\u200d👩\u200d👧"),
        ("x👩\u200d👧", 1, "x"),
        ("e\u0301e\u0301", 1, "e\u0301"),
        ("🇩🇪🇫🇷", 3, "🇩🇪"),
        ("❤\ufe0f", 1, "❤"),
        ("abc", 0, ""),
        ("abc", -1, ""),
    ],
)
def test_what_belongs_together_is_not_torn_apart(text: str, room: int, start: str) -> None:
    assert cut(text, room) == start


@pytest.mark.parametrize(
    "text, width, expected, ascii_",
    [
        ("abcdef", 6, "abcdef", "abcdef"),
        ("abcdef", 5, "abcd…", "ab..."),
        ("漢字漢字", 8, "漢字漢字", "漢字漢字"),
        ("漢字漢字", 7, "漢字漢…", "漢字..."),
        ("漢字漢字", 6, "漢字…", "漢..."),
        ("ab cd ef", 4, "ab…", "a..."),
        ("abc", 1, "…", "..."),
        ("", 0, "", ""),
    ],
)
def test_a_text_that_is_too_wide_is_cut_with_a_sign(text: str, width: int, expected: str, ascii_: str) -> None:
    assert clip(text, width, Look()) == expected
    assert clip(text, width, Look(ascii_only=True)) == ascii_


@given(ANY, st.integers(3, 30))
def test_what_is_clipped_fits(text: str, room: int) -> None:
    for look in (Look(), Look(ascii_only=True)):
        assert cell_len(clip(text, room, look)) <= room


def test_text_is_wrapped_between_words_with_its_own_room_for_the_first_line() -> None:
    assert wrapped("one two three four", None) == ["one two three four"]
    assert wrapped("one two three four", 9) == ["one two", "three", "four"]
    assert wrapped("one two three four", 13, before=8, indent=2) == ["one", "two three", "four"]
    assert wrapped("one  two", 20) == ["one  two"]
    assert wrapped("", 20) == [""]


def test_what_is_wider_than_a_line_is_broken_at_its_end() -> None:
    assert wrapped("x" * 20 + " y", 9) == ["x" * 9, "x" * 9, "xx y"]
    assert wrapped("a " + "漢" * 6, 5) == ["a", "漢漢", "漢漢", "漢漢"]
    assert wrapped("abcdef", 6, before=4, indent=2) == ["ab", "cdef"]
    assert wrapped("漢字", 1) == ["漢", "字"], "there is always room for a character"


@pytest.mark.parametrize("room", [5, 9, 20, 60])
def test_wrapped_lines_fit_act_on_nothing_and_hold_everything(room: int) -> None:
    for text in TEXTS:
        lines = wrapped(text, room, indent=2)
        assert acts("\n".join(lines)) == []
        assert max(cell_len(line) for line in lines) <= room
        if "::" not in text:
            assert "".join(lines).replace(" ", "") == text.replace(" ", "")
