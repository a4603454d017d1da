"""New entries never part a comment from what it is about.

A comment right above an entry, without a blank line between, is about that entry; one that is indented deeper than
the keys is about the entry before it.
"""

import textwrap
from dataclasses import replace

import pytest
from document.editing import edited
from helpers import text_of

from raci_cli.document.edits import Put

NEW = {"title": "New"}


# The neighbour, and the text, in which the new lines are marked by a `+`.
BEFORE = {
    "above the comment of the first": (
        "a",
        """
        steps:  # all
        +  new:
        +    title: New
          # about a
          a:
            title: A
        """,
    ),
    "above all comments of the first": (
        "a",
        """
        steps:
        +  new:
        +    title: New
          # ------
          # about a
        # still
          a:
            title: A
        """,
    ),
    "below a comment that stands alone": (
        "a",
        """
        steps:
          # In the order of the work.

        +  new:
        +    title: New
          # about a
          a:
            title: A
          b:
            title: B
        """,
    ),
    "below a comment that stands alone, where no other is": (
        "a",
        """
        # Steps:
        steps:
          # In the order of the work.

        +  new:
        +    title: New
          a:
            title: A
        """,
    ),
    "in the middle, above its comment": (
        "b",
        """
        steps:
          # about a
          a:
            title: A  # x
        +  new:
        +    title: New
          # about b
          # and more
          b:
            title: B
        """,
    ),
    "in the middle, below a comment that stands alone": (
        "b",
        """
        steps:
          a:
            title: A

          # --- phase 2 ---

        +  new:
        +    title: New
        +
          # about b
          b:
            title: B
        """,
    ),
    "below what is about the one before": (
        "b",
        """
        steps:
          a:
            title: A
            # about a
              # and more
        +  new:
        +    title: New
          # about b
            # in two lines
          b:
            title: B
        """,
    ),
    "below what is about the one before, without a comment of its own": (
        "b",
        """
        steps:
          a:
            title: A
            # about a
        +  new:
        +    title: New
          b:
            title: B
        """,
    ),
    "what looks like a comment in a text is none": (
        "b",
        """
        steps:
          a:
            title: A
            notes: |
              # one

              # two
        +  new:
        +    title: New
          b:
            title: B
        """,
    ),
    "the first of steps that stand apart": (
        "a",
        """
        steps:
        +  new:
        +    title: New
        +
          # about a
          a:
            title: A

          # about b
          b:
            title: B
        """,
    ),
    "one that stands close among others that stand apart": (
        "b",
        """
        steps:
          a:
            title: A
        +  new:
        +    title: New
          b:
            title: B

          c:
            title: C
        """,
    ),
    "below blank lines that belong to a text": (
        "b",
        """
        steps:
          a:
            title: A
            notes: |+
              one

        +  new:
        +    title: New
        +
          b:
            title: B
        """,
    ),
    "deeper comments above the first are its own": (
        "a",
        """
        steps:
        +  new:
        +    title: New
            # about a
          a:
            title: A
        """,
    ),
}
AFTER = {
    "above the comment of the next": (
        "a",
        """
        steps:
          # about a
          a:
            title: A  # x
        +  new:
        +    title: New
          # about b
          b:
            title: B
        """,
    ),
    "below what is about it": (
        "a",
        """
        steps:
          a:
            title: A
            # about a
              # and more
        +  new:
        +    title: New
          # about b
          b:
            title: B
        """,
    ),
    "below what is about it after a blank line": (
        "a",
        """
        steps:
          a:
            title: A

            # notes: to be written

            # due: 2027-01-01
        +
        +  new:
        +    title: New

          b:
            title: B
        """,
    ),
    "below what is about it, behind a text": (
        "a",
        """
        steps:
          a:
            title: A
            notes: |
              one
            # about a
        +
        +  new:
        +    title: New

        # about b
          b:
            title: B
        """,
    ),
    "above a comment that stands alone": (
        "a",
        """
        steps:
          a:
            title: A
        +
        +  new:
        +    title: New

          # --- phase 2 ---

          b:
            title: B
        """,
    ),
    "below blank lines that belong to a text": (
        "b",
        """
        steps:
          a:
            title: A

          b:
            title: B
            notes: |+
              one

        +  new:
        +    title: New
        """,
    ),
    "behind an empty one": (
        "a",
        """
        steps:
          a:  # nothing yet
              # but soon
        +  new:
        +    title: New
          b:
            title: B
        """,
    ),
}
LAST = {
    "below what is about the last": """
        steps:
          a:
            title: A
            # about a
        +  new:
        +    title: New
          # later: more
        # end
        """,
    "below what is about the last, at the end of the text": """
        steps:
          a:
            title: A
          b:
            title: B
            # about b
        +  new:
        +    title: New
        """,
    "above comments at the indent of the steps": """
        steps:
          a:
            title: A

          b:
            title: B
        +
        +  new:
        +    title: New

          # later:
          #   title: Later

        # end
        goals: {}
        """,
    "above comments of less indent": """
        steps:
          a:
            title: A
        +  new:
        +    title: New
        # the goals
        goals: {}
        """,
    "where blank lines end the text": """
        steps:
          a:
            title: A
            # about a
        +  new:
        +    title: New


        """,
}
# Brackets over lines, the keys of a step, the items of a list.
OTHERS: dict[str, tuple[Put, str]] = {
    "in braces, above the comment of the first": (
        Put(("s", "m"), "v", before="a"),
        """
        s: {  # all
        +  m: v,
          # about a
          a: 1,
          b: 2
        }
        """,
    ),
    "in braces, above the comment of another": (
        Put(("s", "m"), "v", before="b"),
        """
        s: {
          a: 1,  # x
            # about a
        +  m: v,
          # about b
          b: 2
        }
        """,
    ),
    "in braces, below a comment that stands alone": (
        Put(("s", "m"), "v", before="b"),
        """
        s: {
          a: 1,
          # --- phase 2 ---

        +  m: v,
          b: 2
        }
        """,
    ),
    "in braces, behind another and what is about it": (
        Put(("s", "m"), "v", after="a"),
        """
        s: {
          a: 1,  # x
            # about a
        +  m: v,
          # about b
          b: 2
        }
        """,
    ),
    "in braces, behind a comma on a line of its own": (
        Put(("s", "m"), "v", after="a"),
        """
        s: {
          a: 1  # x
          ,
        +  m: v,
          # about b
          b: 2
        }
        """,
    ),
    "in braces, at the end": (
        Put(("s", "m"), "v"),
        """
        s: {
          a: 1,
          b: 2,  # x
            # about b
        +  m: v,
          # end
        }
        """,
    ),
    "a key of a step": (
        Put(("s", "m"), "v", order=("a", "m", "b")),
        """
        s:
          a:
            - x
            # about the list
        +  m: v
          # about b
          b: 2
        """,
    ),
    "an item of a list": (
        Put(("s",), ["a", "b", "m"]),
        """
        s:
          - a
          # about b
          - b  # x
            # and more about b
        +  - m
          # end
        t: 1
        """,
    ),
    "an item of a list without indent": (
        Put(("s",), ["a", "m"]),
        """
        s:
        - a
          # about a
        + - m
        # end
        """.replace("+ -", "+-"),
    ),
}

