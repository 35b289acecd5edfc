"""The business days of a country, by the library `holidays`."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from notelint.errors import ConfigError
from notelint.language.business_days import Works, is_weekday


def works(country: str, config: str | None) -> Works:
    """Whether people work on a day: Monday to Friday without a country, else by its weekend and public holidays.

    Args:
        country: a code such as `US`, `GB-ENG`, `DE-BY`, or empty.
        config: the file that names it, for error messages.

    Raises:
        ConfigError: the library is not installed, or knows no such country.
    """
    if not country:
        return is_weekday
    try:
        return _works(country)
    except ValueError as problem:
        raise ConfigError(f"`country: {country}`: {problem}", path=config) from None


@cache
def _works(country: str) -> Works:
    """As above; a ValueError says what is wrong."""
    try:
        import holidays  # noqa: PLC0415 - an extra, and slow to import
    except ModuleNotFoundError:
        raise ValueError(
            "its public holidays are not installed; `pip install 'notelint[holidays]'` brings them"
        ) from None
    code, _, part = country.partition("-")
    known = holidays.list_supported_countries()
    if code not in known:
        raise ValueError("no public holidays of this country are known; write `US`, `GB-ENG` or `DE-BY`")
    if part and part not in known[code]:
        near = get_close_matches(part, known[code], 1, 0.5)
        hint = f"is it `{code}-{near[0]}`?" if near else f"write `{code}`"
        raise ValueError(f"no public holidays of this part of the country are known; {hint}")
    return holidays.country_holidays(code, subdiv=part or None).is_working_day
