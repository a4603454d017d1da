"""Settings of a check: who wins over whom, rule by rule."""

import pytest
from helpers import CLEAN, TODAY, project, reading

from raci_cli.checking.config import NOTHING, Wanted, fail_level, settings_for, shown, wanted
from raci_cli.errors import ExitCode, UsageError
from raci_cli.findings import Severity
from raci_cli.rules.registry import RULES, Settings
from raci_cli.rules.run import find

ERROR, WARNING, INFO, OFF = Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.OFF


def own(check: str = "{}") -> str:
    return f"{CLEAN}check: {check}\n"


def settings(check: str = "{}", typed: Wanted = NOTHING, config: Wanted = NOTHING) -> Settings:
    return settings_for(project(own(check)), TODAY, typed, config)


def level(code: str, check: str = "{}", typed: Wanted = NOTHING, config: Wanted = NOTHING) -> Severity:
    return RULES[code].weight(settings(check, typed, config))


def running(check: str = "{}", typed: Wanted = NOTHING, config: Wanted = NOTHING) -> set[str]:
    """The rules that are on, but for those that always are."""
    found = settings(check, typed, config)
    return {code for code, one in RULES.items() if not one.fixed and one.weight(found) is not OFF}


def test_without_a_project_the_defaults_hold() -> None:
    assert settings_for(None, TODAY) == Settings(TODAY, {}, strict=False)


def test_a_file_that_says_nothing_has_the_defaults() -> None:
    assert settings_for(project(CLEAN), TODAY) == Settings(TODAY, {}, strict=False)


def test_the_file_sets_severities_by_code_and_name_and_strictness() -> None:
    text = CLEAN + "check: {strict: true, severity: {RACI305: error, no-responsible: off}}\n"
    severity = {"RACI305": ERROR, "RACI103": OFF}
    assert settings_for(project(text), TODAY) == Settings(TODAY, severity, strict=True)


def test_what_the_format_refuses_sets_nothing() -> None:
    text = CLEAN + "check: {strict: maybe, severity: {RACI305: loud}}\n"
    assert settings_for(project(text), TODAY) == Settings(TODAY, {}, strict=False)


def test_a_severity_is_taken_from_the_closest_that_says_one() -> None:
    typed, config = wanted(severity={"RACI305": "error"}), wanted(severity={"RACI305": "info"})
    assert level("RACI305") is WARNING
    assert level("RACI305", config=config) is INFO
    assert level("RACI305", "{severity: {RACI305: off}}", config=config) is OFF
    assert level("RACI305", "{severity: {overdue: off}}", config=config) is OFF
    assert level("RACI305", "{severity: {RACI305: off}}", typed, config) is ERROR


def test_sources_are_merged_rule_by_rule() -> None:
    found = settings(
        "{severity: {RACI103: info}, limits: {many-consulted: 7}}",
        wanted(severity={"RACI305": "error"}),
        wanted(severity={"RACI103": "off", "RACI101": "warning"}, limits={"many-consulted": 9, "crowded-step": 2}),
    )
    assert found.severity == {"RACI103": INFO, "RACI305": ERROR, "RACI101": WARNING}
    assert found.limits == {"many-consulted": 7, "crowded-step": 2}
    assert found.limit("many-responsible") == 3


@pytest.mark.parametrize(
    "check, config, strict",
    [
        ("{}", None, False),
        ("{}", True, True),
        ("{}", False, False),
        ("{strict: true}", None, True),
        ("{strict: true}", False, True),
        ("{strict: false}", True, False),
    ],
)
def test_strictness_is_taken_from_the_closest_that_says_it(check: str, config: bool | None, *, strict: bool) -> None:
    assert settings(check, config=wanted(strict=config)).strict is strict
    assert settings(check, wanted(strict=not strict), wanted(strict=config)).strict is not strict


def test_the_fail_level_is_typed_or_configured_or_error() -> None:
    info, warning = wanted(fail_level=INFO), wanted(fail_level=WARNING)
    assert fail_level(NOTHING, NOTHING) is ERROR
    assert fail_level(NOTHING, warning) is WARNING
    assert fail_level(info, warning) is INFO
    assert fail_level(wanted(fail_level=OFF), warning) is OFF


