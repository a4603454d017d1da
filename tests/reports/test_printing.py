"""PDF: printed by a browser that is found, with a time limit, and nothing left behind."""

import os
import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from helpers import text_of
from reports.demo import DEMO, shown_by

from raci_cli.errors import RaciError
from raci_cli.reports import printing
from raci_cli.reports.render import made

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the browser is a shell script")
REAL = next(filter(None, map(shutil.which, printing.BROWSERS)), None)
PRINTS = 'printf "%%PDF-1.4 of %s" "$(grep -c "<h1>" "$page")" > "$target"'


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))


def browser(tmp_path: Path, does: str, name: str = "browser") -> Path:
    """A program that is started like a browser and does something with $page and $target; it notes its arguments."""
    path = tmp_path / name
    path.write_text(
        "#!/bin/sh\n"
        f'printf "%s\\n" "$@" > "{tmp_path}/arguments"\n'
        'for one in "$@"; do case "$one" in\n'
        "  --print-to-pdf=*) target=${one#*=} ;;\n"
        "  file://*) page=${one#file://} ;;\n"
        "esac; done\n"
        f"{does}\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def pdf() -> bytes:
    written = made("executive", "pdf", shown_by("executive", DEMO))
    assert isinstance(written, bytes)
    return written


def left(tmp_path: Path) -> list[str]:
    return [path.name for path in (tmp_path / "temporary").iterdir()]


@POSIX
def test_the_page_is_printed_and_nothing_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(printing.VARIABLE, str(browser(tmp_path, PRINTS)))
    assert pdf() == b"%PDF-1.4 of 1"
    arguments = (tmp_path / "arguments").read_text().splitlines()
    assert {"--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"} <= set(arguments)
    assert "--no-pdf-header-footer" in arguments
    assert any(one.startswith(f"--user-data-dir={tmp_path}/temporary/") for one in arguments)
    assert left(tmp_path) == []


@POSIX
def test_the_first_known_name_on_the_path_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser(tmp_path, PRINTS, "msedge")
    browser(tmp_path, PRINTS, "google-chrome")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printing.found() == str(tmp_path / "google-chrome")


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RaciError, match="none was found") as caught:
        pdf()
    assert "install Chromium" in caught.value.help
    monkeypatch.setenv(printing.VARIABLE, "no-such-program")
    with pytest.raises(RaciError, match="RACI_CHROMIUM names no program: no-such-program"):
        pdf()


@POSIX
@pytest.mark.parametrize(
    "does, said",
    [("exit 3", r"printed no PDF \(exit 3\)"), (":", "printed no PDF$"), ('echo no > "$target"', "no PDF$")],
)
def test_a_browser_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str, said: str) -> None:
    monkeypatch.setenv(printing.VARIABLE, str(browser(tmp_path, does)))
    with pytest.raises(RaciError, match=said):
        pdf()
    assert left(tmp_path) == []


@POSIX
def test_a_browser_that_hangs_is_ended_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(printing.VARIABLE, str(browser(tmp_path, f'sleep 600 & echo $! > "{tmp_path}/child"; wait')))
    monkeypatch.setattr(printing, "SECONDS", 1)
    with pytest.raises(RaciError, match="took more than 1 s"):
        pdf()
    child = int((tmp_path / "child").read_text())
    assert _ends(child)
    assert left(tmp_path) == []


def _ends(process: int) -> bool:
    """Whether a process that was killed is gone, which a busy machine needs a moment for; by itself it would go on."""
    until = time.monotonic() + 60
    while _runs(process) and time.monotonic() < until:
        time.sleep(0.01)
    return not _runs(process)


def _runs(process: int) -> bool:
    """Whether a process still works; one that has ended may be waited for by nobody."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.is_file() or state.read_text().rpartition(")")[2].split()[0] not in ("Z", "X")


LONG = "words that go on and on " * 30
CROWDED = text_of(f"""
    raci: 1
    project: {{name: '{LONG}', summary: '{LONG}', lead: ana, verdict: {{set: red, because: '{LONG}'}}}}
    people: {{ana: 'Ana {LONG}', bob: 'Bob {LONG}'}}
    sponsors: [ana, bob]
    steps:
    """) + "".join(
    f"  s{number}: {{title: '{LONG}', candidates: [ana, bob], hint: '{LONG}', status: blocked, blocked: '{LONG}'}}\n"
    for number in range(15)
)


@pytest.mark.skipif(REAL is None, reason="no Chromium is installed")
@pytest.mark.parametrize("text", [DEMO, CROWDED], ids=["demo", "crowded"])
def test_a_real_browser_prints_one_page(text: str) -> None:
    view: dict[str, Any] = shown_by("executive", text)
    printed = made("executive", "pdf", view)
    assert isinstance(printed, bytes)
    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/Type /Page\n") == 1
