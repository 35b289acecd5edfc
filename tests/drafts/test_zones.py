"""Whole letters and their parts, each with a mark where a zone begins (see `marked`)."""

import re
import unicodedata

import pytest

from .marked import MARK, found, unmarked

GREETINGS = {
    "dear-title-name": "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time.\n",
    "colon": "<g>Dear Dr. Lee:\n\n<b>Thank you for your time.\n",
    "spaced-dash": "<g>Hi Marcus -\n\n<b>Thank you for your time.\n",
    "em-dash": "<g>Dear Priya—\n\n<b>Thank you for your time.\n",
    "no-mark": "<g>Hello Priya\n\n<b>Thank you for your time.\n",
    "exclamation": "<g>Hi Shane!\n\n<b>Thanks for having me out at the yard.\n",
    "lower-case-letter": "<g>hi marcus,\n\n<b>thank you for seeing me.\n",
    "good-morning": "<g>Good morning Priya,\n\n<b>Thank you for your time.\n",
    "good-morning-comma": "<g>Good morning, Priya,\n\n<b>Thank you for your time.\n",
    "good-morning-lower": "<g>good afternoon, priya,\n\n<b>thank you for your time.\n",
    "whom": "<g>To whom it may concern,\n\n<b>I write about the post.\n",
    "sir-or-madam": "<g>Dear Sir or Madam,\n\n<b>I write about the post.\n",
    "bare-hi": "<g>Hi,\n\n<b>Just wondering what's happening with the job.\n",
    "hey-there": "<g>Hey there!\n\n<b>Just checking in.\n",
    "hiring-team": "<g>Dear Hiring Team,\n\n<b>Thank you for your time.\n",
    "placeholder": "<g>Dear Mr./Ms. ____,\n\n<b>Thank you for your time.\n",
    "bracket-placeholder": "<g>Dear [Name],\n\n<b>Thank you for your time.\n",
    "two-names": "<g>Dear Ms. Novak and Mr. Sethi,\n\n<b>Thank you both.\n",
    "three-names": "<g>Dear Ms. Novak, Mr. Sethi, and Dr. Lee,\n\n<b>Thank you all.\n",
    "panel": "<g>Dear Ms. Okafor and the members of the selection panel,\n\n<b>Thank you all.\n",
    "emoji": "<g>Hi Tom 👋\n\n<b>Thank you for today.\n",
    "accents": "<g>Dear Mr Ó Briain,\n\n<b>Thank you for Wednesday.\n",
    "indented": "<g>  Dear Tom,\n\n<b>Thank you for today.\n",
    "markdown-bold": "<g>**Dear Tom,**\n\n<b>Thank you for today.\n",
    "hard-break": "<g>Dear Tom,\\\n<b>Thank you for today.\n",
    "no-blank-line": "<g>Dear Tom,\n<b>Thank you for today.\n",
    "two-lines": "<g>Dear Ms. Novak,\nDear Mr. Sethi,\n\n<b>Thank you both.\n",
    "names-over-two-lines": "<g>Dear Ms. Novak, Mr. Sethi,\nand Dr. Lee,\n\n<b>Thank you all.\n",
    "hello-above-name": "<g>Good morning\nPriya,\n\n<b>Thank you for today.\n",
    "name-alone": "<g>Marcus,\n\n<b>Thank you for your time.\n",
    "name-alone-lower": "<g>marcus,\n\n<b>thank you for your time.\n",
    "name-alone-dash": "<g>Ms. Okafor –\n\n<b>Thank you for your time.\n",
    "name-alone-unmarked": "<g>Ms Thornbury\n\n<b>I want to know today.\n",
    "team-alone": "<g>Hiring Team,\n\n<b>Thank you for your time.\n",
    "one-line": "<g>Hi Tom, <b>thank you for the talk about the Analyst post.\n",
    "one-line-capital": "<g>Dear Ms. Okafor, <b>Thank you for your time.\n",
    "one-line-stop": "<g>Hi Tom. <b>It was good to meet you.\n",
    "one-line-dash": "<g>Hi Tom – <b>thank you for today.\n",
    "one-line-exclamation": "<g>Hi Tom! <b>Great meeting you today.\n",
    "one-line-two-names": "<g>Hi Tom, Ana, and Raj, <b>thank you for today.\n",
    "one-line-no-comma": "<g>Hi Tom <b>thanks for meeting me today.\n",
    "one-line-no-name": "<g>Hi, <b>thank you for your time.\n",
    "one-line-after-hello": "<g>Hello, Priya. <b>Thank you for showing me the lab.\n",
    "one-line-initial": "<g>Dear Dr. R. Lee, <b>thank you for today.\n",
    "name-and-thanks-on-a-line": "<g>Marcus, <b>thank you for seeing me on Tuesday.\n",
    "friday": "<g>Happy Friday, Marcus!\n\n<b>Thank you for your time.\n",
    "capitals": "<g>DEAR MS. OKAFOR,\n\n<b>Thank you for your time.\n",
    "long": "<g>Dear Sister Adeyemi and the whole of the Larkspur Ward team,\n\n<b>Thank you all.\n",
    "two-hellos": "<g>Hey Marcus, hey Dana,\n\n<b>Thank you both.\n",
    "committee": "<g>To the Hiring Committee,\n\n<b>Thank you all.\n",
    "title-and-sentence-on-a-line": "<g>Ms. Okafor, <b>I wanted to thank you for today.\n",
    "name-dash-sentence": "<g>Tom – <b>thanks for today.\n",
    "name-like-a-word": "<g>Hi Hope, <b>thank you for today.\n",
    "none-exclamation": "<b>What a great day!\n\nThank you for showing me the lab.\n",
    "none-good-morning-was": "<b>Good morning was the first thing you said.\n\nIt made my day.\n",
    "none": "<b>Thank you for your time on Tuesday.\n\nIt was good to see the lab.\n",
    "none-weekday": "<b>Yesterday, I came to see you.\n\nThank you.\n",
    "none-thank-you": "<b>Thank you, I enjoyed the talk.\n\nI remain interested.\n",
    "none-adverb": "<b>Honestly, I enjoyed the talk.\n\nI remain interested.\n",
    "none-hi-fi": "<b>Hi-fi repair is what I do.\n\nI remain interested.\n",
}

