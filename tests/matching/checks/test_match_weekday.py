"""A weekday belongs to its date, and to the day of the interview."""

from datetime import datetime

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.checks import Clocked, Context, Fault, match_weekday

CLOSE = "\n\nKind regards,\nDana Whitfield\n"


def look(text, now=None, kind="thank-you", **headers):
    """The analysis of a letter with this body, and what is said of it."""
    head = "".join(f"{key}: {value}\n" for key, value in {"kind": kind, **headers}.items())
    analysis = analyse(from_text(f"---\n{head}---\nDear Ms. Okafor,\n\n{text}{CLOSE}", "note.md"))
    clock = datetime.fromisoformat(now) if now else None
    return analysis, list(match_weekday.check(Context(analysis, now=clock)))


def found(text, **fields):
    """What is marked, and what is offered for it."""
    analysis, said = look(text, **fields)
    return [
        (analysis.draft.slice(one.span), one.suggestion.text if one.suggestion else None)
        for one in said
        if isinstance(one, Fault)
    ]


def mended(text, **fields):
    """The body after the edits of all suggestions."""
    analysis, said = look(text, **fields)
    draft = analysis.draft.text
    edits = [edit for one in said if isinstance(one, Fault) for edit in one.suggestion.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        draft = draft[: edit.span.start] + edit.text + draft[edit.span.end :]
    return draft.partition("Okafor,\n\n")[2].removesuffix(CLOSE)


@pytest.mark.parametrize(
    ("says", "instead"),
    [
        ("Tuesday, November 25, 2026", "Wednesday, November 25, 2026"),
        ("Tuesday 25 November 2026", "Wednesday 25 November 2026"),
        ("Tuesday the 25th of November 2026", "Wednesday the 25th of November 2026"),
        ("Tue, Nov 25, 2026", "Wed, Nov 25, 2026"),
        ("Tues., 25 Nov. 2026", "Wed., 25 Nov. 2026"),
        ("TUESDAY, NOVEMBER 25, 2026", "WEDNESDAY, NOVEMBER 25, 2026"),
        ("tuesday, november 25, 2026", "wednesday, november 25, 2026"),
        ("Tuesday (25 November 2026)", "Wednesday (25 November 2026)"),
        ("November 25, 2026 (Tuesday)", "November 25, 2026 (Wednesday)"),
        ("25 November 2026, a Tuesday", "25 November 2026, a Wednesday"),
        ("Tuesday, 2026-11-25", "Wednesday, 2026-11-25"),
        ("Tuesday, 25/11/2026", "Wednesday, 25/11/2026"),
        ("Sunday, 29 February 2028", "Tuesday, 29 February 2028"),
        ("Thursday, 31 December 2027", "Friday, 31 December 2027"),
        ("Monday, 25 December 1995", None),
        ("Wednesday, November 25, 2026", None),
        ("Tuesday, 04/05/2026", None),
    ],
)
def test_a_date_with_its_year(says, instead):
    text = f"I am free on {says} or later."
    assert found(text) == ([(says, instead)] if instead else [])
    if instead:
        assert mended(text) == f"I am free on {instead} or later."


@pytest.mark.parametrize(
    ("text", "sent", "marked"),
    [
        ("I could start on Monday, 1 December.", "2026-11-25", True),
        ("I could start on Tuesday, 1 December.", "2026-11-25", False),
        ("I could start on Saturday, January 2.", "2026-12-20", False),
        ("I could start on Friday, January 2.", "2026-12-20", True),
        ("We met on Friday, 31 December.", "2027-01-02", True),
        ("We met on Thursday, 31 December.", "2027-01-02", False),
        ("We met on Wednesday, 24 November.", "2026-11-25", True),
        ("We met on Wednesday, 24 November.", "2027-11-26", False),
        ("I could start on Monday, 29 February.", "2028-02-20", True),
        ("I could start on Tuesday, 29 February.", "2028-02-20", False),
        # too far from the letter: the year is not certain
        ("I could start on Monday, 1 June.", "2026-11-25", False),
        ("Since Monday, 5 January, I have run the night shift.", "2026-11-25", False),
        ("I joined the mill on Monday, 3 September.", "2026-11-25", False),
        ("I could start on Monday, 29 February.", "2026-11-25", False),
        # a day without a month is taken for any nearby that fits
        ("We met on Wednesday the 24th.", "2026-11-25", True),
        ("We met on Tuesday the 24th.", "2026-11-25", False),
        ("We met on Saturday the 24th.", "2026-11-25", False),  # of October
        ("I could start on Thursday the 24th.", "2026-11-25", False),  # of December
    ],
)
def test_a_date_without_a_year_in_a_letter_of_a_known_day(text, sent, marked):
    assert bool(found(text, sent=sent)) is marked


@pytest.mark.parametrize("key", ["interview", "last_contact"])
def test_what_happened_tells_the_year_too(key):
    assert found("I could start on Monday, 1 December.", **{key: "2026-11-25"})
    assert found("I wrote to you on Monday, 1 December.", **{key: "2026-11-25"})
    assert not found("I could start on Tuesday, 1 December.", **{key: "2026-11-25"})


def test_by_the_clock_it_holds_for_a_day_and_asks_for_the_date():
    _, (fault, clocked) = look("I could start on Monday, 1 December.", now="2026-11-25T10:00")
    assert fault.message == (
        "1 December 2026 is a Tuesday, not a Monday. "
        "Is the letter of another year? Write when it was sent, `sent:`, in its headers."
    )
    assert clocked == Clocked(datetime.fromisoformat("2026-11-26T00:00").astimezone())
    assert look("I could start on Monday, 1 December, 2026.", now="2026-11-25")[1][1:] == []
    assert look("I could start on Monday, 1 December.")[1] == []


@pytest.mark.parametrize("says", ["Tuesday, 31 November", "Monday, 29 February 2027", "Sunday, 30 February"])
def test_a_day_that_does_not_exist(says):
    analysis, (fault,) = look(f"I am free on {says}.")
    assert analysis.draft.slice(fault.span) == says
    assert fault.message == f"“{says}” does not exist in the calendar."


@pytest.mark.parametrize(
    "text",
    [
        "I can come on Tuesday or Wednesday, November 24 or 25, 2026.",
        "I can come from Monday to Wednesday, 23 to 25 November 2026.",
        "I can come on Monday or Tuesday, 30 November 2026 or 1 December 2026.",
        "I can come on Monday, Tuesday, 1 December 2026, or later.",
        "If it cannot be Tuesday, November 25, 2026 suits me as well.",
        "If Tuesday does not suit, November 25, 2026 works too.",
        "If you would rather not meet on Tuesday, 25 November 2026 is free as well.",
        "I wrote Tuesday, November 25, 2026 when I meant Wednesday.",
        "I am sorry for my mistake: Tuesday, November 25, 2026 was Wednesday.",
        "Your shop opened on Black Friday, November 26, 2026.",
        'You wrote "Tuesday, November 25, 2026" in your invitation.',
        "On Tuesdays, 25 November 2026 among them, I teach.",
        "I read it in the Sunday Times of 25 November 2026.",
    ],
)
def test_two_days_that_are_not_one(text):
    assert found(text) == []


def test_other_words_of_the_letter():
    greeting = (
        "---\nkind: thank-you\nsubject: Interview on Tuesday, 25 November 2026\n---\nDear Ms. Okafor,\n\nThank you.\n"
    )
    quoted = "\nOn Tuesday, 25 November 2026, Amara Okafor wrote:\n> See you on Tuesday, 25 November 2026.\n"
    analysis = analyse(from_text(greeting + CLOSE + quoted, "note.txt"))
    said = list(match_weekday.check(Context(analysis)))
    assert [analysis.draft.position(one.span.start).line for one in said] == [3]


WEDNESDAY = "2026-11-25"


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for meeting with me on Tuesday.",
        "Thank you for meeting me Tuesday.",
        "Thank you for taking the time to speak with me on Tuesday.",
        "Thank you for your time on Tuesday.",
        "Thank you for the time you gave me on Tuesday.",
        "Thank you for seeing me last Tuesday.",
        "Thank you for having me in on Tuesday.",
        "Thank you for Tuesday's interview.",
        "Thank you for the interview on Tuesday afternoon.",
        "Thank you for our conversation on Tuesday about the Data Analyst position.",
        "I enjoyed our conversation with you and Mr. Park on Tuesday.",
        "I enjoyed our talk at your office on Tuesday.",
        "My interview for the post of ward clerk on Tuesday was a pleasure.",
        "It was a pleasure to meet you and your team on Tuesday.",
        "Meeting you on Tuesday was a pleasure.",
        "When we met on Tuesday, you told me about the new ward.",
        "On Tuesday you interviewed me for the position of ward clerk.",
        "On Tuesday we spoke about the new ward.",
        "I am writing about our interview on Tuesday.",
    ],
)
def test_the_interview_was_on_another_day(text):
    ((marked, offered),) = found(text, interview=WEDNESDAY)
    assert "Tuesday" in marked
    assert offered == marked.replace("Tuesday", "Wednesday")
    assert mended(text, interview=WEDNESDAY) == text.replace("Tuesday", "Wednesday")
    assert found(text, interview="2026-11-24") == []
    assert found(text, interview="") == found(text) == []


