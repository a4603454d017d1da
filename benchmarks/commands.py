"""Whole commands against what they cannot do without: an interpreter that imports typer and PyYAML.

    python benchmarks/commands.py [RUNS]

Each round runs every command once, in turn; what is printed is the median time, and the median of the ratios to the
bare imports of the same round, which holds where the machine's speed drifts.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/crm-replacement.raci.yaml"
DAY = "2027-01-25"  # on which the example is healthy
RACI = [sys.executable, "-m", "raci_cli"]
COMMANDS = {
    "bare imports": [sys.executable, "-c", "import typer, yaml"],
    "raci --version": [*RACI, "--version"],
    "raci check": [*RACI, "check", "raci.yaml"],
    "raci assign --dry-run": [*RACI, "assign", "launch", "-A", "lee", "--dry-run"],
    "raci assign": [*RACI, "assign", "launch", "-A", "lee"],
    "raci status": [*RACI, "status"],
    "raci report status": [*RACI, "report", "status", "--format", "html"],
}


def once(command: list[str], folder: Path) -> float:
    """Seconds of one run, on the example as it is."""
    shutil.copyfile(EXAMPLE, folder / "raci.yaml")
    env = {**os.environ, "RACI_TODAY": DAY}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=True, env=env)  # noqa: S603 - commands of this file
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Measure and print a table."""
    with tempfile.TemporaryDirectory() as name:
        rounds = [[once(command, Path(name)) for command in COMMANDS.values()] for _ in range(runs + 1)][1:]
    for index, command in enumerate(COMMANDS):
        seconds = statistics.median(one[index] for one in rounds)
        ratio = statistics.median(one[index] / one[0] for one in rounds)
        print(f"{command:<24} {seconds * 1000:7.1f} ms  {ratio:5.2f} x")  # noqa: T201 - what a benchmark is for


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
