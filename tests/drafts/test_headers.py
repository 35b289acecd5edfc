"""Front matter and mail headers: keys, values, spans, errors with their line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.drafts import headers
from notelint.drafts.read import from_text
from notelint.errors import DraftError

LETTER = "Dear Tom,\n\nThank you.\n"


def front(block, ending="\n"):
    return from_text(f"---\n{block}\n---\n{LETTER}".replace("\n", ending), "a.txt")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(
    ("block", "key", "items"),
    [
        pytest.param("subject: Thank you", "subject", ("Thank you",), id="plain"),
        pytest.param(
            "subject: Interview: the #1 role # truly", "subject", ("Interview: the #1 role # truly",), id="colon"
        ),
        pytest.param("subject: [Name] interview", "subject", ("[Name] interview",), id="bracket"),
        pytest.param("subject: {{name}}", "subject", ("{{name}}",), id="braces"),
        pytest.param("subject: *Thanks*", "subject", ("*Thanks*",), id="star"),
        pytest.param('subject: "Data Analyst" interview', "subject", ('"Data Analyst" interview',), id="quote-inside"),
        pytest.param('subject: "Thanks: 😀"', "subject", ("Thanks: 😀",), id="quoted"),
        pytest.param("subject: 'It''s me'", "subject", ("It's me",), id="single-quoted"),
        pytest.param('subject: "a \\"b\\""', "subject", ('a "b"',), id="escaped"),
        pytest.param("subject:", "subject", (), id="empty"),
        pytest.param('subject: ""', "subject", (), id="empty-quotes"),
        pytest.param("Subject: Thanks", "subject", ("Thanks",), id="capital"),
        pytest.param("subject: >\n  Thank\n  you", "subject", ("Thank you",), id="folded"),
        pytest.param("kind: follow-up  # the second", "kind", ("follow-up",), id="comment"),
        pytest.param("# all keys\n\nkind: reminder", "kind", ("reminder",), id="comment-line"),
        pytest.param("interview: 2026-11-03 14:30", "interview", ("2026-11-03 14:30",), id="time"),
        pytest.param("company: no", "company", ("no",), id="no"),
        pytest.param("expected-reply: 3 May 2026", "expected_reply", ("3 May 2026",), id="hyphen"),
        pytest.param("to: [Ann Lee, Bob]", "to", ("Ann Lee", "Bob"), id="flow-list"),
        pytest.param("to:\n  - Ann: the first\n  - Bob #2", "to", ("Ann: the first", "Bob #2"), id="list"),
        pytest.param("to:\n- Ann\n- 'Bob'", "to", ("Ann", "Bob"), id="list-with-quotes"),
        pytest.param("to: Ann <ann@x.example>, Bob", "to", ("Ann <ann@x.example>, Bob",), id="addresses"),
        pytest.param("mood: good", "mood", ("good",), id="unknown"),
    ],
)
def test_front_matter_is_read_as_written(block, key, items, ending):
    entry = front(block, ending).headers.get(key)
    assert tuple(item.replace(ending, "\n") for item in entry.items) == items
    assert entry.value == ", ".join(entry.items)


@pytest.mark.parametrize(
    "block",
    [
        "subject: Thank you",
        "subject: |\n  Thank you\n",
        'subject: "Thank you"',
        "subject:   Thank you   ",
        "kind: reminder\nsubject: 'Thank you' # so\nto: y",
    ],
    ids=["plain", "block", "quoted", "spaces", "comment"],
)
def test_the_span_of_a_value_is_its_text_without_quotes(block):
    draft = front(f"# 😀 é\n{block}", "\r\n")
    assert draft.slice(draft.headers.get("subject").span) == "Thank you"
    assert draft.slice(draft.headers.get("subject").key_span) == "subject"


def test_an_empty_value_has_an_empty_span_behind_its_key():
    draft = front("subject: ")
    span = draft.headers.get("subject").span
    assert span.start == span.end
    assert draft.text[: span.start].endswith("subject: ")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param('---\nkind: reminder\nsubject: "open\n---\n', 3, "not valid YAML", id="open-quote"),
        pytest.param("---\nto: [Ann, Bob\n---\n", 3, "not valid YAML", id="open-list"),
        pytest.param("---\nsubject: a\nsubject: b\n---\n", 3, "stands twice", id="twice"),
        pytest.param("---\nkind: reminder\nDear Tom,\n---\n", 3, "no `key: value`", id="prose"),
        pytest.param("---\n- a\n---\n", 2, "no `key: value`", id="bare-list"),
        pytest.param("---\nkind: reminder\n\nDear Tom,\n", 1, "not closed", id="not-closed"),
        pytest.param("---\nsubject:\n  - a\n  - b\n---\n", 2, "one text", id="list-of-subjects"),
        pytest.param("---\nto: {a: b}\n---\n", 2, "keys of its own", id="map"),
        pytest.param("---\nto:\n  - [a]\n---\n", 3, "is a text", id="list-in-list"),
        pytest.param("---\nconcerns:\n  a: b: c\n---\n", 3, "not valid YAML", id="colons"),
        pytest.param("---\nignore: {a: [b]}\n---\n", 2, "is no text", id="reason"),
    ],
)
def test_broken_front_matter_says_where(text, line, says):
    with pytest.raises(DraftError) as error:
        from_text(text, "a.txt")
    assert says in error.value.message
    assert (error.value.path, error.value.line) == ("a.txt", line)
    assert "\n" not in str(error.value)


def test_half_a_character_is_a_draft_error():
    with pytest.raises(DraftError):
        from_text('---\nsubject: "\ud800"\n---\n', "a.txt")


def test_a_rule_across_the_page_is_no_front_matter():
    assert from_text("---\n\nDear Tom,\n\nThank you.\n", "a.md").headers.form == "none"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param("ignore: no-gifts", [("no-gifts", "")], id="scalar"),
        pytest.param("ignore: no-gifts, no-pressure", [("no-gifts", ""), ("no-pressure", "")], id="commas"),
        pytest.param("ignore: [no-gifts, no-pressure]", [("no-gifts", ""), ("no-pressure", "")], id="list"),
        pytest.param("ignore: {no-gifts: a joke: ours}", None, id="flow-map-with-colon"),
        pytest.param('ignore: {no-gifts: "a joke: ours"}', [("no-gifts", "a joke: ours")], id="flow-map"),
        pytest.param(
            "ignore:\n  no-gifts: a joke\n  no-pressure:", [("no-gifts", "a joke"), ("no-pressure", "")], id="map"
        ),
        pytest.param(
            "ignore:\n  - no-gifts: a joke: ours\n  - x", [("no-gifts", "a joke: ours"), ("x", "")], id="items"
        ),
        pytest.param("ignore:", [], id="empty"),
    ],
)
def test_ignore_holds_rules_and_reasons(block, expected):
    if expected is None:
        with pytest.raises(DraftError):
            front(block)
        return
    draft = front(block)
    entry = draft.headers.get("ignore")
    assert list(zip(entry.items, entry.reasons, strict=True)) == expected
    assert [(found.rule, found.reason) for found in draft.suppressions] == expected
    assert all(draft.slice(found.span) == found.rule and found.scope is None for found in draft.suppressions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "To: a@x.example\nSubject: Hi: there #1\n\n", {"to": "a@x.example", "subject": "Hi: there #1"}, id="two"
        ),
        pytest.param("FROM: Ana\nDATE: 3 Nov 2026 10:00\n\n", {"from": "Ana", "sent": "3 Nov 2026 10:00"}, id="date"),
        pytest.param(
            "To: a@x\nSubject: Thank you\n for today\n\n", {"to": "a@x", "subject": "Thank you for today"}, id="folded"
        ),
        pytest.param("Subject: Thanks\n\n", {"subject": "Thanks"}, id="subject-alone"),
        pytest.param("Subject: Thanks\n", {"subject": "Thanks"}, id="subject-then-greeting"),
        pytest.param("**Subject:** Thanks\n\n", {"subject": "Thanks"}, id="bold"),
        pytest.param("Subject:\n\n", {"subject": ""}, id="empty-subject"),
        pytest.param(
            "To: a\nSubject: b\nKind: reminder\nExpected-Reply: 2026-05-03\n",
            {"kind": "reminder", "expected_reply": "2026-05-03"},
            id="ours",
        ),
        pytest.param(
            "To: a\nReply-To: b\nCc: c\nX-Mailer: d\n\n", {"reply-to": "b", "cc": "c", "x-mailer": "d"}, id="others"
        ),
        pytest.param(
            "To: a\nSubject: b\nX-Notelint-Kind: reminder\nX-Notelint-Expected-Reply: 2026-05-03\n\n",
            {"kind": "reminder", "expected_reply": "2026-05-03"},
            id="ours-as-a-mail-carries-them",
        ),
        pytest.param("\n\nTo: a\nSubject: b\n\n", {"to": "a", "subject": "b"}, id="blank-lines-above"),
    ],
)
def test_mail_headers(text, expected):
    draft = from_text(text + LETTER, "a.txt")
    assert draft.headers.form == "mail"
    assert {key: draft.headers.value(key) for key in expected} == expected
    assert draft.zones[0].kind == "headers"
    assert draft.slice(draft.zones[1].span) == "Dear Tom,\n\n"


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Concerns: [travel, SQL]", ("travel", "SQL")),
        ("Concerns: travel, and SQL", ("travel, and SQL",)),
        ('Interviewers: ["Lee, Ben", Ana Ruiz,"Park, Jo"]', ("Lee, Ben", "Ana Ruiz", "Park, Jo")),
        ("Concerns:", ()),
        ("Interviewers: [Amara Okafor]", ("Amara Okafor",)),
        ("Ignore: no-gifts, no-pressure", ("no-gifts", "no-pressure")),
        ("Ignore: [no-gifts,\n no-pressure]", ("no-gifts", "no-pressure")),
    ],
)
def test_lists_among_mail_headers_stand_between_brackets(line, items):
    entries = from_text(f"To: a\nSubject: b\n{line}\n\n{LETTER}", "a.txt").headers.entries
    assert entries[2].items == items


@pytest.mark.parametrize(
    "text",
    [
        "To: all of you\n\nThank you.\n",
        "Subject: matters\nlike this need care.\n",
        "Note: a\nThing: b\n\nThank you.\n",
        LETTER,
    ],
    ids=["to-alone", "subject-and-prose", "other-words", "letter"],
)
def test_other_lines_with_colons_are_no_mail_headers(text):
    assert from_text(text, "a.txt").headers.form == "none"


def test_a_name_with_colon_below_mail_headers_is_the_greeting():
    draft = from_text("To: a@x\nSubject: b\nMarcus:\n\nThank you for today.\n", "a.txt")
    assert [entry.key for entry in draft.headers.entries] == ["to", "subject"]
    assert draft.slice(draft.zones[1].span) == "Marcus:\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("---\nkind: reminder\ncompny: y\nmood: z\n---\n", ["compny", "mood"], id="front-matter"),
        pytest.param("To: a\nSubject: b\nX-Mailer: c\nCompny: d\n\n", ["compny"], id="mail"),
        pytest.param("To: a\nSubject: b\nX-Notelint-Knd: c\n\n", ["x-notelint-knd"], id="mail's-own"),
        pytest.param(LETTER, [], id="none"),
    ],
)
def test_unknown_headers(text, expected):
    assert [entry.key for entry in headers.unknown(from_text(text, "a.txt").headers)] == expected


@pytest.mark.parametrize(
    ("key", "near"),
    [
        *[("compny", "company"), ("intervew", "interview"), ("role", "position"), ("date", "sent"), ("zzz", None)],
        ("x-notelint-expected-repl", "X-Notelint-Expected-Reply"),
    ],
)
def test_nearest_key(key, near):
    assert headers.nearest(key) == near


@given(
    st.lists(
        st.sampled_from(["a", ":", " ", "#", '"', "'", "[", "]", "{", "}", "-", "|", "&x", "\n", "\n  ", "😀"]),
        max_size=20,
    )
)
def test_any_front_matter_is_read_or_a_draft_error(pieces):
    try:
        draft = front("subject: " + "".join(pieces))
    except DraftError as error:
        assert error.line is not None  # noqa: PT017  either outcome is right
    else:
        for entry in draft.headers.entries:
            assert (
                0 <= entry.key_span.start < entry.key_span.end <= entry.span.start <= entry.span.end <= len(draft.text)
            )


@pytest.mark.parametrize(
    ("text", "place", "near"),
    [
        pytest.param("---\nkind: followup\n---\nDear Tom,\n", (2, 7), "is it `follow-up`?", id="misspelt"),
        pytest.param("---\nsubject: x\nkind: letter\n---\nDear Tom,\n", (3, 7), "write thank-you", id="unheard-of"),
    ],
)
def test_a_kind_that_does_not_exist_is_said_at_its_place(text, place, near):
    with pytest.raises(DraftError, match=near) as caught:
        from_text(text, "a.txt")
    assert (caught.value.line, caught.value.column) == place


ENTRIES = st.lists(st.text(st.sampled_from('ab ,"[]'), min_size=1).map(str.strip).filter(bool), min_size=1, max_size=4)


@given(ENTRIES)
def test_a_list_among_mail_headers_comes_back_or_is_refused(entries):
    written = headers.bracketed(entries)
    if written is not None:
        draft = from_text(f"To: a\nSubject: b\nTopics: {written}\n\n{LETTER}", "a.txt")
        assert draft.headers.get("topics").items == tuple(entries)
    else:
        assert any(set('[]"') & set(entry) for entry in entries)
