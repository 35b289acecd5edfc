"""`notelint test`: the rules are checked, and their own examples run."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notelint import pipeline
from notelint.errors import NotelintError, UsageError
from notelint.reporters.style import count
from notelint.types import Catalogue, Rule
from notelint.ui import terminal

if TYPE_CHECKING:
    from notelint.matching.mutate import Mutation, Turn

_LONG = 90
_JUDGED: tuple[Mutation, ...] = ("negated", "reader's mouth")
_IN: dict[Mutation, str] = {
    "contractions": "with other contractions",
    "curly quotes": "with curly quotes",
    "hard wraps": "with hard wraps",
    "quoted mail": "in quoted mail",
    "negated": "negated",
    "reader's mouth": "in the reader's mouth",
}
_PAUSE = 0.3  # seconds between two looks at the files


def test(path: str | None, options: pipeline.Options, *, mutate: bool) -> int:
    """Check rules and run their examples.

    Args:
        path: a rule file, or a folder of rules; None for all rules in force.
        options: of which the config counts.
        mutate: run the examples with changes too.

    Returns:
        0 when all is well, 1 when an example does not behave, 2 when a rule is broken.

    Raises:
        UsageError: there is nothing at the path.
    """
    return _round(path, options, None, mutate=mutate)


def _round(path: str | None, options: pipeline.Options, changed: frozenset[Path] | None, *, mutate: bool) -> int:
    """One run, over the rules of changed files only when these are named."""
    from notelint.catalogue.load import read_all

    target = None if path is None else Path(path).resolve()
    if target is not None and not target.exists():
        raise UsageError("there is no such rule file or folder", path=path)
    catalogue, broken = read_all(_folders(target, options))
    for problem in broken:
        terminal.complain(problem.message, problem.path, problem.line, problem.column)
    if broken:
        return 2
    rules = [rule for rule in catalogue.rules.values() if target is None or _inside(rule, target)]
    if not rules:
        raise UsageError("there is no rule here; a rule is a .yml file", path=path)
    chosen = [rule for rule in rules if changed is None or Path(rule.source.path).resolve() in changed]
    return _run(chosen, catalogue, mutate=mutate)


def watch(path: str | None, options: pipeline.Options, *, mutate: bool) -> int:
    """Run the examples, and again those of each rule whose file is edited, until somebody ends it.

    After a change of word classes or of a pack's `pack.yml`, or when a file is gone, all are run.

    Raises:
        UsageError: there is nothing at the path.
    """
    from notelint.catalogue.packs import FILE as PACK
    from notelint.catalogue.words import FOLDER as WORDS

    said = ""  # what keeps from looking at the files, which is said once
    seen = _stamps(path, options)  # before the run, so that what is edited meanwhile is run again
    test(path, options, mutate=mutate)
    try:
        while True:
            time.sleep(_PAUSE)
            try:
                stamps = _stamps(path, options)
            except (NotelintError, OSError) as problem:  # settings that are half saved, a folder that goes
                said = _said_once(problem, said)
                continue
            said = ""
            changed = frozenset(file for file, stamp in stamps.items() if seen.get(file) != stamp)
            gone = seen.keys() - stamps.keys()
            seen = stamps
            if not changed and not gone:
                continue
            shared = gone or any(file.parent.name == WORDS or file.name == PACK for file in changed)
            try:
                _round(path, options, None if shared else changed, mutate=mutate)
            except NotelintError as problem:  # the file is gone for a moment, as some editors save
                terminal.complain(problem.message, problem.path)
    except KeyboardInterrupt:
        return 0


def _said_once(problem: Exception, before: str) -> str:
    """Say what is wrong, unless it was said before; what it was."""
    words = str(problem)
    if words != before:
        terminal.complain(words)
    return words


def _stamps(path: str | None, options: pipeline.Options) -> dict[Path, tuple[int, int]]:
    """When each file of rules was written, and how long it is."""
    from notelint.catalogue.load import shipped

    target = None if path is None else Path(path).resolve()
    stamps = {}
    for folder in (shipped(), *_folders(target, options)):
        for file in folder.rglob("*.yml"):
            try:
                stat = file.stat()
            except OSError:  # gone since it was listed
                continue
            stamps[file.resolve()] = (stat.st_mtime_ns, stat.st_size)
    return stamps


def _run(rules: Sequence[Rule], catalogue: Catalogue, *, mutate: bool) -> int:
    from notelint.language import analyse
    from notelint.language.model import split
    from notelint.matching import examples
    from notelint.matching.compile import compile_catalogue

    compiled = compile_catalogue(catalogue, split)
    failed = 0
    for rule in rules:
        for failure in examples.run(rule, compiled, lambda draft: analyse(draft, None)):
            failed += 1
            place = terminal.place(failure.source.path, failure.source.line, failure.source.column)
            terminal.write(f"{place}: {failure.message} [{failure.rule}]\n")
    total = count(sum(len(rule.violations) + len(rule.fine) for rule in rules), "example")
    verdict = f"{failed} not as it should be" if failed else "all as they should be"
    terminal.write(f"{count(len(rules), 'rule')}, {total}: {verdict}.\n")
    if mutate:
        from notelint.matching import mutate as mutation

        turns = [turn for rule in rules for turn in mutation.run(rule, compiled, lambda draft: analyse(draft, None))]
        terminal.write("".join(_turns(turns)))
        failed += sum(turn.wrong for turn in turns)
    return int(failed > 0)


def _turns(turns: Sequence[Turn]) -> Iterator[str]:
    """What changed examples showed: each verdict that is wrong, and a count of those that a reader must judge."""
    for turn in turns:
        if turn.wrong:
            place = terminal.place(turn.source.path, turn.source.line, turn.source.column)
            said = "the verdict changes" if turn.verdict == "turned over" else "it still speaks"
            flat = " ".join(turn.text.split())
            yield f"{place}: {_IN[turn.mutation]} {said}: {flat[-_LONG:]} [{turn.rule}]\n"
    counted = Counter((turn.rule, turn.mutation, turn.verdict) for turn in turns if turn.mutation in _JUDGED)
    for rule in dict.fromkeys(turn.rule for turn in turns if turn.mutation in _JUDGED):
        parts = []
        for mutation in _JUDGED:
            silent, speaks = (counted[rule, mutation, verdict] for verdict in ("fell silent", "still speaks"))
            if silent + speaks:
                parts.append(f"{_IN[mutation]} it falls silent on {silent} of {silent + speaks}")
        yield f"{rule}: {', '.join(parts)}.\n"
    wrong = sum(turn.wrong for turn in turns)
    yield f"Changed examples: {f'{wrong} not as they should be' if wrong else 'all verdicts are as they must be'}.\n"


def _folders(target: Path | None, options: pipeline.Options) -> tuple[Path, ...]:
    """The folders of further rules: the config's, and the one that the path lies in when it is none of these."""
    from notelint.catalogue.load import WORDS, shipped
    from notelint.catalogue.packs import FILE as PACK

    folders = pipeline.choose("", options).rule_paths
    if target is None or any(target.is_relative_to(folder.resolve()) for folder in (shipped(), *folders)):
        return folders
    inside = target if target.is_dir() else target.parent
    pack = next((above for above in (inside, *inside.parents) if (above / PACK).is_file()), None)
    if pack is None:
        pack = inside.parent if target.is_file() and (inside.parent / WORDS).is_dir() else inside
    return (*folders, pack)


def _inside(rule: Rule, target: Path) -> bool:
    return Path(rule.source.path).resolve().is_relative_to(target)