def test_only_what_is_selected_runs_and_nothing_that_is_ignored() -> None:
    accountability = {code for code in running() if code.startswith("RACI1")}
    assert accountability > {"RACI101"}
    for select, ignore, left in (
        (["RACI1"], None, accountability),
        (None, ["RACI1"], running() - accountability),
        (["RACI1"], ["RACI101"], accountability - {"RACI101"}),
        (["RACI101"], ["RACI101"], set()),
        (["RACI101,overdue", "RACI201"], [], {"RACI101", "RACI201", "RACI305"}),
    ):
        said = wanted(select=select, ignore=ignore)
        assert running(typed=said) == running(config=said) == left


def test_a_severity_does_not_run_what_the_same_source_leaves_out() -> None:
    assert running(typed=wanted(select=["RACI101"], severity={"RACI3": "error"})) == {"RACI101"}
    assert "RACI305" not in running(typed=wanted(ignore=["RACI305"], severity={"RACI3": "error"}))
    assert running(config=wanted(select=["RACI101"], severity={"RACI3": "error"})) == {"RACI101"}


def test_a_list_that_is_typed_takes_the_place_of_one_in_a_config_file() -> None:
    config = wanted(select=["RACI305"], ignore=["RACI101"])
    assert running(config=config) == {"RACI305"}
    assert running(typed=wanted(select=["RACI302"]), config=config) == {"RACI302"}
    assert running(typed=wanted(ignore=["RACI305"]), config=config) == set()
    typed = wanted(select=["RACI101", "RACI305"], ignore=["RACI305"])
    assert running(typed=typed, config=config) == {"RACI101"}


def test_what_is_typed_runs_or_not_whatever_the_file_says() -> None:
    check = "{severity: {RACI101: off, RACI305: error}}"
    assert running(check, wanted(select=["RACI305"])) == {"RACI305"}
    assert level("RACI305", check, wanted(select=["RACI305"])) is ERROR
    assert "RACI305" not in running(check, wanted(ignore=["RACI305"]))


def test_what_is_typed_by_its_name_runs_though_the_file_or_the_config_switched_it_off() -> None:
    off = "{severity: {RACI101: off}}"
    assert level("RACI101", off, wanted(select=["RACI101"])) is ERROR
    assert level("RACI101", off, wanted(select=["no-accountable"])) is ERROR
    assert level("RACI101", off, wanted(select=["RACI1"])) is OFF
    assert level("RACI101", typed=wanted(select=["RACI101"]), config=wanted(ignore=["RACI101"])) is ERROR
    assert level("RACI101", typed=wanted(select=["RACI101"], severity={"RACI101": "info"})) is INFO


def test_a_project_may_run_what_the_config_leaves_out() -> None:
    assert level("RACI305", "{severity: {RACI305: info}}", config=wanted(select=["RACI101"])) is INFO
    assert level("RACI305", "{severity: {RACI305: info}}", config=wanted(ignore=["RACI305"])) is INFO
    assert level("RACI305", "{severity: {RACI305: off}}", config=wanted(select=["RACI305"])) is OFF


def test_a_rule_that_is_off_by_default_runs_where_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RULES, "RACI305", RULES["RACI305"]._replace(severity=OFF))
    by_code, by_name, others = (wanted(select=[word]) for word in ("RACI305", "overdue", "RACI1"))
    assert level("RACI305") is OFF
    assert level("RACI305", typed=wanted(select=["RACI3"])) is OFF
    assert level("RACI305", typed=by_code) is WARNING
    assert level("RACI305", typed=by_name) is WARNING
    assert level("RACI305", config=by_code) is WARNING
    assert level("RACI305", typed=wanted(ignore=["RACI305"]), config=by_code) is OFF
    assert level("RACI305", typed=others, config=by_code) is OFF
    assert level("RACI305", typed=wanted(enforce=["RACI305"])) is ERROR


@pytest.mark.parametrize("code", ["RACI001", "RACI004", "RACI301"])
def test_what_is_always_an_error_stays_one(code: str) -> None:
    for typed in (wanted(ignore=["RACI0", "RACI3"]), wanted(select=["RACI101"]), wanted(severity={"RACI": "off"})):
        assert level(code, typed=typed) is ERROR


