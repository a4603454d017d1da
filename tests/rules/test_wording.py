"""Messages stay short, whatever is in the file."""

from collections.abc import Iterator

from raci_cli.model.project import Party, Project
from raci_cli.rules.wording import each_party, party_names, some, work_name

ANA, BOB = Party("ana", "Ana"), Party("bob", "Bob")
DEMO = Project(parties={"ana": ANA, "bob": BOB}, sponsors=("bob", "ana"))


def test_a_few_words_are_all_named() -> None:
    assert some([], 0) == ""
    assert some(["a"], 1) == "a"
    assert some(["a", "b", "c"], 3, "or") == "a, b or c"


def test_of_many_the_first_are_named_and_the_rest_counted() -> None:
    assert some((str(number) for number in range(30)), 30, most=3) == "0, 1, 2 and 27 more"
    assert some(["a", "b"], 2, "or", most=1) == "a or 1 more"
    assert len(some(["x" * 1000] * 500, 500)) < 700


def test_no_more_is_asked_for_than_is_named() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "a"

    assert some(endless(), 10_000, most=2) == "a, a and 9998 more"


def test_parties_are_named_as_they_are_displayed() -> None:
    assert party_names(DEMO, ["ana", "zed", "sponsors"]) == "Ana, zed and Sponsors"


def test_sponsors_stand_for_those_who_are_named() -> None:
    assert list(each_party(DEMO, ["ana", "sponsors", "zed", "zed"])) == ["ana", "bob", "zed"]
    assert list(each_party(Project(), ["sponsors"])) == ["sponsors"]


def test_a_task_is_named_as_it_is_typed() -> None:
    assert work_name(("steps", "one")) == "one"
    assert work_name(("steps", "one", "tasks", "talk")) == "one.talk"
