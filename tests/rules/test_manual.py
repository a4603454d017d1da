"""The manual page of a rule, read from a docstring."""

from raci_cli.rules.manual import Manual, manual_of

DOCSTRING = """In short.

    What: one
    two.

    Why: three.

    Fix: four.

    Failing:

        a: 1
        b:
          c: 2

    Passing:

        a: 2
    """


def test_prose_is_one_line_and_examples_keep_their_lines() -> None:
    assert manual_of(DOCSTRING) == Manual("In short.", "one two.", "three.", "four.", "a: 1\nb:\n  c: 2", "a: 2")


def test_what_is_left_out_is_empty() -> None:
    assert manual_of("In short.") == Manual("In short.", "", "", "", "", "")