def test_what_the_headers_say_stands_in_the_message():
    _, (fault,) = look("Thank you for meeting me on Tuesday.", interview="2026-11-25 14:30")
    assert (
        fault.message
        == "Your headers say that the interview was on Wednesday 25 November 2026; correct one of the two."
    )


@pytest.mark.parametrize(
    "text",
    [
        "I look forward to our meeting on Tuesday.",
        "I will be glad to speak with you on Tuesday.",
        "Could we talk on Tuesday?",
        "I am free for a second interview on Tuesday.",
        "Thank you for the first interview on Tuesday.",
        "Thank you for the phone interview on Tuesday.",
        "Thank you for your call on Tuesday.",
        "Thank you for your email of Tuesday.",
        "Thank you for the interview and for the tour on Tuesday.",
        "I enjoyed our talk about the launch on Tuesday.",
        "I enjoyed the talk on steel that I gave on Tuesday.",
        "Thank you for the interview invitation on Tuesday.",
        "You told me in the interview that the panel meets on Tuesday.",
        "I met your recruiter at the fair on Tuesday.",
        "It was good to see the ward on Tuesday.",
        "I spoke with Mr. Park on Tuesday.",
        "My interview at Acme on Tuesday went well.",
        "I could not make the interview on Tuesday, so we met a day later.",
        "The interview was first planned for Tuesday.",
        "We had moved our meeting on Tuesday.",
        "I had to prepare for the interview on Tuesday.",
        "Thank you for meeting me on Tuesday and for the interview on Wednesday.",
        "I finished the test on Tuesday.",
        "On Tuesdays I teach.",
        "It was a Tuesday like any other when I applied.",
        "I enjoyed the user interviews on Tuesday.",
        "You said: “Thank you for the interview on Tuesday.”",
        "If we had met on Tuesday, I would have seen the ward.",
    ],
)
def test_what_may_have_been_on_another_day(text):
    assert found(text, interview=WEDNESDAY, company="Harbour Mills") == []


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("I am following up on my interview for the Data Analyst position on Tuesday.", "follow-up", True),
        ("You interviewed me on Tuesday for the Data Analyst position.", "reminder", True),
        ("I am following up on our conversation on Tuesday.", "follow-up", False),
        ("We met on Tuesday about the Data Analyst position.", "reminder", False),
    ],
)
def test_later_a_conversation_may_be_another(text, kind, marked):
    assert bool(found(text, kind=kind, interview=WEDNESDAY)) is marked


