"""What an edit costs against what it cannot do without: the reading of the file, and a command that only reads.

    python benchmarks/edits.py [ROUNDS]

Each round measures both sides, one after the other; the ratio is the median of the ratios of the rounds, which holds
where the machine's speed drifts.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from raci_cli.changes.assign import assign
from raci_cli.document.edits import edit
from raci_cli.document.source import Limits
from raci_cli.model.reader import Reading, read

LIMITS = Limits(size=1 << 30, nodes=1 << 30)
LARGE, SMALL = 10_000, 10
LARGE_BAR, SMALL_BAR = 2.5, 1.2
RACI = [sys.executable, "-m", "raci_cli"]


def project(steps: int) -> str:
    """A project file of so many steps, as people write them."""
    head = (
        "raci: 1\nproject:\n  name: Large\nteams:\n  it: IT\npeople:\n  ana: {name: Ana Ortiz, team: it}\n  bob: Bob\n"
    )
    step = (
        "  step-{0}:   # the {0}th\n    title: Do the part {0}\n    accountable: ana\n    responsible: [bob, it]\n"
        "    due: 2027-03-31\n"
    )
    return head + "steps:\n" + "".join(step.format(number) for number in range(steps))


def seconds(act: Callable[[], object]) -> float:
    """Time of one call."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def only_read(data: bytes) -> Reading:
    """The part of both that is the same."""
    return read("raci.yaml", data, LIMITS)


def read_and_edit(data: bytes) -> bytes:
    """All that `raci assign` does to a file's text."""
    reading = only_read(data)
    if reading.project is None or reading.tree is None:
        raise SystemExit("the file of this benchmark cannot be read")
    step = f"step-{len(reading.project.steps) // 2}"
    plan = assign(reading.project, reading.tree.data, [step], {"accountable": ["bob"]}, only=False)
    return edit(reading.tree, plan.changes, LIMITS).source.encode()


def command(file: Path, data: bytes, *words: str) -> float:
    """Time of one process, on the file as it was."""
    file.write_bytes(data)
    return seconds(lambda: subprocess.run([*RACI, *words], capture_output=True, check=True))  # noqa: S603 - our own


def show(what: str, base: str, rounds: list[tuple[float, float]], bar: float) -> None:
    """One line: both medians, the ratio and the bar."""
    one, other = (statistics.median(times) * 1000 for times in zip(*rounds, strict=True))
    ratio = statistics.median(second / first for first, second in rounds)
    verdict = "holds" if ratio <= bar else "TOO SLOW"
    print(f"{what}: {base} {one:.1f} ms, edit {other:.1f} ms, {ratio:.2f} x (bar {bar:g}): {verdict}")  # noqa: T201


def main(rounds: int) -> None:
    """Measure and print."""
    large, small = project(LARGE).encode(), project(SMALL).encode()
    pairs = [(seconds(lambda: only_read(large)), seconds(lambda: read_and_edit(large))) for _ in range(rounds + 1)]
    show(f"{LARGE:,} steps, in process", "read", pairs[1:], LARGE_BAR)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "raci.yaml"
        check = ["check", str(file)]
        change = ["assign", "-f", str(file), "step-5", "-A", "bob"]
        pairs = [(command(file, small, *check), command(file, small, *change)) for _ in range(4 * rounds + 1)]
    show(f"{SMALL} steps, whole process", "check", pairs[1:], SMALL_BAR)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
