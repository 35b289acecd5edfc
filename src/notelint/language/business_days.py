"""Business days: Monday to Friday, or those of a country."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

Works = Callable[[date], bool]
"""Whether people work on a day."""

_SATURDAY = 5
_DAY = timedelta(days=1)


def is_weekday(day: date) -> bool:
    """Whether a day lies between Monday and Friday."""
    return day.weekday() < _SATURDAY


def after(day: date, count: int, works: Works = is_weekday) -> date:
    """The business day that many business days after a day, which itself does not count; 0 is the day itself."""
    for _ in range(count):
        day += _DAY
        while not works(day):
            day += _DAY
    return day
