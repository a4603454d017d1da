"""What the programs of others are given: every format of many results."""

from pathlib import Path

from emitters.samples import TEXTS, sample, saying, with_quiet
from helpers import ROOT, TODAY, checked

from raci_cli.emitters import emitter
from raci_cli.findings import Checked
from raci_cli.text import Look

CLEAN_FILE = Checked("plans/clean.raci.yaml", (), {})


def each_rule() -> list[Checked]:
    """A file a rule, in which that rule finds something."""
    files = sorted((ROOT / "tests/rules").glob("RACI*/bad.yaml"))
    assert len(files) > 10
    return [checked(file.read_text(encoding="utf-8"), TODAY, str(file.relative_to(ROOT))) for file in files]


RESULTS: dict[str, list[Checked]] = {
    "nothing": [],
    "clean": [CLEAN_FILE],
    "findings": [sample(), CLEAN_FILE, sample("plans/crm.raci.yaml")],
    "quiet": [with_quiet(), sample("plans/crm.raci.yaml")],
    "rules": each_rule(),
    "hostile": [saying(text)._replace(file=f"plans/{text}/x{text}.raci.yaml") for text in TEXTS],
}


def written(format_: str, folder: Path, suffix: str) -> dict[str, Path]:
    """Every result in a format, as a file each."""
    paths = {name: folder / f"{name}.{suffix}" for name in RESULTS}
    for name, path in paths.items():
        path.write_bytes(emitter(format_)(RESULTS[name], Look()).encode())
    return paths
