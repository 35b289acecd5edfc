"""What `--redact` takes out, and that what is left still holds together."""

import pytest
from msgspec.structs import replace

from notelint.drafts.read import from_text
from notelint.reporters.redact import redacted
from notelint.types import (
    DraftReport,
    Edit,
    Evidence,
    Failure,
    KindFinding,
    Note,
    Part,
    Report,
    Span,
    Suggestion,
)

from .build import span, violation

HEADED = """\
---
kind: thank-you
to: "Ruiz-Ortega, Dana <d.ruiz@blue-heron.example>"
company: Blue Heron Trust Ltd
subject: Thanks from Grace
ignore: {no-gifts: Dana likes plums}
---

"""
CLOSE = "\n\nBest wishes,\nGrace Oyelaran\nQuality Lead, Fenwick Foods\n+44 7700 900123\n"


def checked(source, *found):
    whole = Evidence("thanks", span(source, "Thank you"))
    return DraftReport(source, KindFinding("thank-you", "inferred", (whole,)), 40, found, (Part("a", "A", whole),))


def hide(body, headers=HEADED, close=CLOSE):
    """The body of a draft without its names."""
    source = from_text(f"{headers}Dear Ms. Ruiz-Ortega,\n\nThank you. {body}{close}", "ruiz.md")
    [report] = redacted(Report((checked(source),))).drafts
    return report.draft.text.partition("Thank you. ")[2].partition("\n\n")[0]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param(
            "Dana and Ms. Ruiz-Ortega agree.", "[name 1] and Ms. [name 1] agree.", id="one person, one number"
        ),
        pytest.param("Dana Ruiz-Ortega's plan.", "[name 1]'s plan.", id="genitive"),
        pytest.param("DANA and dana.", "[name 1] and [name 1].", id="capitals"),
        pytest.param("Signed, Grace.", "Signed, [name 2].", id="the signature"),
        pytest.param("I ask your good grace.", "I ask your good grace.", id="a name that is a word"),
        pytest.param("I like the Blue Heron Trust.", "I like the [company 1].", id="a company"),
        pytest.param("At Blue Heron I saw a blue heron.", "At [company 1] I saw a blue heron.", id="its short name"),
        pytest.param(
            "I like Blue\nHeron and\n  Dana\n  Ruiz-Ortega.",
            "I like [company 1]\n[company 1] and\n  [name 1]\n  [name 1].",
            id="over two lines",
        ),
        pytest.param("As Priya Natarajan said.", "As [name 3] said.", id="somebody whom only the text names"),
        pytest.param("At Fenwick Foods I cooked.", "At [name 3] I cooked.", id="a firm whom only the text names"),
        pytest.param("Write to g.o@mail.example or x@y.example.", "Write to [address 2] or [address 3].", id="mail"),
        pytest.param("See https://grace.example/cv?a=b, www.x.org.", "See [link 1], [link 2].", id="links"),
        pytest.param("See grace.dev and linkedin.com/in/grace.", "See [link 1] and [link 2].", id="sites"),
        pytest.param("Call (020) 7946-0123 or +44 20 7946 0958.", "Call [phone 1] or [phone 2].", id="telephones"),
        pytest.param("I live at 12 Mill Lane, NR1 2AB.", "I live at [address 2], [address 3].", id="streets"),
        pytest.param("My number is 4711081.", "My number is [number 1].", id="other numbers"),
        pytest.param("As s1234567 I passed.", "As [number 1] I passed.", id="the number of a student"),
        pytest.param("Call +44\xa07700\xa0900456.", "Call [phone 1].", id="spaces that do not break"),
        pytest.param("I live at 221B Baker Street.", "I live at [address 2].", id="a letter behind a house's number"),
        pytest.param(
            "I met Okonkwo. Oyelaran was rude.", "I met [name 3]. [name 2] was rude.", id="two names and two sentences"
        ),
        pytest.param("I met Dr. Okonkwo.", "I met Dr. [name 3].", id="a point behind a title"),
        pytest.param("I met Ulri\xadke and U\u200blrike.", "I met [name 3] and [name 3].", id="what nobody sees"),
        pytest.param("I met Zscha\u0308pe.", "I met [name 3].", id="an accent apart from its letter"),
        pytest.param("I met Muhammad and Wei Li.", "I met [name 3] and [name 4].", id="names of other countries"),
        pytest.param("I met Anna MacLeod.", "I met [name 3].", id="a capital within a name"),
        pytest.param("At 16:05:00 +0100, at 9:30.", None, id="times stay"),
        pytest.param("On 2026-11-24 14:30, 24/11/2026, in 1987, 45,000 boxes.", None, id="dates and amounts stay"),
        pytest.param("On Tue, 3 Dec, with SQL and Python, in May.", None, id="days, months and acronyms stay"),
        pytest.param("Could I help with the Data Analyst role? However, Will.", None, id="ordinary words stay"),
    ],
)
def test_in_the_body(body, shown):
    assert hide(body) == (body if shown is None else shown)


