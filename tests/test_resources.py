"""Where the shipped templates are found."""

import json
from pathlib import Path

import pytest

from raci_cli import resources
from raci_cli.errors import Bug, ExitCode


@pytest.fixture(autouse=True)
def _fresh() -> None:
    resources.templates.cache_clear()


def test_the_default_lifecycle_comes_first() -> None:
    names = resources.lifecycle_names()
    assert names[0] == "ten-step"
    assert "blank" in names
    assert names[1:] == sorted(names[1:])
    assert all(resources.lifecycle_path(name).is_file() for name in names)


def test_the_schema_of_findings_is_there() -> None:
    schema = json.loads(resources.check_schema())
    assert schema["title"] == "raci check, version 1"


def test_templates_beside_the_modules_go_before_those_of_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "raci_cli"
    (tmp_path / "site" / "templates" / "lifecycles").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.templates() == tmp_path / "site" / "templates"
    resources.templates.cache_clear()
    (package / "templates" / "lifecycles").mkdir(parents=True)
    assert resources.templates() == package / "templates"
    assert resources.lifecycle_names() == []


def test_missing_templates_are_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "nowhere" / "raci_cli")
    with pytest.raises(Bug, match="the templates of raci are missing") as caught:
        resources.templates()
    assert caught.value.code == ExitCode.BUG
    assert caught.value.help == "install it again: pip install --force-reinstall raci-cli"
