"""The same file on the same day gives the same bytes: two machines that have nothing in common but the program."""

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest
from helpers import ROOT
from reports.demo import DEMO, OTHER_SCHEMES

from raci_cli.reports import FORMATS

# Every report in every format, to a file, and printed; only printed text follows the terminal, in signs and colours.
# In one process, for starting is what takes time.
MACHINE = """
import contextlib, hashlib, io, json, locale, shutil, sys, time
from pathlib import Path
from raci_cli.cli import main

def printed(words):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = main(["report", *words])
    assert code == 0, words
    return out.getvalue().encode()

digests = {}
for file, name, format_, options in json.loads(sys.argv[1]):
    words = [name, "--format", format_, "-f", file, "--as-of", "2027-01-25", *options]
    printed([*words, "-o", "made"])
    digests[f"{file} {name} {format_}"] = hashlib.sha256(Path("made").read_bytes()).hexdigest()
    if format_ not in ("xlsx", "text"):
        digests[f"{file} {name} {format_} printed"] = hashlib.sha256(printed(words)).hexdigest()
here = [hash("x"), time.tzname[0], shutil.get_terminal_size().columns, locale.getpreferredencoding(False)]
print(json.dumps({"here": here, "digests": digests}))
"""
MACHINES = {
    "one": {
        "PYTHONHASHSEED": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "COLUMNS": "200",
        "FORCE_COLOR": "1",
    },
    "other": {
        "PYTHONHASHSEED": "2",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "America/Anchorage",
        "COLUMNS": "20",
        "TERM": "dumb",
    },
}
# By the name of the file, where it has others.
OPTIONS: dict[str, dict[str, list[str]]] = {
    "person": {
        "": ["--for", "it"],
        "daci.yaml": ["--for", "ann"],
        "rasci.yaml": ["--for", "bob"],
        "ours.yaml": ["--for", "cy"],
    },
    "handover": {"": ["--step", "1"]},
}
WANTED = {(name, format_) for name, formats in FORMATS.items() for format_ in formats if format_ != "pdf"}


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What two machines say that they are, and the digests of what they make."""
    running = []
    for name, variables in MACHINES.items():
        folder = tmp_path_factory.mktemp(name) / name
        folder.mkdir()
        for example in (ROOT / "examples").glob("*.raci.yaml"):
            shutil.copy(example, folder)
        for file, text in {"demo": DEMO, **OTHER_SCHEMES}.items():
            (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
        asked = [
            (file.name, name, format_, OPTIONS.get(name, {}).get(file.name, OPTIONS.get(name, {}).get("", [])))
            for file in sorted(folder.iterdir())
            for name, format_ in sorted(WANTED)
        ]
        env = {key: os.environ[key] for key in ("PATH", "PYTHONPATH", "COVERAGE_PROCESS_CONFIG") if key in os.environ}
        command = [sys.executable, "-c", MACHINE, json.dumps(asked)]
        running.append(subprocess.Popen(
            command, cwd=folder, env={**env, **variables, "HOME": str(folder)}, stdout=subprocess.PIPE, text=True,
        ))  # fmt: skip
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    return [json.loads(one) for one in said]


def test_the_machines_have_nothing_in_common(machines: list[dict[str, Any]]) -> None:
    one, other = (machine["here"] for machine in machines)
    assert [same for same, differs in zip(one, other, strict=True) if same == differs] == []


def test_every_report_is_the_same_in_every_format(machines: list[dict[str, Any]]) -> None:
    one, other = (machine["digests"] for machine in machines)
    assert {name for name in one if one[name] != other[name]} == set()
    assert list(one) == list(other)
    assert {tuple(name.split()[1:3]) for name in one} == WANTED
    assert len(set(one.values())) > 3 * len(WANTED), "reports on different projects differ"
