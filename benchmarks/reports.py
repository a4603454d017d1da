"""Reports of a large project against their bars, and of a small one against what they cannot do without.

python benchmarks/reports.py [--rounds 3] [--steps 10000] [--people 50]
"""

import argparse
import datetime
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median

from figures import Cost, cost, rounds
from samples import AS_OF, crowd, project

RACI = [sys.executable, "-m", "raci_cli", "report"]
IMPORTS = [sys.executable, "-c", "import jinja2, typer, yaml"]
LARGE = {"status": "html", "matrix": "html", "matrix as a workbook": "xlsx"}
# Seconds of the clock and bytes; times of the bare imports, and seconds besides.
WALL_BAR, MEMORY_BAR, IMPORTS_BAR, BESIDES = 10, 1_000_000_000, 1.5, 0.1
Row = tuple[str, str, str, str, str]


def large(folder: Path, number: int, steps: int, people: int) -> Iterator[Row]:
    """Each report of a project of many steps and people."""
    file = folder / "large.raci.yaml"
    file.write_text(crowd(steps, people), encoding="utf-8")
    for name, suffix in LARGE.items():
        out = folder / f"out.{suffix}"
        found = [cost(_report(name.split(" ")[0], file, out)) for _ in range(number + 1)][1:]  # the first compiles
        wall, memory = median(one.wall for one in found), median(one.memory for one in found)
        yield (
            f"{name}, {suffix}, {out.stat().st_size / 1e6:.0f} MB",
            f"{median(one.cpu for one in found):.1f} s",
            f"{wall:.1f} s",
            f"{memory / 1e6:.0f} MB",
            _holds(wall <= WALL_BAR and memory <= MEMORY_BAR),
        )


def small(folder: Path, number: int) -> Iterator[Row]:
    """A page of ten steps, and an interpreter that imports what the page is made with."""
    file = folder / "small.raci.yaml"
    file.write_text(project(0), encoding="utf-8")
    commands = {"ten steps, status, html": _report("status", file, folder / "out.html"), "bare imports": IMPORTS}
    found = {name: costs[1:] for name, costs in rounds(commands, number + 1).items()}
    ours, bare = found.values()
    over = median(_over(one, other) for one, other in zip(ours, bare, strict=True))
    for name, costs in found.items():
        cpu, wall, memory = (median(figures) for figures in zip(*costs, strict=True))
        verdict = _holds(over <= BESIDES) if costs is ours else ""
        yield name, f"{cpu * 1000:.0f} ms", f"{wall * 1000:.0f} ms", f"{memory / 1e6:.0f} MB", verdict


def _over(ours: Cost, bare: Cost) -> float:
    """Seconds of CPU that a report takes beyond the allowed times of the imports of the same round."""
    return ours.cpu - IMPORTS_BAR * bare.cpu


def _report(name: str, file: Path, out: Path) -> list[str]:
    return [*RACI, name, "-f", str(file), "--as-of", AS_OF, "-o", str(out)]


def _holds(is_so: bool) -> str:
    return "holds" if is_so else "MISSED"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=50)
    given = parser.parse_args()
    bars = f"{WALL_BAR} s and 1 GB; {IMPORTS_BAR} times the imports and {BESIDES * 1000:.0f} ms of CPU"
    print(f"{given.steps:,} steps, {given.people} people. Bars: {bars}.\n")  # noqa: T201 - what a benchmark is for
    print("| report | CPU | wall | memory | bar |\n|---|---|---|---|---|")  # noqa: T201
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for line in (*small(folder, 5 * given.rounds), *large(folder, given.rounds, given.steps, given.people)):
            print(f"| {' | '.join(line)} |")  # noqa: T201
    libraries = ", ".join(f"{one} {version(one)}" for one in ("raci-cli", "typer", "jinja2", "XlsxWriter"))
    day = datetime.datetime.now(datetime.timezone.utc).date()
    print(f"\n{day}, Python {platform.python_version()}, {libraries}.")  # noqa: T201


if __name__ == "__main__":
    main()
