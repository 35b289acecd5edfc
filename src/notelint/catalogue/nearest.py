"""The nearest known name to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def question(name: str, known: Iterable[str]) -> str:
    """“; is it `x`?” with the known name nearest to this one, empty when none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; is it `{near[0]}`?" if near else ""


def choice(name: str, known: Iterable[str]) -> str:
    """“is it `x`?” with the nearest known name, else all names that may be written."""
    names = sorted(known)
    near = question(name, names).removeprefix("; ")
    return near or (f"known are {listed(names)}" if names else "take it out")


def listed(names: Iterable[str]) -> str:
    """The names between backquotes, with commas."""
    return ", ".join(f"`{name}`" for name in names)
