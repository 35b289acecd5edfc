"""Edits written back into plain text and mail."""

import base64
import codecs
import email
import email.policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.drafts import edits, formats
from notelint.errors import DraftError
from notelint.types import Edit, Span


def change(data, name, *changes):
    """The file with words replaced: each change is (old, new)."""
    text = formats.text(data, name)
    found = [Edit(Span(text.index(old), text.index(old) + len(old)), new) for old, new in changes]
    return formats.write(data, name, found)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(0, 1, "A")], "Abcdef", id="replace"),
        pytest.param([(1, 1, "-")], "a-bcdef", id="insert"),
        pytest.param([(4, 6, ""), (0, 2, "")], "cd", id="delete, in any order"),
        pytest.param([(2, 2, "x"), (2, 2, "y")], "abxycdef", id="two inserted at one place"),
        pytest.param([(2, 2, "x"), (2, 3, "y")], "abxydef", id="inserted before what is replaced"),
        pytest.param([(6, 6, "!")], "abcdef!", id="at the end"),
        pytest.param([], "abcdef", id="none"),
    ],
)
def test_apply(spans, expected):
    assert edits.apply("abcdef", [Edit(Span(start, end), text) for start, end, text in spans]) == expected


@pytest.mark.parametrize(
    ("spans", "says"),
    [
        ([(0, 3), (2, 4)], "overlap"),
        ([(0, 3), (1, 1)], "overlap"),
        ([(0, 7)], "outside"),
        ([(-1, 2)], "outside"),
        ([(3, 2)], "outside"),
    ],
)
def test_edits_that_cannot_be_made_together(spans, says):
    with pytest.raises(ValueError, match=says):
        edits.apply("abcdef", [Edit(Span(*span), "x") for span in spans])


@given(st.text("ab", max_size=8), st.text("ab", max_size=8), st.data())
def test_the_smallest_edit_does_the_same(text, new, data):
    start = data.draw(st.integers(0, len(text)))
    edit = Edit(Span(start, data.draw(st.integers(start, len(text)))), new)
    small = edits.smallest(text, edit)
    assert edits.apply(text, [small]) == edits.apply(text, [edit])
    assert not small.text or text[small.span.start : small.span.end][:1] != small.text[:1]


LETTER = "Dear Tim,\nThanks – 😀.\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(LETTER.encode(), "Dear Tom,\n\nHi\nThanks – 😀.\n".encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + LETTER.encode(), codecs.BOM_UTF8 + "Dear Tom,\n\nHi\nThanks – 😀.\n".encode(), id="bom"),
        pytest.param(LETTER.encode("utf-16"), "Dear Tom,\n\nHi\nThanks – 😀.\n".encode("utf-16"), id="utf-16"),
        pytest.param(
            codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"), codecs.BOM_UTF16_BE + "Dear Tom,\n\nHi\nThanks – 😀.\n".encode("utf-16-be"), id="utf-16-be"
        ),
        pytest.param(LETTER.replace("\n", "\r\n").encode(), "Dear Tom,\r\n\r\nHi\r\nThanks – 😀.\r\n".encode(), id="crlf"),
        pytest.param(LETTER.replace("\n", "\r").encode(), "Dear Tom,\r\rHi\rThanks – 😀.\r".encode(), id="cr"),
        pytest.param(b"Dear Tim,\nThanks.\r\n", b"Dear Tom,\n\nHi\nThanks.\r\n", id="mixed, lf around"),
        pytest.param(b"A\nDear Tim,\r\nThanks.\n", b"A\nDear Tom,\r\n\r\nHi\r\nThanks.\n", id="mixed, crlf around"),
        pytest.param(b"A\r\nDear Tim,", b"A\r\nDear Tom,\r\n\r\nHi", id="in the last line"),
    ],
)  # fmt: skip
def test_plain_text_keeps_its_encoding_and_line_ends(data, expected):
    assert change(data, "a.md", ("Tim,", "Tom,\n\nHi")) == expected


HEAD = "From: Lee <lee@x.example>\nReceived: from a\n\tby b\nSubject: =?utf-8?q?Caf=C3=A9?= manager\nTo: t@x.example\n"


def mail(rest, *, ending="\n", encoding="utf-8"):
    return f"{HEAD}{rest}".replace("\n", ending).encode(encoding)


