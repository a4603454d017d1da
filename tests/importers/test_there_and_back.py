"""A project's own matrix, written in every format and brought back, changes nothing."""

from pathlib import Path

import pytest
from helpers import ROOT

from raci_cli.cli import main

FORMATS = ("csv", "tsv", "md", "html", "xlsx")
PROJECTS = {
    **{path.name.partition(".")[0]: path for path in sorted((ROOT / "examples").glob("*.raci.yaml"))},
    **{name: ROOT / f"tests/projects/{name}.raci.yaml" for name in ("office-move", "new-prices")},
}
CASES = [(name, format_) for name in PROJECTS for format_ in FORMATS]


@pytest.mark.parametrize("name, format_", CASES)
def test_a_matrix_that_comes_back_changes_nothing(name: str, format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    project = Path("raci.yaml")
    project.write_bytes(PROJECTS[name].read_bytes())
    assert main(["report", "matrix", "--format", format_, "-o", f"matrix.{format_}"]) == 0
    capsys.readouterr()
    code = main(["import", f"matrix.{format_}", "--into", "raci.yaml", "--yes"])
    assert (code, capsys.readouterr().out) == (0, "raci.yaml says all of that already, nothing changed\n")
    assert project.read_bytes() == PROJECTS[name].read_bytes()


def test_there_are_projects_of_several_schemes() -> None:
    assert len(PROJECTS) >= 5
