"""Every format of one small project, compared whole."""

from pathlib import Path

import pytest
from emitters.samples import sample, with_quiet
from helpers import compare

from raci_cli import __version__
from raci_cli.emitters import FORMATS, emitter
from raci_cli.findings import Checked
from raci_cli.text import Look

GOLDENS = Path(__file__).parents[1] / "goldens" / "formats"


@pytest.mark.parametrize("name", sorted(set(FORMATS.values())))
def test_a_format_is_its_golden(name: str, update: bool) -> None:
    files = [with_quiet("raci.yaml"), Checked("plans/clean.raci.yaml", (), {}), sample("plans/crm.raci.yaml")]
    text = emitter(name)(files, Look())
    # A release changes no golden.
    text = text.replace(f'"version": "{__version__}"', '"version": "VERSION"').replace(f"@{__version__}", "@VERSION")
    compare(GOLDENS / name, text, update=update)


def test_every_golden_has_its_format() -> None:
    assert {path.name for path in GOLDENS.iterdir()} == set(FORMATS.values())
