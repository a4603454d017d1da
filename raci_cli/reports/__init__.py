"""A project as plain data for a reader's question, and that data as text, Markdown, HTML or JSON."""

# Report to its formats, the richest first; `json` is the view itself.
FORMATS = {"status": ("html", "md", "text", "json"), "matrix": ("html", "md", "text", "json")}