def test_headers_and_signature():
    source = from_text(f"{HEADED}Dear Dana,\n\nThank you.{CLOSE}", "ruiz.md")
    [report] = redacted(Report((checked(source),))).drafts
    assert report.draft.text.splitlines()[2:6] == [
        'to: "[name 1], [name 1] <[address 1]>"', "company: [company 1]", "subject: Thanks from [name 2]",
        "ignore: {no-gifts: [name 1] likes plums}",
    ]  # fmt: skip
    assert report.draft.text.splitlines()[-3:] == ["[name 2]", "[contact]", "[contact]"]
    assert report.draft.headers.value("company") == "[company 1]"
    assert report.draft.suppressions[0].reason == "[name 1] likes plums"


@pytest.mark.parametrize(
    "header",
    [
        "topics: [the plan of Ulrike]",
        "concerns: [what Ulrike said]",
        "mine: Ulrike",
        "ignore: {no-gifts: Ulrike knows}",
    ],
)
def test_whom_a_header_alone_names(header):
    source = from_text(f"---\n{header}\n---\n\nDear X,\n\nThank you.\n\nBest,\nY\n", "a.md")
    found = violation(source, "Thank you", message="As Ulrike said.", suggestions=(Suggestion("Ask Ulrike."),))
    [report] = redacted(Report((checked(source, found),))).drafts
    assert "Ulrike" not in repr(report)


def test_a_letterhead():
    source = from_text("12 Mill Lane\nNorwich NR1 2AB\n\nDear Dana,\n\nThank you.\n\nBest,\nGrace\n", "a.txt")
    [report] = redacted(Report((checked(source),))).drafts
    assert report.draft.text.startswith("[letterhead]\n[letterhead]\n\nDear [name")


def test_a_person_has_one_number_in_all_drafts():
    drafts = [
        from_text(f"Dear {name},\n\nThank you.\n\nBest,\nGrace\n", f"{name}.txt")
        for name in ("Ms. Ruiz", "Zed", "Dana Ruiz")
    ]
    texts = [report.draft.text for report in redacted(Report(tuple(checked(source) for source in drafts))).drafts]
    greeted = [text.splitlines()[0].split("[")[1].rstrip("],") for text in texts]
    assert greeted[0] == greeted[2] != greeted[1]
    assert len({text.splitlines()[-1] for text in texts}) == 1


LINES = ["\n", "\r\n"]


@pytest.mark.parametrize("end", LINES, ids=["LF", "CRLF"])
def test_places_are_those_of_the_new_text(end):
    text = f"{HEADED}Dear Dana,\n\nThank you 👍🏽, Dana Ruiz-Ortega of Blue Heron. Tell me more, Dana.{CLOSE}"
    source = from_text(text.replace("\n", end), "ruiz.md")
    fix = Suggestion("Tell Dana.", (Edit(span(source, "Tell me more, Dana."), "Tell Dana."),))
    found = violation(source, "Tell me more, Dana", message="“Dana”: see ruiz.md and lee.txt.", suggestions=(fix,))
    inside = replace(violation(source, "Ortega of Blue"), related=(span(source, "Dana."),))
    [report] = redacted(Report((checked(source, inside, found),))).drafts
    first, second = report.violations
    assert first.text == "[name 1] of [company 1]"
    assert second.text == "Tell me more, [name 1]"
    assert second.message == "“[name 1]”: see draft-1.md and [another file]."
    for one in report.violations:
        assert report.draft.slice(one.span) == one.text
    assert report.draft.slice(first.related[0]) == "[name 1]."
    [edit] = second.suggestions[0].edits
    assert (report.draft.slice(edit.span), edit.text) == ("Tell me more, [name 1].", "Tell [name 1].")
    assert report.draft.slice(report.parts[0].evidence.span) == "Thank you"
    assert "".join(report.draft.slice(zone.span) for zone in report.draft.zones) == report.draft.text
    assert report.draft.position(second.span.start).line == source.position(found.span.start).line


def test_an_insertion_stays_an_insertion():
    source = from_text(f"Dear Dana,\n\nThank you, Dana{CLOSE}", "a.txt")
    at = source.text.index("Dana\n\nBest") + 4
    add = Suggestion("x", (Edit(Span(at, at), " Bye, Dana."),))
    [report] = redacted(Report((checked(source, violation(source, "Thank", suggestions=(add,))),))).drafts
    [edit] = report.violations[0].suggestions[0].edits
    assert edit.span.start == edit.span.end
    assert report.draft.text[: edit.span.start].endswith("Thank you, [name 1]")
    assert edit.text == " Bye, [name 1]."


