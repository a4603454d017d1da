"""HTML pages: self-contained, inert, whole, in the words of the project's scheme."""

import base64
import datetime
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from helpers import CLEAN, ROOT, project, text_of
from hostile import HOSTILE, acts
from reports.demo import shown_by

from raci_cli.reports import FORMATS, page
from raci_cli.reports.render import render

TODAY = datetime.date(2027, 1, 25)
SECTIONS = ["summary", "decisions", "next", "matrix", "timeline", "workload", "agreed", "findings", "steps"]
DEMO = text_of("""
    raci: 1
    project: {name: CRM, summary: Replace it., start: 2026-12-01, due: 2027-03-31, lead: maya}
    teams: {marketing: Marketing, it: IT}
    people:
      dana: {name: Dana Ortiz, team: marketing, title: CMO}
      maya: {name: Maya Lindqvist, team: marketing}
      noor: {name: نور حداد, team: it}
      scout: {name: Scout, kind: agent}
      gone: {name: Gone, active: false}
    sponsors: [dana]
    goals: {kept: {measure: kept, target: all, owners: [dana], met: true}, missed: {due: 2027-01-01}}
    glossary: {lead: A person who asked.}
    steps:
      problem: {title: Define, accountable: dana, status: done, start: 2026-12-01, due: 2026-12-05, done: 2026-12-09}
      need: {title: Need, accountable: maya, responsible: [scout], status: in-progress, start: 2027-01-04,
             due: 2027-01-20}
      vendor: {title: Choose, candidates: [dana, maya], hint: Who pays?, start: 2027-02-01, due: 2027-02-05, phase: Buy}
      build:
        title: Build
        accountable: noor
        status: blocked
        blocked: no licence
        start: 2027-01-18
        tasks:
          data: {title: Move, due: 2027-01-22, accountable: maya}
          sso: {title: Sign-in, status: done}
      testing: {title: Test, accountable: [dana, noor], responsible: [gone], due: 2027-03-31}
      extra: {title: Extra, accountable: dana, status: skipped}
      run: {title: Run, accountable: noor, ongoing: true}
    """)
OWN_SCHEME = text_of("""
    raci: 1
    project: {name: Own, verdict: {set: green, because: The board moved it.}, due: 2027-01-01}
    scheme:
      name: our-way
      roles:
        driver: {letter: D, min: 1, max: 1, works: true}
        approver: {letter: P, min: 1, max: 1, owns: true}
        helper: {letter: H}
    people: {ann: Ann, bob: Bob}
    steps:
      one: {title: One, driver: ann, approver: bob, helper: [bob]}
      two: {title: Two, driver: ann}
    """)


