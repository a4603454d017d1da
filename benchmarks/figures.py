"""Figures of whole processes: time, memory, instructions."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import NamedTuple

# Python writes what it compiles, and hashes as in every other run.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONHASHSEED": "0",
    "RACI_MAX_BYTES": str(1 << 30),
    "RACI_MAX_NODES": str(1 << 30),
}


class Cost(NamedTuple):
    """What a process took: seconds of all its cores and of the clock, and bytes of memory at most."""

    cpu: float
    wall: float
    memory: int


def cost(command: list[str]) -> Cost:
    """Run a command that must not fail."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)  # noqa: S603 - our own
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:4])} ... ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024)


def rounds(commands: Mapping[str, list[str]], number: int) -> dict[str, list[Cost]]:
    """The costs of each command, all of them run in turn in every round."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(number):
        for name, command in commands.items():
            found[name].append(cost(command))
    return found


def ratio(over: list[Cost], under: list[Cost], figure: Callable[[Cost], float]) -> float:
    """The median of the ratios of the rounds, which holds where the machine's speed drifts."""
    return median(figure(one) / figure(other) for one, other in zip(over, under, strict=True))


def instructions(command: list[str]) -> float | None:
    """Millions of instructions of a command, which hardly differ from run to run; None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)  # noqa: S603 - compiles the modules
    done = subprocess.run([*valgrind, *command], env=ENVIRONMENT, check=True, capture_output=True, text=True)  # noqa: S603
    found = re.search(r"Collected : (\d+)", done.stderr)
    return int(found[1]) / 1e6 if found else None
