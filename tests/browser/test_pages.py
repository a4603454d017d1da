"""The HTML reports as people have them before their eyes: any width, light and dark, on paper, without scripts."""

import io
import os
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT

from raci_cli.cli import main
from raci_cli.reports import FORMATS, REPORTS

WIDTHS = (1280, 820, 390, 320)
SCHEMES = ("light", "dark")
# Where pictures go to be looked at; CI keeps them.
PICTURES = os.environ.get("RACI_PICTURES")
PAGES = [name for name, formats in FORMATS.items() if "html" in formats]
DAYS = {"crm-replacement": "2027-01-25", "newsletter-platform": "2027-03-08", "fresh": "2026-12-01"}
NEEDED = {"for": ["--for", "it"], "step": ["--step", "1"]}

PEOPLE = "\n".join(
    f"  p{n}: {{name: 'Person number {n} with a name of forty {chr(97 + n)}', team: {'it' if n % 2 else 'web'}}}"
    for n in range(24)
)
STEPS = "\n".join(
    f"  step-{n}:\n    title: Step {n} of a long way that many people go together\n    accountable: p{n}\n"
    f"    responsible: [p{(n + 1) % 24}]\n    informed: [p{(n + 5) % 24}, p{(n + 7) % 24}]\n    due: 2026-12-{n + 1:02}"
    for n in range(24)
)
WIDE = f"raci: 1\nproject: {{name: Wide}}\nteams: {{it: IT, web: Web}}\npeople:\n{PEOPLE}\nsteps:\n{STEPS}\n"
SCRIPTS = """\
raci: 1
project: {name: "مشروع استبدال النظام", due: 2026-12-31}
people: {a: "山田太郎", b: "שרה כהן", c: "👩\u200d👩\u200d👧 Family", d: "Zoë Ångström"}
steps:
  one: {title: "要件を定義する", accountable: a, responsible: [b], due: 2026-12-10}
  two: {title: "اختيار المورّد", accountable: b, consulted: [c], informed: [d], status: blocked, blocked: "שבת"}
"""
BARE = "raci: 1\nproject: {name: Bare}\nsteps: {one: {title: One}}\n"
# More than stand level, each with a title.
MANY = (
    "raci: 1\nproject: {name: Many}\npeople:\n"
    + "".join(f"  p{n}: {{name: Person {n}, title: Expert}}\n" for n in range(12))
    + f"steps: {{one: {{title: One, accountable: p0, informed: [{', '.join(f'p{n}' for n in range(1, 12))}]}}}}\n"
)
OWN = {"wide": WIDE, "scripts": SCRIPTS, "bare": BARE, "many": MANY}


@pytest.fixture
def page_of(tmp_path: Path) -> Any:
    def made(name: str, project: str) -> Path:
        file = tmp_path / "raci.yaml"
        if project in OWN:
            file.write_text(OWN[project], encoding="utf-8")
        else:
            file = ROOT / f"examples/{project}.raci.yaml"
        out = tmp_path / f"{project}.{name}.html"
        options = [word for need in REPORTS[name].needs for word in NEEDED[need]]
        if project in ("scripts", "bare") and "for" in REPORTS[name].needs:
            options = ["--for", "a"]
        day = DAYS.get(project, "2026-12-01")
        assert main(["report", name, "-f", str(file), "--as-of", day, "-o", str(out), *options]) == 0
        return out

    return made


CASES = [
    (name, project)
    for name in PAGES
    for project in ("crm-replacement", "newsletter-platform", "wide", "scripts", "bare")
    if (name, project) != ("person", "bare")
]


@pytest.mark.parametrize("name, project", CASES)
def test_a_page_fits_every_width_and_asks_for_nothing(show: Any, page_of: Any, name: str, project: str) -> None:
    path = page_of(name, project)
    shown = show(path)
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = shown.at(width, scheme).page
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{width} px wide, and {wide} px are needed"
            if PICTURES:
                page.screenshot(path=Path(PICTURES) / f"{project}.{name}.{width}.{scheme}.png", full_page=True)
    assert shown.requests == [path.resolve().as_uri()]
    assert shown.said == []


