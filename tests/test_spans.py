"""A violation's words are the draft's words, whatever stands around them."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from notelint.drafts.read import from_bytes
from notelint.language import analyse
from notelint.matching.engine import judge

SENTENCES = [
    "Could you give me some feedback on my interview?",
    "I REALLY enjoyed it!!",
    "I\u2019m gonna bring the café menu \U0001f469\u200d\U0001f4bb along.",
    "Cafe\u0301 talk: I still haven\u2019t heard from you.",
    "My soft\u00adware is fine, but I bombed the test.",
    "\u201cLOL\u201d is what the board says.",
    "Thank you for your\u00a0time on Tuesday.",
    "I would need a salary of at least 48,000 euros.",
    "\tTabs\tare fine, [Name].",
    "Das ist \U0001f600 gut :-)",
]
GREETINGS = ["Dear Ms. Okafor,", "Hey Zoe\u0308,", "hi \U0001f600 marcus,"]
CLOSES = ["Kind regards,\nDana", "Cheers,\nZoe\u0308 \U0001f44b", "dana"]


def report(text, *, bom=False):
    data = text.encode("utf-8-sig" if bom else "utf-8")
    return judge(analyse(from_bytes(data, "draft.txt")), RULES)


RULES = None


def setup_module():
    global RULES  # noqa: PLW0603 - compiled once, when the tests run
    from notelint.catalogue.load import load
    from notelint.language import model
    from notelint.matching.compile import compile_catalogue

    RULES = compile_catalogue(load(), model.split)


letters = st.builds(
    lambda greeting, body, close, joiner: f"{greeting}\n\n{joiner.join(body)}\n\n{close}\n",
    st.sampled_from(GREETINGS),
    st.lists(
        st.sampled_from(SENTENCES) | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(CLOSES),
    st.sampled_from([" ", "\n", "\n\n", "\n  "]),
)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(letters, st.booleans())
def test_text_is_the_slice_of_its_offsets(text, bom):
    found = report(text, bom=bom)
    assume(found.violations)
    for violation in found.violations:
        assert violation.text == found.draft.text[violation.span.start : violation.span.end]
        assert 0 <= violation.span.start <= violation.span.end <= len(found.draft.text)


@quick
@given(letters, st.booleans())
@example(f"{GREETINGS[0]}\n\nThank you for your\u00a0time on Tuesday.\n\n{CLOSES[0]}\n", True)
def test_what_shows_a_part_has_words(text, bom):
    found = report(text, bom=bom)
    shown = [found.draft.slice(part.evidence.span) for part in found.parts if part.evidence]
    assume(shown)
    assert all(words.strip() for words in shown)


@quick
@given(letters.filter(lambda text: "\r" not in text))
def test_line_ends_change_no_finding(text):
    unix = report(text)
    windows = report(text.replace("\n", "\r\n"))

    def seen(found):
        return [
            (v.rule, v.severity, v.text.replace("\r\n", "\n"), v.message.replace("\r\n", "\n"))
            for v in found.violations
        ]

    assert seen(unix) == seen(windows)


@quick
@given(st.text(max_size=200))
def test_any_text_is_judged(text):
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return
    from notelint.errors import DraftError

    try:
        draft = from_bytes(data, "draft.txt")
    except DraftError:
        return
    judge(analyse(draft), RULES)


def test_a_line_of_60_000_characters_without_a_full_stop_is_judged():
    line = "I enjoyed hearing about the nightly reports and the depot and the board " * 850
    found = report(f"Dear Ms. Okafor,\n\nThank you!! {line}\n\nKind regards,\nDana\n")
    assert len(line) > 60_000
    assert "!!" in {violation.text for violation in found.violations if violation.rule == "no-shouting"}
