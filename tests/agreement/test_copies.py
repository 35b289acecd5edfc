"""Sentences that are nearly the same: found at once as one finds them by looking at all pairs."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from notelint.matching.comparing.copies import Copies
from notelint.types import Span

NEARLY = 0.8 - 1e-6
SENTENCES = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=14).map(tuple)
DRAFTS = st.lists(st.lists(SENTENCES, max_size=4), min_size=1, max_size=6)


def places(drafts):
    """Each sentence with a span that says which it is."""
    return [[(Span(number, number + 1), words) for number, words in enumerate(draft)] for draft in drafts]


@given(DRAFTS, st.sampled_from([0, 1000]))
def test_no_pair_is_missed_and_none_is_added(drafts, few):
    copies = Copies(places(drafts), few)
    for here, mine in enumerate(drafts):
        counts = copies.shared(here)
        for there, theirs in enumerate(drafts):
            alike = [
                number
                for number, words in enumerate(mine)
                if any(Indel.normalized_similarity(words, other) >= NEARLY for other in theirs)
            ]
            assert counts[there] == len(alike)
            assert [span.start for span in copies.common(here, there)] == alike