class Page(HTMLParser):
    """The elements of a page with their attributes, its style, and what it says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.style, self.said = "", ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "style" and not self.style:
            self.style = data
        else:
            self.said += data

    @property
    def shape(self) -> list[str]:
        """Its elements, but for line breaks within a text."""
        return [tag for tag, _ in self.elements if tag not in ("br", "bdi")]

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]


PAGES = [name for name, formats in FORMATS.items() if "html" in formats]


def view_of(text: str, name: str = "status", as_of: datetime.date = TODAY) -> Any:
    return shown_by(name, text, as_of)


def html(text: str, name: str = "status") -> str:
    return render(name, "html", view_of(text, name))


def everywhere(word: str, name: str) -> Any:
    """A view with a text wherever the file could have put it, and where the reader would have refused it."""
    roles = "accountable: WORD, consulted: [GUEST], candidates: [WORD], hint: WORD, notes: WORD, phase: WORD"
    text = text_of(f"""
        raci: 1
        project: {{name: WORD, summary: WORD, lead: WORD, verdict: {{set: green, because: WORD}}}}
        scheme:
          name: WORD
          roles: {{accountable: {{letter: LTR, owns: true, min: 2, colour: WORD}}, consulted: {{letter: C}}}}
        teams: {{t: WORD}}
        people: {{WORD: {{name: WORD, title: WORD, team: t}}}}
        sponsors: [WORD]
        goals: {{WORD: {{measure: WORD, target: WORD, actual: WORD, owners: [WORD]}}}}
        glossary: {{WORD: WORD}}
        steps:
          WORD:
            {{title: WORD, {roles}, status: blocked, blocked: WORD, tasks: {{WORD: {{title: WORD, blocked: WORD}}}}}}
          open: {{title: WORD, candidates: [WORD, GUEST], hint: WORD, due: 2027-02-01}}
        """)
    view = json.dumps(view_of(text, name))
    assert "WORD" in view
    assert name not in ("status", "matrix") or '"break": "1 LTR"' in view
    return json.loads(re.sub(r"WORD|GUEST|LTR|raci\.yaml", lambda _: json.dumps(word)[1:-1], view))


def assert_inert(text: str) -> None:
    found = Page(text)
    assert not {tag for tag, _ in found.elements} & {"script", "img", "iframe", "object", "base", "form"}
    assert not [name for _, attributes in found.elements for name in attributes if name == "style" or name[:2] == "on"]
    assert all(address.startswith(("#", "data:image/svg+xml,")) for address in found.values("href"))
    assert not found.values("src")
    assert [tag for tag, _ in found.elements].count("style") == 1
    digest = base64.b64encode(hashlib.sha256(found.style.encode()).digest()).decode()
    assert any(f"style-src 'sha256-{digest}';" in content for content in found.values("content"))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("text", [DEMO, OWN_SCHEME, CLEAN], ids=["demo", "own-scheme", "clean"])
def test_a_page_has_no_script_no_inline_style_loads_nothing_and_is_the_same_again(name: str, text: str) -> None:
    assert_inert(html(text, name))
    assert html(text, name) == html(text, name)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_text_is_inert(word: str, name: str) -> None:
    text = render(name, "html", everywhere(word, name))
    assert_inert(text)
    assert not acts(text)
    assert Page(text).shape == Page(render(name, "html", everywhere("x", name))).shape


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("text", [DEMO, CLEAN], ids=["demo", "clean"])
def test_every_link_has_its_target_and_no_id_is_there_twice(text: str, name: str) -> None:
    found = Page(html(text, name))
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {one.removeprefix("#") for one in found.values("href") if one[0] == "#"} <= set(ids)
    assert {one for labels in found.values("aria-labelledby") for one in labels.split()} <= set(ids)


@pytest.mark.parametrize("text", [DEMO, CLEAN], ids=["demo", "clean"])
def test_every_section_of_the_status_has_its_place(text: str) -> None:
    found = Page(html(text))
    ids = found.values("id")
    assert {f"step-{step.id}" for step in project(text).steps} <= set(ids)
    sections = [attributes["id"] for tag, attributes in found.elements if tag == "section"]
    assert sections == [one for one in SECTIONS if one in sections]


def test_an_id_that_is_no_good_gives_way_to_the_number() -> None:
    steps = [{"id": id_, "number": str(n)} for n, id_ in enumerate(["a", "</a>", "a", "2"], 1)]
    assert page.anchors(steps) == {"1": "step-a", "2": "step-.2", "3": "step-.3", "4": "step-2"}


def test_other_schemes_show_their_own_letters_and_words_and_a_verdict_by_hand_its_rule() -> None:
    text = html(OWN_SCHEME)
    assert '<span class="chip own sm"><span aria-hidden="true">P</span><span class="vh">approver </span>' in text
    for words in ("OUR-WAY matrix", "nobody is approver", "On track", "Green, set by hand", "By rule: red. "):
        assert words in text
    body = Page(text).said.lower()
    assert not [word for word in ("accountable", "responsible", "consulted", "informed", "raci matrix") if word in body]


def test_a_project_without_parties_says_so() -> None:
    blank = (ROOT / "templates" / "lifecycles" / "blank.yaml").read_text(encoding="utf-8")
    for name in ("status", "matrix"):
        assert "Nobody yet: no step names anybody." in html(blank, name)
    assert not set(Page(html(blank)).values("id")) & {"timeline", "agreed"}


@pytest.mark.parametrize("number", [0, 1, 5, 10, 15, 16, 61])
def test_any_number_of_steps_is_drawn(number: int) -> None:
    steps = "".join(f"  s{n}: {{title: Step {n}}}\n" for n in range(number)) or "  {}\n"
    text = html(f"raci: 1\nproject: {{name: Many}}\nsteps:\n{steps}")
    assert text.count('<article id="step-') == number
    assert ('<ol class="rail' in text) == (0 < number <= 60)
    assert ("No steps yet." in text) == (number == 0)


def test_many_parties_have_upright_names_and_the_first_forty_a_highlight() -> None:
    def crowd(number: int) -> str:
        ids = [f"p{n}" for n in range(number)]
        people = ", ".join(f"{id_}: Person {id_}" for id_ in ids)
        steps = f"{{one: {{title: One, accountable: p0, informed: [{', '.join(ids[1:])}]}}}}"
        return html(f"raci: 1\nproject: {{name: Crowd}}\npeople: {{{people}}}\nsteps: {steps}\n", "matrix")

    assert 'class="matrix many crowd"' in crowd(40)
    assert '<option value="c39"' in crowd(40)
    assert "<select" not in crowd(41)
    assert ":has([value=c39]:checked)" in crowd(40)


def test_columns_are_headed_by_teams_and_say_who_it_is() -> None:
    parties = view_of(DEMO)["matrix"]["parties"]
    notes = {party["id"]: page.note_of(party) for party in parties}
    assert notes == {"dana": "CMO", "maya": "", "noor": "", "scout": "software agent", "gone": "has left"}
    found = [tuple(group.values()) for group in page.groups(parties)]
    assert found == [("Marketing", 0, 2), ("IT", 2, 1), ("", 3, 2)]
    assert page.groups([{**party, "team": None} for party in parties]) == []
    assert page.note_of({**parties[-2], "kind": "unknown", "id": "sponsors"}) == "none named yet"


def test_what_is_broken_is_ringed_and_where_a_step_stands_is_said_in_a_few_words() -> None:
    assert html(DEMO).count('class="chip own ring"') == 2
    assert all(words in html(DEMO) for words in ("2 are accountable", "nobody is accountable"))
    said = [page.state(step, "2027-01-25") for step in view_of(DEMO)["steps"]]
    assert said[:3] == ["done 9 Dec 2026", "5 days late", "due 5 Feb"]
    assert said[3:] == ["blocked, 3 days late", "due 31 Mar", "skipped", "ongoing"]


def test_the_timeline_draws_each_step_and_names_its_days() -> None:
    drawn = page.timeline(view_of(DEMO))
    assert drawn is not None
    assert (drawn["first"], drawn["last"], drawn["today"]["label"]) == ("2026-12-01", "2027-03-31", "25 Jan")
    assert [tick["text"] for tick in drawn["ticks"]] == ["Dec 2026", "Jan 2027", "Feb", "Mar"]
    looks = [" ".join(shape["look"] for shape in lane["shapes"]) for lane in drawn["lanes"]]
    assert looks == ["done was", "soft go late", "idle", "bad", "idle", "", ""]
    wanted = "1 Dec to 9 Dec 2026 | 4 Jan to 20 Jan | 1 Feb to 5 Feb | from 18 Jan | due 31 Mar | no date | ongoing"
    assert " | ".join(lane["when"] for lane in drawn["lanes"]) == wanted


AWAY = [
    ("due: 2027-01-27", "25 Jan", "start"),
    ("due: 2020-01-27", "25 Jan 2027 →", "end"),
    ("start: 2036-01-27", "← 25 Jan 2027", "start"),
    ("start: 0001-01-01, due: 9999-12-31", "25 Jan", "middle"),
    ("start: 2027-03-01, due: 2027-01-01", "25 Jan", "middle"),
    ("ongoing: true, start: 9999-12-30", "31 Dec", "middle"),
]


@pytest.mark.parametrize("dates, label, place", AWAY)
def test_the_line_of_today_stays_in_the_picture(dates: str, label: str, place: str) -> None:
    text = f"raci: 1\nproject: {{name: X}}\nsteps: {{a: {{title: A, {dates}}}}}\n"
    drawn = page.timeline(view_of(text, as_of=datetime.date.max if "12-30" in dates else TODAY))
    assert drawn is not None
    assert (drawn["today"]["label"], drawn["today"]["place"]) == (label, place)
    assert len(drawn["ticks"]) <= 10
    places = [float(one["x"]) for one in [drawn["today"], *drawn["ticks"], *drawn["lanes"][0]["shapes"]]]
    assert all(0 <= one <= 100 for one in places)