def test_paths_notes_and_failures():
    source = from_text("Dear Dana,\n\nThank you.\n\nBest,\nGrace\n", "/home/grace/dana.txt")
    failures = (Failure("grace/x.md", "grace/x.md is no draft; see dana.yml"), Failure("-", "empty"))
    report = redacted(Report((replace(checked(source), notes=(Note("a", "Write to Dana."),)),), failures))
    assert report.drafts[0].draft.path == "draft-1.txt"
    assert report.drafts[0].notes[0].message == "Write to [name 1]."
    assert [(one.path, one.message) for one in report.errors] == [
        ("file-1.md", "file-1.md is no draft; see [another file]"), ("-", "empty"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "shown", "message", "said"),
    [
        pytest.param("me", "draft-1", "It does not name some letter.", None, id="a name within words"),
        pytest.param("letter", "draft-1", "Too casual for this letter.", None, id="a name that is a word"),
        pytest.param("a/b", "draft-1", "As in a/b and a/b/c, a/b.", "As in draft-1 and a/b/c, draft-1.", id="whole paths"),
        pytest.param("a.txt", "draft-1.txt", "As in a.txt.", "As in draft-1.txt.", id="at the end of a sentence"),
        pytest.param("a.txt", "draft-1.txt", "As in aa.txt.", "As in [another file].", id="another file"),
        pytest.param("Thanks.Okafor", "draft-1", "As in Thanks.Okafor.", "As in draft-1.", id="no suffix of a draft"),
    ],
)  # fmt: skip
def test_the_path_of_a_draft_is_hidden_where_it_is_one(path, shown, message, said):
    source = from_text("Dear X,\n\nThank you. Please let me know.\n", path)
    found = violation(source, "let me", message=message, suggestions=(Suggestion("Tell me some."),))
    [report] = redacted(Report((checked(source, found),))).drafts
    [left] = report.violations
    assert (report.draft.path, left.message) == (shown, said or message)
    assert [one.text for one in left.suggestions] == ["Tell me some."]


def test_of_a_draft_that_was_not_read_no_words_are_shown():
    """The names in it are known to nobody."""
    failures = (Failure("x.md", "`interview`: “Tuesdey with Mark Stone” is no date that notelint can read"),)
    [failure] = redacted(Report((), failures)).errors
    assert failure.message == "`interview`: “[words]” is no date that notelint can read"


@pytest.mark.parametrize("name", ["O'Hara", "O’Grady-Smythe", "D’Souza", "Rose-O'Hara", "N'Diaye"])
def test_names_with_an_apostrophe(name):
    text = f"Dear Dana,\n\nThank you: I'm glad that I've met {name}, and {name}'s team.\n\nBest,\nGrace\n"
    [report] = redacted(Report((checked(from_text(text, "a.txt")),))).drafts
    assert report.draft.text.splitlines()[2] == "Thank you: I'm glad that I've met [name 2], and [name 2]'s team."


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Michael Johnson and Maria", "[name 2] and [name 3]"),
        ("Mr. Baker and Dr. Young", "Mr. [name 2] and Dr. [name 3]"),
        ("Thomas, and so did Thomas", "[name 2], and so did [name 2]"),
        ("the Dean at English Heritage on Monday, May 4", "the Dean at English Heritage on Monday, May 4"),
    ],
)
def test_names_that_dictionaries_list(words, left):
    """As those of the famous."""
    text = f"Dear Dana,\n\nThank you. I met {words}.\n\nBest,\nGrace\n"
    [report] = redacted(Report((checked(from_text(text, "a.txt")),))).drafts
    assert report.draft.text.splitlines()[2] == f"Thank you. I met {left}."


@pytest.mark.parametrize("number", ["GB33BUKB20201555555555", "AB1234567", "1234567"])
def test_long_numbers(number):
    text = f"Dear Dana,\n\nThank you. It is {number}, in room B12 on the A38.\n\nBest,\nGrace\n"
    [report] = redacted(Report((checked(from_text(text, "a.txt")),))).drafts
    assert report.draft.text.splitlines()[2] == "Thank you. It is [number 1], in room B12 on the A38."


def test_handles():
    text = "Dear Dana,\n\nThank you. I am @zed.quill there, and come @ 5.\n\nBest,\nGrace\n"
    [report] = redacted(Report((checked(from_text(text, "a.txt")),))).drafts
    assert report.draft.text.splitlines()[2] == "Thank you. I am [link 1] there, and come @ 5."


def test_a_fingerprint_does_not_tell_the_words():
    source = from_text("Dear Dana,\n\nThank you.\n\nBest,\nGrace\n", "a.txt")
    found = [violation(source, "Dana", fingerprint="f00d"), violation(source, "Grace", fingerprint="f00d-2")]
    [report] = redacted(Report((checked(source, *found),))).drafts
    one, other = (violation.fingerprint for violation in report.violations)
    assert "f00d" not in one + other
    assert other.endswith("-2")