CASES: dict[str, tuple[Put, str]] = {
    **{f"before: {name}": (Put(("steps", "new"), NEW, before=near), text) for name, (near, text) in BEFORE.items()},
    **{f"after: {name}": (Put(("steps", "new"), NEW, after=near), text) for name, (near, text) in AFTER.items()},
    **{f"last: {name}": (Put(("steps", "new"), NEW), text) for name, text in LAST.items()},
    **{f"other: {name}": case for name, case in OTHERS.items()},
}


def texts(case: str) -> tuple[str, str]:
    """The text before and after."""
    lines = text_of(case).splitlines(keepends=True)
    return "".join(line for line in lines if line[0] != "+"), "".join(line.removeprefix("+") for line in lines)


@pytest.mark.parametrize("change, case", CASES.values(), ids=CASES)
def test_a_new_entry_parts_no_comment_from_what_it_is_about(change: Put, case: str) -> None:
    before, after = texts(case)
    assert edited(before, change) == after


@pytest.mark.parametrize("change, case", CASES.values(), ids=CASES)
def test_nor_where_lines_end_with_crlf(change: Put, case: str) -> None:
    before, after = (text.replace("\n", "\r\n") for text in texts(case))
    assert edited(before, change) == after


@pytest.mark.parametrize("change, case", CASES.values(), ids=CASES)
def test_nor_deeper_in_the_file(change: Put, case: str) -> None:
    before, after = ("x:\n  y:\n" + textwrap.indent(text, "    ") for text in texts(case))
    deeper = replace(change, path=("x", "y", *change.path))
    assert edited(before, deeper) == after


ENDING = {name: case for name, case in CASES.items() if "|+" not in case[1]}  # of such a text, its blank lines would go


@pytest.mark.parametrize("change, case", ENDING.values(), ids=ENDING)
def test_nor_where_the_last_line_does_not_end(change: Put, case: str) -> None:
    before, after = (text.rstrip("\n") for text in texts(case))
    assert edited(before, change).rstrip("\n") == after
