"""Drafts become reports: read one by one, parsed and weighed together, judged one by one, batch by batch."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from msgspec.structs import replace

from notelint.errors import NotelintError
from notelint.options import Options, choose, read
from notelint.pressed import packed, unpacked
from notelint.types import Analysis, Draft, DraftReport

if TYPE_CHECKING:
    from notelint.config import Config
    from notelint.drafts.application import Surroundings
    from notelint.matching.compile import CompiledCatalogue
    from notelint.matching.weights import Scales

Judged = DraftReport | NotelintError
_Result = TypeVar("_Result")
_BATCH = 32  # drafts that are parsed together; more are no quicker, and take more memory
_WORTH_A_PROCESS = 100  # drafts; a process takes a second to start, and a draft a fortieth
_MOST_PROCESSES = 8  # each takes 300 MB


def outcomes(names: Sequence[str], options: Options, held: Mapping[str, Draft]) -> Generator[Judged]:
    """What becomes of each draft, in order; in several processes when the options say so."""
    jobs = options.jobs or min(_cores(), len(names) // _WORTH_A_PROCESS, _MOST_PROCESSES)
    size = max(1, min(_BATCH, len(names) // (2 * jobs) if jobs > 1 else _BATCH))
    batches = [names[at : at + size] for at in range(0, len(names), size)]
    if jobs > 1 and len(batches) > 1:
        from notelint import workers

        for done in workers.spread(_judge, (options, held), batches, min(jobs, len(batches))):
            yield from unpacked(done) if isinstance(done, bytes) else done
    else:
        judge = _Judge(options, held)
        for batch in batches:
            yield from judge.outcomes(batch)


def _cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def around(options: Options, held: Iterable[Draft] = ()) -> Surroundings:
    """What lies around the drafts of this run; a broken config leaves nothing out, and is said when it is used."""
    from notelint.drafts.application import Surroundings
    from notelint.drafts.library import Library

    if options.alone:
        return Surroundings()

    def exclude(folder: str) -> tuple[str, ...]:
        try:
            return choose(folder, options).exclude
        except NotelintError:
            return ()

    return Library(exclude, held)


def _judge(options: Options, held: Mapping[str, Draft]) -> Callable[[Sequence[str]], bytes | list[Judged]]:
    """What judges batches in a process of its own; reports are packed there, as their way back is short so."""
    judge = _Judge(options, held)

    def judged(names: Sequence[str]) -> bytes | list[Judged]:
        found = list(judge.outcomes(names))
        reports = [one for one in found if not isinstance(one, NotelintError)]
        return packed(reports) if len(reports) == len(found) else found

    return judged


class _Judge:
    """Judges batches of drafts, each draft beside what lies around it."""

    def __init__(self, options: Options, held: Mapping[str, Draft]) -> None:
        self._options = options
        self._held = held
        self._library = around(options, held.values())

    def outcomes(self, names: Sequence[str]) -> Iterator[Judged]:
        """What becomes of each draft of a batch, in order."""
        from notelint.language import analyse_all

        found = [_tried(self._opened, name) for name in names]
        opened = [one for one in found if not isinstance(one, NotelintError)]
        by_model = {
            name: analyse_all([draft for draft, config in opened if config.model == name], self._options.kind, name)
            for name in {config.model for _, config in opened}
        }
        ready = [
            one if isinstance(one, NotelintError) else _tried(self._analysed, *one, by_model[one[1].model])
            for one in found
        ]
        weighed = _weighed([one for one in ready if not isinstance(one, NotelintError)])
        for each in ready:
            yield each if isinstance(each, NotelintError) else _tried(self._judged, each, next(weighed))

    def _opened(self, name: str) -> tuple[Draft, Config]:
        draft = self._library.headed(self._held.get(name) or read(name, self._options))
        return draft, choose(draft.path, self._options)

    def _analysed(self, draft: Draft, config: Config, analyses: Iterator[Analysis]) -> _Ready:
        from notelint.language import analyse
        from notelint.matching import rulebook

        try:
            analysis = next(analyses)  # first of all: the next draft takes the next one, whatever becomes of this
        except Exception:  # noqa: BLE001 - whichever draft it was, the others of the batch are parsed one by one
            analysis = analyse(draft, self._options.kind, config.model)
        return _Ready(config, analysis, rulebook.compiled(config))

    def _judged(self, ready: _Ready, scales: Scales) -> DraftReport:
        from notelint.matching import rulebook
        from notelint.matching.engine import judge

        options, config = self._options, ready.config
        settings = rulebook.settings(config, options.select, options.ignore, options.now)
        report = judge(ready.analysis, ready.rules, settings, self._library, scales)
        partial = bool(options.select or options.ignore)
        return replace(report, fail_on=options.fail_on or config.fail_on, partial=partial)


class _Ready(NamedTuple):
    """A draft that can be judged."""

    config: Config
    analysis: Analysis
    rules: CompiledCatalogue


def _weighed(drafts: Sequence[_Ready]) -> Iterator[Scales]:
    """What the sentences of each draft weigh; those under the same rules are weighed together."""
    from notelint.matching.weights import Scales

    together: dict[int, list[_Ready]] = {}
    for one in drafts:
        together.setdefault(id(one.rules), []).append(one)
    made = {
        rules: iter(Scales.all_of(group[0].rules.weights, [one.analysis.sentences for one in group]))
        for rules, group in together.items()
    }
    return (next(made[id(one.rules)]) for one in drafts)


def _tried(action: Callable[..., _Result], *given: Any) -> _Result | NotelintError:
    try:
        return action(*given)
    except NotelintError as problem:
        return problem
