"""Dates in the prose: the phrases that name days, and which days they mean."""

from notelint.language.dates.find import find
from notelint.language.dates.values import resolve
from notelint.language.dates.words import ORDINALS

__all__ = ["ORDINALS", "find", "resolve"]
