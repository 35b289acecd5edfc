"""Rules found and read: the shipped ones, then those of further folders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.catalogue.source import Node, compose
from notelint.errors import RuleError
from notelint.types import Catalogue, Rule, WordClass

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

WORDS = "words"


def shipped() -> Path:
    """The folder of the rules that come with notelint: inside the package, or at the project's top in an editable install.

    Raises:
        RuleError: the installation has lost its rules.
    """
    inside = Path(str(files("notelint") / "rules"))
    above = Path(str(files("notelint"))).parents[1] / "rules"
    for folder in (inside, above):
        if folder.is_dir():
            return folder
    raise RuleError("the rules that come with notelint are missing; install it again", path=str(inside))


def load(extra: Sequence[Path] = ()) -> Catalogue:
    """Read all rules.

    Args:
        extra: folders of further rules and word classes; a rule whose id is known replaces it.

    Raises:
        RuleError: the first mistake found.
    """
    catalogue, errors = read_all(extra)
    if errors:
        raise errors[0]
    return catalogue


def read_all(extra: Sequence[Path] = ()) -> tuple[Catalogue, list[RuleError]]:
    """Read all rules and go on after mistakes: what could be read, and every mistake, in order of file and line."""
    from notelint.catalogue import lint  # noqa: PLC0415 - only when rules are read from YAML

    classes: dict[str, WordClass] = {}
    rules: dict[str, Rule] = {}
    errors: list[RuleError] = []
    for folder in (shipped(), *extra):
        seen: dict[str, str] = {}
        if not folder.is_dir():
            errors.append(RuleError("there is no such folder of rules; check `rule_paths`", path=str(folder)))
        for path in sorted(folder.rglob("*.yml")):
            if path.name == "pack.yml":
                continue
            try:
                _file(path, classes, rules, seen)
            except RuleError as error:
                errors.append(error)
    catalogue = Catalogue(dict(sorted(rules.items())), classes)
    errors += lint.check(catalogue)
    return catalogue, sorted(errors, key=lambda error: (error.path or "", error.line or 0, error.column or 0))


def _file(path: Path, classes: dict[str, WordClass], rules: dict[str, Rule], seen: dict[str, str]) -> None:
    root = _read(path)
    if path.parent.name == WORDS:
        for word_class in word_classes(root, str(path)):
            _unique(word_class.name, str(path), seen, word_class.source.line, "word class")
            classes[word_class.name] = word_class
        return
    rule = read_rule(root, str(path), path.parent.name)
    if rule.id != path.stem:
        node = root.get("id") or root
        raise RuleError(
            f"the id `{rule.id}` is not the file's name; name the file `{rule.id}.yml` or the rule `{path.stem}`",
            path=str(path), line=node.line, column=node.column,
        )  # fmt: skip
    _unique(rule.id, str(path), seen, rule.source.line, "rule")
    rules[rule.id] = rule


def _read(path: Path) -> Node:
    try:
        root = compose(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"this file cannot be read: {error}", path=str(path)) from None
    if root is None or root.kind != "map":
        raise RuleError("this is not a rule: it needs keys such as `id:`, `message:`, `forbid:`", path=str(path), line=1, column=1)
    return root


def _unique(name: str, path: str, seen: dict[str, str], line: int, what: str) -> None:
    if name in seen:
        raise RuleError(f"the {what} `{name}` is defined twice, also in {seen[name]}; keep one", path=path, line=line, column=1)
    seen[name] = path


def word_classes(root: Node, path: str) -> Iterable[WordClass]:
    """The word classes of a file in `words/`: a map from name to a list of phrases.

    Raises:
        RuleError: an entry is no list of phrases.
    """
    from notelint.types import Source  # noqa: PLC0415 - beside its use

    for key, value in root.pairs():
        if value.kind != "list" or any(item.kind != "scalar" for item in value.items()):
            raise RuleError(
                f"the word class `{key.text}` needs a list of phrases, such as `{key.text}: [thank you, thanks]`",
                path=path, line=value.line, column=value.column,
            )  # fmt: skip
        yield WordClass(key.text, tuple(item.text for item in value.items()), Source(path, key.line, key.column))


def read_rule(root: Node, path: str, category: str) -> Rule:
    """Validate and convert one rule.

    Raises:
        RuleError: what is wrong first, at its place, with the nearest known key.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - only when rules are read from YAML

    from notelint.catalogue import convert, schema  # noqa: PLC0415 - likewise

    try:
        written = schema.RuleFile.model_validate(root.plain_data())
    except ValidationError as error:
        raise _first(error.errors(), root, path) from None
    return convert.rule(written, root, path, category)


def _first(details: Sequence[ErrorDetails], root: Node, path: str) -> RuleError:
    from notelint.catalogue.wording import explain  # noqa: PLC0415 - only for errors

    found = [explain(detail, root) for detail in details]
    node, message = min(found, key=lambda item: (item[0].line, item[0].column))
    return RuleError(message, path=path, line=node.line, column=node.column)
