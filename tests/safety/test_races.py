"""Several processes edit one file at once, and some are killed: what was acknowledged is there, and all can be read."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest
from helpers import LIMITS
from safety.running import IN_CI, RACI, environment, listing, project_in

from raci_cli.model.reader import read

PROCESSES = 8
EDITS = 200 if IN_CI else 60
KILLED = 0.3
SEED = 20261201

HEAD = "raci: 1\nproject: {name: Race}\npeople: {ana: Ana, bob: Bob}\nsteps:\n"
OLD = "  step-{i}:\n    title: Step {i}  # as it was\n    accountable: ana\n"
NEW = "  step-{i}:\n    title: Step {i}  # as it was\n    accountable: bob\n"
START = HEAD + "".join(OLD.format(i=i) for i in range(EDITS))

if sys.platform == "win32":
    pytest.skip("links and kills are those of POSIX", allow_module_level=True)


@dataclass
class Watch:
    """What somebody saw who read the file all the while."""

    readings: int = 0
    broken: list[bytes] = field(default_factory=list)


@contextmanager
def watched(file: Path) -> Iterator[Watch]:
    watch, ended = Watch(), Event()

    def look() -> None:
        while not ended.is_set():
            data = file.read_bytes()
            found = read(str(file), data, LIMITS)
            watch.readings += 1
            if found.project is None or found.findings or len(found.project.steps) != EDITS:
                watch.broken.append(data)
            time.sleep(0.005)

    reader = Thread(target=look)
    reader.start()
    try:
        yield watch
    finally:
        ended.set()
        reader.join()


def assign(file: Path, step: int, chance: Random | None) -> tuple[int, str]:
    """Exit code of one edit, which `chance` may kill while it runs, and what it said of an error."""
    command = [*RACI, "assign", "-f", str(file), f"step-{step}", "-A", "bob", "--lock-timeout", "60"]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
    )
    if chance and chance.random() < KILLED:
        time.sleep(chance.uniform(0.02, 0.6))
        process.kill()
    said = process.communicate()[1]
    return process.returncode, said


def race(file: Path, link: Path, *, kill: bool) -> dict[int, tuple[int, str]]:
    """Step to exit code and error; every second process comes by way of the link."""

    def work(worker: int) -> dict[int, tuple[int, str]]:
        chance = Random(SEED + worker) if kill else None  # noqa: S311 - when to kill
        path = link if worker % 2 else file
        return {step: assign(path, step, chance) for step in range(worker, EDITS, PROCESSES)}

    with ThreadPoolExecutor(PROCESSES) as pool:
        return {step: ended for one in pool.map(work, range(PROCESSES)) for step, ended in one.items()}


@pytest.mark.parametrize("kill", [False, True], ids=["nobody is killed", "three in ten are killed"])
def test_no_acknowledged_edit_is_lost_and_every_reader_sees_a_whole_project(tmp_path: Path, *, kill: bool) -> None:
    file = project_in(tmp_path / "project", START.encode())
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    with watched(file) as watch:
        ended = race(file, link, kill=kill)

    after = file.read_text("utf-8")
    acknowledged = {step for step, (code, _) in ended.items() if code == 0}
    there = {step for step in range(EDITS) if NEW.format(i=step) in after}
    assert acknowledged <= there, f"lost: {sorted(acknowledged - there)}"
    assert after == HEAD + "".join((NEW if step in there else OLD).format(i=step) for step in range(EDITS))
    assert {code for code, _ in ended.values()} <= ({0, -9} if kill else {0}), [
        one for one in ended.values() if one[0] > 0
    ]
    assert acknowledged
    assert not watch.broken, watch.broken[0]
    assert watch.readings > EDITS / 4

    left = [name for name in listing(file.parent) if name != "raci.yaml"]
    assert all(name.startswith(".raci.yaml.") and name.endswith(".tmp") for name in left)
    assert not left or kill
    assert link.is_symlink()
    assert listing(tmp_path) == ["link.yaml", "project", "work"]


def test_what_a_killed_writer_left_is_in_nobodys_way(tmp_path: Path) -> None:
    file = project_in(tmp_path / "project", START.encode())
    (file.parent / ".raci.yaml.000000000000.tmp").write_text("half a pro")
    assert assign(file, 0, None) == (0, "")
    assert NEW.format(i=0) in file.read_text("utf-8")
