"""Rules found and read: the shipped ones, then those of further folders."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from notelint import files
from notelint.catalogue import extend, packs, words, written
from notelint.catalogue.folders import WEIGHTS, rule_files, shipped
from notelint.catalogue.source import Node
from notelint.catalogue.words import FOLDER as WORDS
from notelint.catalogue.written import read_rule, word_classes
from notelint.errors import RuleError
from notelint.types import Catalogue, Pack, Rule, Source, Weights, WordClass

__all__ = ["WORDS", "load", "read_all", "read_rule", "shipped", "word_classes"]


def load(extra: Sequence[Path] = ()) -> Catalogue:
    """Read all rules.

    Args:
        extra: folders of further rules and word classes; one whose name is known replaces the one before it.

    Raises:
        RuleError: the first mistake, in order of file and line.
    """
    catalogue, errors = read_all(extra)
    if errors:
        raise errors[0]
    return catalogue


def read_all(extra: Sequence[Path] = ()) -> tuple[Catalogue, list[RuleError]]:
    """Read all rules and go on after mistakes.

    Args:
        extra: folders of further rules and word classes.

    Returns:
        What could be read, and every mistake, in order of file and line.
    """
    from notelint.catalogue import lint  # noqa: PLC0415 - imports pydantic

    reading = _Reading()
    reading.folder(shipped())
    for folder in extra:
        reading.pack(folder)
    catalogue = Catalogue(dict(sorted(reading.rules.items())), reading.classes, reading.weights, tuple(reading.packs))
    errors = reading.errors
    if not reading.words_lost:
        errors += lint.check(catalogue, reading.roots, frozenset(reading.lost))
    return catalogue, sorted(errors, key=lambda error: (error.path or "", error.line or 0, error.column or 0))


class _Reading(Struct):
    """What has been read so far.

    Attributes:
        rules: by id, a later folder's instead of an earlier one's.
        classes: by name, likewise.
        weights: by name, likewise.
        roots: the content of each file, by path; of one that extends a rule, the whole rule.
        packs: the folders that do not come with notelint.
        errors: what was wrong.
        lost: ids of rules that could not be read; others may name them.
        words_lost: whether a file of word classes could not be read, so that nobody knows which names there are.
    """

    rules: dict[str, Rule] = field(default_factory=dict)
    classes: dict[str, WordClass] = field(default_factory=dict)
    weights: dict[str, Weights] = field(default_factory=dict)
    roots: dict[str, Node] = field(default_factory=dict)
    packs: list[Pack] = field(default_factory=list)
    errors: list[RuleError] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    words_lost: bool = False

    def pack(self, folder: Path) -> None:
        """Read a folder that does not come with notelint; a pack that cannot be used is left unread."""
        try:
            os.listdir(folder)  # noqa: PTH208 - `rglob` is silent about what it may not look into
        except (FileNotFoundError, NotADirectoryError):
            self.errors.append(RuleError("there is no such folder of rules; check `rule_paths`", path=str(folder)))
            return
        except OSError as error:
            message = f"this folder of rules cannot be read: {error.strerror}"
            self.errors.append(RuleError(message, path=str(folder)))
            return
        pack, errors = packs.read(folder)
        twin = next((other for other in self.packs if other.name == pack.name and other.version), None)
        if twin and pack.version:
            message = f"the pack `{pack.name}` is also in {twin.folder}; name one of them in `rule_paths`"
            errors.append(RuleError(message, path=str(folder / packs.FILE), line=1, column=1))
        if errors:
            self.errors += errors
            self.words_lost = True
            return
        self.packs.append(pack)
        self.folder(folder)

    def folder(self, folder: Path) -> None:
        """Read all files of a folder; those that extend rules last."""
        seen: dict[tuple[str, str], str] = {}
        changes: dict[str, tuple[Path, Node]] = {}
        for path in rule_files(folder):
            if path.name == WEIGHTS:
                self._weights(path)
                continue
            if path == folder / packs.FILE:
                continue
            before = len(self.errors)
            self._file(path, seen, changes)
            if len(self.errors) > before:
                self.lost.add(path.stem)
        ready, errors = extend.order(changes)
        self.errors += errors
        self.lost.update(changes[name][0].stem for name in set(changes) - set(ready))
        for name in ready:
            before = len(self.errors)
            self._change(*changes[name], seen)
            if len(self.errors) > before:
                self.lost.add(changes[name][0].stem)

    def _weights(self, path: Path) -> None:
        try:
            listed = json.loads(files.text(path))
            for name, made in listed.items():
                worth = {feature: float(value) for feature, value in made["features"].items()}
                self.weights[name] = Weights(float(made["base"]), worth)
                "".join(worth).encode()  # no half of a surrogate pair, of which nothing can be counted
                if not all(map(math.isfinite, (self.weights[name].base, *worth.values()))):
                    raise ValueError(f"a weight of {name} is no number")  # noqa: TRY301 - one line for all faults
        except OSError as error:
            self.errors.append(RuleError(f"this file cannot be read: {error.strerror}", path=str(path)))
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            message = f"these weights cannot be read ({error!r}); make them again"
            self.errors.append(RuleError(message, path=str(path)))

    def _file(self, path: Path, seen: dict[tuple[str, str], str], changes: dict[str, tuple[Path, Node]]) -> None:
        is_words = path.parent.name == WORDS
        try:
            root = written.read(path, is_words=is_words)
        except RuleError as error:
            self.errors.append(error)
            self.words_lost |= is_words
            return
        if path.name == packs.FILE:
            message = "this pack lies inside another folder of rules; name its own folder in `rule_paths`"
            self.errors.append(RuleError(message, path=str(path), line=1, column=1))
            return
        if not is_words and root.get(extend.EXTENDS) is not None:
            self._await(path, root, changes)
            return
        self.roots[str(path)] = root
        found = words.read(root, str(path)) if is_words else written.rule(root, path, path.parent.name)
        self._keep(found, seen)

    def _await(self, path: Path, root: Node, changes: dict[str, tuple[Path, Node]]) -> None:
        """Check the shape of a file that extends a rule, and keep it until all rules that it may extend are read."""
        from notelint.catalogue.schema_change import RuleChange  # noqa: PLC0415 - imports pydantic

        errors = list(extend.keeps_check(root, str(path))) or list(written.shape(root, str(path), RuleChange))
        name = extend.name(root)
        if not errors and name in changes:
            message = f"the rule `{name}` is also changed in {changes[name][0]}; keep one of them"
            errors = [RuleError(message, path=str(path), line=1, column=1)]
        self.errors += errors
        if not errors:
            changes[name] = (path, root)

    def _change(self, path: Path, change: Node, seen: dict[tuple[str, str], str]) -> None:
        """Read a file that extends a rule."""
        base = self.rules.get(change.at((extend.EXTENDS,)).text)
        if base is None:
            node, message = extend.unknown(change, self.rules)
            if node.text not in self.lost:
                self.errors.append(RuleError(message, path=str(path), line=node.line, column=node.column))
            self.lost.add(path.stem)
            return
        whole = self.roots[base.source.path]
        errors = [
            RuleError(message, path=str(path), line=node.line, column=node.column)
            for node, message in extend.mistakes(change, whole)
        ]
        self.errors += errors
        if not errors:
            self.roots[str(path)] = whole = extend.merge(whole, change)
            category = base.category if extend.name(change) == base.id else path.parent.name
            self._keep(written.rule(whole, path, category), seen)

    def _keep(
        self, found: Iterator[Rule | RuleError] | Iterator[WordClass | RuleError], seen: dict[tuple[str, str], str]
    ) -> None:
        for item in found:
            if isinstance(item, RuleError):
                self.errors.append(item)
            elif isinstance(item, WordClass):
                self._once("word class", item.name, item.source, seen)
                self.classes[item.name] = item
            else:
                self._once("rule", item.id, item.source, seen)
                self.rules[item.id] = item

    def _once(self, what: str, name: str, at: Source, seen: dict[tuple[str, str], str]) -> None:
        other = seen.setdefault((what, name), at.path)
        if other != at.path:
            message = f"the {what} `{name}` is also defined in {other}; keep one of them"
            self.errors.append(RuleError(message, path=at.path, line=at.line, column=at.column))
