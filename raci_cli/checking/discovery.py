"""Which project files a command means."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from raci_cli.document import store
from raci_cli.errors import RaciError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

DEFAULT = "raci.yaml"
# Of a .gitignore, at most this is read; a pattern with more stars between two slashes could be tried for minutes.
_MOST_IGNORED = 1 << 18
_MOST_STARS = 3
SUFFIX = ".raci.yaml"


def nearest(given: Path | None = None) -> Path:
    """The file that a command means: the one given, else RACI_FILE, else the nearest raci.yaml up to the git root."""
    if given is not None:
        return given
    if from_environment := os.environ.get("RACI_FILE"):
        return Path(from_environment)
    found = _upward()
    if found is None:
        raise RaciError(f"no {DEFAULT} here or above", help="start one with raci init, or name one with -f FILE")
    return found


def _upward() -> Path | None:
    here = _here()
    for number, folder in enumerate((here, *here.parents)):
        if os.path.lexists(folder / DEFAULT):
            return Path(*[".."] * number, DEFAULT)
        if (folder / ".git").exists():
            break
    return None


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise RaciError(f"the working folder cannot be read: {error.strerror}") from None


def is_default(file: str) -> bool:
    """Whether a command finds this file without being told; of standard input nothing can be told."""
    path = Path(file)
    nearest_one = path.name == DEFAULT and set(path.parts[:-1]) <= {".."} and not os.environ.get("RACI_FILE")
    return nearest_one or file == "-"


def project_files(paths: list[Path]) -> list[Path]:
    """The files that `raci check PATHS` means, each once, folders searched; may be empty."""
    if not paths:
        return _unnamed()
    found = [file for path in paths for file in (_below(path) if path.is_dir() else [path])]
    if len(paths) == 1:
        return found
    once: dict[str, Path] = {}
    for file in found:
        once.setdefault(os.path.realpath(file), file)
    return list(once.values())


def _unnamed() -> list[Path]:
    if os.environ.get("RACI_FILE"):
        return [nearest()]
    found = _upward()
    return [found] if found else list(_below(Path()))


def refuse_outside(path: Path) -> None:
    """Raise RaciError where a link on the way to a path leaves the repository that the path seems to lie in."""
    lexical = Path(os.path.abspath(path))  # noqa: PTH100 - without following the links that are judged here
    root = next((parent for parent in lexical.parents if (parent / ".git").exists()), None)
    if root is not None and not _inside(path, root):
        raise RaciError(f"{path} is a link that leaves the repository", help="check the file that it points to")


def _inside(path: Path, root: Path) -> bool:
    real, base = os.path.realpath(path), os.path.realpath(root)
    return os.path.commonpath([real, base]) == base


def git_root(folder: Path) -> Path | None:
    """The top of the work tree that holds a folder."""
    real = Path(os.path.realpath(folder))
    return next((parent for parent in (real, *real.parents) if (parent / ".git").exists()), None)


def _below(folder: Path) -> Iterator[Path]:
    """The project files in a folder, sorted, without what git ignores and without links that lead out of it."""
    refuse_outside(folder)
    top = git_root(folder)
    ignored = _Ignored(top or Path(os.path.realpath(folder)))
    for place, folders, files in os.walk(folder, onerror=_cannot_list):
        here = Path(os.path.realpath(place))
        kept = (name for name in folders if name != ".git" and not Path(place, name).is_symlink())
        folders[:] = sorted(name for name in kept if not ignored(here / name, folder=True))
        for name in sorted(files):
            path = Path(place, name)
            if (name == DEFAULT or name.endswith(SUFFIX)) and not ignored(here / name) and _inside(path, top or folder):
                yield path


def _cannot_list(error: OSError) -> None:
    raise RaciError(f"cannot list {error.filename}: {error.strerror}") from None


class _Ignored:
    """Whether git ignores a path, by the .gitignore files from the top down to it; the last match decides."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.specs: dict[Path, GitIgnoreSpec | None] = {}

    def __call__(self, path: Path, *, folder: bool = False) -> bool:
        for parent in path.parents:
            spec = self._spec(parent)
            if spec is not None:
                verdict = spec.check_file(path.relative_to(parent).as_posix() + "/" * folder).include
                if verdict is not None:
                    return bool(verdict)
            if parent == self.top:
                break
        return False

    def _spec(self, folder: Path) -> "GitIgnoreSpec | None":
        if folder not in self.specs:
            file = folder / ".gitignore"
            self.specs[folder] = _read_spec(file) if file.is_file() and _inside(file, self.top) else None
        return self.specs[folder]


def _read_spec(file: Path) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    lines = []
    for line in store.read(file, _MOST_IGNORED)[:_MOST_IGNORED].decode("utf-8", "replace").splitlines():
        if max(segment.count("*") for segment in line.split("/")) <= _MOST_STARS:
            with suppress(ValueError):  # what git passes over, this does too
                GitIgnoreSpec.from_lines([line])
                lines.append(line)
    return GitIgnoreSpec.from_lines(lines)
