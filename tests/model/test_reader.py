"""A file to the project: typed, whole, and with all its findings."""

import datetime

import pytest
from helpers import CLEAN, LIMITS, project, reading
from model.example import EXAMPLE

from raci_cli.document.source import Limits
from raci_cli.model.project import CheckSettings, Goal, Party, Project, Step, Task, Verdict
from raci_cli.model.reader import read
from raci_cli.model.scheme import RACI

HEAD = "raci: 1\nproject: {name: D}\nsteps:\n"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def found(text: str) -> list[tuple[str, int, str]]:
    """Code, line and message of each finding."""
    got = reading(text)
    lines = [f.span.line if f.span else got.tree.span(f.path, f.at).line if got.tree else 0 for f in got.findings]
    return [(f.code, line, f.message) for f, line in zip(got.findings, lines, strict=True)]


def test_the_example_of_the_format_is_read_without_findings() -> None:
    assert reading(EXAMPLE).findings == ()


def test_the_head_is_typed() -> None:
    given = project(EXAMPLE)
    assert (given.name, given.size, given.lead, given.budget) == ("CRM replacement", "large", "maya", "marketing")
    assert (given.start, given.due) == (day("2026-12-01"), day("2027-03-31"))
    assert given.summary == "Replace the home-grown CRM before the contract ends."
    assert given.verdict == Verdict("green", "The date moved with the customer's consent.")
    assert given.scheme is RACI
    assert given.sponsors == ("dana", "lee")
    assert given.glossary == {"lead": "A person who asked to be contacted; not a visit."}
    assert given.check == CheckSettings({"RACI305": "error", "RACI113": "off"}, {"many-responsible": 3}, strict=True)


def test_parties_are_typed_teams_first() -> None:
    parties = project(EXAMPLE).parties
    assert list(parties) == ["marketing", "it", "dana", "lee", "priya", "maya", "scout", "vendor-desk"]
    assert parties["marketing"] == Party("marketing", "Marketing", "team")
    assert parties["it"] == Party("it", "IT", "team", lead="lee")
    assert parties["dana"] == Party(
        "dana", "Dana Ortiz", "person", team="marketing", title="CMO", email="dana@example.com"
    )
    assert parties["lee"].deputy == "priya"
    assert [party.active for party in parties.values()].count(False) == 1
    assert (parties["scout"].kind, parties["vendor-desk"].kind) == ("agent", "external")


def test_a_goal_is_typed() -> None:
    assert project(EXAMPLE).goals == {
        "sign-in": Goal(
            "sign-in", "failed sign-ins", "below 0.5 %", ("dana", "lee"), day("2027-06-30"), "0.4 %", met=True
        )
    }


def test_steps_are_typed_and_numbered() -> None:
    problem, vendor, testing, maintenance = project(EXAMPLE).steps
    assert problem == Step(
        "problem",
        "Define the problem",
        {"accountable": ("dana",), "responsible": ("marketing",), "consulted": ("it",), "informed": ()},
        "done",
        day("2026-12-01"),
        day("2026-12-05"),
        day("2026-12-04"),
        notes="One page, agreed with the CFO.",
        number=1,
    )
    assert (vendor.candidates, vendor.joint, vendor.needs) == (("marketing", "it"), ("marketing", "it"), ("problem",))
    assert (vendor.hint, vendor.phase, vendor.goals) == ("Who owns the budget?", "Choose", ("sign-in",))
    assert (vendor.agreed, vendor.independent, vendor.roles) == ({"dana": day("2026-12-18")}, True, {})
    assert (vendor.guidance or "").endswith("meet IT's standards.\n")
    assert testing.blocked == "waiting for the test licence since 2 March"
    assert testing.tasks == (
        Task("system-test", "System test", status="done"),
        Task("acceptance", "Acceptance", {"accountable": ("marketing",), "consulted": ("it",)}),
    )
    assert (maintenance.ongoing, maintenance.until, maintenance.number) == (True, "testing", 4)


