"""Files for the benchmarks: projects and charters as people write them, the same ones in every run."""

import datetime
import random
import re
from pathlib import Path

NAMES = (
    "Dana Ortiz", "Lee Wong", "Maya Lindqvist", "Priya Raman", "Tomás Rivera", "Chen Li", "Amina Diallo", "Jonas Weber",
    "Zoë Martin", "Sam O'Neill", "陳 大文", "Olga Petrova",
)  # fmt: skip
THINGS = ("CRM", "Newsletter", "Web shop", "Intranet", "Billing", "Search", "Loyalty card", "Sign-on", "Archive")
TITLES = (
    "State the problem", "Agree on the outcome", "Write the requirements", "Compare the options", "Choose the vendor",
    "Plan the migration", "Build and configure", "Test with real users", "Launch", "Look after it",
)  # fmt: skip
REMARKS = (
    "One page, agreed with the CFO.", "The list is what acceptance is tested against.", "Ask the works council early.",
    "Costs are reckoned over five years, not one.", "Nobody signs before both sides have read it.",
)  # fmt: skip
TEAMS = ("it", "marketing")
START = datetime.date(2027, 1, 4)
AS_OF = "2027-01-04"


def project(number: int, steps: int = 10) -> str:
    """A project file; with ten steps, of about 130 lines, and with nothing in it that is an error."""
    chance = random.Random(number)  # noqa: S311 - variety, not secrecy
    people = chance.sample(NAMES, 6)
    return _head(f"{chance.choice(THINGS)} {number}", people) + "".join(_step(index, chance) for index in range(steps))


def _head(name: str, people: list[str]) -> str:
    persons = "".join(
        f"  p{index}: {{name: {who}, team: {TEAMS[index % 2]}, title: Expert, deputy: p{(index + 2) % 6}}}\n"
        for index, who in enumerate(people)
    )
    return f"""\
raci: 1

# Kept by the project office; the steering group reads it on Mondays.
project:
  name: {name} replacement
  summary: Replace the home-grown {name} before its hosting contract ends.
  size: large
  start: {START}
  due: {START + datetime.timedelta(weeks=40)}
  lead: p1
  budget: marketing

teams:
  marketing: {{name: Marketing, lead: p1}}
  it: {{name: IT, lead: p0}}

people:
{persons}
sponsors: [p0, p1]

goals:
  answer-time: {{measure: time until a lead is called, target: below 1 hour, owners: [p0, p1], due: 2028-02-28}}

glossary:
  lead: A person who asked to be contacted; a visit to the website is none.
  stable: Two weeks without an incident of the first class.

steps:
"""


def _step(index: int, chance: random.Random) -> str:
    owner, worker, asked, told = chance.sample(range(6), 4)
    start = START + datetime.timedelta(weeks=4 * (index % 10))
    due = start + datetime.timedelta(days=chance.randrange(7, 26))
    title = TITLES[index % 10] if index < len(TITLES) else f"{TITLES[index % 10]}, part {index // 10 + 1}"
    informed = f"    informed: [p{told}]\n" if index % 3 else f"    informed:\n      - p{told}\n"
    needs = f"    needs: [s{index - 1}]\n" if index % 10 else ""
    comment = "   # since the reorganisation" if chance.random() < 0.3 else ""  # noqa: PLR2004 - three in ten
    guidance = (
        f"    guidance: |\n      {chance.choice(REMARKS)}\n      {chance.choice(REMARKS)}\n"
        if index % 5 == 0
        else f"    notes: {chance.choice(REMARKS)}\n"
    )
    return (
        f"  s{index}:\n    title: {title}\n    accountable: p{owner}{comment}\n    responsible: [p{worker}]\n"
        f"    consulted: [p{asked}]\n{informed}    start: {start}\n    due: {due}\n{needs}{guidance}"
    )


def crowd(steps: int, people: int) -> str:
    """A project in which so many people share so many steps, each of four of them, a part done or under way."""
    chance = random.Random(steps)  # noqa: S311 - variety, not secrecy
    persons = "".join(
        f"  p{index}: {{name: {NAMES[index % len(NAMES)]} {index}, team: {TEAMS[index % 2]}, title: Expert}}\n"
        for index in range(people)
    )
    project = f"project: {{name: Crowd, due: {START + datetime.timedelta(days=700)}}}"
    head = f"raci: 1\n{project}\nteams: {{marketing: Marketing, it: IT}}\n"
    return f"{head}people:\n{persons}steps:\n" + "".join(_shared(index, people, chance) for index in range(steps))


def _shared(index: int, people: int, chance: random.Random) -> str:
    owner, worker, asked, told = chance.sample(range(people), 4)
    due = START + datetime.timedelta(days=chance.randrange(600))
    status = ("done", "in-progress", "not-started", "not-started")[index % 4]
    return (
        f"  s{index}:\n    title: {TITLES[index % 10]}, part {index // 10 + 1}\n    accountable: p{owner}\n"
        f"    responsible: [p{worker}]\n    consulted: [p{asked}]\n    informed: [p{told}]\n"
        f"    status: {status}\n    due: {due}\n"
    )


def charter(number: int) -> str:
    """What agenraci reads: as many actions as a project has steps, each with the same letters, and a way out."""
    chance = random.Random(number)  # noqa: S311 - variety, not secrecy
    members = "".join(
        f"  - {{name: {who.split()[0]} {index}, type: human, role: r{index}}}\n"
        for index, who in enumerate(chance.sample(NAMES, 6))
    )
    grants = "".join(f"  r{index}: {{grant: [c{index}]}}\n" for index in range(6))
    return (
        "# Kept by the project office; the steering group reads it on Mondays.\n"
        f"project: {chance.choice(THINGS)} {number}\n\nroles: [r0, r1, r2, r3, r4, r5]\n\nmembers:\n{members}\n"
        f"capabilities:\n{grants}\nactions:\n" + "".join(_action(index, chance) for index in range(10))
    )


def _action(index: int, chance: random.Random) -> str:
    owner, worker, asked, told = (f"r{one}" for one in chance.sample(range(6), 4))
    comment = "   # since the reorganisation" if chance.random() < 0.3 else ""  # noqa: PLR2004 - three in ten
    return (
        f"  {TITLES[index].lower().replace(' ', '_')}:\n    responsible: {worker}\n    accountable: {owner}{comment}\n"
        f"    consulted: [{asked}]\n    informed:\n      - {told}\n    capabilities: [c{index % 6}]\n    gate:\n"
        f"      approver: {owner}\n      on_timeout: block\n"
        f"      break_glass: {{who: {worker}, condition: outage, requires_after_review: true}}\n"
    )


def quoted(number: int) -> str:
    """The project with its dates in quotes: to ajv-cli they are no texts without."""
    return re.sub(r"(\d{4}-\d\d-\d\d)", r"'\1'", project(number))


def write(folder: Path, files: int) -> None:
    """So many files of each sort, in a folder of its own."""
    for make in (project, quoted, charter):
        (folder / make.__name__).mkdir()
        for number in range(files):
            (folder / make.__name__ / f"f{number:04}.raci.yaml").write_text(make(number), encoding="utf-8")
