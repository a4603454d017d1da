"""What a person typed for a step, a task, a person or a team."""

from collections.abc import Sequence

from raci_cli.errors import UsageError
from raci_cli.findings import Path
from raci_cli.model.project import SPONSORS, Project, Step, Task
from raci_cli.text import did_you_mean, quoted, short

_MOST = 12


def find_step(project: Project, word: str) -> Step:
    """A step by its id, else its number, else an unambiguous start of its id; UsageError where there is none."""
    by_id = {step.id: step for step in project.steps}
    if word in by_id:
        return by_id[word]
    if word.isascii() and word.isdigit():
        found = [step for step in project.steps if str(step.number) == word]
        if found:
            return found[0]
        if not any(id_.startswith(word) for id_ in by_id):
            raise UsageError(f"there is no step {short(word)}", help=f"the steps are 1 to {len(project.steps)}")
    return by_id[_by_start(word, list(by_id), "step")]


def find_work(project: Project, word: str) -> tuple[Step, Task, Path]:
    """A step, or a task as `step.task`, with its path; UsageError where there is none."""
    name, dot, task_name = word.partition(".")
    step = find_step(project, name)
    if not dot:
        return step, step, step.path
    tasks = {task.id: task for task in step.tasks}
    id_ = task_name if task_name in tasks else _by_start(task_name, list(tasks), f"task of {step.id}")
    return step, tasks[id_], (*step.path, "tasks", id_)


def find_works(project: Project, words: Sequence[str]) -> list[tuple[Step, Task, Path]]:
    """The steps and tasks of several words, each once, however it was named."""
    return list({found[2]: found for found in (find_work(project, word) for word in words)}.values())


def _by_start(word: str, ids: Sequence[str], what: str) -> str:
    found = [id_ for id_ in ids if word and id_.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"{quoted(word)} could be {' or '.join(found[:_MOST])}", help="type one more letter, or its number"
        )
    help_ = did_you_mean(word, ids) or (f"there are: {', '.join(ids[:_MOST])}" if ids else "")
    raise UsageError(f"there is no {what} {quoted(word)}", help=help_)


def find_party(project: Project, word: str) -> str:
    """The id of a person or team by id, else by a display name that only one has; UsageError where there is none."""
    if word in project.parties or word == SPONSORS:
        return word
    by_name = [party.id for party in project.parties.values() if party.name.casefold() == word.casefold()]
    if len(by_name) == 1:
        return by_name[0]
    if by_name:
        raise UsageError(f"{quoted(word)} is the name of {' and '.join(by_name)}", help="name one by its id")
    known = [*(party.name for party in project.parties.values()), *project.parties]  # of two alike the last wins
    add = 'add them first: raci add person ID "NAME"'
    raise UsageError(f"there is no person or team {quoted(word)}", help=did_you_mean(word, known) or add)
