"""`.notelint.yml`: which rules run, how severe they are, and where further rules lie.

The file nearest to a draft counts, from its folder up to the repository's root; outside a repository only that of the
draft's own folder. It is validated by hand: it is read at every run, and a validation library costs more than the file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from notelint import files
from notelint.catalogue import nearest
from notelint.errors import ConfigError
from notelint.types import SEVERITIES, Catalogue, FailOn, Severity

if TYPE_CHECKING:
    from notelint.catalogue.source import Node

NAME = ".notelint.yml"
OFF = "off"
_COUNTRY = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")  # ISO 3166-1, and the second half of ISO 3166-2
_FAIL_ON = (*SEVERITIES, "never")


class Config(Struct, frozen=True):
    """Settings for drafts.

    Attributes:
        path: the file they stand in, None for the defaults.
        off: rules that do not run.
        severity: severities that replace those of the rules.
        options: options of `check:` rules, by rule id.
        rule_paths: folders of further rules, resolved.
        exclude: globs of drafts that a walk leaves out.
        fail_on: the mildest severity that fails a run.
        words: words that are known to the spelling rule.
        country: code of the country, or part of one, whose public holidays are no business days.
        model: package name of the language model, "" for the pinned one.
        baseline: file of known violations.
        per_path: (glob, settings that replace the ones above) in order.
        lines: line and column at which the file names a rule, by rule id.
    """

    path: Path | None = None
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rule_paths: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: FailOn = "warning"
    words: tuple[str, ...] = ()
    country: str = ""
    model: str = ""
    baseline: str = ""
    per_path: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # where each rule is named

    def for_path(self, draft: Path) -> Config:
        """The settings for one draft: those of every `per_path` glob that fits it, later ones winning."""
        config = self
        place = _below(draft, self.path.parent) if self.per_path and self.path is not None else None
        for glob, changes in self.per_path:
            if place is not None and _fits(place, glob):
                config = _changed(config, changes)
        return config

    def check_options(self, catalogue: Catalogue) -> None:
        """Compare the options that stand here with those that the rules have.

        Raises:
            ConfigError: options of a rule that has none, or an option that its check does not know.
        """
        for name, options in self.options.items():
            rule = catalogue.rules.get(name)
            if rule is None or not options:
                continue
            if rule.check is None:
                raise self._error(name, f"the rule `{name}` has no options; write `off`, or a severity")
            self._check_options(name, rule.check, {**rule.options, **options})

    def _check_options(self, name: str, check: str, options: Mapping[str, Any]) -> None:
        from notelint.catalogue import options as models  # noqa: PLC0415 - imports pydantic, and options are rare

        wrong = models.mistake(check, options)
        if wrong is not None:
            raise self._error(name, f"`{name}`: {wrong}")

    def _error(self, name: str, message: str) -> ConfigError:
        line, column = self.lines.get(name, (None, None))
        return ConfigError(message, path=str(self.path), line=line, column=column)


DEFAULT = Config()


def find(draft: Path) -> Config:
    """The settings for a draft of this name: those of the nearest `.notelint.yml`, else the defaults.

    Raises:
        ConfigError: the file is broken.
    """
    path = nearest_file(draft, NAME)
    return read(path) if path else DEFAULT


def nearest_file(draft: Path, name: str) -> Path | None:
    """The file of this name that counts for a draft, or for a folder.

    It lies in the draft's folder or nearest above, up to the root of the repository; outside a repository only in the
    draft's own folder.
    """
    try:
        folder = Path(os.path.realpath(draft if os.path.isdir(draft) else draft.parent))  # noqa: PTH112 - see `_exists`
    except (OSError, ValueError):  # no name of a file at all; whoever reads it says so
        return None
    top = repository(folder) or folder
    for above in (folder, *folder.parents):
        if _exists(above / name):
            return above / name
        if above == top:
            break
    return None


def repository(folder: Path) -> Path | None:
    """The root of the git repository in which a folder lies, None without one."""
    return next((above for above in (folder, *folder.parents) if _exists(above / ".git")), None)


def _exists(path: Path) -> bool:
    """Whether something is there, also a link that leads nowhere, which is said when it is read.

    `Path` would raise in a folder that may not be entered, and at links in a circle.
    """
    return os.path.lexists(path)


def read(path: Path) -> Config:
    """Read a config file.

    Raises:
        ConfigError: it cannot be read, or something in it is not known; with line, column and the nearest known key.
    """
    try:
        text = files.text(path)
    except (OSError, ValueError) as error:
        raise ConfigError(f"this config cannot be read: {_reason(error)}", path=str(path)) from None
    return parse(text, path)


@lru_cache(maxsize=64)
def parse(text: str, path: Path) -> Config:
    """The settings that stand in a text; `path` is the file that they are said to stand in."""
    from notelint.catalogue.source import compose  # noqa: PLC0415 - imports yaml

    root = compose(text, str(path), ConfigError)
    if root is None:
        return replace(DEFAULT, path=path)
    reader = _Reader(str(path))
    changes = reader.map(root, {**_KEYS, "per_path": _Reader.per_path})
    return _changed(replace(DEFAULT, path=path), changes)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else "no file can have this name"


def _changed(config: Config, changes: Mapping[str, Any]) -> Config:
    """A config with other values; rules are merged one by one, and the options of each; a severity ends `off`."""
    rules = dict(changes)
    off, severity, options = rules.pop("rules", (frozenset(), {}, {}))
    lines = rules.pop("lines", {})
    merged = {name: {**config.options.get(name, {}), **mine} for name, mine in options.items()}
    base = config.path.parent if config.path else Path()
    if "rule_paths" in rules:
        rules["rule_paths"] = tuple(Path(os.path.realpath(base / folder)) for folder in rules["rule_paths"])
    return replace(
        config,
        off=(config.off - set(severity)) | off,
        severity={**config.severity, **severity},
        options={**config.options, **merged},
        lines={**config.lines, **lines},
        **rules,
    )


def _below(draft: Path, base: Path) -> str | None:
    """The path of a draft, or a folder, below another folder, with slashes; None when it lies elsewhere.

    As where settings are looked for, a link to a draft counts as itself, one to a folder as what it leads to.
    """
    try:
        folder, name = (draft, "") if files.is_folder(draft) else (draft.parent, draft.name)
        return PurePath(os.path.realpath(folder), name).relative_to(os.path.realpath(base)).as_posix()
    except ValueError:
        return None


def _fits(relative: str, glob: str) -> bool:
    inside, glob = PurePosixPath(relative), glob.removeprefix("./")
    folder = glob.rstrip("/")
    return (
        fnmatchcase(relative, glob)
        or (glob.startswith("**/") and fnmatchcase(relative, glob[3:]))
        or any(fnmatchcase(str(one) if "/" in folder else one.name, folder) for one in (inside, *inside.parents))
    )


class _Reader:
    """Turns nodes into values and says what is wrong with them."""

    def __init__(self, path: str) -> None:
        self._path = path

    def error(self, node: Node, message: str) -> ConfigError:
        return ConfigError(message, path=self._path, line=node.line, column=node.column)

    def map(self, root: Node, keys: Mapping[str, Callable[[_Reader, Node, str], Any]]) -> dict[str, Any]:
        if root.kind != "map":
            raise self.error(root, "a config is a map of settings, such as `rules:`")
        found: dict[str, Any] = {}
        for name, value in root.pairs():
            if name.text not in keys:
                raise self.error(name, f"there is no setting `{name.text}`; {nearest.choice(name.text, keys)}")
            found[name.text] = keys[name.text](self, value, name.text)
            if name.text == "rules":
                found["lines"] = {rule.text: (rule.line, rule.column) for rule, _ in value.pairs()}
        return found

    def rules(self, node: Node, _name: str) -> Any:
        if node.kind != "map":
            raise self.error(node, "`rules` is a map, such as `no-gifts: off`")
        off: set[str] = set()
        severity: dict[str, Severity] = {}
        options: dict[str, Mapping[str, Any]] = {}
        for rule, value in node.pairs():
            if value.kind == "map":
                options[rule.text] = value.plain_data()  # type: ignore[assignment]
                chosen = options[rule.text].pop("severity", None)  # type: ignore[attr-defined]
                chosen = value.get("severity") if chosen is not None else None
            else:
                chosen = value
            if chosen is None:
                continue
            if chosen.text == OFF:
                off.add(rule.text)
            else:
                severity[rule.text] = self.choice(chosen, rule.text, (*SEVERITIES, OFF))
        return frozenset(off), severity, options

    def choice(self, node: Node, name: str, allowed: Iterable[str] = _FAIL_ON) -> Any:
        known = tuple(allowed)
        if node.text not in known:
            raise self.error(node, f"`{name}` cannot be `{node.text}`; write {', '.join(f'`{one}`' for one in known)}")
        return node.text

    def texts(self, node: Node, name: str) -> tuple[str, ...]:
        if node.kind != "list" or any(item.kind != "scalar" for item in node.items()):
            raise self.error(node, f"`{name}` is a list, such as `{name}: [one, two]`")
        return tuple(item.text for item in node.items())

    def text(self, node: Node, name: str) -> str:
        if node.kind != "scalar":
            raise self.error(node, f"`{name}` is one word or path")
        return node.text

    def country(self, node: Node, name: str) -> str:
        code = self.text(node, name).upper()
        if not _COUNTRY.fullmatch(code):
            raise self.error(node, f"`{name}` is a code such as `US`, `GB-ENG` or `DE-BY`, not `{node.text}`")
        return code

    def per_path(self, node: Node, _name: str) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        if node.kind != "map":
            raise self.error(node, "`per_path` is a map from globs to settings")
        return tuple((glob.text, self.map(value, _IN_PATH)) for glob, value in node.pairs())


_KEYS: dict[str, Callable[[_Reader, Node, str], Any]] = {
    "rules": _Reader.rules,
    "rule_paths": _Reader.texts,
    "exclude": _Reader.texts,
    "fail_on": _Reader.choice,
    "words": _Reader.texts,
    "country": _Reader.country,
    "model": _Reader.text,
    "baseline": _Reader.text,
}
_IN_PATH = {name: read for name, read in _KEYS.items() if name != "exclude"}  # which is for whole folders
