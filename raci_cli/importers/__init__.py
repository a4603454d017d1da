"""A foreign table to a project: bytes to blocks of text and tables, to matrices with guesses, to steps and parties."""
