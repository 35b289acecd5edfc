"""What is missing: where it is reported, what is offered, what shows that it is there."""

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.places import insertion, place_of
from notelint.types import Analysis, KindFinding, Paragraph, Sentence, Span, Token

from .build import S, note, report, rule

GREETING = S("Dear/ADJ Ms/PROPN Okafor/PROPN ,", region="greeting")
BODY = (S("First words ."), S("Middle words ."), S("Last words .", new=True))
CLOSING, SIGNATURE = S("Cheers ,", region="closing"), S("Dana/PROPN", region="signature")
POSTSCRIPT = S("Late words .", region="postscript")
WHOLE = (GREETING, *BODY, CLOSING, SIGNATURE)

PLACES = [
    ("body", WHOLE, "Last words.", "Last words. NEW"),
    ("opening", WHOLE, "First words.", "NEW First words."),
    ("greeting, replaced", WHOLE, "Dear Ms Okafor,", "NEW\n\nFirst words."),
    ("greeting, none", WHOLE[1:], "First words.", "NEW\n\nFirst words."),
    ("closing, replaced", WHOLE, "Cheers,", "words.\n\nNEW\n\nDana"),
    ("closing, none", (GREETING, *BODY, SIGNATURE), "Last words.", "words.\n\nNEW\nDana"),
    ("closing, nor signature", (GREETING, *BODY), "Last words.", "Last words.\n\nNEW\n"),
    ("signature, that is no name", WHOLE, "Dana", "Cheers,\n\nNEW\nDana"),
    ("signature, none", WHOLE[:-1], "Cheers,", "Cheers,\nNEW\n"),
    ("signature, nor closing", (GREETING, *BODY), "Last words.", "Last words.\n\nNEW\n"),
    ("postscript", (*WHOLE, POSTSCRIPT), "Late words.", "Late words. NEW"),
    ("postscript, none", WHOLE, "Last words.", "Last words. NEW"),
    ("body, none", (GREETING, CLOSING), "Dear Ms Okafor,", "Okafor,\n\nNEW\n\nCheers"),
    ("opening, none", (GREETING, CLOSING), "Dear Ms Okafor,", "Okafor,\n\nNEW\n\nCheers"),
    ("greeting, nor body", (CLOSING,), "Cheers,", "NEW\n\nCheers"),
]


@pytest.mark.parametrize(("zone", "sentences", "place", "after"), PLACES, ids=[case[0] for case in PLACES])
def test_place_and_insertion(zone, sentences, place, after):
    zone = zone.split(",")[0]
    analysis = note(*sentences)
    text = analysis.draft.text
    assert analysis.draft.slice(place_of(zone, analysis)) == place
    edit = insertion(zone, "NEW", analysis)
    assert after in text[: edit.span.start] + edit.text + text[edit.span.end :]


