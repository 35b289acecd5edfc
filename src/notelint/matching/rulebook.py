"""The rules in force under a config: loaded, compiled, and how a run is to use them."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from notelint import store
from notelint.config import Config
from notelint.errors import ConfigError
from notelint.language.model import split
from notelint.matching import expressions, kept
from notelint.matching.compile import CompiledCatalogue, compile_catalogue
from notelint.matching.days.public_holidays import works
from notelint.matching.engine import Settings
from notelint.types import Catalogue

_KIND = "rules"
_TELLING = 4  # letters of a part of a rule's id, such as “casual”


def catalogue(config: Config) -> Catalogue:
    """The rules in force under these settings.

    Raises:
        RuleError: a rule is broken.
        ConfigError: the config names a rule that does not exist.
    """
    rules = load_rules(config.rule_paths)
    for rule in (*config.off, *config.severity, *config.options):
        if rule not in rules.rules:
            line, column = config.lines.get(rule, (None, None))
            raise ConfigError(unknown(rule, rules.rules), path=str(config.path), line=line, column=column)
    config.check_options(rules)
    return rules


def compiled(config: Config) -> CompiledCatalogue:
    """The rules in force, ready to match; raises what `catalogue` raises."""
    catalogue(config)
    return compile_rules(config.rule_paths)


@lru_cache(maxsize=8)
def load_rules(rule_paths: tuple[Path, ...]) -> Catalogue:
    """The shipped rules and those of further folders, read once in a process."""
    made = _kept(rule_paths)
    if made is not None:
        return made.catalogue
    return _read(rule_paths)


def _read(rule_paths: tuple[Path, ...]) -> Catalogue:
    from notelint.catalogue.load import load  # noqa: PLC0415 - imports yaml, and the rules are kept

    return load(rule_paths)


@lru_cache(maxsize=8)
def compile_rules(rule_paths: tuple[Path, ...]) -> CompiledCatalogue:
    """The shipped rules and those of further folders, ready to match; what an earlier run has compiled is taken."""
    made = _kept(rule_paths)
    if made is None:
        known = load_rules(rule_paths)  # without weights if an earlier run kept it, whose compiled rules are gone now
        made = compile_catalogue(known if known.weights else _read(rule_paths), split)
        _keep(rule_paths, made)
    gc.freeze()  # they live until they are forgotten: walking them for garbage took half of the time of matching
    return made


@lru_cache(maxsize=8)
def _kept(rule_paths: tuple[Path, ...]) -> CompiledCatalogue | None:
    name = _key(rule_paths)
    data = store.get(_KIND, name) if name else None
    try:
        return kept.load(data) if data else None
    except Exception:  # noqa: BLE001 - whatever it is, the rules are compiled again
        return None


def _keep(rule_paths: tuple[Path, ...], made: CompiledCatalogue) -> None:
    name = _key(rule_paths)
    if store.folder() and name and name == kept.key(rule_paths):  # no file was edited while they were read
        store.put(_KIND, name, kept.dump(made))


@lru_cache(maxsize=8)
def _key(rule_paths: tuple[Path, ...]) -> str | None:
    return kept.key(rule_paths) if store.folder() else None


def forget() -> None:
    """Read all rules anew when they are next asked for, as when somebody edited one."""
    expressions.forget()
    for known in (load_rules, compile_rules, _kept, _key):
        known.cache_clear()
    gc.unfreeze()  # what goes with them is garbage like any other; what stays is walked no more
    gc.collect()
    gc.freeze()


def settings(config: Config, select: frozenset[str], ignore: frozenset[str], now: datetime | None) -> Settings:
    """Which rules run and how; what the caller selects runs also when the config turns it off.

    Args:
        config: the settings for the draft.
        select: run only these rules; empty: all that are not off.
        ignore: leave these rules out.
        now: the present moment.

    Raises:
        ConfigError: the config names a country whose public holidays are not known.
    """
    _check_country(config)
    return Settings(
        select=select or None,
        ignore=ignore | (config.off - select),
        severity=config.severity,
        options=_options(config),
        now=now,
        country=config.country,
        config=str(config.path) if config.path else None,
        words=config.words,
    )


def _check_country(config: Config) -> None:
    """Refuse an unknown country, whether or not a rule asks; without the holidays the rule that needs them speaks."""
    if config.country and find_spec("holidays"):
        works(config.country, str(config.path) if config.path else None)


def _options(config: Config) -> dict[str, Mapping[str, object]]:
    """The options that the config sets, with their types: what stands in the file is text."""
    rules = load_rules(config.rule_paths).rules
    chosen = {name: written for name, written in config.options.items() if written and name in rules}
    if not chosen:
        return {}
    from notelint.catalogue.options import typed  # noqa: PLC0415 - imports pydantic, and options are rare

    return {name: typed(rules[name].check, {**rules[name].options, **chosen[name]}) for name in chosen}


def unknown(rule: str, known: Iterable[str]) -> str:
    """What to say about a rule that does not exist, with the nearest that does."""
    names = sorted(known)
    near = [name for name in names if len(rule) >= _TELLING and rule in name] or get_close_matches(rule, names, 1, 0.55)
    return f"there is no rule `{rule}`; " + (f"is it `{near[0]}`?" if near else "`notelint rules` lists them")
