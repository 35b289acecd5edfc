"""Dates in the prose: the phrases that name days, and which days they mean."""

from notelint.language.dates.find import find
from notelint.language.dates.values import resolve

__all__ = ["find", "resolve"]
