"""The reports in each of the shipped schemes."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from helpers import project
from model.in_schemes import WORDS, full, text_in
from reports.demo import shown_by
from workbooks import read

from raci_cli.cli.terminal import paint
from raci_cli.model.scheme import Role, Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.reports import FORMATS, sheets
from raci_cli.reports.page import tint
from raci_cli.reports.render import render
from raci_cli.reports.views.parts import role_data
from raci_cli.reports.workbook import write
from raci_cli.reports.workbook.looks import of_role
from raci_cli.resources import templates

ALL = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
LOOKS = ("own", "work", "support", "ask", "verify", "sign", "tell", "out", "plain")
CSS = (templates() / "reports/report.css").read_text(encoding="utf-8")


def text_of(scheme: Scheme) -> str:
    """A project with a step in which everybody has a role, and one that nobody owns."""
    owners = {role.name for role in scheme.owners}
    return text_in(scheme.name, full(scheme), {name: "fay" for name in scheme.names[-1:] if name not in owners})


def page(name: str, format_: str, text: str) -> str:
    return re.sub(r"<style>.*?</style>", "", render(name, format_, shown_by(name, text)), flags=re.DOTALL)


def held_by(scheme: Scheme) -> list[str]:
    """The letters of the first step, a party each, in the order of the parties."""
    return [role.letter for role in scheme.roles]


@ALL
def test_a_table_has_the_letters_of_the_scheme(scheme: Scheme) -> None:
    table = sheets.write("matrix", "tsv", shown_by("matrix", text_of(scheme)))
    _, first, _ = csv.reader(io.StringIO(str(table)), delimiter="\t")
    assert [cell for cell in first[len(sheets.COLUMNS) :] if cell] == held_by(scheme)


@ALL
@pytest.mark.parametrize("format_", ["text", "md", "html"])
def test_a_matrix_has_the_letters_and_its_legend_the_words(scheme: Scheme, format_: str) -> None:
    said = re.sub(r"<[^>]+>|\s+", " ", page("matrix", format_, text_of(scheme)))
    for role in scheme.roles:
        assert re.search(rf"(?i)\b{role.letter} +{role.name}\b", said), role.name
        assert format_ == "text" or role.meaning in said


@ALL
def test_a_workbook_has_the_letters_to_choose_from(scheme: Scheme) -> None:
    sheet = read(write("matrix", "xlsx", shown_by("matrix", text_of(scheme))))["Matrix"]
    values = [str(cell.value) for cell in sheet[5] if cell.value]
    assert [value for value in values if len(value) == 1 and value.isalpha()] == held_by(scheme)
    helps = " ".join(str(rule.prompt) for rule in sheet.data_validations.dataValidation)
    assert all(f"{role.letter} {role.name}" in helps for role in scheme.roles)


@ALL
def test_every_report_speaks_the_words_of_the_scheme_alone(scheme: Scheme) -> None:
    others = WORDS - set(scheme.names) - {"owner"}
    for name, formats in FORMATS.items():
        for format_ in formats:
            if format_ in ("html", "md", "text"):
                words = set(
                    re.findall(r"[a-z-]+", re.sub(r"<[^>]*>", " ", page(name, format_, text_of(scheme))).lower())
                )
                assert words & others == set(), (name, format_)


def test_whoever_is_left_out_has_no_work_and_is_nobody_to_ask() -> None:
    text = text_in("cairo", {**full(SCHEMES["cairo"]), "omitted": "[eve, fay]"})
    who = {row["party"]["id"] for row in shown_by("status", text)["workload"]}
    assert who == {"ann", "bob", "cy", "dot"}
    assert "eve" not in {one["id"] for one in shown_by("handover", text)["contacts"]}
    assert shown_by("person", text, who="eve")["parts"][0]["answers"] == []


def test_who_supports_the_work_finds_it_among_their_own() -> None:
    text = text_in("rasci", {**full(SCHEMES["rasci"]), "status": "in-progress"})
    support = full(SCHEMES["rasci"])["support"]
    assert [one["id"] for one in shown_by("person", text, who=support)["parts"][0]["under_way"]] == ["s1"]


def looks(look: str) -> dict[str, tuple[str, str]]:
    """The colours of a look in the style sheet, as they are in the light and in the dark: fg, bg, bd."""
    found = {}
    for part in ("fg", "bg", "bd"):
        pair = re.search(rf"--{look}-{part}:light-dark\((#\w+),(#\w+)\)", CSS)
        if pair:
            found[part] = (pair[1], pair[2])
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == len("#123456") else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


SURFACE = ("#fff", "#161b21")


@pytest.mark.parametrize("look", [look for look in LOOKS if look != "plain"])
def test_a_letter_and_its_frame_can_be_read_in_the_light_and_in_the_dark(look: str) -> None:
    assert "--surface:light-dark(#fff,#161b21)" in CSS
    colours = looks(look)
    for index in (0, 1):
        back = colours.get("bg", SURFACE)[index]
        assert contrast(colours["fg"][index], back) >= 4.5
        assert "bd" not in colours or contrast(colours["bd"][index], SURFACE[index]) >= 3


def shapes() -> Iterator[tuple[str, str]]:
    """What tells the looks apart without colour: corners, the kind of frame, and how dark the ground is."""
    for look in LOOKS:
        rule = re.search(rf"^\.chip\.{look}\{{(.*)\}}$", CSS, flags=re.MULTILINE)
        assert rule, look
        frame = re.search(r"dotted|dashed|double", rule[1])
        filled = looks(look).get("bg", SURFACE)[0]
        ground = "dark" if luminance(filled) < 0.3 else "plain" if filled == "#fff" else "light"
        framed = frame[0] if frame else "solid" if "border-color" in rule[1] and ground != "dark" else "none"
        yield look, f"{ground} {framed} {'round' if 'border-radius' in rule[1] else 'square'}"


def test_the_looks_differ_in_greyscale_too() -> None:
    found = dict(shapes())
    assert len(found) == len(set(found.values())) == len(LOOKS), found


@ALL
def test_every_role_has_a_look_in_pages_workbooks_and_terminals(scheme: Scheme) -> None:
    roles: list[Role] = list(project(text_of(scheme)).scheme.roles)
    tints = [tint(role_data(role)) for role in roles]
    assert tints == [role.colour for role in roles]
    assert len({str(of_role(role_data(role))) for role in roles}) == len(roles)
    assert all(f".f-{look}" in CSS for look in tints if look != "out")
    assert all(paint(f"role-{look}", "x") != "x" for look in tints if look != "plain")


def test_the_name_of_a_look_styles_nothing_but_letters() -> None:
    names = "|".join(look for look in LOOKS if look != "plain")
    assert re.findall(rf"\.chip\.(?:{names})\b", CSS)
    alone = re.sub(r"\.chip[\w.]*:is\([^)]*\)", "", CSS)
    assert re.findall(rf"(?:^|[}},\s])\.(?:{names})\b", alone, flags=re.MULTILINE) == []
