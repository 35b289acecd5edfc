"""How many words a body may have, what is counted, and where what is said."""

import pytest

from notelint.catalogue.options import typed
from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.checks import Context, keep_it_concise
from tests.matching.build import S, note

CHECK = "keep-it-concise"


def said(analysis, **options):
    return list(keep_it_concise.check(Context(analysis, typed(CHECK, options))))


def words(number):
    return " ".join(["word"] * number)


@pytest.mark.parametrize(
    ("kind", "number", "verdict"),
    [
        ("thank-you", 1, "short"),
        ("thank-you", 59, "short"),
        ("thank-you", 60, None),
        ("thank-you", 250, None),
        ("thank-you", 251, "long"),
        ("follow-up", 39, "short"),
        ("follow-up", 40, None),
        ("follow-up", 200, None),
        ("follow-up", 201, "long"),
        ("reminder", 29, "short"),
        ("reminder", 30, None),
        ("reminder", 120, None),
        ("reminder", 121, "long"),
        ("unknown", 29, "short"),
        ("unknown", 30, None),
        ("unknown", 250, None),
        ("unknown", 251, "long"),
    ],
)
def test_the_limits_of_each_kind(kind, number, verdict):
    sentences = [words(number)] if number else []
    found = said(note(S("Dear Ms Okafor", region="greeting"), *sentences, kind=kind))
    if verdict is None:
        assert found == []
    else:
        [one] = found
        assert one.message.startswith(f"{number} word{'s' if number != 1 else ''} is ")
        assert f" {verdict} for " in one.message


@pytest.mark.parametrize(
    ("written", "number", "speaks"),
    [("10-20", 9, True), ("10-20", 10, False), ("10 – 20", 20, False), ("10 to 20", 21, True)],
)
def test_the_limits_can_be_set(written, number, speaks):
    assert bool(said(note(words(number)), **{"thank-you": written})) is speaks


def test_of_a_body_without_words_it_says_so():
    [one] = said(note(S("Dear Ms Okafor", region="greeting")))
    assert one.message.startswith("Nothing is written yet; a thank-you note has at least 60 words: say ")


@pytest.mark.parametrize("region", ["subject", "greeting", "closing", "signature", "postscript"])
def test_only_the_body_is_counted(region):
    assert said(note(words(60), S(words(300), region=region))) == []


def test_too_few_words_are_a_thing_to_add_at_the_end_of_the_body():
    analysis = note("Thanks for the talk", "I liked it", S("Best", region="closing"))
    [one] = said(analysis)
    assert one.missing
    assert analysis.draft.slice(one.span) == "I liked it"
    assert "(at least 60): say what you talked about" in one.message


def test_too_many_words_name_the_longest_paragraph():
    analysis = note(words(80), S("this one is longest", new=True), words(120), S(words(90), new=True))
    [one] = said(analysis)
    assert not one.missing
    assert analysis.draft.slice(one.span) == "this one is longest"
    assert one.message.startswith("294 words is long for a thank-you note (at most 250)")
    assert "this paragraph, the longest (124 words)" in one.message


LETTER = """\
Dear Ms. Okafor,

{body}

Kind regards,
Dana Whitfield

On Tue, 24 Nov 2026 at 09:12, Amara Okafor wrote:
> {quoted}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_letter_as_it_is_sent(newline):
    body = (
        "Thank you for your time, and for the tour of the mill.\n\n- part-time work\n- and more of it\n\nI'd love it."
    )
    text = LETTER.format(body=body, quoted=words(300)).replace("\n", newline)
    [one] = said(analyse(from_text("---\nkind: thank-you\n---\n" + text, "draft.md")))
    assert one.message.startswith("21 words is short")
