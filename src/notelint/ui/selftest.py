"""`notelint test`: the rules are checked, and their own examples run."""

from __future__ import annotations

from pathlib import Path

from notelint import pipeline
from notelint.errors import UsageError
from notelint.reporters.style import count
from notelint.types import Catalogue, Rule
from notelint.ui import terminal


def test(path: str | None, options: pipeline.Options) -> int:
    """Check rules and run their examples.

    Args:
        path: a rule file, or a folder of rules; None for all rules in force.
        options: of which the config counts.

    Returns:
        0 when all is well, 1 when an example does not behave, 2 when a rule is broken.

    Raises:
        UsageError: there is nothing at the path.
    """
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
    return _run(rules, catalogue)


def _run(rules: list[Rule], catalogue: Catalogue) -> int:
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
    return int(failed > 0)


def _folders(target: Path | None, options: pipeline.Options) -> tuple[Path, ...]:
    """The folders of further rules: the config's, and the one that the path lies in when it is none of these."""
    from notelint.catalogue.load import WORDS, shipped

    folders = pipeline.choose("", options).rule_paths
    if target is None or any(target.is_relative_to(folder.resolve()) for folder in (shipped(), *folders)):
        return folders
    if target.is_dir():
        return (*folders, target)
    pack = target.parent.parent
    return (*folders, pack if (pack / WORDS).is_dir() else target.parent)


def _inside(rule: Rule, target: Path) -> bool:
    return Path(rule.source.path).resolve().is_relative_to(target)
