"""What the guess report says, for people and as data."""

from importers.by_hand import matrix

from raci_cli.importers.notes import with_unread
from raci_cli.importers.records import Decision, Document, Reading
from raci_cli.importers.telling import guess_lines, guesses

HELPED = Reading("line 4, column 2", "A/R", "Build", "IT", ("responsible", "accountable"), "two letters", 0)
UNREAD = Reading("line 5, column 3", "2-14\x1b", "Build", "QA", (), "a range", 0)
THIS = matrix(["IT", "QA"], {"Build": "AR ."})._replace(
    decisions=(
        Decision("table", "table 2", "its cells are letters", 0.98, "--table"),
        Decision("orientation", "steps-in-rows", "titles on the left", 0.6),
    ),
    helped=(HELPED, HELPED._replace(place="line 9, column 2")),
    unread=(UNREAD,),
    alike=(("José", "Jose"),),
)
DOCUMENT = Document("csv", (), ("read as cp1252",))


def test_the_report_for_people() -> None:
    assert guess_lines("m.csv", DOCUMENT, THIS) == [
        "m.csv: 1 step, 2 parties, 2 roles (raci)",
        "read as cp1252",
        "Guessed",
        "   98 %  table        table 2: its cells are letters; else --table",
        "   60 %  orientation  steps-in-rows: titles on the left",
        "Read with help: 2 cells",
        "  line 4, column 2 and 1 more cell: 'A/R' as responsible and accountable; two letters (Build, IT)",
        "Not read: 1 cell",
        "  line 5, column 3: '2-14\\x1b'; a range (Build, QA)",
        "'José' and 'Jose' look alike: one party? If so, write them alike in the source",
    ]


def test_what_is_too_much_to_read_is_said_to_be_there() -> None:
    many = tuple(HELPED._replace(text=f"A/R {number}") for number in range(60))
    lines = guess_lines("m.csv", DOCUMENT, THIS._replace(helped=many, unread=(UNREAD,) * 51))
    assert "  10 more: --json has them all" in lines
    assert "  1 more: --json has them all" in lines


def test_the_report_as_data_has_every_cell() -> None:
    data = guesses(DOCUMENT, THIS, ["it", "qa"])
    assert data["parties"][0] == {"id": "it", "name": "IT", "place": "row 1", "person": False, "title": None}
    assert [one["place"] for one in data["helped"]] == ["line 4, column 2", "line 9, column 2"]
    assert data["unread"][0]["text"] == "2-14\x1b"
    assert data["decisions"][0]["option"] == "--table"
    assert (data["scheme"], data["steps"], data["roles"], data["said"]) == ("raci", 1, 2, ["read as cp1252"])


def test_what_was_not_read_is_kept_in_notes() -> None:
    kept = with_unread(THIS._replace(unread=(UNREAD, UNREAD._replace(step="Elsewhere", work=None))))
    assert kept.works[0].notes == ("QA: 2-14\\x1b (not read)",)
    assert kept.unread == ()


def test_a_reading_finds_its_work_by_its_title() -> None:
    kept = with_unread(THIS._replace(unread=(UNREAD._replace(work=None, party=""),)))
    assert kept.works[0].notes == ("2-14\\x1b (not read)",)