@pytest.mark.parametrize("name, project", [case for case in CASES if case[1] in ("crm-replacement", "wide", "bare")])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(show: Any, page_of: Any, name: str, project: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = show(page_of(name, project))
    for width in (1280, 390):
        found = Axe().run(shown.at(width, scheme).page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name, project", [case for case in CASES if case[1] in ("newsletter-platform", "wide")])
def test_no_text_is_smaller_than_12_px(show: Any, page_of: Any, name: str, project: str) -> None:
    page = show(page_of(name, project)).at(1280).page
    smallest = page.evaluate("""() => Math.min(...[...document.querySelectorAll('body *')]
        .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .filter(one => one.getClientRects().length)
        .map(one => parseFloat(getComputedStyle(one).fontSize)))""")
    assert smallest >= 12


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_printed(show: Any, page_of: Any, name: str) -> None:
    from pypdf import PdfReader

    shown = show(page_of(name, "crm-replacement"))
    pages = PdfReader(io.BytesIO(shown.page.pdf(prefer_css_page_size=True))).pages
    text = pages[0].extract_text()
    assert "CRM" in text
    if name == "executive":
        assert len(pages) == 1
    width, height = float(pages[0].mediabox.width), float(pages[0].mediabox.height)
    assert sorted((round(width), round(height))) == [595, 842], "A4"


def visible_rows(page: Any) -> int:
    return int(page.locator("#matrix tbody tr:not(.phase):visible").count())


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_rows_can_be_filtered_without_a_script(show: Any, page_of: Any, name: str) -> None:
    page = show(page_of(name, "crm-replacement")).at(1280).page
    every = visible_rows(page)
    page.locator("label[for=rows-open]").click()
    open_ = visible_rows(page)
    page.locator("label[for=rows-att]").click()
    attention = visible_rows(page)
    assert every > open_ > 0
    assert attention < open_
    page.locator("label[for=rows-all]").click()
    assert visible_rows(page) == every


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_a_person_can_be_highlighted_without_a_script(show: Any, page_of: Any, name: str) -> None:
    page = show(page_of(name, "crm-replacement")).at(1280).page
    cell = page.locator("#matrix tbody td.c0").first
    before = cell.evaluate("one => getComputedStyle(one).backgroundColor")
    page.locator("#matrix select").select_option("c0")
    assert cell.evaluate("one => getComputedStyle(one).backgroundColor") != before


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_a_name_that_stands_upright_stands_alone_and_whole(show: Any, page_of: Any, name: str) -> None:
    shown = show(page_of(name, "crm-replacement"))
    notes = "#matrix thead .who small"
    assert shown.at(1280).page.locator(notes).first.is_visible()
    page = shown.at(390).page
    assert page.locator(notes).count() > 2
    assert page.locator(f"{notes}:visible").count() == 0
    heads = "[...document.querySelectorAll('#matrix thead .v')]"
    assert page.evaluate(f"{heads}.every(one => getComputedStyle(one).writingMode === 'vertical-rl')")
    assert page.evaluate(f"{heads}.every(one => one.scrollWidth <= one.clientWidth + 1)"), "a name is cut off"


@pytest.mark.parametrize("name", ["status", "matrix"])
def test_many_parties_have_their_names_alone(show: Any, page_of: Any, name: str) -> None:
    page = show(page_of(name, "many")).at(1280).page
    assert page.locator("#matrix thead .who").count() == 12
    assert page.locator("#matrix thead .who small").count() == 12
    assert page.locator("#matrix thead .who small:visible").count() == 0


@pytest.mark.parametrize("name", PAGES)
def test_the_theme_can_be_chosen(show: Any, page_of: Any, name: str) -> None:
    page = show(page_of(name, "crm-replacement")).at(1280, "light").page
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.locator("label[for=theme-dark]").click()
    dark = page.evaluate(colour)
    assert dark != light
    assert dark != "rgb(0, 0, 0)", "not pure black"
    page.emulate_media(color_scheme="dark")
    page.locator("label[for=theme-light]").click()
    assert page.evaluate(colour) == light


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_what_can_be_used_and_shows_where_it_is(show: Any, page_of: Any, name: str) -> None:
    page = show(page_of(name, "crm-replacement")).at(1280).page
    reached = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        ring = page.evaluate("""() => { const one = document.activeElement;
            if (!one || one === document.body) return null;
            const seen = [one, one.nextElementSibling, one.closest('.seg, .pick, label')].filter(Boolean);
            return seen.some(part => { const style = getComputedStyle(part);
                const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                return outlined || style.boxShadow !== 'none'; }); }""")
        if ring is None:
            break
        assert ring, "the focus is not to be seen"
        reached += 1
    assert reached >= 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_in_order_without_its_style(show: Any, page_of: Any, name: str) -> None:
    page = show(page_of(name, "crm-replacement")).at(1280).page
    page.evaluate("document.querySelector('style').disabled = true")
    first = page.locator("h1, h2").first
    assert first.evaluate("one => one.tagName") == "H1"
    assert first.inner_text().strip()
    assert "CRM" in page.locator("header").first.inner_text()
    assert page.evaluate("document.documentElement.lang") == "en"
