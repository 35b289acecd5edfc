"""Processes that do the same as this one, batch by batch, where there is enough to do for several.

Each loads what it needs itself and keeps it. Results come in the order of the batches, whoever was quicker. A process
that dies, or meets an error, is no failure of the run: its batch is done here.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar, cast

from notelint.start import hurried

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_AHEAD = 2  # batches that a process has before it, so that it never waits for the next
_LIFE = 500  # batches after which another process takes its place: each word that a model sees takes memory for ever
_PATIENCE = 0.5  # seconds for a process to go before it is killed


def spread(
    start: Callable[..., Callable[[_Task], _Result]], given: tuple[Any, ...], batches: Sequence[_Task], jobs: int
) -> Iterator[_Result]:
    """Do all batches in several processes.

    Args:
        start: called once in each process with what is given, it returns what does a batch; a function of a module.
        given: what it is called with; it is pickled, as batches and results are.
        batches: what is to be done.
        jobs: how many processes.

    Yields:
        The results in the order of the batches.
    """
    done: dict[int, _Result] = {}
    own: list[Callable[[_Task], _Result]] = []
    with _pool(start, given, batches, jobs) as pool:
        for number, batch in enumerate(batches):
            while number not in done and number not in pool.lost and pool.deal():
                done.update(pool.results())
            if number not in done:
                own = own or [start(*given)]
                done[number] = own[0](batch)
            yield done.pop(number)


class _Pool:
    """The ends of the pipes to the processes, and the numbers of the batches that each has before it.

    Only numbers go there, which a pipe takes at once: who waited until more is read might be waited for to read.
    """

    def __init__(
        self, ends: Iterable[Connection], count: int, renewed: Callable[[Connection], Iterable[Connection]]
    ) -> None:
        self._before: dict[Connection, list[int]] = {}
        self._given: dict[Connection, int] = {}
        self._take(ends)
        self._next = 0
        self._count = count
        self._renewed = renewed
        self._spare = len(self._before)  # processes that may take the place of those that died
        self.lost: set[int] = set()  # batches of which no result comes

    def deal(self) -> bool:
        """Give each process what it can take; whether anything is still to come."""
        for end in [end for end, before in self._before.items() if not before and self._given[end] >= _LIFE]:
            if self._next < self._count:
                del self._before[end], self._given[end]
                self._take(self._renewed(end))
        for end, before in list(self._before.items()):
            while len(before) < _AHEAD and self._next < self._count and self._given[end] < _LIFE:
                try:
                    end.send(self._next)
                except OSError:
                    self._lost(end)
                    return self.deal()
                before.append(self._next)
                self._given[end] += 1
                self._next += 1
        return any(self._before.values())

    def results(self) -> Iterator[tuple[int, Any]]:
        """The results that are there by now, at least one, unless a process was lost."""
        for end in cast("list[Connection]", wait(list(self._before))):  # of another class on Windows
            try:
                number, result = end.recv()
            except (EOFError, OSError):
                self._lost(end)
                continue
            self._before[end].remove(number)
            if result is None:
                self.lost.add(number)
            else:
                yield number, result[0]

    def _lost(self, end: Connection) -> None:
        """A process that is no more: whoever misses its batches does them, and another takes its place."""
        self.lost.update(self._before.pop(end))
        del self._given[end]
        if self._spare and self._next < self._count:
            self._spare -= 1
            self._take(self._renewed(end))

    def _take(self, ends: Iterable[Connection]) -> None:
        for end in ends:
            self._before[end], self._given[end] = [], 0


@contextmanager
def _pool(start: Callable[..., Any], given: tuple[Any, ...], batches: Sequence[Any], jobs: int) -> Iterator[_Pool]:
    ends: dict[Connection, SpawnProcess] = {}

    def begun(count: int) -> list[Connection]:
        fresh = []
        with _uninterrupted():
            for end, process in _begun(count, start, given, batches):
                ends[end] = process
                fresh.append(end)
        return fresh

    def renewed(end: Connection) -> list[Connection]:
        _end({end: ends.pop(end)})
        return begun(1)

    sys.audit("notelint.processes", jobs)  # what they read is not heard of here, so no report of theirs is kept
    try:
        yield _Pool(begun(jobs), len(batches), renewed)
    finally:
        _end(ends)


def _end(ends: Mapping[Connection, SpawnProcess]) -> None:
    """Let processes go, and wait until they are gone."""
    for end, process in ends.items():
        end.close()
        process.terminate()
    for process in ends.values():
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()


def _begun(jobs: int, *work: Any) -> Iterator[tuple[Connection, SpawnProcess]]:
    """As many processes as are wanted and the system lets begin, each behind our end of its pipe."""
    context = multiprocessing.get_context("spawn")
    with suppress(OSError):
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, *work), daemon=True)
            try:
                process.start()
            except BaseException:
                ours.close()
                raise
            finally:
                theirs.close()
            yield ours, process


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes started here leave an interrupt to this one, which ends them."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread, which alone is interrupted
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(
    end: Connection, start: Callable[..., Callable[[Any], Any]], given: tuple[Any, ...], batches: Sequence[Any]
) -> None:
    """What a process does: batch after batch until its pipe is closed; None stands for an error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows interrupts every process of a console
    with suppress(EOFError, OSError):
        number = end.recv()
        with hurried():
            do = start(*given)
            end.send((number, _done(do, batches[number])))
        while True:
            number = end.recv()
            end.send((number, _done(do, batches[number])))


def _done(do: Callable[[Any], Any], batch: Any) -> tuple[Any] | None:
    try:
        return (do(batch),)
    except Exception:  # noqa: BLE001 - it is met again, and said, where the batch is done anew
        return None
