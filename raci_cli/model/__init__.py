"""The project as frozen dataclasses, its schemes, and the reader that makes it from a located tree."""
