"""`raci check` and start-up against their bars and against other checkers, side by side, as a Markdown table.

    python benchmarks/check.py [--rounds 3] [--files 2000] [--quick]

The peers are installed once, in build/peers; --quick leaves out those that take a minute a round.
"""

import argparse
import datetime
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median

import peers
from figures import ENVIRONMENT, cost, instructions, ratio, rounds
from samples import AS_OF, project, write

PEERS = Path(__file__).resolve().parent.parent / "build" / "peers"
RACI = [sys.executable, "-m", "raci_cli"]
SIZES = (1_000, 10_000, 100_000)
# How many times less CPU than these, at least.
SLOW = {"check-jsonschema": 40, "yamllint": 34, "agenraci": 22}
WALL_BAR, COMPOSE_BAR, GROWTH_BAR, MEMORY_BAR = 1.5, 1.0, 1.2, 45
STARTS = {"check": 2.6, "--version": 1.7, "--help": 1.7}
# One check of a large file in a process that has all it needs; prints CPU seconds.
STEPS = """
import sys, time
from raci_cli.cli import main
small, large, day = sys.argv[1:]
main(["check", small, "--as-of", day])
start = time.process_time()
main(["check", large, "--as-of", day])
print(time.process_time() - start, file=sys.stderr)
"""
Row = tuple[str, str, str, str, str]


def row(measure: str, ours: str, peer: str, ratio_: float, bar: float, *, at_least: bool = False) -> Row:
    """A line of the table, with its verdict."""
    holds = ratio_ >= bar if at_least else ratio_ <= bar
    return measure, ours, peer, f"{ratio_:.2f}", f"{'≥' if at_least else '≤'} {bar:g}: {'holds' if holds else 'MISSED'}"


def many_files(folder: Path, files: int, number: int, *, quick: bool) -> Iterator[Row]:
    """Realistic files, each of ten steps, against other checkers and against the mere parsing."""
    peers.install(PEERS)
    write(folder, files)
    (folder / "schema.json").write_bytes(subprocess.run([*RACI, "schema"], check=True, capture_output=True).stdout)  # noqa: S603
    others = peers.commands(PEERS, folder, folder / "schema.json")
    chosen = {name: command for name, command in others.items() if not (quick and name in SLOW)}
    raci = [*RACI, "check", str(folder / "project"), "--as-of", AS_OF]
    cost(raci)  # compiles the modules
    costs = rounds({"raci": raci, **chosen}, number)
    ours = costs["raci"]
    cpu, wall = (f"{median(figure):.2f} s" for figure in ([one.cpu for one in ours], [one.wall for one in ours]))
    what = f"{files:,} files"
    for name, bar in SLOW.items():
        if name in costs:
            peer = f"{name} {median(one.cpu for one in costs[name]):.1f} s"
            yield row(f"{what}, CPU", cpu, peer, ratio(costs[name], ours, lambda one: one.cpu), bar, at_least=True)
    if "ajv-cli" in costs:
        peer = f"ajv-cli {median(one.wall for one in costs['ajv-cli']):.2f} s"
        yield row(
            f"{what}, wall", wall, peer, ratio(costs["ajv-cli"], ours, lambda one: one.wall), WALL_BAR, at_least=True
        )
    compose = costs["yaml.compose"]
    peer = f"yaml.compose, C loader {median(one.cpu for one in compose):.2f} s"
    yield row(f"{what}, CPU", cpu, peer, ratio(ours, compose, lambda one: one.cpu), COMPOSE_BAR)


def starts(folder: Path) -> Iterator[Row]:
    """Instructions of whole commands against those of an interpreter that imports PyYAML."""
    file = folder / "one.raci.yaml"
    file.write_text(project(0), encoding="utf-8")
    base = instructions([sys.executable, "-c", "import yaml"])
    commands = {"check": [*RACI, "check", str(file), "--as-of", AS_OF], "--version": [*RACI, "--version"],
                "--help": [*RACI, "--help"]}  # fmt: skip
    for name, bar in STARTS.items():
        found = instructions(commands[name])
        if base and found:
            what = f"raci {name}{' of one file' if name == 'check' else ''}, instructions"
            yield row(what, f"{found:.0f} M", f"import yaml {base:.0f} M", found / base, bar)


def large_files(folder: Path, number: int) -> Iterator[Row]:
    """What a step costs in files of a thousand and of a hundred thousand, and what a byte costs in memory."""
    files = [folder / f"{steps}.raci.yaml" for steps in SIZES]
    for steps, file in zip(SIZES, files, strict=True):
        file.write_text(project(0, steps), encoding="utf-8")
    found = [[_step_seconds(folder, file) / steps * 1e6 for steps, file in zip(SIZES, files, strict=True)]
             for _ in range(number)]  # fmt: skip
    small, middle, large = (median(one[index] for one in found) for index in range(len(SIZES)))
    growth = median(one[-1] / one[0] for one in found)
    peer = f"{SIZES[0]:,}: {small:.1f} µs, {SIZES[1]:,}: {middle:.1f} µs"
    yield row(f"a step of {SIZES[-1]:,}, CPU", f"{large:.1f} µs", peer, growth, GROWTH_BAR)
    least, most = (
        cost([*RACI, "check", str(file), "--as-of", AS_OF]).memory for file in (folder / "one.raci.yaml", files[-1])
    )
    size = files[-1].stat().st_size
    peer = f"a file of {size / 1e6:.1f} MB"
    yield row("memory a byte of a file", f"{most / 1e6:.0f} MB", peer, (most - least) / size, MEMORY_BAR)


def _step_seconds(folder: Path, file: Path) -> float:
    command = [sys.executable, "-c", STEPS, str(folder / "one.raci.yaml"), str(file), AS_OF]
    done = subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    return float(done.stderr)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    print("| measure | raci | against | ratio | bar |\n|---|---|---|---|---|")  # noqa: T201 - what a benchmark is for
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for line in (*starts(folder), *large_files(folder, given.rounds),
                     *many_files(folder, given.files, given.rounds, quick=given.quick)):  # fmt: skip
            print(f"| {' | '.join(line)} |")  # noqa: T201
    libraries = ", ".join(f"{one} {version(one)}" for one in ("raci-cli", "typer", "pyyaml"))
    others = ", ".join((*peers.PYTHON, *peers.NODE)).replace("==", " ").replace("@", " ")
    day = datetime.datetime.now(datetime.timezone.utc).date()
    print(f"\n{day}, Python {platform.python_version()}, {libraries}; {others}.")  # noqa: T201
    print(f"Again: python benchmarks/check.py --rounds {given.rounds} --files {given.files}")  # noqa: T201


if __name__ == "__main__":
    main()
