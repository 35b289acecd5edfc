"""Rules found and read: the shipped ones, then those of further folders."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from notelint import files
from notelint.catalogue import words
from notelint.catalogue.source import Node, compose
from notelint.catalogue.words import FOLDER as WORDS
from notelint.errors import RuleError
from notelint.types import Catalogue, Rule, Source, Weights, WordClass

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

__all__ = ["WORDS", "load", "read_all", "read_rule", "shipped", "word_classes"]

WEIGHTS = "weights.json"
_Item = TypeVar("_Item", Rule, WordClass)


def shipped() -> Path:
    """The folder of the rules that come with notelint: in the package, or at the project's top in an editable install.

    Raises:
        RuleError: the installation has lost its rules.
    """
    package = Path(str(resources.files("notelint")))
    for folder in (package / "rules", package.parents[1] / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError("the rules that come with notelint are missing; install it again", path=str(package / "rules"))


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
    for folder in (shipped(), *extra):
        reading.folder(folder)
    catalogue = Catalogue(dict(sorted(reading.rules.items())), reading.classes, reading.weights)
    errors = reading.errors
    if not reading.words_lost:
        errors += lint.check(catalogue, reading.roots, frozenset(reading.lost))
    return catalogue, sorted(errors, key=lambda error: (error.path or "", error.line or 0, error.column or 0))


@dataclass(slots=True)
class _Reading:
    """What has been read so far.

    Attributes:
        rules: by id, a later folder's instead of an earlier one's.
        classes: by name, likewise.
        weights: by name, likewise.
        roots: the content of each file, by path.
        errors: what was wrong.
        lost: ids of rules that could not be read; others may name them.
        words_lost: whether a file of word classes could not be read, so that nobody knows which names there are.
    """

    rules: dict[str, Rule] = field(default_factory=dict)
    classes: dict[str, WordClass] = field(default_factory=dict)
    weights: dict[str, Weights] = field(default_factory=dict)
    roots: dict[str, Node] = field(default_factory=dict)
    errors: list[RuleError] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    words_lost: bool = False

    def folder(self, folder: Path) -> None:
        try:
            os.listdir(folder)  # noqa: PTH208 - `rglob` is silent about what it may not look into
        except (FileNotFoundError, NotADirectoryError):
            self.errors.append(RuleError("there is no such folder of rules; check `rule_paths`", path=str(folder)))
            return
        except OSError as error:
            message = f"this folder of rules cannot be read: {error.strerror}"
            self.errors.append(RuleError(message, path=str(folder)))
            return
        seen: dict[tuple[str, str], str] = {}
        self._weights(folder / WEIGHTS)
        for path in sorted(folder.rglob("*.y*ml")):
            if any(part.startswith(".") for part in path.relative_to(folder).parts):
                continue
            before = len(self.errors)
            self._file(path, seen)
            if len(self.errors) > before:
                self.lost.add(path.stem)

    def _weights(self, path: Path) -> None:
        try:
            listed = json.loads(files.text(path)) if path.exists() else {}
            for name, made in listed.items():
                worth = {feature: float(value) for feature, value in made["features"].items()}
                self.weights[name] = Weights(float(made["base"]), worth)
        except OSError as error:
            self.errors.append(RuleError(f"this file cannot be read: {error.strerror}", path=str(path)))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            message = f"these weights cannot be read ({error!r}); make them again"
            self.errors.append(RuleError(message, path=str(path)))

    def _file(self, path: Path, seen: dict[tuple[str, str], str]) -> None:
        is_words = path.parent.name == WORDS
        try:
            root = _read(path, is_words=is_words)
        except RuleError as error:
            self.errors.append(error)
            self.words_lost |= is_words
            return
        self.roots[str(path)] = root
        found = (
            words.read(root, str(path)) if is_words else _named(_rules(root, str(path), path.parent.name), root, path)
        )
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


def _read(path: Path, *, is_words: bool) -> Node:
    if path.suffix != ".yml":
        raise RuleError(f"this file is not read; name it `{path.stem}.yml`", path=str(path))
    try:
        root = compose(files.text(path), str(path))
    except UnicodeDecodeError:
        raise RuleError("this file cannot be read: it is not UTF-8; save it as UTF-8", path=str(path)) from None
    except OSError as error:
        raise RuleError(f"this file cannot be read: {error.strerror or error}", path=str(path)) from None
    if root is None or root.kind != "map":
        needs = "no word class: it maps names to lists of phrases" if is_words else "no rule: it has keys such as `id:`"
        raise RuleError(f"this is {needs}", path=str(path), line=1, column=1)
    return root


def _named(items: Iterator[Rule | RuleError], root: Node, path: Path) -> Iterator[Rule | RuleError]:
    """The same; a rule whose file has another name is a mistake too."""
    for item in items:
        yield item
        if isinstance(item, Rule) and item.id != path.stem:
            where = root.at(("id",))
            mend = f"name the file `{item.id}.yml` or the rule `{path.stem}`"
            message = f"the id `{item.id}` is not the file's name; {mend}"
            yield RuleError(message, path=str(path), line=where.line, column=where.column)


def word_classes(root: Node, path: str) -> list[WordClass]:
    """The word classes of one file: a map from name to a list of phrases.

    Raises:
        RuleError: the first mistake in it.
    """
    return [_good(item) for item in words.read(root, path)]


def read_rule(root: Node, path: str, category: str) -> Rule:
    """One rule from its file's content, its shape checked; the names in it are not.

    Args:
        root: the content.
        path: the file, for error messages.
        category: the folder it lies in.

    Raises:
        RuleError: the first mistake in it.
    """
    return next(_good(item) for item in _rules(root, path, category))


def _good(item: _Item | RuleError) -> _Item:
    if isinstance(item, RuleError):
        raise item
    return item


def _rules(root: Node, path: str, category: str) -> Iterator[Rule | RuleError]:
    """The rule of a file, or its mistakes in order."""
    from pydantic import ValidationError  # noqa: PLC0415 - only when rules are read

    from notelint.catalogue import convert, options, schema  # noqa: PLC0415 - import pydantic

    try:
        written = schema.RuleFile.model_validate(root.plain_data())
    except ValidationError as error:
        yield from _said(error, root, path, schema.RuleFile)
        return
    try:
        typed = options.typed(written.check, written.options)
    except ValidationError as error:
        yield from _said(error, root.at(("options",)), path, options.CHECKS[written.check or ""])
        return
    yield convert.rule(written, root, path, category, typed)


def _said(error: ValidationError, root: Node, path: str, model: type[BaseModel]) -> Iterator[RuleError]:
    from notelint.catalogue import wording  # noqa: PLC0415 - only for mistakes

    for node, message in wording.explain(error, root, model):
        yield RuleError(message, path=path, line=node.line, column=node.column)
