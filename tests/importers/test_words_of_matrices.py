import pytest

from raci_cli.importers import lookups
from raci_cli.importers.schemes import alphabet
from raci_cli.importers.words import LANGUAGES, Language
from raci_cli.model.schemes import SCHEMES

MEANINGS = {role.name for scheme in SCHEMES.values() for role in scheme.roles}


def test_every_role_in_the_words_is_one_of_a_scheme() -> None:
    assert len(LANGUAGES) >= 7
    for language in LANGUAGES:
        assert set(language.roles) <= MEANINGS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_the_four_roles_and_the_headings(language: Language) -> None:
    assert {"responsible", "accountable", "consulted", "informed"} <= set(language.roles)
    assert {"step", "phase", "party", "notes", "meaning"} <= set(language.headings)
    assert language.nobody
    assert language.everybody


@pytest.mark.parametrize("scheme", SCHEMES.values())
def test_the_name_of_each_role_is_a_word_for_it(scheme: object) -> None:
    known = alphabet(scheme)  # type: ignore[arg-type]
    for role in known.order:
        assert known.word(role.replace("-", " ")) == role


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Task", "step"), ("Aktivität", "step"), ("Tâche", "step"), ("Actividad", "step"), ("Atividade", "step"),
        ("Attività", "step"), ("Задача", "step"), ("Process step", "step"), ("Deliverables", "step"), ("#", "number"),
        ("Nº", "number"), ("Phase", "phase"), ("ID", "id"), ("Notes", "notes"), ("SLA", "notes"), ("Status", "status"),
        ("Due date", "due"), ("Role", "party"), ("Rolle", "party"), ("RACI", "letter"), ("Bedeutung", "meaning"),
    ],
)  # fmt: skip
def test_headings_are_known(text: str, kind: str) -> None:
    assert lookups.is_heading(text, kind)


def test_halves_of_a_heading_are_asked() -> None:
    assert lookups.is_heading("Process / Task", "step")
    assert not lookups.is_heading("Alice / Bob", "step")


@pytest.mark.parametrize("name", ["Ana Ortiz", "@ana", "Dr. Elena Vasquez", "Анна Петрова", "J. Doe"])
def test_persons(name: str) -> None:
    assert lookups.is_person(name)


@pytest.mark.parametrize(
    "name", ["Product Owner", "QA", "IT", "Team Lead", "the board", "Design", "@org/team", "Release manager"]
)
def test_no_persons(name: str) -> None:
    assert not lookups.is_person(name)


def test_everybody() -> None:
    assert lookups.is_everybody("All")
    assert lookups.is_everybody("the rest")
    assert lookups.is_everybody("alle")
    assert not lookups.is_everybody("Allison")
