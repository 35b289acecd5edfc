"""One file of rules or word classes: read, its shape checked, made into nouns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from notelint import files
from notelint.catalogue import words
from notelint.catalogue.source import Node, compose
from notelint.errors import RuleError
from notelint.types import Rule, WordClass

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

_Item = TypeVar("_Item", Rule, WordClass)


def read(path: Path, *, is_words: bool) -> Node:
    """The content of a file of rules or word classes.

    Raises:
        RuleError: it cannot be read, or is no map.
    """
    if path.suffix != ".yml":
        raise RuleError(f"this file is not read; name it `{path.stem}.yml`", path=str(path))
    try:
        root = compose(files.text(path), str(path))
    except UnicodeDecodeError:
        raise RuleError("this file cannot be read: it is not UTF-8; save it as UTF-8", path=str(path)) from None
    except OSError as problem:
        raise RuleError(f"this file cannot be read: {problem.strerror or problem}", path=str(path)) from None
    if root is None or root.kind != "map":
        needs = "no word class: it maps names to lists of phrases" if is_words else "no rule: it has keys such as `id:`"
        raise RuleError(f"this is {needs}", path=str(path), line=1, column=1)
    return root


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


def rule(root: Node, path: Path, category: str) -> Iterator[Rule | RuleError]:
    """The rule of a file, or its mistakes in order; that its file has another name is one too.

    Args:
        root: the content, of a file that extends a rule the whole rule.
        path: the file.
        category: the folder it lies in.
    """
    for item in _rules(root, str(path), category):
        yield item
        if isinstance(item, Rule) and item.id != path.stem:
            yield _misnamed(item.id, root, path)


def _misnamed(name: str, root: Node, path: Path) -> RuleError:
    own = root.at(("id",))
    if own.path in {"", str(path)}:
        mend = f"name the file `{name}.yml` or the rule `{path.stem}`"
        return error(own, f"the id `{name}` is not the file's name; {mend}", str(path), root)
    mend = f"name it `{name}.yml`, or add `id: {path.stem}` to make a rule of its own"
    return error(root, f"this file changes the rule `{name}`; {mend}", str(path), root)


def error(node: Node, message: str, path: str, root: Node) -> RuleError:
    """A mistake at a node of a rule; one that stands in the file that the rule extends is told of the rule's own file.

    Args:
        node: what is wrong.
        message: why.
        path: the rule's file.
        root: its content.
    """
    if node.path and node.path != path:
        message = f"{message} ({node.path}:{node.line}, with these changes)"
        node = root
    return RuleError(message, path=path, line=node.line, column=node.column)


def shape(root: Node, path: str, model: type[BaseModel]) -> Iterator[RuleError]:
    """What is wrong with the keys and values of a file; nothing when the model accepts it."""
    from pydantic import ValidationError  # noqa: PLC0415 - only when rules are read

    try:
        model.model_validate(root.plain_data())
    except ValidationError as problem:
        yield from _said(problem, root, path, model)


def _rules(root: Node, path: str, category: str) -> Iterator[Rule | RuleError]:
    """The rule of a file, or its mistakes in order."""
    from pydantic import ValidationError  # noqa: PLC0415 - only when rules are read

    from notelint.catalogue import convert, options, schema  # noqa: PLC0415 - import pydantic

    try:
        written = schema.RuleFile.model_validate(root.plain_data())
    except ValidationError as problem:
        yield from _said(problem, root, path, schema.RuleFile)
        return
    try:
        typed = options.typed(written.check, written.options)
    except ValidationError as problem:
        yield from _said(problem, root.at(("options",)), path, options.CHECKS[written.check or ""])
        return
    yield convert.rule(written, root, path, category, typed)


def _said(problem: ValidationError, root: Node, path: str, model: type[BaseModel]) -> Iterator[RuleError]:
    from notelint.catalogue import wording  # noqa: PLC0415 - only for mistakes

    for node, message in wording.explain(problem, root, model):
        yield error(node, message, path, root)
