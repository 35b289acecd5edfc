"""Business days: over weekends, years and the holidays of countries."""

import sys
from datetime import date

import pytest

from notelint.errors import ConfigError
from notelint.language.business_days import after
from notelint.matching.days import public_holidays


@pytest.mark.parametrize(
    ("country", "day", "count", "first"),
    [
        pytest.param("", "2026-11-23", 5, "2026-11-30", id="Monday to Monday"),
        pytest.param("", "2026-11-27", 1, "2026-11-30", id="Friday to Monday"),
        pytest.param("", "2026-11-28", 1, "2026-11-30", id="from a Saturday"),
        pytest.param("", "2026-11-29", 5, "2026-12-04", id="from a Sunday"),
        pytest.param("", "2026-12-28", 5, "2027-01-04", id="over the year's end"),
        pytest.param("", "2028-02-28", 1, "2028-02-29", id="a leap day"),
        pytest.param("", "2026-11-25", 0, "2026-11-25", id="none"),
        pytest.param("US", "2026-11-25", 5, "2026-12-03", id="Thanksgiving"),
        pytest.param("US", "2026-07-02", 1, "2026-07-06", id="the Fourth of July, kept on Friday"),
        pytest.param("GB-ENG", "2026-12-23", 5, "2027-01-04", id="an English Christmas"),
        pytest.param("GB-ENG", "2026-11-25", 5, "2026-12-02", id="no Thanksgiving in England"),
        pytest.param("GB-SCT", "2026-12-31", 1, "2027-01-05", id="Scotland rests on 2 January too"),
        pytest.param("DE-BY", "2027-01-05", 1, "2027-01-07", id="Epiphany in Bavaria"),
        pytest.param("DE-BE", "2027-01-05", 1, "2027-01-06", id="none in Berlin"),
        pytest.param("IL", "2026-11-26", 1, "2026-11-29", id="a weekend on Friday and Saturday"),
    ],
)
def test_the_first_business_day_after_so_many(country, day, count, first):
    works = public_holidays.works(country, None)
    assert str(after(date.fromisoformat(day), count, works)) == first


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("XX", "`country: XX`: no public holidays of this country are known; write `US`, `GB-ENG` or `DE-BY`"),
        ("GB-EN", "is it `GB-ENG`?"),
        ("US-QQ", "no public holidays of this part of the country are known"),
    ],
)
def test_a_country_that_is_not_known(country, said):
    with pytest.raises(ConfigError) as refused:
        public_holidays.works(country, "here/.notelint.yml")
    assert said in refused.value.message
    assert refused.value.path == "here/.notelint.yml"


def test_without_the_library_one_line_says_what_to_install(monkeypatch):
    public_holidays._works.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(ConfigError, match=r"`country: US`.*pip install 'notelint\[holidays\]'"):
        public_holidays.works("US", ".notelint.yml")
    assert public_holidays.works("", None)(date(2026, 11, 26))
