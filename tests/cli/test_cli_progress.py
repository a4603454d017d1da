"""The bar on stderr of a check that takes a while."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import CLEAN

from raci_cli.cli import main
from raci_cli.cli.progress import FROM, shown

BAR = re.compile(r"\r#*\.* \d+ of \d+ files")


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


def written(total: int = FROM) -> str:
    """What is written to a terminal while so many items come."""
    with contextlib.redirect_stderr(Screen()) as screen:
        assert list(shown(iter(range(total)), total)) == list(range(total))
    return screen.getvalue()


def test_a_bar_grows_and_goes() -> None:
    text = written()
    assert text.startswith("\r.............................. 2 of 200 files")
    assert text.endswith("\r############################## 200 of 200 files\r\x1b[K")
    assert len(BAR.findall(text)) == 100
    assert "\n" not in text
    assert len(BAR.findall(written(10_050))) == 101


def test_items_come_one_by_one() -> None:
    with contextlib.redirect_stderr(Screen()) as screen:
        items = iter(shown(iter(range(FROM)), FROM))
        assert [next(items), next(items)] == [0, 1]
        assert "2 of 200" in screen.getvalue()


def test_few_files_need_no_bar() -> None:
    assert written(FROM - 1) == ""


@pytest.mark.parametrize("variable, value", [("TERM", "dumb"), ("ACCESSIBLE", "1")])
def test_who_does_not_want_one_gets_none(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    assert written() == ""


def test_a_bar_is_no_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    assert max(len(line) for line in written().replace("\x1b[K", "").split("\r")) == 9


def test_an_error_clears_the_bar() -> None:
    def failing() -> Iterator[int]:
        yield from range(FROM // 2)
        raise KeyboardInterrupt

    with contextlib.redirect_stderr(Screen()) as screen, pytest.raises(KeyboardInterrupt):
        list(shown(failing(), FROM))
    assert screen.getvalue().endswith("\r\x1b[K")


def test_off_a_terminal_there_is_none() -> None:
    with contextlib.redirect_stderr(io.StringIO()) as stream:
        assert len(list(shown(range(FROM), FROM))) == FROM
    assert stream.getvalue() == ""


def test_a_stream_that_is_closed_or_gone_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = Screen()
    closed.close()
    for stream in (None, closed, io.TextIOWrapper(io.BytesIO())):
        monkeypatch.setattr(sys, "stderr", stream)
        if isinstance(stream, io.TextIOWrapper):
            stream.close()
        assert len(list(shown(range(FROM), FROM))) == FROM


def test_a_terminal_that_goes_away_does_not_change_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Screen):
        def write(self, _text: str) -> int:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stderr", Gone())
    assert len(list(shown(range(FROM), FROM))) == FROM


def many(number: int) -> None:
    for index in range(number):
        Path(f"p{index:03}.raci.yaml").write_text(CLEAN)


def test_a_check_of_many_files_shows_it_beside_its_output(capsys: pytest.CaptureFixture[str]) -> None:
    many(FROM)
    with contextlib.redirect_stderr(Screen()) as screen:
        assert main(["check", "."]) == 0
    assert capsys.readouterr().out == "200 files checked: 0 errors, 0 warnings, 0 notes\n"
    assert "200 of 200 files" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo terminal")
def test_a_real_terminal_shows_it() -> None:
    many(FROM)
    upper, lower = os.openpty()
    with os.fdopen(upper, "rb", buffering=0) as terminal, os.fdopen(lower, "w") as stderr:
        with contextlib.redirect_stderr(stderr):
            assert main(["check", "."]) == 0
        seen = terminal.read(100_000).decode()
    assert BAR.match(seen)
