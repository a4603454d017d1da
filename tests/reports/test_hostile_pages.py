"""A sanitizer of others, given what our pages are made of, takes nothing out of a page, whatever a project says.

It allows the elements of a page that says harmless things, with the very values that their attributes have there; and
with every element taken out, each text is still there, letter by letter.
"""

import html
import re
import shlex
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Any

import nh3
import pytest
from hostile import HOSTILE
from jinja2 import DictLoader, Environment
from reports.test_hostile_reports import asking, view_saying
from reports.test_page import Page, everywhere

from raci_cli import resources
from raci_cli.reports import FORMATS
from raci_cli.reports.render import equipped, helpers, render, settings
from raci_cli.text import Look, short, visible

# A word that no template says.
HARMLESS = "qzq"
# Values that follow the ids and names of a project.
FREE = {"title", "id", "href", "data-of", "data-says"}
# The parser of Python makes them small; the sanitizer keeps to the standard.
CAMEL = {"viewbox": "viewBox", "patternunits": "patternUnits", "patterntransform": "patternTransform"}
ViewOf = Callable[[str], dict[str, Any]]


def _everywhere(name: str, text: str) -> dict[str, Any]:
    return dict(everywhere(text, name))


# All views of a report that says something: each that it can be asked for, and one with texts that no reader lets in.
SAYING: dict[str, list[ViewOf]] = {
    name: [partial(_everywhere, name), *(partial(view_saying, name, asked=asked) for asked in range(len(asking(name))))]
    for name, formats in FORMATS.items()
    if "html" in formats
}
PAGES = pytest.mark.parametrize("name, index", [(name, index) for name in SAYING for index in range(len(SAYING[name]))])


def head_and_body(page: str) -> tuple[str, str]:
    head, _, body = page.partition("<body>")
    return head, body.rpartition("</body>")[0]


@lru_cache(maxsize=64)
def allowed(body: str) -> dict[str, Any]:
    """What the sanitizer lets pass: nothing but what is in this body."""
    attributes: dict[str, set[str]] = {}
    values: dict[str, dict[str, set[str]]] = {}
    elements = Page(body).elements
    for tag, given in elements:
        for small, value in given.items():
            name = CAMEL.get(small, small)
            if name in FREE:
                attributes.setdefault(tag, set()).add(name)
            else:
                values.setdefault(tag, {}).setdefault(name, set()).add(value or "")
    return {
        "tags": {"br", *(tag for tag, _ in elements)},  # a text of several lines has them broken
        "attributes": attributes,
        "tag_attribute_values": values,
        "attribute_filter": lambda _, name, value: value if name != "href" or value.startswith("#") else None,
        "url_schemes": set(),
        "clean_content_tags": set(),
        "strip_comments": True,
        "link_rel": None,
    }


@lru_cache(maxsize=64)
def parts(body: str) -> Counter[str]:
    """The elements of a body, and their attributes."""
    return Counter(
        part
        for tag, given in Page(body).elements
        for part in (tag, *(f'{tag} {name}="{value or ""}"' for name, value in given.items()))
    )


@cache
def harmless(name: str, view_of: ViewOf) -> str:
    return render(name, "html", view_of(HARMLESS))


def active(page: str, usual: str, text: str) -> list[str]:
    """What in a page acts, or is taken for markup: what the sanitizer takes out, and texts that are no longer whole."""
    (head, body), (usual_head, usual_body) = head_and_body(page), head_and_body(usual)
    kept = nh3.clean(body, **allowed(usual_body))
    found = list((parts(body) - parts(kept)).elements())
    said, wanted = whole(plain(body), text), plain(usual_body).count(HARMLESS)
    if said < wanted:
        found.append(f"{said} of {wanted} texts are whole")
    if parts(head) != parts(usual_head):
        found.append("another head")
    return found


@lru_cache(maxsize=64)
def plain(body: str) -> str:
    """The texts of a body, on one line."""
    return one_line(html.unescape(nh3.clean(body, tags=set(), clean_content_tags={"script", "style"})))


def whole(said: str, text: str) -> int:
    """How often a text is said; of several lines, one. A message may have its start, a command has it in quotes."""
    line = max((visible(line) for line in text.splitlines()), key=len, default="")
    forms = {one_line(form).strip() for form in (line, short(visible(line)), shlex.quote(visible(text)))}
    return sum(said.count(form) for form in forms if not any(other in form for other in forms - {form}))


def one_line(text: str) -> str:
    """A text without what depends on its place: white space, and the sign for a colon that would begin a command."""
    return re.sub(r"\s+", " ", text.replace(r"\x3a", ":"))


@PAGES
def test_whatever_a_project_says_a_page_is_all_that_the_sanitizer_lets_pass(name: str, index: int) -> None:
    view_of = SAYING[name][index]
    usual = harmless(name, view_of)
    assert active(usual, usual, HARMLESS) == []
    assert HARMLESS in usual
    found = {text: active(render(name, "html", view_of(text)), usual, text) for text in HOSTILE}
    assert {text: what for text, what in found.items() if what} == {}


TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in sorted(resources.templates().rglob("*.html.j2"))}
# Where a text of the project stands by itself, in an element or in an attribute.
PLACE = re.compile(r'(?<=>)\{\{ ([^{}]+) \}\}(?=</bdi>)|(?:(?<=title=")|(?<=says=")|(?<=of="))\{\{ ([^{}]+) \}\}(?=")')
# Words of ours, days, and letters: three characters are no markup.
OURS = {"row.status", "row.due", "held | join('/')"}
SLIPS = [(name, place) for name, text in TEMPLATES.items() for place in PLACE.finditer(text) if place[2] not in OURS]
SCRIPT, TAG = '"><script>alert(1)</script>', "<b>bold</b>"


SHOWN = dict(TEMPLATES)
BY_HAND = equipped(Environment(**settings("html"), loader=DictLoader(SHOWN)))  # noqa: S701 - `settings` escapes


@pytest.fixture
def _slip(template: str, place: re.Match[str]) -> Iterator[None]:
    """Our templates, of which one prints a text as it is."""
    text = place.string
    slip = f"{{{{ ({place[1] or place[2]}) | string | safe }}}}"
    SHOWN[template] = text[: place.start()] + slip + text[place.end() :]
    yield
    SHOWN[template] = text


def by_hand(name: str, view: dict[str, Any]) -> str:
    return BY_HAND.get_template(f"{name}.html.j2").render(**view, **helpers("html", view, Look()))


@pytest.mark.usefixtures("_slip")
@pytest.mark.parametrize("template, place", SLIPS, ids=range(len(SLIPS)))
def test_a_text_that_a_template_prints_as_it_is_would_be_found(template: str, place: re.Match[str]) -> None:
    names = [name for name in SAYING if template in (f"{name}.html.j2", "macros.html.j2")]
    views = [(name, view_of) for name in names for view_of in SAYING[name]]

    def is_found(text: str) -> bool:
        return any(active(by_hand(name, view_of(text)), harmless(name, view_of), text) for name, view_of in views)

    assert is_found(SCRIPT)
    assert place[2] or is_found(TAG), "in an attribute it acts on nothing"


def test_every_template_has_a_place_to_slip() -> None:
    assert {template for template, _ in SLIPS} >= {"macros.html.j2", "status.html.j2", "person.html.j2"}
    assert len(SLIPS) > 50