def test_what_is_left_out_has_its_default() -> None:
    given = project(CLEAN)
    assert given == Project(
        name="Demo",
        parties={"ana": Party("ana", "Ana"), "bob": Party("bob", "Bob")},
        goals={"demo": Goal("demo", "steps done")},
        steps=(
            Step("kickoff", "Kick-off", {"accountable": ("ana",), "informed": ("bob",)}, number=1),
            Step("second", "Second", {"accountable": ("bob",), "informed": ("ana",)}, number=2),
        ),
    )
    assert (given.steps[0].status, given.size) == ("not-started", "small")


@pytest.mark.parametrize("null", ["", "~", "null"])
def test_an_empty_value_is_not_set(null: str) -> None:
    keys = ("summary", "size", "start", "lead", "verdict")
    text = "raci: 1\nproject:\n  name: Demo\n" + "".join(f"  {key}: {null}\n" for key in keys)
    text += "".join(
        f"{key}: {null}\n" for key in ("scheme", "teams", "people", "sponsors", "goals", "glossary", "check")
    )
    text += "steps:\n  a:\n    title: A\n"
    text += "".join(
        f"    {key}: {null}\n" for key in ("accountable", "needs", "status", "due", "tasks", "agreed", "ongoing")
    )
    assert reading(text).findings == ()
    assert project(text) == Project(name="Demo", steps=(Step("a", "A", number=1),))


def test_an_empty_list_of_a_role_is_set() -> None:
    given = project(
        "raci: 1\nproject: {name: D}\nsteps:\n  a: {title: A, consulted: [], tasks: {b: {title: B, informed: []}}}\n"
    )
    assert given.steps[0].roles == {"consulted": ()}
    assert given.steps[0].tasks[0].roles == {"informed": ()}


NO_VERSION = "not a project file of raci: it has no 'raci: 1'"
VERSIONS = {
    "missing": ("project: {name: D}\n", NO_VERSION),
    "null": ("raci:\n", NO_VERSION),
    "newer": ("raci: 2\n", "format '2' is unknown to this program, which reads format 1"),
    "old": ("raci: 0\n", "format '0' is unknown to this program, which reads format 1"),
    "with a zero before it": ("raci: 01\n", "format '01' is unknown to this program, which reads format 1"),
    "quoted": ("raci: '1'\n", "raci must be the format's version, 1"),
    "a text": ("raci: one\n", "raci must be the format's version, 1"),
    "a list": ("raci: [1]\n", "raci must be the format's version, 1"),
    "a mapping": ("raci: {a: 1}\n", "raci must be the format's version, 1"),
    "a flag": ("raci: true\n", "raci must be the format's version, 1"),
    "a fraction": ("raci: 1.0\n", "raci must be the format's version, 1"),
    "an empty file": ("", "the file is empty"),
    "a comment": ("# raci: 1\n", "the file is empty"),
    "a list of all": ("- raci: 1\n", NO_VERSION),
    "a text of all": ("raci\n", NO_VERSION),
}


@pytest.mark.parametrize("text, message", VERSIONS.values(), ids=VERSIONS)
def test_a_file_of_another_version_is_not_read(text: str, message: str) -> None:
    assert found(text) == [("RACI005", 1, message)]
    assert reading(text).project is None


def test_a_forgotten_version_does_not_hide_the_rest() -> None:
    text = CLEAN.replace("raci: 1\n", "").replace("ana: Ana", "ana: []")
    assert [code for code, _, _ in found(text)][:2] == ["RACI005", "RACI004"]
    assert project(text).steps


STEPS = {
    "missing": ("", 1),
    "null": ("steps:\n", 3),
    "empty": ("steps: {}\n", 3),
}


@pytest.mark.parametrize("steps, line", STEPS.values(), ids=STEPS)
def test_a_file_without_steps_has_nothing_to_check(steps: str, line: int) -> None:
    text = "raci: 1\nproject: {name: D}\n" + steps
    assert found(text) == [("RACI301", line, "no steps: there is nothing to check")]
    assert project(text).steps == ()


@pytest.mark.parametrize("steps, what", [("[a, b]", "a list"), ("x", "'x'")])
def test_steps_that_are_no_mapping_are_refused(steps: str, what: str) -> None:
    text = f"raci: 1\nproject: {{name: D}}\nsteps: {steps}\n"
    assert found(text) == [("RACI301", 3, f"steps must be a mapping, not {what}: there is nothing to check")]
    assert project(text).steps == ()


