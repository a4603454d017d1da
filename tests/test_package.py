"""What is built: the wheel has the templates and nothing else beside the package, and works in an empty folder."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from helpers import ROOT, compare

from raci_cli import resources

GOLDEN = Path(__file__).parent / "goldens/session.txt"


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    return next(dist.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel alone."""
    folder = tmp_path_factory.mktemp("installed")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(folder),
        str(wheel),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_wheel_holds_the_package_with_every_template_and_no_more(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "raci_cli").rglob("*.py")}
    templates = {f"raci_cli/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*.*")}
    assert len(modules) > 40
    assert len(templates) > 7
    found = {name for name in names if not name.startswith("raci_cli-")}
    assert found == modules | templates | {"raci_cli/py.typed"}


def test_the_sdist_can_test_itself(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "tests/conftest.py",
        "templates/lifecycles/ten-step.yaml",
    } <= names


def test_templates_are_found_in_a_checkout() -> None:
    assert resources.templates() == ROOT / "templates"


def test_templates_are_found_in_the_installed_wheel(installed: Path) -> None:
    code = "from raci_cli import resources; print(resources.templates())"
    command = [sys.executable, "-c", code]
    ran = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, text=True, check=True
    )
    assert Path(ran.stdout.strip()) == installed / "raci_cli/templates"


@pytest.mark.skipif(sys.platform == "win32", reason="the session is a shell script")
def test_the_session_of_the_installed_wheel_is_its_golden(installed: Path, tmp_path: Path, update: bool) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed), "BIN": str(installed / "bin"), "TMPDIR": str(tmp_path)}
    command = ["sh", str(ROOT / "examples/demo.sh")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    *lines, last = ran.stdout.splitlines(keepends=True)
    assert (
        Path(last.strip().removeprefix("The report: file://")).read_text(encoding="utf-8").startswith("<!doctype html>")
    )
    compare(GOLDEN, "".join(lines), update=update)
