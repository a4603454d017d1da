"""Format 1 as data: which keys there are, of which kind; the reader and the JSON Schema both follow it."""

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Any

from raci_cli.findings import Path
from raci_cli.model.codes import LIMITS, RULE_NAMES
from raci_cli.model.containers import ListOf, MapOf, Record, TextOr
from raci_cli.model.fields import Choice, Date, Flag, Kind, Notes, Reference, Schema, Text, Whole, describe
from raci_cli.model.project import STATUSES, CheckSettings, Verdict
from raci_cli.model.scheme import RACI, Role, Scheme
from raci_cli.text import did_you_mean, nearest, quoted

VERSION = 1
# More letters than that nobody can tell apart, and every rule looks at every role of every step.
_MOST_ROLES = 32


def _parties(doc: str) -> ListOf:
    return ListOf(doc, Reference("The id of a person or a team."), single=True)


def step_order(scheme: Scheme) -> tuple[str, ...]:
    """The keys of a step in the order in which raci writes them."""
    roles = sorted(scheme.roles, key=lambda role: not role.owns)
    return ("title", "phase", *(role.name for role in roles), *_WORK, "tasks")


_STATUS = Choice(
    "How far it is; not-started where left out.",
    STATUSES,
    (
        "Nobody has begun.",
        "Somebody is at work.",
        "It cannot go on; blocked says why.",
        "It is finished; done says when.",
        "It is left out; steps that need it do not wait for it.",
    ),
)
_WORK: dict[str, Kind] = {
    "candidates": _parties("Undecided: who may become accountable."),
    "hint": Text("What may help to decide."),
    "joint": _parties("Teams that must have a say: accountable, responsible or consulted."),
    "agreed": MapOf("Who signed it off, and when.", Date("The day of the agreement.")),
    "goals": _parties("The goals that it serves."),
    "independent": Flag("Who approves it may not do the work."),
    "status": _STATUS,
    "blocked": Text("Why it is blocked."),
    "start": Date("When it starts, or started."),
    "due": Date("When it must be done."),
    "done": Date("When it was done."),
    "ongoing": Flag("It is never done, and not counted in progress."),
    "until": Reference("An ongoing step ends when this step is done."),
    "needs": _parties("Steps that must be done first."),
    "notes": Text("What there is to say about it.", lines=True),
    "guidance": Text("How to do it well.", lines=True),
}


@cache
def task_record(scheme: Scheme) -> Record:
    """A task: what a step may say, but for tasks."""
    roles = {
        role.name: _parties(f"Who is {role.name}: {role.meaning}." if role.meaning else role.name)
        for role in scheme.roles
    }
    kinds: dict[str, Kind] = {
        "title": Text("What is to be done."),
        "phase": Text("The phase it belongs to."),
        **roles,
        **_WORK,
    }
    return Record("A task of a step; it inherits the roles that it does not set.", kinds, ("title",))


@cache
def step_record(scheme: Scheme) -> Record:
    """A step of the lifecycle."""
    task = task_record(scheme)
    tasks = MapOf("Tasks, of one level.", task)
    return Record("A step of the lifecycle.", {**task.fields, "tasks": tasks}, ("title",))


_ROLE = Record(
    "A role of the scheme.",
    {
        "letter": Text("What stands for it in a matrix.", longest=3),
        "min": Whole("Parties it needs at least."),
        "max": Whole("Parties it takes at most."),
        "owns": Flag("It answers for the step."),
        "works": Flag("It does the work."),
        "excludes": ListOf(
            "Roles that the same party may not hold beside it.", Reference("A role's name."), single=True
        ),
        "person-only": Flag("Neither a team nor a software agent may hold it."),
        "colour": Text("Its look in reports: own, work, support, ask, verify, sign, tell, out or plain."),
    },
    ("letter",),
)
INLINE_SCHEME = Record(
    "A scheme of the project's own.",
    {
        "name": Text("What it is called."),
        "roles": MapOf(
            "Its roles, in the order of their letters.",
            _ROLE,
            taken=("title", "phase", *_WORK, "tasks"),
            taken_rule="is a key of every step and cannot be a role",
        ),
    },
    ("roles",),
)


def scheme_name() -> Choice:
    """The name of a shipped scheme."""
    from raci_cli.model.schemes import SCHEMES  # most projects do without

    words = tuple(SCHEMES)
    return Choice("A shipped role scheme.", words, tuple(f"{SCHEMES[word].summary}." for word in words))


class SchemeKind:
    """A shipped scheme by its name, or one of the project's own; RACI where nothing usable is said."""

    def take(self, _data: Any) -> None:
        return None

    def read(self, data: Any, path: Path, notes: Notes) -> Scheme:
        if data is None:
            return RACI
        if not isinstance(data, dict):
            return RACI if data == RACI.name else _shipped(data, path, notes)
        given = INLINE_SCHEME.read(data, path, notes)
        roles = given.get("roles")
        if roles == {}:
            notes.wrong((*path, "roles"), "must name at least one role")
        if not roles:
            return RACI
        if len(roles) > _MOST_ROLES:
            notes.wrong((*path, "roles"), f"must name at most {_MOST_ROLES} roles")
            roles = dict(islice(roles.items(), _MOST_ROLES))
        _check_roles(roles, (*path, "roles"), notes)
        return Scheme(given.get("name", "own"), tuple(_role(name, role, roles) for name, role in roles.items()))

    def schema(self) -> Schema:
        inline = INLINE_SCHEME.schema()
        inline["properties"]["roles"].update(minProperties=1, maxProperties=_MOST_ROLES)
        return {"description": "The role scheme; raci where left out.", "anyOf": [scheme_name().schema(), inline]}


