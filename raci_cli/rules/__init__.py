"""What a check looks for: a rule a function, its docstring the manual page."""
