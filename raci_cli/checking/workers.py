"""Many files at once: from a few hundred on, a process for every core is worth its start."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from raci_cli.checking.files import Options, Outcome, check_file
from raci_cli.errors import RaciError

FROM = 300
_MOST_WORKERS = 8
_CHUNK = 25
_options: Options | None = None


def check_files(paths: Sequence[Path], options: Options) -> Iterator[Outcome]:
    """The outcome of each file, in their order, as they come."""
    workers = min(_cores(), _MOST_WORKERS)
    if len(paths) < FROM or workers < 2 or Path("-") in paths:  # noqa: PLR2004 - one worker is this process
        return (check_file(path, options) for path in paths)
    return _in_processes(paths, options, workers)


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_processes(paths: Sequence[Path], options: Options, workers: int) -> Iterator[Outcome]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Nothing here has threads, so a fork is safe, and it need not import everything anew.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    chunks = [paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK)]
    pool = ProcessPoolExecutor(workers, context, _begin, (options,))
    try:
        for outcomes in pool.map(_check, chunks):
            yield from outcomes
    except BrokenProcessPool:
        raise RaciError("a process that checked files was killed", help="check fewer files at once") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(options: Options) -> None:
    """Keep the options; the first process alone answers to Ctrl-C and to a request to end."""
    import signal

    global _options  # noqa: PLW0603 - what a worker is given once for all its files
    _options = options
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _check(paths: Sequence[Path]) -> list[Outcome]:
    return [check_file(path, _options) for path in paths] if _options else []