def _shipped(data: Any, path: Path, notes: Notes) -> Scheme:
    from raci_cli.model.schemes import SCHEMES

    if isinstance(data, str) and data in SCHEMES:
        return SCHEMES[data]
    near = nearest(data, SCHEMES) if isinstance(data, str) else None
    help_ = f"did you mean {near}?" if near else "raci schemes lists them"
    notes.wrong(path, f"must be a known scheme or one of your own, not {describe(data)}", help_)
    return SCHEMES[near] if near else RACI  # the steps most likely have the roles of the scheme that was meant


def _role(name: str, given: dict[str, Any], roles: Iterable[str]) -> Role:
    values = {"letter": name[:1].upper(), **{key.replace("-", "_"): value for key, value in given.items()}}
    excluded = frozenset(values.get("excludes", ()))
    return Role(name, **{**values, "excludes": tuple(other for other in roles if other in excluded)})


def _check_roles(roles: dict[str, dict[str, Any]], path: Path, notes: Notes) -> None:
    """Roles must fit each other: letters differ, bounds and exclusions make sense."""
    letters: dict[str, str] = {}
    for name, role in roles.items():
        letter = role.get("letter", "")
        if letter and letters.setdefault(letter, name) != name:
            notes.wrong((*path, name, "letter"), f"is the letter of {letters[letter]} too")
        if role.get("max") is not None and role["max"] < role.get("min", 0):
            notes.wrong((*path, name, "max"), "must not be below min")
        for index, other in enumerate(role.get("excludes", ())):
            if other not in roles:
                notes.wrong(
                    (*path, name, "excludes", index), f"names no role: {quoted(other)}", did_you_mean(other, roles)
                )


PROJECT = Record(
    "The project as a whole.",
    {
        "name": Text("What it is called."),
        "summary": Text("What it is for.", lines=True),
        "size": Choice("A large project asks for sponsors.", ("small", "large")),
        "start": Date("When it starts."),
        "due": Date("The launch that everybody works toward."),
        "lead": Reference("The project manager."),
        "budget": Reference("Whose money it is; a hint where a choice is contested."),
        "verdict": Record(
            "A verdict that overrides the computed one; both are shown.",
            {"set": Choice("The colour.", ("green", "amber", "red")), "because": Text("Why.", lines=True)},
            ("set",),
            lambda given: Verdict(given["set"], given.get("because")) if "set" in given else None,
        ),
    },
    ("name",),
)
TEAM = Record("A team.", {"name": Text("Its display name."), "lead": Reference("The person who leads it.")}, ("name",))
_KIND = Choice(
    "person where left out.",
    ("person", "agent", "external"),
    (
        "Somebody of the organisation.",
        "A software agent: it may do the work, and never answers for it.",
        "Somebody outside: they may do the work, and never answer for it.",
    ),
)
PERSON = Record(
    "A person, a software agent, or somebody outside.",
    {
        "name": Text("The display name."),
        "team": Reference("The team they belong to."),
        "title": Text("What they do."),
        "email": Text("Where to write to."),
        "active": Flag("False once they have left."),
        "deputy": Reference("Who stands in."),
        "kind": _KIND,
    },
    ("name",),
)
GOAL = Record(
    "A figure that both sides commit to.",
    {
        "measure": Text("What is measured."),
        "target": Text("What it must reach."),
        "owners": _parties("Who commits to it."),
        "due": Date("By when."),
        "actual": Text("What it is now."),
        "met": Flag("Whether it is reached."),
    },
)


def _settings(given: dict[str, Any]) -> CheckSettings:
    return CheckSettings(given.get("severity", {}), given.get("limits", {}), given.get("strict"))


def _severity(code: str, name: str) -> Choice:
    return Choice(f"{code} {name}: how much it weighs.", ("error", "warning", "info", "off"))


_SEVERITIES = {code: _severity(code, name) for code, name in RULE_NAMES.items()}
CHECK = Record(
    "How this project is checked.",
    {
        "severity": Record(
            "Severity by rule.", {**_SEVERITIES, **{RULE_NAMES[code]: kind for code, kind in _SEVERITIES.items()}}
        ),
        "limits": Record("Thresholds by rule name.", dict.fromkeys(LIMITS, Whole("The limit."))),
        "strict": Flag("An owner does not count as doing the work."),
    },
    build=_settings,
)


@cache
def top_record(scheme: Scheme = RACI) -> Record:
    """The file, but for its version and its scheme, which are read first."""
    return Record(
        "A project: its steps, and who is accountable for each.",
        {
            "raci": Whole("The version of this format."),
            "project": PROJECT,
            "scheme": SchemeKind(),
            "teams": MapOf("Teams, by id.", TextOr("name", TEAM)),
            "people": MapOf("People, by id.", TextOr("name", PERSON)),
            "sponsors": _parties("Who backs the project."),
            "goals": MapOf("Shared goals, by id.", GOAL),
            "glossary": MapOf(
                "Terms and what they mean here.", Text("The meaning.", lines=True), r"^[^\s].*$", "a term is not blank"
            ),
            "steps": MapOf("The steps, in the order of the work.", step_record(scheme)),
            "check": CHECK,
        },
        ("raci", "project", "steps"),
    )


TOP_ORDER = tuple(top_record().fields)
