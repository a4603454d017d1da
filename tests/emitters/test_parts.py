"""What the formats share."""

import os
from pathlib import Path

import pytest
from emitters.samples import finding, sample, with_quiet

from raci_cli.emitters.parts import active, identified, place, relative, said
from raci_cli.findings import Span, fingerprints


def test_all_findings_are_identified_and_only_those_that_count_are_active() -> None:
    found = [finding.code for finding, _ in identified(with_quiet())]
    assert found == ["RACI201", "RACI103", "RACI305", "RACI002"]
    assert [identity for _, identity in identified(with_quiet())] == fingerprints(sample().findings)
    assert [(checked.file, finding.code) for checked, finding in active([with_quiet("a"), with_quiet("b")])] == [
        ("a", "RACI201"),
        ("a", "RACI002"),
        ("b", "RACI201"),
        ("b", "RACI002"),
    ]


def test_what_has_no_place_stands_at_the_start() -> None:
    assert place(finding()) == Span(0, 0, 1, 1, 1, 1)


@pytest.mark.parametrize(
    "file, shown",
    [
        ("raci.yaml", "raci.yaml"),
        ("./raci.yaml", "raci.yaml"),
        ("plans//a.raci.yaml", "plans/a.raci.yaml"),
        ("../raci.yaml", "../raci.yaml"),
        ("-", "-"),
        ("{here}/raci.yaml", "raci.yaml"),
        ("{here}/plans/a.raci.yaml", "plans/a.raci.yaml"),
        ("{above}/raci.yaml", "../raci.yaml"),
    ],
)
def test_a_path_is_seen_from_the_working_folder(file: str, shown: str) -> None:
    here = Path.cwd()
    assert relative(file.format(here=here, above=here.parent)) == shown


def test_without_a_working_folder_a_path_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_path: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os.path, "relpath", gone)
    assert relative(f"{tmp_path}/raci.yaml") == f"{tmp_path}/raci.yaml"
    assert relative("raci.yaml") == "raci.yaml"


def test_what_to_do_follows_the_message() -> None:
    assert said(finding(), "raci.yaml") == "what is wrong"
    assert said(finding(help_="mend it\x1b"), "raci.yaml") == "what is wrong; mend it\\x1b"
    assert said(sample().findings[1], "a.raci.yaml").endswith(
        "; name who does the work: raci assign two -R it -f a.raci.yaml"
    )