def test_every_finding_is_collected_in_one_pass() -> None:
    text = """\
raci: 1
project:
  name: ''
  sise: large
  due: 2026-02-30
teams:
  it: {lead: ana}
people:
  ana: {name: Ana, active: yes}
  it: Ina
  sponsors: Sam
  -x: X
sponsors: {a: b}
stepps: {}
steps:
  a b:
    title: A
    accountable: [ana, []]
    status: finished
    status: done
  b:
    due: soon
    tasks: {c: {title: C, tasks: {}}}
check:
  severity: {RACI1: error, overdue: bad}
  limits: {many-responsible: '3'}
"""
    lines = {code: sorted(line for other, line, _ in found(text) if other == code) for code, _, _ in found(text)}
    assert lines == {
        "RACI002": [20],
        "RACI003": [4, 14, 23, 25],
        "RACI004": [3, 5, 7, 9, 10, 11, 12, 13, 16, 18, 19, 21, 22, 25, 26],
    }


def test_a_step_with_broken_parts_still_appears() -> None:
    text = HEAD + "  a: {status: x, due: y, accountable: ana, nope: 1}\n  b:\n  c: {title: C}\n"
    steps = project(text).steps
    assert [(step.id, step.title, step.number) for step in steps] == [("a", "a", 1), ("c", "C", 3)]
    assert steps[0].roles == {"accountable": ("ana",)}
    assert (steps[0].status, steps[0].due) == ("not-started", None)


def test_tasks_are_of_one_level() -> None:
    text = HEAD + "  a:\n    title: A\n    tasks:\n      b: {title: B, tasks: {c: {title: C}}}\n"
    assert found(text) == [("RACI003", 7, "steps.a.tasks.b has an unknown key 'tasks'")]
    assert [task.id for task in project(text).steps[0].tasks] == ["b"]


def test_teams_and_people_share_a_namespace() -> None:
    text = CLEAN.replace("people:\n", "teams:\n  ana: A team\npeople:\n")
    assert found(text) == [("RACI004", 7, "'ana' is a team and a person; they share one namespace")]
    assert project(text).parties["ana"].is_team


@pytest.mark.parametrize("section", ["teams", "people"])
def test_the_id_of_the_sponsors_is_reserved(section: str) -> None:
    text = f"raci: 1\nproject: {{name: D}}\n{section}:\n  sponsors: S\nsteps: {{a: {{title: A}}}}\n"
    message = "the id 'sponsors' is reserved: in a step it stands for the sponsors"
    assert found(text) == [("RACI004", 4, message)]
    assert project(text).parties == {}


def test_a_repeated_key_is_found_where_it_stands_and_where_it_stood() -> None:
    got = reading(CLEAN + "  kickoff:\n    title: Again\n")
    (finding,) = got.findings
    assert (finding.code, finding.message) == ("RACI002", "'kickoff' stands twice, first on line 9")
    assert finding.span is not None
    assert finding.span.line == 17
    assert [(label, span.line) for label, span in finding.related] == [("first here", 9)]
    assert got.project is not None
    assert got.project.steps[0].title == "Kick-off"


@pytest.mark.parametrize(
    "data, code, line, has_source",
    [(b"a: \xff\n", "RACI001", 1, False), (b"a: x\nb: [\n", "RACI001", 3, True), (b"a: &x y\n", "RACI006", 1, True)],
)
def test_a_text_that_cannot_be_used_is_one_finding(data: bytes, code: str, line: int, *, has_source: bool) -> None:
    got = read("some/raci.yaml", data, LIMITS)
    (finding,) = got.findings
    assert finding.span is not None
    assert (finding.code, finding.span.line, finding.path) == (code, line, ())
    assert (got.tree, got.project, got.source is not None) == (None, None, has_source)


def test_a_file_over_the_size_is_one_finding() -> None:
    (finding,) = read("raci.yaml", CLEAN.encode(), Limits(size=10)).findings
    assert (finding.code, finding.message) == ("RACI006", "larger than 10 bytes")