HEADS = {
    "front-matter": "<h>---\nkind: follow-up\n---\n<g>Dear Tom,\n\n<b>Thank you for today.\n",
    "front-matter-and-blank": "<h>---\nkind: follow-up\n---\n\n<g>Dear Tom,\n\n<b>Thank you for today.\n",
    "mail": "<h>To: tom@firm.example\nSubject: Thank you\n\n<g>Dear Tom,\n\n<b>Thank you for today.\n",
    "subject-alone": "<h>Subject: Thank you\n\n<g>Dear Tom,\n\n<b>Thank you for today.\n",
    "front-matter-then-subject": "<h>---\nkind: follow-up\n---\nSubject: Thanks\n\n<g>Dear Tom,\n\n<b>It was good.\n",
    "address-block": (
        "<h>Dana Whitfield\n12 Elm Street\nSpringfield\n\n3 November 2026\n\nMs. Okafor\nNorthwind Ltd.\n\n"
        "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time.\n"
    ),
    "date-line": "<h>November 3, 2026\n\n<g>Dear Ms. Okafor,\n\n<b>Thank you for your time.\n",
    "date-no-greeting": "<h>3 November 2026\n\n<b>Thank you for your time on Tuesday.\n",
    "reference": "<h>Re: Data Analyst interview on 3 November\n\n<g>Dear Ms. Okafor,\n\n<b>Thank you.\nIt was good.\n",
    "heading": "<h># Thank-you note\n\n<g>Dear Ms. Okafor,\n\n<b>Thank you for your time.\n",
    "blank-lines-on-top": "<g>\n\nDear Ms. Okafor,\n\n<b>Thank you for your time.\n",
    "letter-that-begins-with-a-rule": "<h>---\n<g>Dear Tom,\n\n<b>Thank you for today.\n",
}

