"""What may be typed for a step, a task, a person or a team."""

import pytest
from changes.planning import TEAMWORK
from helpers import project

from raci_cli.errors import UsageError
from raci_cli.model.lookup import find_party, find_step, find_work
from raci_cli.model.project import Project

DEMO = project(TEAMWORK)
NUMBERS = project(
    "raci: 1\nproject: {name: D}\nsteps: {'3': {title: A}, b: {title: B}, '10': {title: C}, '2x': {title: D}}\n"
)


@pytest.mark.parametrize(
    "word, id_",
    [("vendor", "vendor"), ("2", "vendor-check"), ("vendor-", "vendor-check"), ("l", "launch"), ("4", "upkeep")],
)
def test_a_step_is_named_by_id_number_or_the_start_of_its_id(word: str, id_: str) -> None:
    assert find_step(DEMO, word).id == id_


@pytest.mark.parametrize("word, id_", [("3", "3"), ("2", "b"), ("10", "10"), ("2x", "2x"), ("1", "3")])
def test_an_id_goes_before_a_number_and_that_before_a_start(word: str, id_: str) -> None:
    assert find_step(NUMBERS, word).id == id_


@pytest.mark.parametrize(
    "word, message, help_",
    [
        ("vend", "'vend' could be vendor or vendor-check", "type one more letter, or its number"),
        ("lunch", "there is no step 'lunch'", "did you mean launch?"),
        ("zzz", "there is no step 'zzz'", "there are: vendor, vendor-check, launch, upkeep"),
        ("", "there is no step ''", "there are: vendor, vendor-check, launch, upkeep"),
        ("5", "there is no step 5", "the steps are 1 to 4"),
        ("0", "there is no step 0", "the steps are 1 to 4"),
        ("02", "there is no step 02", "the steps are 1 to 4"),
        ("²", "there is no step '²'", "there are: vendor, vendor-check, launch, upkeep"),
        ("VENDOR", "there is no step 'VENDOR'", "did you mean vendor?"),
    ],
)
def test_a_word_for_no_step_or_several_is_refused(word: str, message: str, help_: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_step(DEMO, word)
    assert (str(caught.value), caught.value.help) == (message, help_)


TITLED = project(
    "raci: 1\nproject: {name: D}\nsteps: {vendor: {title: Choose the solution, tasks: {talk: {title: Ask around}}}, "
    "go: {title: Launch it}, again: {title: Launch it}, end: {title: Close the books}}\n"
)


@pytest.mark.parametrize(
    "word, help_",
    [
        ("Choose the solution", "did you mean vendor (Choose the solution)?"),
        ("solution", "did you mean vendor (Choose the solution)?"),
        ("Chose teh solution", "did you mean vendor (Choose the solution)?"),
        ("launch it", "did you mean go (Launch it)?"),
        ("the", "there are: vendor, go, again, end"),
        ("so", "there are: vendor, go, again, end"),
        ("vendr", "did you mean vendor?"),
        ("vendor.ask around", "did you mean talk (Ask around)?"),
    ],
)
def test_who_types_a_title_is_told_the_id(word: str, help_: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_work(TITLED, word)
    assert caught.value.help == help_


@pytest.mark.parametrize(
    "broken, help_",
    [
        ("", "the steps are 1 to 3"),
        ("a", "the steps are 2 to 3"),
        ("b", "the steps are 1 and 3"),
        ("ab", "the only step is 3"),
        ("abc", "there are no steps"),
    ],
)
def test_the_numbers_that_are_named_are_those_of_steps_that_could_be_read(broken: str, help_: str) -> None:
    steps = ", ".join(f"{id_}: {'[]' if id_ in broken else f'{{title: {id_}}}'}" for id_ in "abc")
    with pytest.raises(UsageError) as caught:
        find_step(project(f"raci: 1\nproject: {{name: D}}\nsteps: {{{steps}}}\n"), "9")
    assert caught.value.help == help_


def test_of_many_numbers_with_gaps_the_first_are_named() -> None:
    steps = ", ".join(f"s{n}: {'[]' if n == 1 else '{title: T}'}" for n in range(30))
    with pytest.raises(UsageError) as caught:
        find_step(project(f"raci: 1\nproject: {{name: D}}\nsteps: {{{steps}}}\n"), "99")
    assert caught.value.help == "the steps are 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 17 more"


def test_a_long_word_is_not_repeated_at_length() -> None:
    with pytest.raises(UsageError) as caught:
        find_step(DEMO, "9" * 10_000)
    assert len(str(caught.value)) < 120


def test_a_project_without_steps_has_none_to_suggest() -> None:
    with pytest.raises(UsageError, match="there is no step 'a'") as caught:
        find_step(Project(), "a")
    assert caught.value.help == ""


def test_of_many_steps_the_first_are_shown() -> None:
    many = project(
        "raci: 1\nproject: {name: D}\nsteps: {" + ", ".join(f"s{n}: {{title: S}}" for n in range(99)) + "}\n"
    )
    with pytest.raises(UsageError) as caught:
        find_step(many, "s")
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "word, path",
    [
        ("launch", ("steps", "launch")),
        ("3", ("steps", "launch")),
        ("vendor-check.first", ("steps", "vendor-check", "tasks", "first")),
        ("2.second", ("steps", "vendor-check", "tasks", "second")),
        ("vendor-.s", ("steps", "vendor-check", "tasks", "second")),
    ],
)
def test_a_task_is_named_behind_its_step(word: str, path: tuple[str, ...]) -> None:
    step, work, found = find_work(DEMO, word)
    assert (found, work.id, step.id) == (path, path[-1], path[1])


@pytest.mark.parametrize(
    "word, message, help_",
    [
        ("2.frist", "there is no task of vendor-check 'frist'", "did you mean first?"),
        ("2.", "there is no task of vendor-check ''", "there are: first, second"),
        ("launch.first", "there is no task of launch 'first'", ""),
        ("2.1", "there is no task of vendor-check '1'", "there are: first, second"),
        (".first", "there is no step ''", "there are: vendor, vendor-check, launch, upkeep"),
    ],
)
def test_a_word_for_no_task_is_refused(word: str, message: str, help_: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_work(DEMO, word)
    assert (str(caught.value), caught.value.help) == (message, help_)


@pytest.mark.parametrize(
    "word, id_",
    [
        ("ana", "ana"),
        ("Ana Ortiz", "ana"),
        ("ANA ORTIZ", "ana"),
        ("bob", "bob"),
        ("IT", "it"),
        ("sponsors", "sponsors"),
    ],
)
def test_a_party_is_named_by_id_or_by_its_name(word: str, id_: str) -> None:
    assert find_party(DEMO, word) == id_


@pytest.mark.parametrize(
    "word, message, help_",
    [
        ("Bob", "'Bob' is the name of bob and dan", "name one by its id"),
        ("anna", "there is no person or team 'anna'", "did you mean ana?"),
        ("Ana Ortis", "there is no person or team 'Ana Ortis'", "did you mean Ana Ortiz?"),
        ("zzz", "there is no person or team 'zzz'", 'add them first: raci add person ID "NAME"'),
        ("", "there is no person or team ''", 'add them first: raci add person ID "NAME"'),
    ],
)
def test_a_word_for_no_party_or_several_is_refused(word: str, message: str, help_: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_party(DEMO, word)
    assert (str(caught.value), caught.value.help) == (message, help_)
