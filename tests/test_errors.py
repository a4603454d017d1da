"""Why a command cannot go on, and what the process then ends with."""

import pytest

from raci_cli.errors import Bug, ExitCode, RaciError, Stopped, UsageError, worst


def test_exit_codes_are_those_of_the_contract() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "CANNOT": 3,
        "BUG": 70,
        "HANGUP": 129,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }


def test_the_worst_code_wins() -> None:
    order = [ExitCode.BUG, ExitCode.USAGE, ExitCode.CANNOT, ExitCode.FINDINGS, ExitCode.OK]
    for index, code in enumerate(order):
        assert worst(reversed(order[index:])) is code
    assert worst([]) is ExitCode.OK


@pytest.mark.parametrize("kind, code", [(RaciError, 3), (UsageError, 2), (Bug, 70)])
def test_an_error_says_what_is_wrong_what_to_do_and_its_code(kind: type[RaciError], code: int) -> None:
    error = kind("what is wrong", help="what to do")
    assert (str(error), error.help, error.code) == ("what is wrong", "what to do", code)
    assert kind("what is wrong").help == ""
    assert isinstance(error, RaciError)


def test_a_signal_is_no_exception_that_a_command_could_swallow() -> None:
    stopped = Stopped(ExitCode.TERMINATED)
    assert stopped.code == 143
    assert not isinstance(stopped, Exception)
