"""Whatever the system refuses, and whenever a process is ended: the file is the old one or the new one, and alone."""

import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from safety.running import CHANGED, IN_CI, START, listing, project_in, run, set_command

WORKERS = 4
# What each call can fail with. Other machines have other spellings of a call: "?" lets strace pass over those it lacks.
ERRORS = {
    "openat": ("EACCES", "EROFS", "EMFILE", "ENOSPC", "EINTR"),
    "read": ("EIO", "EINTR"),
    "write": ("ENOSPC", "EIO", "EDQUOT", "EINTR"),
    "fsync": ("EIO", "EINTR"),
    "rename": ("EACCES", "EXDEV", "EROFS", "EBUSY"),
    "renameat": ("EACCES", "EXDEV", "EROFS", "EBUSY"),
    "renameat2": ("EACCES", "EXDEV", "EROFS", "EBUSY"),
    "close": ("EIO", "EINTR"),
    "fchmod": ("EPERM",),
    "flock": ("ENOLCK", "EINTR"),
    "unlink": ("EACCES",),
    "unlinkat": ("EACCES",),
}
SIGNALS = ("KILL", "TERM", "INT", "HUP")
CALL = re.compile(r"\d+ +(\w+)\(")
STRACE = ("strace", "-f", "-qq", "--seccomp-bpf")
SHOWN = "trace=" + ",".join(f"?{call}" for call in ERRORS)

if sys.platform != "linux":
    pytest.skip("strace is a program of Linux", allow_module_level=True)
if not IN_CI and not shutil.which("strace"):
    pytest.skip("strace is not installed", allow_module_level=True)


@dataclass(frozen=True)
class Call:
    """A system call, which one of its name it is, and its line in the trace."""

    name: str
    number: int
    line: str


@dataclass(frozen=True)
class Fault:
    call: Call
    kind: str

    def __str__(self) -> str:
        return f"{self.kind} at {self.call.name} {self.call.number}: {self.call.line.strip()}"


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """The calls of an undisturbed run, from the first that names the project folder on."""
    base = tmp_path_factory.mktemp("trace")
    file, log = project_in(base / "traced-project"), base / "log"
    ran = run(*STRACE, "-o", str(log), "-s", "300", "-e", SHOWN, *set_command(file))
    assert (ran.returncode, file.read_bytes(), listing(file.parent)) == (0, CHANGED, ["raci.yaml"]), ran.stderr
    lines = log.read_text("utf-8", "replace").splitlines()
    first = next(number for number, line in enumerate(lines) if str(file.parent) in line)
    seen: Counter[str] = Counter()
    found = []
    for number, line in enumerate(lines):
        if match := CALL.match(line):
            seen[match[1]] += 1
            if number >= first:
                found.append(Call(match[1], seen[match[1]], line))
    return found


def faults(calls: list[Call]) -> Iterator[Fault]:
    for call in calls:
        for error in ERRORS[call.name]:
            yield Fault(call, f"error={error}")
        for signal in SIGNALS:
            yield Fault(call, f"signal={signal}")


def wrong(fault: Fault, folder: Path) -> Iterator[str]:
    """Everything that is not as it must be after one run with this fault."""
    file = project_in(folder)
    rule = f"inject={fault.call.name}:{fault.kind}:when={fault.call.number}"
    shown = f"trace={fault.call.name}"
    ran = run(*STRACE, "-o", "/dev/null", "-e", shown, "-e", rule, *set_command(file))
    said, now = ran.stdout + ran.stderr, file.read_bytes()
    is_killed, is_signal = fault.kind == "signal=KILL", fault.kind.startswith("signal=")
    if now not in (START, CHANGED):
        yield f"neither old nor new: {now!r}"
    if ran.returncode == 0 and now != CHANGED:
        yield "exit 0, but nothing was saved"
    # A process that was asked to end says nothing; whoever asked looks at the file.
    if ran.returncode and now == CHANGED and not is_signal and "saved" not in said:
        yield f"saved, and exit {ran.returncode} does not say so: {said!r}"
    if not is_signal and ran.returncode not in (0, 3):
        yield f"exit {ran.returncode}: {said!r}"
    if not is_killed and listing(folder) != ["raci.yaml"]:
        yield f"litter: {listing(folder)}"
    if "Traceback" in said:
        yield f"traceback: {said}"
    if is_killed:
        file.write_bytes(START)
        again = run(*set_command(file))
        if (again.returncode, file.read_bytes()) != (0, CHANGED):
            yield f"the next run fails: {again.stderr!r}"


def test_after_any_fault_at_any_call_the_file_is_old_or_new_and_alone(calls: list[Call], tmp_path: Path) -> None:
    def judge(numbered: tuple[int, Fault]) -> list[str]:
        number, fault = numbered
        return [f"{fault}\n    {problem}" for problem in wrong(fault, tmp_path / f"project-{number}")]

    every = list(enumerate(faults(calls)))
    assert len(every) > len(calls) * len(SIGNALS)
    with ThreadPoolExecutor(WORKERS) as pool:
        problems = [problem for found in pool.map(judge, every) for problem in found]
    assert not problems, "\n".join(problems)


def index(calls: list[Call], name: str, *words: str, after: int = -1) -> int:
    """The place of the first such call behind another; fails where there is none."""
    found = (
        number
        for number, call in enumerate(calls)
        if number > after and call.name.startswith(name) and all(word in call.line for word in words)
    )
    place = next(found, None)
    assert place is not None, f"no {name} with {words} after call {after} of:\n" + "\n".join(c.line for c in calls)
    return place


def descriptor(call: Call) -> str:
    return call.line.rpartition("= ")[2].strip()


def test_the_new_file_is_whole_on_the_disk_before_it_gets_the_name_and_the_folder_after(calls: list[Call]) -> None:
    opened = index(calls, "openat", "O_CREAT", "O_EXCL", ".tmp")
    handle = descriptor(calls[opened])
    written = index(calls, "write", f"write({handle},", "title: Changed", after=opened)
    synced = index(calls, "fsync", f"fsync({handle})", after=written)
    renamed = index(calls, "rename", "/raci.yaml", ".tmp", after=synced)
    folder = index(calls, "openat", "O_DIRECTORY", 'traced-project"', after=renamed)
    index(calls, "fsync", f"fsync({descriptor(calls[folder])})", after=folder)
    assert sum(call.name.startswith("rename") for call in calls) == 1


def test_the_project_file_is_locked_before_it_is_read_and_until_the_folder_is_synced(calls: list[Call]) -> None:
    opened = index(calls, "openat", '/raci.yaml"', "O_RDONLY")
    handle = descriptor(calls[opened])
    locked = index(calls, "flock", f"flock({handle}, LOCK_EX|LOCK_NB)", after=opened)
    index(calls, "read", f"read({handle},", "raci: 1", after=locked)
    closed = index(calls, "close", f"close({handle})", after=opened)
    assert closed > index(calls, "fsync", after=index(calls, "openat", "O_DIRECTORY", after=locked))


def test_the_project_file_itself_is_never_opened_for_writing(calls: list[Call]) -> None:
    opened = [call.line for call in calls if call.name == "openat" and '/raci.yaml"' in call.line]
    assert opened
    assert not [line for line in opened if any(flag in line for flag in ("O_TRUNC", "O_WRONLY", "O_RDWR", "O_CREAT"))]