LOOSE = [
    "{severity: {RACI103: off}}",
    "{severity: {no-responsible: info}}",
    "{severity: {RACI103: off, no-responsible: off}}",
    "{strict: false}",
]


@pytest.mark.parametrize("check", LOOSE)
def test_what_is_enforced_is_an_error_whatever_the_file_says(check: str) -> None:
    strict = wanted(strict=True)
    for typed, config in (
        (wanted(enforce=["RACI103"]), strict),
        (NOTHING, wanted(enforce=["RACI103"], strict=True)),
        (wanted(enforce=["RACI103"]), wanted(severity={"RACI1": "off"}, strict=True)),
        (wanted(enforce=["RACI103"]), wanted(ignore=["RACI103"], strict=True)),
        (wanted(enforce=["RACI103"], ignore=["RACI103"]), strict),
        (wanted(enforce=["RACI103"], select=["RACI305"]), strict),
    ):
        read = reading(own(check))
        found = find(read, settings_for(read.project, TODAY, typed, config))
        held = [(one.code, one.severity, one.active) for one in found if one.code == "RACI103"]
        assert held == [("RACI103", ERROR, True)] * 2


def test_both_places_add_to_what_is_enforced() -> None:
    found = settings(typed=wanted(enforce=["RACI101"]), config=wanted(enforce=["overdue"]))
    assert found.enforced == {"RACI101", "RACI305"}


@pytest.mark.parametrize(
    "mine, configured, typed, config, limit",
    [
        (99, None, ["RACI111"], [], 3),
        (99, None, [], ["RACI111"], 3),
        (99, 5, [], ["RACI111"], 5),
        (99, 5, ["RACI111"], [], 3),
        (99, 5, ["RACI111"], ["RACI111"], 3),
        (2, 5, ["RACI111"], [], 2),
        (2, None, [], ["RACI111"], 2),
        (None, 2, ["RACI111"], [], 2),
        (9, 2, ["RACI111"], [], 2),
        (99, 5, ["RACI112"], ["RACI112"], 99),
        (99, None, [], [], 99),
        (None, 5, [], [], 5),
    ],
)
def test_who_a_rule_is_enforced_against_may_lower_its_limit_and_not_raise_it(
    mine: int | None, configured: int | None, typed: list[str], config: list[str], limit: int
) -> None:
    # By the codes themselves: the rules may be of a later version.
    check = f"{{limits: {{many-responsible: {mine}}}}}" if mine is not None else "{}"
    limits = {"many-responsible": configured} if configured is not None else {}
    found = settings(check, Wanted(enforce=frozenset(typed)), Wanted(limits=limits, enforce=frozenset(config)))
    assert found.limit("many-responsible") == limit


@pytest.mark.parametrize("key", ["select", "ignore", "enforce", "severity"])
def test_a_rule_that_does_not_exist_is_told_with_the_nearest(key: str) -> None:
    given = {"RACI3O5": "off"} if key == "severity" else ["RACI3O5"]
    with pytest.raises(UsageError, match="there is no rule 'RACI3O5'") as caught:
        wanted(**{key: given})  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.help) == (ExitCode.USAGE, "did you mean RACI305?")


def test_settings_are_shown_as_they_hold() -> None:
    found = shown(
        settings("{severity: {RACI305: off}, strict: true}", wanted(select=["RACI3"], enforce=["RACI101"])), WARNING
    )
    assert found["as-of"] == "2026-12-01"
    assert found["fail-level"] == "warning"
    assert found["strict"] is True
    assert found["enforce"] == ["RACI101"]
    assert found["limits"]["many-responsible"] == 3
    levels = {
        code: found["severity"][code] for code in ("RACI001", "RACI101", "RACI103", "RACI301", "RACI302", "RACI305")
    }
    assert levels == {
        "RACI001": "error", "RACI101": "error", "RACI103": "off", "RACI301": "error", "RACI302": "error",
        "RACI305": "off",
    }  # fmt: skip