ENDINGS = {
    "usual": "<c>Best regards,\n\n<s>Dana Whitfield\n",
    "no-comma": "<c>Kind regards\n<s>Dana\n",
    "cheers": "<c>Cheers,\n<s>Tom Wetherall\n",
    "talk-soon": "<c>Talk soon,\n<s>Zak\n",
    "xoxo": "<c>xoxo\n<s>Tiff Marlowe\n",
    "thanks": "<c>Thanks,\n<s>Anna\n",
    "thank-you": "<c>Thank you,\n\n<s>Anna Lund\n",
    "warmly": "<c>Warmly,\n<s>Massimo Tedeschi-Ray\n",
    "with-thanks": "<c>With thanks and best wishes,\n\n<s>Callum Redfearn\n",
    "all-good-wishes": "<c>All good wishes,\n<s>Bronwen Allsop\n",
    "yours": "<c>Respectfully yours,\n<s>Wassim Haddane\n",
    "unknown-close": "<c>Excited as a spring lamb,\n<s>Anna Lund\n",
    "wishful-close": "<c>Looking forward to hearing from you,\n\n<s>Anna Lund\n",
    "thanking-close": "<c>Thank you for your time and consideration,\n<s>Anna Lund\n",
    "two-line-close": "<c>Thank you,\nBest regards,\n<s>Anna Lund\n",
    "servant": "<c>I have the honour to remain, Sir or Madam,\nyour most obedient servant,\n\n<s>Algernon Pryce\n",
    "on-the-names-line": "<c>Best regards, <s>Anna\n",
    "best-name": "<c>Best, <s>Tom\n",
    "sent-with-thanks": "<c>Sent with thanks, <s>Ana\n",
    "dash-name": "<c>Kind regards – <s>Anna Lund\n",
    "name-without-comma": "<c>Kind regards <s>Anna Lund\n",
    "thanks-name": "<c>Thanks, <s>Tom\n",
    "lower-case": "<c>best,\n<s>marcus\n",
    "emoji-close": "<c>Cheers 😎\n<s>Zak\n",
    "bold": "<c>**Best regards,**  \n<s>Anna Lund\n",
    "block": "<c>Best,\n\n<s>Ioana Petrescu-Hale\n+1 (555) 010-0134\nlinkedin.com/in/ioana-example\n",
    "title-and-company": "<c>Sincerely,\n<s>Anna Lund\nStaff Nurse, Ward 5\nSt. Brendan's Hospital\nTel. 020 7946 0123\n",
    "credentials": "<c>Sincerely,\n<s>Kaleb Osterman, PA-C\n",
    "academic-title": "<c>Yours sincerely,\n<s>Dipl.-Ing. Florian Oberhuber\n",
    "name-then-blank-then-contact": "<c>Best,\n<s>Anna Lund\n\nanna@firm.example\n",
    "sent-from": "<c>Best regards,\n<s>Anna\n\nSent from my iPhone\n",
    "close-and-device-only": "<c>Best regards,\n\n<s>Sent from my phone\n",
    "delimiter": "<c>Best,\n<s>Tom\n-- \nTom Wetherall\nShift Brewer\n",
    "delimiter-only": "<s>-- \nTom Wetherall\nShift Brewer\n",
    "notice": "<c>Best,\n<s>Tom\n\nThis e-mail is confidential and intended for the addressee only.\n",
    "enclosure": "<c>Best,\n<s>Tom Wetherall\n\nEnc: CV\n",
    "name-without-close": "<s>Brian Cottesloe\n",
    "block-without-close": "<s>Anna Lund\nUX Designer\n0491 570 006\n",
    "dashed-name": "<s>– Anna\n",
    "hyphened-name": "<s>-Anna\n",
    "double-hyphened-name": "<s>--Anna\n",
    "contact-without-name": "<s>anna@firm.example\n",
    "close-without-name": "<c>Speak soon\n",
    "best-without-name": "<c>Best regards,\n",
    "weekend": "<c>Have a good weekend.\n",
    "postscript": "<c>Warm wishes,\n<s>Fiona Garvie\n\n<p>P.S. The software is NightLedger.\n",
    "postscript-of-two-paragraphs": "<c>Best,\n<s>Fiona\n\n<p>P.S. One more thing.\n\nIt can wait until you have decided.\n",
    "two-postscripts": "<c>Best,\n<s>Fiona\n\n<p>PS: One more thing.\n\nP.P.S. And another.\n",
    "postscript-at-once": "<c>Best,\n<s>Fiona\n<p>PS – the manual is free.\n",
    "postscript-before-close": "<p>P.S. The manual is free.\n\n<c>Best,\n<s>Fiona\n",
    "postscript-then-device": "<c>Best,\n<s>Fiona\n\n<p>P.S. The manual is free.\n\n<s>Sent from my iPad\n",
    "two-known-closes": "<c>Take care, and talk soon!\n<s>Zak\n",
    "kisses": "<c>Anyway, talk soon!!\n\n<s>Ravi xx\n",
    "placeholder-name": "<c>Sincerely,\n\n<s>[Your Name]\n[Phone]\n",
    "crosses-for-a-name": "<c>Respectfully,\n\n<s>XXX\n",
    "initial": "<c>Yours,\n<s>A.\n",
    "lower-name-on-the-line": "<c>Regards, <s>ravi\n",
    "lower-name-alone": "<s>anna\n",
    "reader-has-the-same-name": "<c>Best regards, <s>Okafor\n",
    "title-for-a-name": "<c>Best regards,\n<s>Registered Nurse\n",
    "short-line-above-name": "K thx bye\n<s>Ravi\n",
    "name-and-title-in-one": "<s>Anna Lund | UX Designer | 0491 570 006\n",
    "tagline": "<c>Best,\n<s>Anna Lund\n“Make it simple.”\n",
    "weekend-and-name": "<c>Have a great weekend!\n\n<s>Zak Pellow\n",
    "prose-below-signature": "<c>Best regards,\n<s>Anna\n\n<b>I have attached the file that you asked me for.\n",
}

