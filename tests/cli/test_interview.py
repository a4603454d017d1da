"""The questions of `raci init`, at a real terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import project
from terminal import CTRL_C, CTRL_D, Shown, at_a_terminal

from raci_cli.cells import cell_len
from raci_cli.model.project import Project

NAME, DATE, PERSON, LIFECYCLE = (
    "1 of 5  Project name [work]: ",
    "2 of 5  Launch date",
    "        > ",
    "        [ten-step]: ",
)
FIRST, WRITE = "5 of 5  Who is accountable?", "Write raci.yaml? [Y/n] "
STEPS = (
    "State the problem", "Agree on the outcome", "Write the requirements", "Weigh the options", "Choose the solution",
    "Build and integrate", "Manage the project", "Test it", "Launch it", "Keep it running",
)  # fmt: skip
HEAD = [(NAME, "\n"), (DATE, "\n"), (PERSON, "Dana Ortiz, Marketing, CMO\n"), (PERSON, "\n"), (LIFECYCLE, "\n")]
ENTERS = [(f"{title} [", "\n") for title in STEPS]


def written() -> Project:
    return project(Path("raci.yaml").read_text(encoding="utf-8"))


def no_trace() -> bool:
    return list(Path().iterdir()) == []


def test_the_whole_dialogue() -> None:
    ran = at_a_terminal(
        ["init"],
        (NAME, "CRM replacement\n"),
        (DATE, "2027-03-31\n"),
        (PERSON, "Dana Ortiz, Marketing, CMO\n"),
        (PERSON, "陳 大文, Engineering\n"),
        (PERSON, "Lee Wong\n"),
        (PERSON, "\n"),
        (LIFECYCLE, "1\n"),
        ("State the problem [Marketing]: ", "1\n"),
        ("Agree on the outcome [Marketing]: ", "\n"),
        ("Write the requirements []: ", "dana ortiz\n"),
        ("Weigh the options [IT]: ", "5\n"),
        ("Choose the solution []: ", "\n"),
        *ENTERS[5:],
        (WRITE, "\n"),
    )
    assert ran.code == 0
    parties = ("Dana Ortiz", "陳 大文", "Lee Wong", "Marketing", "IT", "Engineering")
    assert "".join(f"        {number} {name}\n" for number, name in enumerate(parties, 1)) in ran.screen
    assert max(cell_len(line) for line in ran.screen.splitlines()) <= 80
    assert "         1 ten-step, 10 steps: Bring in a new technology" in ran.screen
    assert "between Marketing and IT. Who owns the budget?\n" in ran.screen
    summary = ran.screen.partition("\nraci.yaml: CRM replacement, launch 2027-03-31\n")[2]
    assert "  3 people: Dana Ortiz (dana), 陳 大文 (person-1), Lee Wong (lee)\n" in summary
    assert "  3 teams: Marketing (marketing), IT (it), Engineering (engineering)\n" in summary
    assert "   1 State the problem: Dana Ortiz\n" in summary
    assert "   5 Choose the solution: stays open\n" in summary
    assert "raci.yaml: 10 steps, 1 of them undecided\n" in summary
    made = written()
    assert (made.name, str(made.due)) == ("CRM replacement", "2027-03-31")
    assert made.parties["person-1"].team == "engineering"
    assert made.parties["dana"].title == "CMO"
    owned = {step.id: step.roles.get("accountable") for step in made.steps}
    assert (owned["problem"], owned["requirements"], owned["options"]) == (("dana",), ("dana",), ("it",))
    assert owned["vendor"] is None


def test_parties_that_fit_stand_on_one_line() -> None:
    ran = at_a_terminal(["init"], *HEAD, ("[Marketing]: ", CTRL_C))
    assert "\n        1 Dana Ortiz   2 Marketing   3 IT\n" in ran.screen


def test_on_a_narrow_terminal_nothing_is_wider_than_that() -> None:
    turns = ((NAME, "\n"), ("[]: ", "\n"), (PERSON, "\n"), (LIFECYCLE, "\n"), ("Marketing]: ", CTRL_C))
    ran = at_a_terminal(["init"], *turns, columns=44)
    lines = ran.screen.splitlines()
    assert max(map(cell_len, lines)) <= 44
    assert "1 of 5  Project name [work]: " in lines
    at = lines.index("         1 ten-step, 10 steps: Bring in a")
    assert lines[at + 1] == "           new technology, together with the"


def test_enter_takes_every_default() -> None:
    ran = at_a_terminal(["init"], (NAME, "\n"), (DATE, "\n"), (PERSON, "\n"), (LIFECYCLE, "\n"), *ENTERS, (WRITE, "\n"))
    assert ran.code == 0
    subprocess.run([sys.executable, "-m", "raci_cli", "init", "other.yaml", "--yes"], check=True, capture_output=True)
    assert Path("raci.yaml").read_text() == Path("other.yaml").read_text()


def test_what_an_option_says_is_not_asked() -> None:
    options = ["--due", "2027-03-31", "--person", "Dana", "--lifecycle", "ten-step", "--accountable", "vendor=dana"]
    ran = at_a_terminal(["init", *options], ("1 of 1  Project name [work]: ", "CRM\n"), (WRITE, "y\n"))
    assert ran.code == 0
    assert "Launch date" not in ran.screen
    assert (written().name, written().steps[4].roles["accountable"]) == ("CRM", ("dana",))


@pytest.mark.parametrize("words", [["--name", "CRM"], ["--yes"]])
def test_where_the_name_is_known_nothing_is_asked(words: list[str]) -> None:
    ran = at_a_terminal(["init", *words])
    assert ran.code == 0
    assert "?" not in ran.screen
    assert written().steps


STOPS = [*HEAD, *ENTERS, (WRITE, "\n")]


@pytest.mark.parametrize("number", range(len(STOPS)))
@pytest.mark.parametrize("key, code", [(CTRL_C, 130), (CTRL_D, 2)])
def test_whoever_stops_leaves_no_trace(number: int, key: str, code: int) -> None:
    ran = at_a_terminal(["init"], *STOPS[:number], (STOPS[number][0], key))
    assert ran.code == code
    assert ran.screen.count("nothing was written") == 1
    assert "Traceback" not in ran.screen
    assert no_trace()


def test_a_no_writes_nothing() -> None:
    ran = at_a_terminal(["init"], *HEAD, *ENTERS, (WRITE, "n\n"))
    assert (ran.code, ran.screen.splitlines()[-1]) == (130, "nothing was written")
    assert no_trace()


def wrong(place: int, answer: str) -> Shown:
    """The dialogue with one wrong answer, after which the same is asked again."""
    asked = STOPS[place]
    return at_a_terminal(["init"], *STOPS[:place], (asked[0], f"{answer}\n"), *STOPS[place:])


@pytest.mark.parametrize(
    "place, answer, said",
    [
        (0, "a\x1b[Db", "must not contain the control character"),
        (1, "31.3.2027", "no date: '31.3.2027'; dates are YYYY-MM-DD, such as 2026-12-31"),
        (1, "2027-02-30", "no date: '2027-02-30'"),
        (2, ", Marketing", "the name must not be empty"),
        (2, "Dana X=Dana", "'Dana X' is no id"),
        (3, "dana ortiz, IT", "'dana ortiz' is there already; an empty line ends"),
        (4, "9999999999999", "there is no number 999999999; the numbers are 1 to "),
        (4, "ten-stp", "there is no lifecycle 'ten-stp'; did you mean ten-step?"),
        (4, "./gone.yaml", "cannot read gone.yaml: No such file or directory"),
        (5, "Dana Ortis", "there is no person or team 'Dana Ortis'; did you mean Dana Ortiz?"),
        (5, "zzz", "there is no person or team 'zzz'; there are Marketing, IT and Dana Ortiz"),
        (5, "0", "there is no number 0; the numbers are 1 to 3"),
        (15, "perhaps", "'perhaps' is neither y nor n"),
    ],
)
def test_a_wrong_answer_is_told_in_a_line_and_asked_for_again(place: int, answer: str, said: str) -> None:
    ran = wrong(place, answer)
    assert ran.code == 0
    assert len([line for line in ran.screen.splitlines() if said in line]) == 1
    assert written().parties["dana"].name == "Dana Ortiz"


def test_bytes_that_are_no_text_are_a_wrong_answer() -> None:
    assert "must not contain the control character" in wrong(0, "a\udce9").screen


def test_where_nobody_is_there_nobody_is_asked_for() -> None:
    blank = ("[ten-step]: ", "blank\n")
    ran = at_a_terminal(["init"], (NAME, "\n"), (DATE, "\n"), (PERSON, "\n"), blank, (WRITE, "\n"))
    assert ran.code == 0
    assert "Nobody is there yet" in ran.screen


def test_the_file_can_go_to_stdout() -> None:
    ran = at_a_terminal(["init", "-"], *HEAD, *ENTERS)
    assert ran.code == 0
    assert "\nraci: 1\n\nproject:\n  name: work\n" in ran.screen
    assert no_trace()


@pytest.mark.parametrize(
    "words, said",
    [
        (["nowhere/raci.yaml"], "cannot write nowhere/raci.yaml"),
        (["--person", "it=Dana"], "there is a team it already"),
        (["--accountable", "vendor=nobody"], "there is no person or team 'nobody'"),
        (["--lifecycle", "nope"], "there is no lifecycle 'nope'"),
        (["--due", "soon"], "--due is no date"),
    ],
)
def test_what_cannot_work_is_told_before_the_first_question(words: list[str], said: str) -> None:
    ran = at_a_terminal(["init", *words])
    assert ran.code in (2, 3)
    assert said in ran.screen
    assert "Project name" not in ran.screen
    assert no_trace()


def test_lines_are_plain_whatever_a_name_holds() -> None:
    Path("own.yaml").write_text('raci: 1\nproject: {name: x}\nsteps: {a: {title: "::error::\\u202e \\u2068"}}\n')
    own = ("[ten-step]: ", "./own.yaml\n")
    head = [(NAME, "\n"), (DATE, "\n"), (PERSON, "Dana\n"), (PERSON, "\n"), own]
    ran = at_a_terminal(["init"], *head, (" []: ", "dana\n"), (WRITE, "n\n"))
    assert "\\u202e" in ran.screen
    assert not {"\x1b", "\u202e", "\u2068", "\r"} & set(ran.screen)


@pytest.mark.parametrize("closed", ["< /dev/null", "> out", "2> err"])
def test_without_all_three_streams_at_a_terminal_nothing_is_asked(closed: str) -> None:
    ours, theirs = os.openpty()
    try:
        command = f"{sys.executable} -m raci_cli init {closed}"
        done = subprocess.run(command, shell=True, stdin=theirs, stdout=theirs, stderr=theirs, check=False)  # noqa: S602
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 2
    assert not Path("raci.yaml").exists()
