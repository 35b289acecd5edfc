"""Any value of a header is a moment or refused, and every moment has a place in time."""

from hypothesis import given
from hypothesis import strategies as st

from notelint.drafts import moments

PIECES = st.sampled_from(
    ["2026", "-", "11", "25", " ", ":", "14:30", "T", "Z", "+01:00", "-23", "Nov", "November", "Tuesday", ",", "the ",
     "th", " pm", "1970-01-01", "2199-12-31", " Europe/Berlin", " Pacific/Kiritimati", "29 February ", "/", ".", " at ",
     "(CET)", "٢٥"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join)))
def test_a_value_is_a_moment_or_refused(text):
    try:
        moment = moments.parse(text)
    except ValueError:
        return
    assert moment.start <= moment.end
    assert moment.start.utcoffset() is not None
    assert (moment.time is None) == (moment.start < moment.end)
