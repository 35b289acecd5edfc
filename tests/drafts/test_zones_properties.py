"""Zones of any text: a partition, the same for every line end."""

from hypothesis import given, reject
from hypothesis import strategies as st

from notelint.drafts import read
from notelint.errors import DraftError

PIECES = st.sampled_from(
    [
        *[
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            " ",
            "\t",
            "\u2028",
            "\x0b",
            ",",
            "-- ",
            "> ",
            "---",
            "P.S. ",
            "Best, ",
            "Anna",
            "Dear ",
        ],
        *[
            "Hi Tom, ",
            "Thank you.",
            "Kind regards,\n",
            "On 3 May 2026 Tom wrote:\n",
            "From: a\nSent: 3 May 2026\nTo: c\n",
            "- item\n",
        ],
        *[
            "<!-- notelint-ignore a: b -->",
            "😀",
            "e\u0301",
            "\xad",
            "\u200b",
            "Sent from my iPhone",
            "PS ",
            "_" * 12,
            "anna@x.com",
        ],
    ]
)
LETTERS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join))


def from_text(text, path):
    """The draft; a text with a header that cannot be read is none."""
    try:
        return read.from_text(text, path)
    except DraftError:
        reject()


@given(LETTERS)
def test_zones_are_a_partition(text):
    draft = (
        from_text(text.replace("---", "–"), "draft.md") if "notelint-ignore" not in text else from_text(text, "a.txt")
    )
    at = 0
    for zone in draft.zones:
        assert zone.span.start == at < zone.span.end
        at = zone.span.end
    assert at == len(draft.text)
    assert all(one.kind != other.kind for one, other in zip(draft.zones, draft.zones[1:], strict=False))


@given(st.lists(PIECES.filter(lambda piece: "\r" not in piece), max_size=25).map("".join))
def test_crlf_has_the_zones_of_lf(text):
    text = text.replace("---", "–")
    lf, crlf = from_text(text, "a.txt"), from_text(text.replace("\n", "\r\n"), "a.txt")
    assert [(zone.kind, lf.slice(zone.span)) for zone in lf.zones] == [
        (zone.kind, crlf.slice(zone.span).replace("\r\n", "\n")) for zone in crlf.zones
    ]
