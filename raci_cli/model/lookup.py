"""What a person typed for a step, a task, a person or a team."""

from collections.abc import Sequence

from raci_cli.errors import UsageError
from raci_cli.findings import Path
from raci_cli.model.project import SPONSORS, Project, Step, Task
from raci_cli.text import did_you_mean, listed, nearest, quoted, short

_MOST = 12
# So much of a title has to be typed to be known in it.
_LEAST = 3


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
            numbers = [step.number for step in project.steps]
            raise UsageError(f"there is no step {short(word)}", help=_numbers(numbers))
    return by_id[_by_start(word, project.steps, "step")]


def _numbers(numbers: Sequence[int]) -> str:
    """The numbers that there are; steps that could not be read have none."""
    if not numbers:
        return "there are no steps"
    if len(numbers) == 1:
        return f"the only step is {numbers[0]}"
    if numbers[-1] - numbers[0] + 1 == len(numbers):
        return f"the steps are {numbers[0]} to {numbers[-1]}"
    more = [f"{len(numbers) - _MOST} more"] if len(numbers) > _MOST else []
    return f"the steps are {listed([*map(str, numbers[:_MOST]), *more])}"


def find_work(project: Project, word: str) -> tuple[Step, Task, Path]:
    """A step, or a task as `step.task`, with its path; UsageError where there is none."""
    name, dot, task_name = word.partition(".")
    step = find_step(project, name)
    if not dot:
        return step, step, step.path
    tasks = {task.id: task for task in step.tasks}
    id_ = task_name if task_name in tasks else _by_start(task_name, step.tasks, f"task of {step.id}")
    return step, tasks[id_], (*step.path, "tasks", id_)


def find_works(project: Project, words: Sequence[str]) -> list[tuple[Step, Task, Path]]:
    """The steps and tasks of several words, each once, however it was named."""
    return list({found[2]: found for found in (find_work(project, word) for word in words)}.values())


def _by_start(word: str, works: Sequence[Task], what: str) -> str:
    ids = [work.id for work in works]
    found = [id_ for id_ in ids if word and id_.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"{quoted(word)} could be {' or '.join(found[:_MOST])}", help="type one more letter, or its number"
        )
    help_ = did_you_mean(word, ids) or _titled(word, works) or (f"there are: {', '.join(ids[:_MOST])}" if ids else "")
    raise UsageError(f"there is no {what} {quoted(word)}", help=help_)


def _titled(word: str, works: Sequence[Task]) -> str:
    """`did you mean vendor (Choose the solution)?` of what is called like it, or holds it in its title."""
    titles = {work.title: work.id for work in reversed(works)}
    holding = [title for title in titles if len(word) >= _LEAST and word.casefold() in title.casefold()]
    title = holding[0] if len(holding) == 1 else nearest(word, titles)
    return f"did you mean {titles[title]} ({short(title)})?" if title is not None else ""


def find_party(project: Project, word: str, otherwise: str = 'add them first: raci add person ID "NAME"') -> str:
    """The id of a person or team by id, else by a display name that only one has; UsageError where there is none.

    Its help names who may be meant, `otherwise` where nobody is like that.
    """
    if word in project.parties or word == SPONSORS:
        return word
    by_name = [party.id for party in project.parties.values() if party.name.casefold() == word.casefold()]
    if len(by_name) == 1:
        return by_name[0]
    if by_name:
        raise UsageError(f"{quoted(word)} is the name of {' and '.join(by_name)}", help="name one by its id")
    known = [*project.parties, *(party.name for party in project.parties.values())]  # of two alike the first wins
    raise UsageError(f"there is no person or team {quoted(word)}", help=did_you_mean(word, known) or otherwise)