def wrapped(text):
    """A body of one sentence in the lines of this text."""
    draft = from_text(text, "note.txt")
    start, end = 0, len(text.rstrip())
    span = draft.zones[0].span._replace(start=start, end=end) if draft.zones else None
    token = Token(0, text, text, text, "NOUN", span, 0)
    sentence = Sentence(0, span, "body", 0, True, (token,), ())
    piece = Paragraph(0, "body", text, (), ())
    return Analysis(draft, KindFinding("thank-you", "header"), (piece,), (sentence,), 9, True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_reported_only_as_far_as_it_goes(end):
    analysis = wrapped(
        f"It was a pleasure to meet you and{end}the others at the mill on Tuesday and{end}  to see it.{end}"
    )
    draft = analysis.draft
    assert draft.slice(place_of("greeting", analysis)) == "It was a pleasure to meet you and"
    assert draft.slice(place_of("closing", analysis)) == "to see it."
    assert insertion("closing", "Yours", analysis).text == f"{end}{end}Yours"


def test_what_is_inserted_has_the_line_ends_of_the_lines_around():
    text = "It was a pleasure to meet you.\n\n> Can you come on Tuesday?\r\n>\r\n> Tom\r\n"
    analysis = analyse(from_text(text, "note.txt"))
    assert insertion("greeting", "Dear Tom,", analysis).text == "Dear Tom,\n\n"
    assert insertion("closing", "Yours", analysis).text == "\n\nYours"


@pytest.mark.parametrize(
    ("last", "after"),
    [
        ("I liked it.", "I liked it. NEW"),
        ("I liked it!", "I liked it! NEW"),
        ("You said “come.”", "You said “come.” NEW"),
        ("I liked it (all of it.)", "I liked it (all of it.) NEW"),
        ("Thank you for", "Thank you for\n\nNEW"),
        ("I have trained two apprentices", "I have trained two apprentices\n\nNEW"),
        ("I have trained two apprentices 🙂", "I have trained two apprentices 🙂 NEW"),
    ],
)
def test_a_sentence_is_not_put_on_to_one_that_has_no_end(last, after):
    text = f"Dear Ana,\n\n{last}\n\nBest,\nJo Park\n"
    made = insertion("body", "NEW", analyse(from_text(text, "a.md")))
    assert text[: made.span.start] + made.text + text[made.span.end :] == text.replace(last, after)


@pytest.mark.parametrize(
    ("headers", "place", "edit"),
    [
        ({"subject": "Hi"}, "Hi", "subject: NEW\n"),
        ({"subject": "", "kind": "reminder"}, "subject", "subject:  NEW\n"),
    ],
)
def test_the_subject(headers, place, edit):
    analysis = note(*WHOLE, headers=headers)
    text = analysis.draft.text
    assert analysis.draft.slice(place_of("subject", analysis)) == place
    made = insertion("subject", "NEW", analysis)
    assert edit in text[: made.span.start] + made.text + text[made.span.end :]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_subject_goes_among_the_headers_that_are_there(end):
    text = end.join(["---", "kind: reminder", "---", "Dear Ana,", "", "Thank you.", ""])
    made = insertion("subject", "NEW", analyse(from_text(text, "a.md")))
    assert text[: made.span.start] + made.text + text[made.span.end :] == text.replace(
        f"---{end}kind", f"---{end}subject: NEW{end}kind"
    )


def test_a_subject_goes_behind_a_fence_that_ends_in_another_way_than_the_letter():
    made = insertion(
        "subject", "NEW", analyse(from_text("---\nkind: reminder\n---\r\nDear Ana,\r\n\r\nHi.\r\n", "a.md"))
    )
    assert (made.span, made.text) == (Span(4, 4), "subject: NEW\n")


RULE = """
label: Thanks
require: [thank you, {clause: {does: appreciate}}]
missing:
  message: "You do not thank {name}."
  zone: body
  insert:
    - "Thank you for the talk on {day} about the {position} position at {company}."
    - "Thank you for meeting me at {company}."
    - "Thank you, {name}."
    - "Thank you for [what they did]."
"""


BEGGED = "Thank/VERB you/PRON please/INTJ ."


def test_what_is_there_is_shown_and_not_reported():
    found = report(RULE, note(GREETING, "Thank/VERB you/PRON .", "I/PRON appreciate/VERB it/PRON"))
    (part,) = found.parts
    assert not found.violations
    assert (part.rule, part.label, found.draft.slice(part.evidence.span)) == ("rule-under-test", "Thanks", "Thank you")


@pytest.mark.parametrize(
    ("suggest", "sentences", "shown"),
    [
        pytest.param('[""]', [BEGGED, "I/PRON appreciate/VERB it/PRON ."], "I appreciate it", id="words that may stay"),
        pytest.param('[""]', [BEGGED], "Thank you", id="when there are no others, those that must go"),
        pytest.param("['[the same in plain words]']", [BEGGED, "I/PRON appreciate/VERB it/PRON ."], "Thank you", id="a fault of style takes nothing away"),
    ],
)  # fmt: skip
def test_of_a_part_words_are_shown_that_may_stay(suggest, sentences, shown):
    begs = rule(f"suggest: {suggest}\nforbid: [thank you please]", "begs")
    found = report([begs, rule(RULE, "thanks")], note(GREETING, *sentences))
    assert [violation.rule for violation in found.violations] == ["begs"]
    assert found.draft.slice(found.parts[0].evidence.span) == shown


@pytest.mark.parametrize(
    ("body", "sentence", "headers", "shown"),
    [
        ("in: [subject]\nrequire: [interview]", S("interview", region="subject"), {"subject": "My interview"}, "My interview"),
        ("in: [subject, body]\nrequire: [interview]", S("interview", region="subject"), {"subject": "My interview"}, "interview"),
        ("in: [closing, signature]\nrequire: [yours]", S("Yours sincerely ,", region="closing"), {}, "Yours sincerely"),
        ("in: [closing, signature]\nrequire: [kind]", S("Kind regards", region="closing"), {}, "Kind regards"),
        ("in: [body, closing]\nrequire: [kind]", "Kind of you .", {}, "Kind"),
    ],
)  # fmt: skip
def test_of_a_subject_and_a_close_the_whole_is_shown(body, sentence, headers, shown):
    found = report(body, note("One .", sentence, headers=headers))
    assert found.draft.slice(found.parts[0].evidence.span) == shown


def test_what_is_missing_is_reported_at_its_place():
    found = report(RULE, note(*WHOLE))
    (violation,) = found.violations
    assert violation.missing
    assert violation.text == found.draft.slice(violation.span) == "Last words."
    assert violation.zone == "body"
    assert found.parts[0].evidence is None


@pytest.mark.parametrize(
    ("where", "thanks", "satisfied"),
    [
        ("", S("Thank/VERB you/PRON", region="postscript"), True),
        ("", S("Thank/VERB you/PRON", region="closing"), False),
        ("", S("Thank/VERB you/PRON", {"frame": "reported"}), False),
        ("in: [closing]", S("Thank/VERB you/PRON", region="closing"), True),
        ("in: [opening]", S("Thank/VERB you/PRON"), False),
        ("unless: [you]", S("Thank/VERB you/PRON"), False),
        ("unless: [her]", S("Thank/VERB you/PRON"), True),
    ],
)
def test_where_a_required_part_may_stand(where, thanks, satisfied):
    found = report(f"{where}\nrequire: [thank you]", note("One .", "Two .", thanks))
    assert bool(found.violations) is not satisfied


FULL = {
    "company": "Northwind",
    "position": "Data Analyst",
    "interview": "2026-05-05",
    "to": "Ada Okafor <ada@example.org>",
}


@pytest.mark.parametrize(
    ("headers", "greeting", "first", "slots"),
    [
        (FULL, GREETING, "Thank you for the talk on 5 May about the Data Analyst position at Northwind.", ()),
        ({**FULL, "interview": "soon"}, GREETING, "Thank you for meeting me at Northwind.", ()),
        ({"to": FULL["to"]}, GREETING, "Thank you, Ms Okafor.", ()),
        ({"to": FULL["to"]}, S("Dear/ADJ Sir/NOUN", region="greeting"), "Thank you, Ada Okafor.", ()),
        ({"to": "ada@example.org"}, None, "Thank you for the talk on [day] about the [position] position at [company].",
         ("day", "position", "company")),
    ],
    ids=["all known", "no day", "the name as greeted", "the name as addressed", "a template"],
)  # fmt: skip
def test_suggestions(headers, greeting, first, slots):
    sentences = [greeting, *BODY] if greeting else BODY
    (violation,) = report(RULE, note(*sentences, headers=headers)).violations
    assert (violation.suggestions[0].text, violation.suggestions[0].slots) == (first, slots)


@pytest.mark.parametrize(
    ("greeting", "name"), [(GREETING, "Ms Okafor"), (S("Hello/INTJ all", region="greeting"), "the reader")]
)
def test_the_message_names_the_reader(greeting, name):
    (violation,) = report(RULE, note(greeting, *BODY)).violations
    assert violation.message == f"You do not thank {name}."


def test_a_slot_that_only_the_writer_can_fill_comes_last():
    rule = "require: [thank you]\nmissing: {message: m, zone: body, insert: ['Thanks for [what], {name}.']}"
    (violation,) = report(rule, note(GREETING, *BODY)).violations
    (offered,) = violation.suggestions
    assert (offered.text, offered.slots) == ("Thanks for [what], Ms Okafor.", ("what",))


@pytest.mark.parametrize(("sentence", "offered"), [("Thank/VERB you/PRON .", []), ("Thanks .", ["Dear [name]"])])
def test_what_stands_there_with_its_slot_is_not_offered_again(sentence, offered):
    body = """
    require: [nobody]
    missing:
      message: Nobody is there.
      zone: body
      insert: ["Dear [name]"]
    """
    greeting = S("Dear/ADJ [name]", region="greeting") if not offered else GREETING
    (violation,) = report(body, note(greeting, sentence)).violations
    assert [one.text for one in violation.suggestions] == offered
