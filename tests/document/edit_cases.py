"""Edits of small files that real ones resemble, each with the result that a careful person would write.

An operation: step, new value, and what differs then: the old text, which stands there once, and the new.
"""

from dataclasses import dataclass

Operation = tuple[str, str, str, str]


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    operations: dict[str, Operation]


CASES: list[Case] = []


def case(name: str, text: str, **operations: Operation) -> None:
    CASES.append(Case(name, text, operations))


case(
    "comments+block lists",
    """\
# head comment
version: 1

people:
  - id: anna    # lead
    name: Anna  # real name
  # ben left
  - id: ben
    name: Ben

steps:
  # --- phase 1 ---
  - id: one
    title: First   # the title
    accountable: anna   # until Q3
    responsible:
      # builders
      - anna   # main
      - ben    # helper
      # tail of list
    status: todo        # keep

  # between steps

  - id: two
    accountable: ben
    status: done
    # last remark in two
# foot
""",
    owner=("one", "ben", "accountable: anna   # until", "accountable: ben   # until"),
    added=("one", "zoe", "      - ben    # helper\n", "      - ben    # helper\n      - zoe\n"),
    removed=("one", "ben", "      - ben    # helper\n", ""),
    status=("one", "in-progress", "status: todo        # keep", "status: in-progress        # keep"),
    due=("two", "2026-05-01", "    status: done\n", "    status: done\n    due: 2026-05-01\n"),
)

case(
    "flow lists and maps",
    """\
people: [
    {id: anna, name: Anna},   # lead
    {id: ben, name: Ben}      # dev
]
steps:
  - {id: zero, accountable: anna, responsible: [ben], status: todo}   # one-liner
  - id: one
    accountable:   anna
    responsible: [ anna, ben ]   # both
    consulted: []
    status: todo
""",
    owner=("one", "ben", "accountable:   anna", "accountable:   ben"),
    added=("one", "zoe", "[ anna, ben ]", "[ anna, ben, zoe ]"),
    removed=("one", "anna", "[ anna, ben ]", "[ ben ]"),
    status=("zero", "done", "status: todo}", "status: done}"),
    due=("zero", "2026-05-01", "status: todo}", "status: todo, due: 2026-05-01}"),
)

case(
    "quoted scalars",
    """\
people:
  - id: "anna"
    name: "Anna \\"A\\" Ü"
  - id: 'ben'
    name: 'Ben O''Neil'
steps:
  - "id": 'one'
    title: "colon: and # hash"
    'accountable': "anna"
    responsible: ["anna", 'ben']
    status: 'todo'   # quoted
  - id: "two"
    accountable: 'ben'
    status: "todo"
""",
    owner=("one", "ben", "'accountable': \"anna\"", "'accountable': \"ben\""),
    added=("one", "zoe", "'ben']", "'ben', zoe]"),
    removed=("one", "anna", "[\"anna\", 'ben']", "['ben']"),
    status=("one", "done", "status: 'todo'   #", "status: 'done'   #"),
    due=("two", "2026-05-01", '    status: "todo"\n', '    status: "todo"\n    due: 2026-05-01\n'),
)

case(
    "CRLF",
    """\
# Windows file
people:
  - id: anna
    name: Anna
steps:
  - id: one   # c
    accountable: anna   # c
    responsible:
      - anna
      - ben
    status: todo

  - id: two
    status: todo
""".replace("\n", "\r\n"),
    owner=("one", "ben", "accountable: anna   #", "accountable: ben   #"),
    added=("one", "zoe", "      - ben\r\n", "      - ben\r\n      - zoe\r\n"),
    removed=("one", "ben", "      - ben\r\n", ""),
    status=("one", "done", "    status: todo\r\n\r\n", "    status: done\r\n\r\n"),
    due=("one", "2026-05-01", "    status: todo\r\n\r\n", "    status: todo\r\n    due: 2026-05-01\r\n\r\n"),
)

case(
    "no newline at end of file",
    """\
steps:
  - id: one
    accountable: anna
    status: todo
    responsible:
      - anna
      - ben
people:
  - id: anna
    name: Anna
  - id: ben
    name: Ben""",
    owner=("one", "ben", "accountable: anna\n", "accountable: ben\n"),
    added=("one", "zoe", "      - ben\n", "      - ben\n      - zoe\n"),
    removed=("one", "ben", "      - ben\n", ""),
    status=("one", "done", "status: todo", "status: done"),
    due=("one", "2026-05-01", "      - ben\n", "      - ben\n    due: 2026-05-01\n"),
)