def test_an_interview_after_the_letter_is_another_one():
    text = "Thank you for meeting me on Tuesday."
    assert not found(text, interview=WEDNESDAY, sent="2026-11-20")
    coming = Clocked(datetime.fromisoformat(WEDNESDAY).astimezone())
    assert look(text, interview=WEDNESDAY, now="2026-11-20")[1] == [coming]
    assert len(found(text, interview=WEDNESDAY, now="2026-11-26")) == 1


@pytest.mark.parametrize(
    ("interview", "offered"),
    [
        ("2026-11-25", "Wednesday, November 25"),  # the weekday was mistaken
        ("2026-11-24", "Tuesday, November 24"),  # the date was
    ],
)
def test_the_headers_say_which_half_of_a_date_is_right(interview, offered):
    text = "Thank you for meeting with me on Tuesday, November 25."
    assert found(text, interview=interview) == [("Tuesday, November 25", offered)]
    assert mended(text, interview=interview) == f"Thank you for meeting with me on {offered}."


def test_a_date_that_is_right_in_itself_may_not_be_the_interviews():
    text = "Thank you for meeting with me on Monday, November 30th."
    assert mended(text, interview="2026-12-01") == "Thank you for meeting with me on Tuesday, December 1st."


def test_a_date_across_a_line_end_keeps_it():
    assert mended("I am free on Tuesday,\nNovember 25,\n2026.") == "I am free on Wednesday,\nNovember 25,\n2026."


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("I could start on Monday, 1 December.", ["Monday, 1 December"]),  # a Tuesday, in six days
        ("I could start on Monday, 28 December 2026.", []),
        ("I could start on Tuesday, 28 December.", []),  # a Monday, but too far off to know the year
        ("I am to answer by Friday the 20th.", []),  # of which month?
        ("I am to answer by Monday the 27th.", []),
    ],
)
def test_by_the_clock_alone_only_dates_near_today_are_judged(text, marked):
    assert [words for words, _ in found(text, now="2026-11-25T10:00")] == marked


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for seeing me on Tuesday. 3 March suits me too.",
        "We could meet on Tuesday. The 25th is fine.",
        "We could meet on Tues. 3 March suits me.",
        "Thank you for the talk on Wednesday. March 3rd is my last day at the mill.",
    ],
)
def test_a_weekday_and_a_date_of_two_sentences_are_no_date(text):
    assert found(text) == []


def test_letters_that_are_equal_without_case_are_read():
    assert found("I could come on FRİDAY, 12 March 2027 or on Frıday, 12 March 2027.") == []
    assert [words for words, _ in found("I could come on FRİDAY, 13 March 2027.")] == ["FRİDAY, 13 March 2027"]
