"""Do steps say what they must about how far they are, and what they are?"""

from collections.abc import Iterable

from raci_cli.findings import Finding, Severity
from raci_cli.model.project import BLOCKED, DONE, SKIPPED, Step
from raci_cli.rules.facts import Facts
from raci_cli.rules.registry import Settings, rule
from raci_cli.rules.wording import some, work_label
from raci_cli.text import quoted

_MOST = 5


@rule("RACI306", "unexplained-block", Severity.WARNING)
def unexplained_block(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A step or task is blocked, and does not say why.

    Why: whoever could unblock it does not know that they are meant.

    Fix: write the reason, or take the status back.

    Failing:
        steps:
          build: {title: Build it, accountable: lee, status: blocked}

    Passing:
        steps:
          build: {title: Build it, accountable: lee, status: blocked, blocked: the licence has not come}
    """
    for one in facts.open_works:
        if one.work.status == BLOCKED and one.work.blocked is None:
            command = ("mark", one.name, BLOCKED, "--because", "REASON")
            yield Finding(
                "RACI306", (*one.path, "status"), f"{one.label} is blocked without a reason", "say why", command
            )


@rule("RACI308", "duplicate-title", Severity.WARNING)
def duplicate_title(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """Two steps have one title.

    What: in any case and with any spaces. Skipped steps and tasks are not compared.

    Why: in a report and in a meeting, nobody knows which of the two is meant.

    Fix: say in the titles what tells them apart, or remove one.

    Failing:
        steps:
          first: {title: Test it, accountable: dana}
          second: {title: Test it, accountable: lee}

    Passing:
        steps:
          first: {title: Test it with one team, accountable: dana}
          second: {title: Test it with everybody, accountable: lee}
    """
    seen: dict[str, Step] = {}
    for step in facts.project.steps:
        if step.status != SKIPPED:
            first = seen.setdefault(" ".join(step.title.casefold().split()), step)
            if first is not step:
                message = f"steps {first.number} and {step.number} have one title, {quoted(step.title)}"
                command = ("set", step.id, "title=TITLE")
                yield Finding("RACI308", (*step.path, "title"), message, "say what tells them apart", command)


@rule("RACI310", "ended-with-open-tasks", Severity.WARNING)
def ended_with_open_tasks(facts: Facts, _settings: Settings) -> Iterable[Finding]:
    """A step is done while a task of it is open.

    What: tasks that are neither done nor skipped nor ongoing.

    Why: either the step is not done, or nobody will ever look at the task again.

    Fix: mark the tasks done or skipped, or the step in progress.

    Failing:
        steps:
          launch:
            title: Launch it
            accountable: dana
            status: done
            tasks:
              training: {title: Train the users}

    Passing:
        steps:
          launch:
            title: Launch it
            accountable: dana
            status: done
            tasks:
              training: {title: Train the users, status: done}
    """
    for step in facts.project.steps:
        if step.status == DONE and step.tasks:
            open_ = [task.id for task in step.tasks if not (task.closed or task.ongoing)]
            if open_:
                tasks = some(open_, len(open_), most=_MOST)
                verb = "is" if len(open_) == 1 else "are"
                message = (
                    f"{work_label(step, step)} is done while {'task' if verb == 'is' else 'tasks'} {tasks} {verb} open"
                )
                command = ("mark", *(f"{step.id}.{task}" for task in open_), DONE) if len(open_) <= _MOST else ()
                help_ = "finish or skip what is open"
                yield Finding("RACI310", (*step.path, "status"), message, help_, command)
