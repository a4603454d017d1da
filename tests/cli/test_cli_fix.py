"""`raci check --fix` and `--diff`."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from helpers import CLEAN
from hostile import HOSTILE, acts

DONE = f"{CLEAN}    status: done  # finished\n"
MENDED = f"{DONE}    done: 2026-12-01\n"


def test_fix_mends_the_file_and_checks_what_it_is_then(raci: Any, clean: Path) -> None:
    clean.write_text(DONE)
    ran = raci("check", "--fix")
    assert ran.code == 0
    assert ran.err == "fixed raci.yaml: Second: done, when nobody wrote -> 2026-12-01\n"
    assert ran.out == "1 file checked: 0 errors, 0 warnings, 0 notes\n"
    assert clean.read_text() == MENDED
    again = raci("check", "--fix")
    assert (again.code, again.err) == (0, "")
    assert clean.read_text() == MENDED


def test_the_day_is_the_one_that_is_reckoned_from(raci: Any, clean: Path) -> None:
    clean.write_text(DONE)
    raci("check", "--fix", "--as-of", "2026-11-05")
    assert clean.read_text().endswith("done: 2026-11-05\n")


def test_diff_shows_it_and_writes_nothing(raci: Any, clean: Path) -> None:
    clean.write_text(DONE)
    for words in (["--diff"], ["--fix", "--diff"]):
        ran = raci("check", *words)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines()[:2] == ["--- raci.yaml", "+++ raci.yaml"]
        assert ran.out.splitlines()[-1] == "+    done: 2026-12-01"
        assert clean.read_text() == DONE


def test_what_needs_a_decision_stays_and_is_told(raci: Any, clean: Path) -> None:
    text = DONE.replace("accountable: ana", "candidates: [ana, bob]")
    clean.write_text(text)
    assert raci("check", "--diff").code == 1
    ran = raci("check", "--fix")
    assert ran.code == 1
    assert "error[RACI101]" in ran.out
    assert "candidates: [ana, bob]" in clean.read_text()


def test_data_on_stdout_stays_data(raci: Any, clean: Path) -> None:
    clean.write_text(DONE)
    assert json.loads(raci("check", "--fix", "--json").out)["files"] == 1
    assert clean.read_text() == MENDED


def test_every_file_is_mended(raci: Any, clean: Path) -> None:
    Path("a").mkdir()
    for name in ("raci.yaml", "a/raci.yaml"):
        Path(name).write_text(DONE)
    ran = raci("check", ".", "--fix")
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == ["fixed raci.yaml", "fixed a/raci.yaml"]
    assert Path("a/raci.yaml").read_text() == MENDED


def test_a_file_that_cannot_be_used_is_left_to_the_check(raci: Any, clean: Path) -> None:
    clean.write_text(DONE)
    texts = {"a.raci.yaml": "", "b.raci.yaml": "x: [\n", "c.raci.yaml": f"{DONE}    done:\n    done:\n"}
    for name, text in texts.items():
        Path(name).write_text(text)
    ran = raci("check", ".", "--fix")
    assert ran.code == 3
    assert {name: Path(name).read_text() for name in texts} == texts
    assert clean.read_text() == MENDED
    assert "error[RACI002]" in ran.out


def test_a_file_that_is_missing_is_told_once(raci: Any) -> None:
    ran = raci("check", "gone.yaml", "--fix")
    assert (ran.code, ran.err) == (3, "error: cannot read gone.yaml: No such file or directory\n")


def test_a_file_that_cannot_be_written_is_told_and_checked(raci: Any, clean: Path) -> None:
    clean.write_text(DONE)
    Path("twin.yaml").hardlink_to(clean)
    ran = raci("check", "raci.yaml", "--fix")
    assert ran.code == 3
    assert "has 2 hard links" in ran.err
    assert "1 file checked" in ran.out
    assert clean.read_text() == DONE


def test_a_link_out_of_the_repository_is_not_mended(raci: Any, tmp_path: Path) -> None:
    outside = tmp_path / "out.yaml"
    outside.write_text(DONE)
    Path(".git").mkdir()
    Path("raci.yaml").symlink_to(outside)
    for words in (["raci.yaml"], [], ["."]):
        ran = raci("check", *words, "--fix")
        assert ran.code == 3
        assert outside.read_text() == DONE
    ran = raci("check", "raci.yaml", "--diff")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("leaves the repository") == 1


def test_standard_input_cannot_be_mended(raci: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for word in ("--fix", "--diff"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DONE.encode())))
        ran = raci("check", "-", word)
        assert (ran.code, ran.out) == (2, "")
        assert "standard input cannot be mended" in ran.err


def test_titles_and_names_of_any_kind_are_harmless(raci: Any) -> None:
    for number, text in enumerate(HOSTILE):
        name = text.replace("/", "_").replace("\x00", "_")[:40] + f"{number}.yaml"
        file = Path(os.fsdecode(name.encode("utf-8", "surrogateescape" if "\udcff" in name else "replace")))
        title = json.dumps(text).replace("\\ud800", "")
        file.write_text(f"raci: 1\nproject: {{name: X}}\nsteps: {{one: {{title: {title}, status: done}}}}\n")
        for word in ("--diff", "--fix"):
            ran = raci("check", "./" + str(file), word)
            assert ran.code in (0, 1, 3), ascii(text)
            assert acts(ran.out + ran.err) == [], ascii(text)