BODIES = {
    "regards-in-a-sentence": "As regards the date, any day suits me. Give my regards to Dana.\n",
    "sincerely-in-a-sentence": "I sincerely enjoyed the talk, and I would like to join you.\n",
    "thanks-before-last-paragraph": "Thanks!\n\nI would be glad to send my notes to you and to your team.\n",
    "list-at-the-end": "I can send you:\n\n- two briefs,\n- a sample,\n- my references.\n",
    "name-in-the-last-sentence": "Please give my thanks to\nDana Whitfield and to all the others.\n",
    "ps-in-a-word": "The PSP team and the PS5 launch came up, and I enjoyed both.\n",
    "reader-thanked-by-name": "It was good to see the lab, and I am keen to join.\n\nThank you, Ms. Okafor.\n",
    "you-wrote-that": "On Tuesday you wrote that the panel meets on Friday, so I send this today.\n",
    "you-wrote-colon": "On 3 November you wrote:\n\n“We will decide by Friday.” I look forward to it.\n",
    "from-in-a-line": "From: what you said I take it that the depot moves in March.\n",
    "he-wrote-over-two-lines": "On Monday I met Dana, and on the next day\nshe wrote: we should talk again.\n",
    "mate": "I would be glad to hear from you.\n\nThanks, mate\n",
    "thanks-at-the-end": "I would be glad to hear from you.\n\nThank you.\n",
    "underscores": "My rate is\n__________\nand I can start in May, as I said.\n",
}

QUOTES = {
    "gmail": "<q>On Tue, 3 Nov 2026 at 17:42, Imogen Vance <imogen@vault.example> wrote:\n> Hey!\n>\n> Cheers,\n> Immy\n",
    "two-lines": "<q>On Tue, 3 Nov 2026 at 17:42, Imogen Vance\n<imogen@vault.example> wrote:\n\n> Hey!\n",
    "no-marks": "<q>On Nov 3, 2026, at 5:42 PM, Imogen Vance wrote:\n\nHey Callum!\n\nCheers,\nImmy\n",
    "marks-only": "<q>> Could you come on Friday?\n> Immy\n",
    "by-address": "<q>Imogen Vance <imogen@vault.example> wrote:\n\nHey Callum!\n",
    "you-wrote-above-marks": "<q>On Tuesday you wrote:\n> Could you come?\n",
    "original-message": "<q>-----Original Message-----\nFrom: Imogen\nSent: Tuesday\n\nHey Callum!\n\nBest,\nImmy\n",
    "forwarded": "<q>---------- Forwarded message ---------\nFrom: Imogen\n\nHey Callum!\n",
    "apple-forwarded": "<q>Begin forwarded message:\n\nFrom: Imogen\n\nHey Callum!\n",
    "outlook-block": "<q>From: Imogen Vance\nSent: Tuesday, 3 November 2026 17:42\nTo: Callum\nSubject: Hey\n\nHey Callum!\n",
    "outlook-bold": "<q>**From:** Imogen Vance\n**Sent:** Tuesday\n**To:** Callum\n\nHey Callum!\n",
    "outlook-bar": "<q>________________________________\nFrom: Imogen\nSent: Tuesday\nTo: Callum\n\nHey Callum!\n",
}