case(
    "tabs after values",
    """\
people:
  - id: anna\t# lead
    name: Anna\t\t
steps:\t# all
  - id: one\t
    accountable: anna\t# until Q3
    responsible: [anna,\tben]\t# tab
    status: todo\t
    consulted:\t# none yet
      - ben\t# c
""",
    owner=("one", "ben", "accountable: anna\t#", "accountable: ben\t#"),
    added=("one", "zoe", "[anna,\tben]", "[anna,\tben, zoe]"),
    removed=("one", "anna", "[anna,\tben]", "[ben]"),
    status=("one", "done", "status: todo\t\n", "status: done\t\n"),
    due=("one", "2026-05-01", "      - ben\t# c\n", "      - ben\t# c\n    due: 2026-05-01\n"),
)

LONG = "word " * 60
case(
    "long lines",
    f"""\
people:
  - id: anna
    name: Anna {LONG}end
steps:
  - id: one
    title: {LONG}end   # long plain
    notes: "{LONG}end"
    accountable: anna
    responsible: [{", ".join(f"p{i:02}" for i in range(60))}]   # long flow
    status: todo
    link: https://example.org/{"x" * 150}?a=1#frag
""",
    owner=("one", "ben", "accountable: anna", "accountable: ben"),
    added=("one", "zoe", "p59]", "p59, zoe]"),
    removed=("one", "p30", "p30, ", ""),
    status=("one", "done", "status: todo", "status: done"),
    due=("one", "2026-05-01", "?a=1#frag\n", "?a=1#frag\n    due: 2026-05-01\n"),
)

case(
    "unicode, emoji, BOM",
    """\
\ufeff# 🚀 Übersicht
people:
  - id: anna
    name: "Anna 👩‍💻 Müller"   # 名前
  - id: 廣瀬
    name: 'Ωmega'
steps:
  - id: one
    title: 日本語 😀 title   # 😀 c
    accountable: 廣瀬   # 😀 c
    responsible: [廣瀬, "é😀", anna]   # ü
    status: todo   # Ж
""",
    owner=("one", "anna", "accountable: 廣瀬   #", "accountable: anna   #"),
    added=("one", "Zoé", ", anna]", ", anna, Zoé]"),
    removed=("one", "é😀", '"é😀", ', ""),
    status=("one", "done", "status: todo   # Ж", "status: done   # Ж"),
    due=("one", "2026-05-01", "    status: todo   # Ж\n", "    status: todo   # Ж\n    due: 2026-05-01\n"),
)

case(
    "block scalars",
    """\
people:
  - id: anna
    name: |
      Anna
      B.

steps:
  - id: one
    accountable: anna
    responsible:
      - anna
      - ben
    status: todo
    notes: |   # header comment
      line # not a comment

        indented

      last


  # comment between
  - id: two
    notes: >-
      folded
      text
    accountable: ben

  - id: three
    status: todo
    notes: |+
      keep

""",
    owner=("two", "anna", "    accountable: ben\n", "    accountable: anna\n"),
    added=("one", "zoe", "      - ben\n", "      - ben\n      - zoe\n"),
    removed=("one", "anna", "      - anna\n      - ben\n", "      - ben\n"),
    status=("three", "done", "  - id: three\n    status: todo\n", "  - id: three\n    status: done\n"),
    due=("one", "2026-05-01", "      last\n", "      last\n    due: 2026-05-01\n"),
)

case(
    "indentless and mixed indents",
    """\
people:
- id: anna
  name: Anna
- id: ben
  name: Ben
steps:
-   id: one
    accountable: anna
    responsible:
    - anna
    - ben
    consulted:
            - anna
    status: todo
-   id: two
    status: todo
""",
    owner=("one", "ben", "accountable: anna", "accountable: ben"),
    added=("one", "zoe", "    - ben\n", "    - ben\n    - zoe\n"),
    removed=("one", "ben", "    - ben\n", ""),
    status=("one", "done", "    status: todo\n-   id: two", "    status: done\n-   id: two"),
    due=(
        "one",
        "2026-05-01",
        "    status: todo\n-   id: two",
        "    status: todo\n    due: 2026-05-01\n-   id: two",
    ),
)

case(
    "missing, null, empty",
    """\
people: []   # nobody yet
steps:
  - id: one
    accountable:   # not yet
    responsible: []   # empty
    status: ~   # null
  - id: two
    responsible:
      - ben   # the only one

  - id: three
    accountable: anna
""",
    owner=("one", "ben", "accountable:   # not yet", "accountable: ben   # not yet"),
    added=("one", "zoe", "responsible: []   #", "responsible: [zoe]   #"),
    removed=("two", "ben", "    responsible:\n      - ben   # the only one\n", "    responsible: []\n"),
    status=("one", "done", "status: ~   #", "status: done   #"),
    due=("three", "2026-05-01", "    accountable: anna\n", "    accountable: anna\n    due: 2026-05-01\n"),
)