PART = "Content-Type: text/plain; charset=utf-8\n\nDear Tim,\nThank you.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(mail("\nDear Tim,\n"), mail("\nDear Tom,\n"), id="as it is"),
        pytest.param(mail("\nDear Tim,\n", ending="\r\n"), mail("\nDear Tom,\n", ending="\r\n"), id="crlf"),
        pytest.param(
            mail("Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nDear Tim, Zo=C3=AB\n"),
            mail("Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nDear Tom, Zo=C3=AB\n"),
            id="quoted-printable",
        ),
        pytest.param(
            mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(b"Dear Tim,\r\n").decode()),
            mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(b"Dear Tom,\r\n").decode()),
            id="base64",
        ),
        pytest.param(
            mail("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nDear Tim, Zoë\n", encoding="latin-1"),
            mail("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nDear Tom, Zoë\n", encoding="latin-1"),
            id="latin-1",
        ),
        pytest.param(
            mail("Content-Type: text/plain; format=flowed\nContent-Transfer-Encoding: 7bit\n\nDear Tim \nand all,\n\n From us\n"),
            mail("Content-Type: text/plain; format=flowed\nContent-Transfer-Encoding: 7bit\n\nDear Tom and all,\n\n From us\n"),
            id="flowed",
        ),
        pytest.param(
            mail(f"Content-Type: multipart/mixed; boundary=b\n\nbefore\n--b\n{PART}--b\nContent-Type: application/pdf\n\n%PDF\n--b--\nafter\n"),
            mail(f"Content-Type: multipart/mixed; boundary=b\n\nbefore\n--b\n{PART.replace('Tim', 'Tom')}--b\nContent-Type: application/pdf\n\n%PDF\n--b--\nafter\n"),
            id="beside an attachment",
        ),
    ],
)  # fmt: skip
def test_in_a_mail_nothing_else_changes(before, after):
    assert change(before, "a.eml", ("Tim", "Tom")) == after


@pytest.mark.parametrize(
    "rest",
    [
        "\nDear Tim,\n",
        "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 7bit\n\nDear Tim,\n",
        "Content-Type: text/plain; charset=iso-8859-1\n\nDear Tim,\n",
        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nRGVhciBUaW0sCg==\n",
    ],
    ids=["bare", "ascii", "latin-1", "latin-1 in base64"],
)
def test_words_that_the_charset_lacks_turn_it_to_utf_8(rest):
    done = change(mail(rest), "a.eml", ("Tim,", "Tom – “hello” 😀,"))
    message = email.message_from_bytes(done, policy=email.policy.default)
    assert message.get_content().replace("\r\n", "\n") == "Dear Tom – “hello” 😀,\n"
    assert message.get_content_charset() == "utf-8"
    assert done.isascii()


def test_a_line_that_is_too_long_for_mail_is_encoded():
    done = change(mail("\nDear Tim,\n"), "a.eml", ("Tim,", "Tom, " + "so " * 600))
    assert max(map(len, done.split(b"\n"))) < 998
    assert formats.text(done, "a.eml").endswith("so \n")


def test_the_subject_is_encoded_again():
    done = change(mail("\nDear Tom,\n"), "a.eml", ("Café manager", "Cafe “manager”: thank you"), ("Tom", "Tim"))
    message = email.message_from_bytes(done, policy=email.policy.default)
    assert message["Subject"] == "Cafe “manager”: thank you"
    assert message.get_content() == "Dear Tim,\n"
    assert done.isascii()


def test_a_subject_that_was_missing_is_added():
    done = change(b"To: t@x.example\n\nDear Tom,\n", "a.eml", ("Subject:", "Subject: Thank you"))
    assert done == b"To: t@x.example\nSubject: Thank you\n\nDear Tom,\n"


@pytest.mark.parametrize(
    ("rest", "edit", "says"),
    [
        pytest.param("\nDear Tim,\n", ("t@x.example", "u@x.example"), "only the subject and the text", id="another header"),
        pytest.param("\nDear Tim,\n", ("manager", "man\nager"), "cannot be made in the form that the mail has", id="two lines of subject"),
        pytest.param("Content-Type: text/html\n\n<p>Dear Tim,", ("Tim", "Tom"), "as HTML or in several parts", id="html"),
        pytest.param(
            f"Content-Type: multipart/alternative; boundary=b\n\n--b\n{PART}--b\nContent-Type: text/html\n\n<p>Dear Tim,\n--b--\n",
            ("Tim", "Tom"), "as HTML or in several parts", id="html beside it",
        ),
        pytest.param(f"Content-Type: multipart/mixed; boundary=b\n\n--b\n{PART}--b\n{PART}--b--\n", ("Tim", "Tom"), "in several parts", id="two parts"),
        pytest.param(
            f"Content-Type: multipart/signed; boundary=b\n\n--b\n{PART}--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n",
            ("Tim", "Tom"), "is signed", id="signed",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_edited_is_refused(rest, edit, says):
    with pytest.raises(DraftError, match=says) as error:
        change(mail(rest), "a.eml", edit)
    assert error.value.path == "a.eml"


WORDS = st.text(st.sampled_from("ab \n>=.é“F😀-"), max_size=20)
PARTS = st.sampled_from(["", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {}\n"])
TRANSFERS = st.sampled_from(["quoted-printable", "base64", "8bit", "7bit"])


@settings(deadline=None)
@given(st.text(st.sampled_from("ab\n "), min_size=1), WORDS, PARTS, TRANSFERS, st.data())
def test_the_text_of_the_changed_mail_is_the_changed_text(own, new, head, transfer, data):
    file = mail(head.format("8bit") + "\n" + own)
    text = formats.text(file, "a.eml")
    body = text.index("\n\n") + 2
    start = data.draw(st.integers(body, len(text)))
    edit = Edit(Span(start, data.draw(st.integers(start, len(text)))), new)
    again = mail(head.format(transfer) + "\n" + own) if transfer in {"8bit", "7bit"} else file
    assert formats.text(formats.write(again, "a.eml", [edit]), "a.eml") == edits.apply(text, [edit])