WHOLE = {
    "empty": "",
    "blank": "<b>\n \n",
    "only-quoted": "<q>> Could you come on Friday?\n",
    "only-headers": "<h>---\nkind: reminder\n---\n",
    "greeting-only": "<g>Dear Tom,\n",
    "only-thanks": "<g>Hi Tom,\n\n<b>Thank you!\n",
    "one-line-letter": "<g>Hi Tom, <b>thank you for your time. I would like to join you. <c>Best, <s>Ana\n",
    "close-behind-last-sentence": "<g>Hi Tom,\n<b>I look forward to hearing from you. <c>Best regards,\n<s>Ana\n",
    "all-lower-case": "<g>hi tom,\n\n<b>thank you for your time. i would like to join you.\n\n<s>ana\n",
    "answer-below-quote": "<q>On 3 Nov 2026 Tom wrote:\n> Can you come?\n\n<g>Hi Tom,\n\n<b>Yes, I can come.\n\n<c>Best,\n<s>Ana\n",
    "answers-between-quotes": "<g>Hi Tom,\n\n<q>> Can you come?\n\n<b>Yes, I can.\n\n<q>> When?\n\n<b>At ten.\n\n<c>Best,\n<s>Ana\n",
    "no-greeting-no-close": "<b>I was glad to see the lab.\n\nI would like to join you.\n",
}


def letters():
    for name, text in GREETINGS.items():
        yield pytest.param(text, id=f"greeting-{name}")
    for name, text in HEADS.items():
        yield pytest.param(text, id=f"head-{name}")
    start = "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time on Tuesday. I would like to join you.\n\n"
    for name, text in ENDINGS.items():
        lower = name == "lower-case"
        yield pytest.param((start.lower() if lower else start) + text, id=f"ending-{name}")
    for name, text in BODIES.items():
        yield pytest.param(f"<g>Dear Ms. Okafor,\n\n<b>It was good to meet you.\n\n{text}", id=f"body-{name}")
    for name, text in QUOTES.items():
        yield pytest.param(f"{start}<c>Best regards,\n<s>Callum Redfearn\n\n{text}", id=f"quoted-{name}")
    for name, text in WHOLE.items():
        yield pytest.param(text, id=f"whole-{name}")


MARKED = list(letters())


@pytest.mark.parametrize("marked", MARKED)
def test_each_zone_begins_where_it_is_marked(marked):
    text, expected = unmarked(marked)
    assert found(text) == expected


@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["crlf", "cr"])
@pytest.mark.parametrize("marked", MARKED)
def test_line_ends_change_no_zone(marked, ending):
    text, expected = unmarked(marked.replace("\n", ending))
    assert found(text) == expected


@pytest.mark.parametrize("marked", MARKED)
def test_a_last_line_end_changes_no_zone(marked):
    text, expected = unmarked(marked.removesuffix("\n"))
    if text.strip():
        assert found(text) == [zone for zone in expected if zone[1] < len(text)]


DISGUISES = {
    "accents decomposed": lambda piece: unicodedata.normalize("NFD", piece),
    "soft hyphens": lambda piece: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\xad", piece),
    "zero-width spaces at the edges of words": lambda piece: re.sub(
        r"(?<=\w)(?=[ ,])|^(?=\w)", "\u200b", piece, flags=re.MULTILINE
    ),
    "no-break spaces": lambda piece: re.sub(r"(?<=\w) (?=\w)", "\xa0", piece),
    "marks of direction": lambda piece: re.sub(r"\b(?=[A-Z])", "\u200e", piece),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("marked", [letter for letter in MARKED if "kind: " not in letter.values[0]])
def test_what_cannot_be_seen_changes_no_zone(marked, disguise):
    pieces = MARK.split(marked)
    pieces[::2] = [DISGUISES[disguise](piece) for piece in pieces[::2]]
    text, expected = unmarked("".join(f"<{piece}>" if at % 2 else piece for at, piece in enumerate(pieces)))
    assert found(text) == expected


def test_a_very_long_line_is_a_body():
    text = "Dear Tom,\n\n" + "I like it, and so on. " * 3000 + "\n\nBest,\nAna\n"
    assert [kind for kind, _ in found(text)] == ["greeting", "body", "closing", "signature"]


def test_a_comment_counts_as_blank():
    text = "Dear Tom,\n\n<!-- notelint-ignore no-gifts: a joke -->\nThank you for today.\n"
    assert found(text, "draft.md") == [("greeting", 0), ("body", text.index("Thank"))]
