"""What may stand in the place of each metavar: the one table of completion.

Values are ids and words of raci's own, which no shell acts on; names from the file are descriptions beside them.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from raci_cli import resources
from raci_cli.checking.discovery import nearest
from raci_cli.cli.completing import Offer, Typed
from raci_cli.cli.terminal import WHEN
from raci_cli.document import store
from raci_cli.document.source import Limits
from raci_cli.findings import Severity
from raci_cli.importers.records import ORIENTATIONS
from raci_cli.model.codes import RULE_NAMES
from raci_cli.model.fields import is_id
from raci_cli.model.format import step_order
from raci_cli.model.project import SPONSORS, STATUSES, Project
from raci_cli.model.reader import read
from raci_cli.reports import FORMATS as REPORT_FORMATS
from raci_cli.reports import REPORTS

# A larger file is completed without its ids: nobody waits for a key.
_LIMITS = Limits(size=1 << 18)
Words = Iterable[tuple[str, str]]


def offer(metavar: str, typed: Typed, value: str) -> Offer:
    """What completes `value`, by what the table says of the metavar."""
    found = TABLE.get(f"{typed.command} {metavar}") or TABLE.get(metavar)
    return Offer() if found is None else found(typed, value)


def _project(typed: Typed) -> Project:
    """The project that the command would open; an empty one where there is none that can be read."""
    given = typed.options.get("file") or (typed.arguments[0] if typed.command == "check" and typed.arguments else None)
    return _read(nearest(Path(given).expanduser() if given else None))


def _read(path: Path) -> Project:
    return read(str(path), store.read(path, _LIMITS.size), _LIMITS).project or Project()


def _lifecycle(typed: Typed) -> Project:
    """The lifecycle that `raci init` would start from."""
    name = typed.options.get("lifecycle") or resources.lifecycle_names()[0]
    shipped = name in resources.lifecycle_names()
    return _read(resources.lifecycle_path(name) if shipped else Path(name).expanduser())


def _steps(project: Project) -> Words:
    return ((step.id, step.title) for step in project.steps if is_id(step.id))


def _tasks(project: Project, value: str) -> Words:
    """The tasks of the one step that can be meant: those of all would be too many to choose from."""
    name = value.partition(".")[0]
    meant = [step for step in project.steps if step.id == name] or [
        step for step in project.steps if step.id.startswith(name)
    ]
    tasks = ((step, task) for step in meant if len(meant) == 1 for task in step.tasks)
    return ((f"{step.id}.{task.id}", task.title) for step, task in tasks if is_id(step.id) and is_id(task.id))


def _works(typed: Typed, value: str) -> Offer:
    project = _project(typed)
    return Offer([*_steps(project), *_tasks(project, value)])


def _parties(project: Project, *, teams_only: bool = False) -> Words:
    parties = (party for party in project.parties.values() if party.is_team or not teams_only)
    found = [(party.id, party.name) for party in parties if is_id(party.id)]
    return found if teams_only or not project.sponsors else [*found, (SPONSORS, "The sponsors of the project")]


def _things(typed: Typed, value: str) -> Offer:
    """All that can be renamed or removed."""
    project = _project(typed)
    goals = ((goal.id, goal.measure or "") for goal in project.goals.values() if is_id(goal.id))
    return Offer([*_steps(project), *_tasks(project, value), *_parties(project), *goals])


def _marked(typed: Typed, value: str) -> Offer:
    statuses = [(status, "") for status in STATUSES] if typed.arguments else []
    return Offer([*statuses, *_works(typed, value).words])


def _set(typed: Typed, value: str) -> Offer:
    """Steps, then keys, then what a key takes."""
    if not typed.arguments:
        return _works(typed, value)
    project = _project(typed)
    key, equals, _ = value.partition("=")
    if equals:
        return Offer(list(_pairs(value, [], _listed(value[len(key) + 1 :], _values(project, key)))))
    keys = [(f"{name}=", "") for name in step_order(project.scheme) if is_id(name) and name != "tasks"]
    begun = any("=" in argument for argument in typed.arguments)
    return Offer(keys if begun else [*keys, *_works(typed, value).words])


def _values(project: Project, key: str) -> Words:
    if key in (*project.scheme.names, "candidates", "joint"):
        return _parties(project, teams_only=key == "joint")
    if key in ("needs", "until"):
        return _steps(project)
    if key == "goals":
        return [(id_, goal.measure or "") for id_, goal in project.goals.items() if is_id(id_)]
    words = {"status": STATUSES, "ongoing": ("true", "false"), "independent": ("true", "false")}.get(key, ())
    return [(word, "") for word in words]


def _pairs(value: str, left: Words, right: Words) -> Iterator[tuple[str, str]]:
    """`LEFT=` until there is an equals sign, and then `LEFT=RIGHT`."""
    name, equals, _ = value.partition("=")
    if equals:
        return ((f"{name}={word}", text) for word, text in right)
    return ((f"{word}=", text) for word, text in left)


def _listed(value: str, words: Words) -> Words:
    """What may stand behind the last comma, with what stands before it; nothing twice."""
    head = value[: value.rfind(",") + 1]
    taken = set(head.split(","))
    return [(f"{head}{word}", text) for word, text in words if word not in taken]


def _roles(typed: Typed, value: str) -> Offer:
    project = _project(typed)
    names = ((role.name, role.meaning) for role in project.scheme.roles if is_id(role.name))
    return Offer(list(_pairs(value, names, _parties(project))))


def _answering(typed: Typed, value: str) -> Offer:
    lifecycle = _lifecycle(typed)
    return Offer(list(_pairs(value, _steps(lifecycle), _parties(lifecycle))))


def _renaming(typed: Typed, value: str) -> Offer:
    return Offer(list(_pairs(value, _parties(_lifecycle(typed), teams_only=True), [])))


def _rules() -> Words:
    return [*RULE_NAMES.items(), *((name, code) for code, name in RULE_NAMES.items())]


def _check_format(_typed: Typed, value: str) -> Offer:
    from raci_cli.emitters import FORMATS

    return Offer([(name, "") for name in FORMATS], files="=" in value)


def _report_format(typed: Typed, _value: str) -> Offer:
    name = typed.arguments[0] if typed.arguments else "status"
    return _words(*REPORT_FORMATS.get(name, ()))(typed, "")


def _source_format(_typed: Typed, _value: str) -> Offer:
    from raci_cli.importers.opening import FORMATS

    return Offer(list(FORMATS.items()))


def _scheme(_typed: Typed, _value: str) -> Offer:
    from raci_cli.model.schemes import SCHEMES

    return Offer([(name, scheme.summary) for name, scheme in SCHEMES.items()])


def _topics(_typed: Typed, _value: str) -> Offer:
    from raci_cli.cli.app import COMMANDS
    from raci_cli.cli.help import TOPICS

    return Offer([*TOPICS.items(), *COMMANDS.items()])


def _words(*words: str) -> Callable[[Typed, str], Offer]:
    return lambda _typed, _value: Offer([(word, "") for word in words])


def _files(_typed: Typed, _value: str) -> Offer:
    return Offer(files=True)


_LEVELS = [level.value for level in Severity]
# By metavar, or by the command and its metavar where the same word stands for another thing.
TABLE: dict[str, Callable[[Typed, str], Offer]] = {
    "STEP": _works,
    "STEP...": _works,
    "STEP... STATUS": _marked,
    "STEP... KEY=VALUE...": _set,
    "check STEP": lambda typed, _: Offer(list(_steps(_project(typed)))),
    "report STEP": lambda typed, _: Offer(list(_steps(_project(typed)))),
    "STEP.ID": lambda typed, _: Offer([(f"{id_}.", title) for id_, title in _steps(_project(typed))]),
    "STEP=WHO": _answering,
    "WHO": lambda typed, _: Offer(list(_parties(_project(typed)))),
    "WHO...": lambda typed, _: Offer(list(_parties(_project(typed)))),
    "TEAM": lambda typed, _: Offer(list(_parties(_project(typed), teams_only=True))),
    "NAME=WHO": _roles,
    "OLD=NEW": _renaming,
    "OLD": _things,
    "remove ID": _things,
    "RULE[,RULE]": lambda _, value: Offer(list(_listed(value, _rules()))),
    "RULE=LEVEL": lambda _, value: Offer(list(_pairs(value, _rules(), [(level, "") for level in _LEVELS]))),
    "[RULE]...": lambda *_: Offer(list(_rules())),
    "LEVEL": _words(*_LEVELS),
    "FMT[=FILE]": _check_format,
    "FMT": _report_format,
    "import FMT": _source_format,
    "WORD": _words(*ORIENTATIONS),
    "teams|people": _words("teams", "people"),
    "WHEN": _words(*WHEN),
    "schemes [NAME]": _scheme,
    "report [NAME]": lambda *_: Offer([(name, report.answers) for name, report in REPORTS.items()]),
    "schema [KIND]": _words("project", "check"),
    "KIND": _words("person", "agent", "external"),
    "[TOPIC]...": _topics,
    "SHELL": _words("bash", "zsh", "fish"),
    "NAME|PATH": lambda *_: Offer([(name, "") for name in resources.lifecycle_names()], files=True),
    "[NAME|PATH]": lambda *_: Offer([(name, "") for name in resources.lifecycle_names()], files=True),
    "FILE": _files,
    "[PATH]": _files,
    "[PATH]...": _files,
}
# What only the person who types it can know.
FREE = frozenset(
    (
        *("TEXT", "DATE", "DATE|REV", "SECONDS", "ADDRESS", "TITLE", "NEW", "[ID=]NAME[:TEAM[:TITLE]]"),
        *("N", "NAME|N", "B:F"),
        *("add person ID", "add person NAME", "add team ID", "add team NAME", "add step ID"),
    )
)
