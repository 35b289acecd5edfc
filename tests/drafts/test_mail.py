"""Mail → text: what mail programs save, and what is one clear error."""

import base64
import email.policy
import sys
from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notelint.drafts import moments
from notelint.drafts.body import body
from notelint.drafts.read import from_bytes
from notelint.errors import DraftError

LETTER = "Dear Ms. Okafor,\n\nThank you for Tuesday.\n\nBest regards,\nLee\n"


def raw(text, *, encoding="utf-8", ending="\n"):
    """A mail written out by hand."""
    return text.replace("\n", ending).encode(encoding)


def mail(part="", *, head="To: a@b.example\nSubject: Thank you\n"):
    return f"{head}MIME-Version: 1.0\n{part}"


def read(data):
    return from_bytes(data if isinstance(data, bytes) else raw(data), "draft.eml")


def words(data):
    """The text of the letter without its headers."""
    return read(data).text.partition("\n\n")[2]


def multipart(kind, *parts, extra=""):
    inside = "".join(f"--=_b{kind}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="=_b{kind}"{extra}\n\n{inside}--=_b{kind}--\n'


def plain(text, extra=""):
    return f"Content-Type: text/plain; charset=utf-8\n{extra}\n{text}"


def html(text):
    return f"Content-Type: text/html; charset=utf-8\n\n<html><body>{text}</body></html>"


ATTACHED = 'Content-Type: text/plain; charset=utf-8; name="cv.txt"\nContent-Disposition: attachment\n\nI am desperate.'
PDF = f"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n{base64.b64encode(b'%PDF-1.7').decode()}"
PICTURE = "Content-Type: image/png\nContent-ID: <a>\nContent-Transfer-Encoding: base64\n\niVBORw0="
FORWARDED = "Content-Type: message/rfc822\n\nTo: x@y.example\nSubject: Old\n\nI am desperate.\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(mail("\nDear Tom,\n"), "Dear Tom,\n", id="no content type"),
        pytest.param(mail("\nDear Zoë, thank you – “truly”\n"), "Dear Zoë, thank you – “truly”\n", id="unnamed utf-8"),
        pytest.param(
            mail(plain("Thank you for the con=\nversation=2E I=E2=80=99m glad.=20\nLee", "Content-Transfer-Encoding: quoted-printable\n")),
            "Thank you for the conversation. I’m glad. \nLee",
            id="quoted-printable with soft breaks",
        ),
        pytest.param(
            mail(plain(base64.encodebytes("Dear Zoë,\r\nthank you 😀\r\n".encode()).decode(), "Content-Transfer-Encoding: base64\n")),
            "Dear Zoë,\nthank you 😀\n",
            id="base64 utf-8 with crlf inside",
        ),
        pytest.param(
            raw(mail("Content-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: 8bit\n\nDear Zoë,\n"), encoding="latin-1"),
            "Dear Zoë,\n",
            id="latin-1",
        ),
        pytest.param(
            raw(mail("Content-Type: text/plain; charset=Windows-1252\n\nI’m “glad”\n"), encoding="cp1252"),
            "I’m “glad”\n",
            id="windows-1252 quotes",
        ),
        pytest.param(
            raw(mail("Content-Type: text/plain; charset=iso-8859-1\n\nI’m “glad”\n"), encoding="cp1252"),
            "I’m “glad”\n",
            id="windows-1252 quotes that call themselves latin-1",
        ),
        pytest.param(
            raw(mail('Content-Type: text/plain; charset="utf-16"\nContent-Transfer-Encoding: base64\n\n'))
            + base64.b64encode("Dear Zoë".encode("utf-16")),
            "Dear Zoë",
            id="utf-16 in base64",
        ),
        pytest.param(mail(multipart("alternative", plain(LETTER), html("<p>other</p>"))), LETTER, id="alternative"),
        pytest.param(mail(multipart("alternative", html("<p>other</p>"), plain(LETTER))), LETTER, id="html first"),
        pytest.param(mail(multipart("alternative", plain(" \n"), html("<p>Dear Tom,</p>"))), "Dear Tom,\n", id="blank plain part"),
        pytest.param(mail(multipart("mixed", plain(LETTER), PDF, ATTACHED)), LETTER, id="attachments"),
        pytest.param(
            mail(multipart("mixed", multipart("alternative", plain(LETTER), multipart("related", html("<p>other</p>"), PICTURE)), PDF)),
            LETTER,
            id="nested",
        ),
        pytest.param(mail(multipart("related", html("<p>Dear Tom,</p>"), PICTURE)), "Dear Tom,\n", id="related"),
        pytest.param(mail(multipart("mixed", plain("Dear Tom,\n"), PICTURE, plain("Lee\n"))), "Dear Tom,\n\nLee\n", id="goes on below a picture"),
        pytest.param(mail(multipart("mixed", plain(LETTER), FORWARDED)), LETTER, id="forwarded as an attachment"),
        pytest.param(mail(multipart("signed", plain(LETTER), "Content-Type: application/pgp-signature\n\nx")), LETTER, id="signed"),
        pytest.param(mail(html("<p>Dear Tom,</p><p>Thank <b>you</b>.</p>")), "Dear Tom,\n\nThank you.\n", id="html alone"),
        pytest.param(mail("Content-Type: text/html\n\n<meta charset='latin-1'><p>Zo\xeb").encode("latin-1"), "Zoë\n", id="html that names its charset itself"),
        pytest.param(mail(html("")), "", id="empty html"),
        pytest.param(mail(plain("\ufeffDear Tom,\n")), "Dear Tom,\n", id="bom inside"),
        pytest.param(b"\xef\xbb\xbf" + raw(mail("\nDear Tom,\n")), "Dear Tom,\n", id="bom before"),
        pytest.param(b"\r\n\n" + raw(mail("\nDear Tom,\n")), "Dear Tom,\n", id="empty lines before"),
        pytest.param(b"From lee Tue Nov 24 09:30:00 2026\n" + raw(mail("\nDear Tom,\n")), "Dear Tom,\n", id="mbox"),
        pytest.param(raw(mail(f"\n{LETTER}"), ending="\r\n"), LETTER, id="crlf"),
        pytest.param(raw(mail("\nDear Tom,\n\nHi\n")).replace(b"Tom,\n\n", b"Tom,\r\r"), "Dear Tom,\n\nHi\n", id="cr"),
        pytest.param(mail("\n"), "", id="empty body"),
        pytest.param(mail(""), "", id="no body"),
        pytest.param(mail("Content-Type: text/plain; format=flowed; charset=utf-8\n\nThank you \nfor it.\n"), "Thank you for it.\n", id="flowed"),
        pytest.param(mail("Content-Type: text/plain; format=flowed; delsp=yes\n\nThank  \nyou.\n"), "Thank you.\n", id="flowed, delsp"),
        pytest.param(mail("Content-Type: multipart/alternative\n\nDear Tom,\n"), None, id="multipart without boundary"),
    ],
)  # fmt: skip
def test_the_letter(data, expected):
    if expected is None:
        with pytest.raises(DraftError, match="no text of its own"):
            read(data)
        return
    assert words(data) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("To: Tom\nSubject: Thank you\n", "To: Tom\nSubject: Thank you\n", id="plain"),
        pytest.param(
            "Subject: =?utf-8?q?Caf=C3=A9?= =?utf-8?b?IG1hbmFnZXI=?= interview\nTo: t@x.example\n",
            "To: t@x.example\nSubject: Café manager interview\n",
            id="encoded words",
        ),
        pytest.param(
            "To: =?iso-8859-1?Q?Zo=EB_Bl=E9riot?= <zoe@x.example>,\n =?utf-8?q?Okafor=2C_Amara?= <a@x.example>\n",
            'To: Zoë Blériot <zoe@x.example>, "Okafor, Amara" <a@x.example>\nSubject:\n',
            id="names",
        ),
        pytest.param("To: t@x.example\nSubject: Data Analyst\n\tinterview:\n  thank you\n", "To: t@x.example\nSubject: Data Analyst\tinterview:  thank you\n", id="folded"),
        pytest.param("To: Zoë <z@x.example>\nSubject: Café\n", "To: Zoë <z@x.example>\nSubject: Café\n", id="raw utf-8"),
        pytest.param("Cc: b@x.example\nfrom: a@x.example\nTO: t@x.example\n", "From: a@x.example\nTo: t@x.example\nCc: b@x.example\nSubject:\n", id="order and case"),
        pytest.param("Date: Tue, 24 Nov 2026 09:30:00 -0500 (EST)\n", "To:\nSubject:\nDate: Tue, 24 Nov 2026 09:30:00 -0500\n", id="date with its zone"),
        pytest.param("Date: 24 Nov 2026\n", "To:\nSubject:\nDate: 24 Nov 2026\n", id="date without a time"),
        pytest.param("X-Unsent: 1\nTo: t@x.example\nDate: Tue, 24 Nov 2026 09:30:00 +0000\n", "To: t@x.example\nSubject:\n", id="unsent"),
        pytest.param("Received: x\nMessage-ID: <a@b>\nBcc: s@x.example\nX-Mailer: m\n", "To:\nSubject:\n", id="what is not shown"),
        pytest.param("To: a@x.example\nTo: b@x.example\n", "To: a@x.example, b@x.example\nSubject:\n", id="twice"),
        pytest.param("To: undisclosed-recipients:;\n", "To: undisclosed-recipients:;\nSubject:\n", id="group"),
        pytest.param("To: Dr. A. Okafor; Bo Li (HR)\n", "To: Dr. A. Okafor; Bo Li (HR)\nSubject:\n", id="names without addresses"),
        pytest.param("To: =?utf-8?q?Zo=C3=AB?= Li\n", "To: Zoë Li\nSubject:\n", id="an encoded name without an address"),
        pytest.param("To: <<>@,;:\n", "To: <<>@,;:\nSubject:\n", id="no address"),
        pytest.param("Subject: a\nX-Notelint-Kind: reminder\n", "To:\nSubject: a\nX-Notelint-Kind: reminder\n", id="own header"),
        pytest.param("Subject: =?utf-8?q?a=0A=0Db?=\n", "To:\nSubject: a b\n", id="line end in an encoded word"),
        pytest.param("", "To:\nSubject:\n", id="none"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_the_headers_stand_on_one_line_each(head, expected, ending):
    draft = read(raw(mail("\nDear Tom,\n", head=head), ending=ending))
    assert draft.text == f"{expected}\nDear Tom,\n"
    assert draft.headers.form == "mail"
    assert body(draft) == "Dear Tom,\n"


def test_a_header_has_its_value_and_its_place():
    draft = read(
        mail(
            "\nx",
            head="Subject: =?utf-8?q?Caf=C3=A9?=\nTo: =?utf-8?q?Zo=C3=AB?= Li <z@x.example>\nDate: Tue, 24 Nov 2026 09:30:00 +0100\n",
        )
    )
    assert draft.slice(draft.headers.get("subject").span) == "Café"
    assert draft.headers.value("to") == "Zoë Li <z@x.example>"
    assert draft.headers.value("sent") == "Tue, 24 Nov 2026 09:30:00 +0100"


@pytest.mark.parametrize(
    ("date", "value"),
    [
        pytest.param("Tue, 24 Nov 2026 09:30:00 +0100", "Tue, 24 Nov 2026 09:30:00 +0100", id="a date"),
        pytest.param("yesterday", "yesterday", id="no date"),
        pytest.param("24/11/26 09:30", "24/11/26 09:30", id="two digits of a year"),
        pytest.param("Tue, 99 Foo 2026", "Tue, 99 Foo 2026", id="no day"),
        pytest.param("=?x-martian?q?a?=", "", id="unknown charset"),
    ],
)
def test_a_date_that_nobody_can_read_or_mend_is_no_failure(date, value):
    draft = read(mail("\nx", head=f"Subject: a\nDate: {date}\n"))
    assert draft.headers.value("sent") == value
    assert (moments.of(draft.headers, "sent") is None) == (value != "Tue, 24 Nov 2026 09:30:00 +0100")


def test_what_the_writer_typed_into_a_mail_is_read_strictly():
    with pytest.raises(DraftError, match="X-Notelint-Sent"):
        read(mail("\nx", head="Subject: a\nX-Notelint-Sent: yesterday\n"))


@pytest.mark.parametrize(
    ("line", "key", "items"),
    [
        ("X-Notelint-Kind: thank-you", "kind", ("thank-you",)),
        ("X-Notelint-Interview: 2026-11-24 14:30", "interview", ("2026-11-24 14:30",)),
        ("x-notelint-expected-reply: 2026-12-01", "expected_reply", ("2026-12-01",)),
        ("X-Notelint-Concerns: [travel, SQL]", "concerns", ("travel", "SQL")),
        ("X-Notelint-Concerns: travel, and SQL", "concerns", ("travel, and SQL",)),
        ("X-Notelint-Ignore: no-gifts, no-pressure", "ignore", ("no-gifts", "no-pressure")),
        ("X-Notelint-Company: =?utf-8?q?Caf=C3=A9?= Co", "company", ("Café Co",)),
    ],
)
def test_keys_of_front_matter_as_headers_of_their_own(line, key, items):
    draft = read(mail("\nDear Tom,\n", head=f"Subject: a\n{line}\n"))
    assert draft.headers.get(key).items == items
    assert draft.zones[0].span.end == draft.text.index("Dear")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(mail("Content-Type: text/plain; charset=x-martian\n\nHi"), "charset “x-martian”, which is not known", id="unknown charset"),
        pytest.param(mail("Content-Type: text/plain; charset=hex\n\n00"), "charset “hex”, which is not known", id="codec that is no charset"),
        pytest.param(mail("\nx", head="Subject: =?x-martian?q?a?=\n"), "the header `Subject` is in the charset “x-martian”", id="unknown charset in the subject"),
        pytest.param(raw(mail("\nx", head="Subject: Zoë\n"), encoding="latin-1"), "the header `Subject` is not in", id="raw latin-1 subject"),
        pytest.param(raw(mail("\nDear Zoë"), encoding="latin-1"), "the text of this mail is not in UTF-8", id="unnamed latin-1"),
        pytest.param(raw(mail("Content-Type: text/plain; charset=utf-8\n\nDear Zoë"), encoding="latin-1"), "is not in “utf-8”, as the mail says", id="wrong charset"),
        pytest.param(mail(multipart("mixed", PDF)), "no text of its own", id="only an attachment"),
        pytest.param(mail(multipart("mixed", ATTACHED)), "no text of its own", id="only a text attachment"),
        pytest.param(mail(FORWARDED), "no text of its own", id="only a forwarded mail"),
        pytest.param(mail(PDF), "no text of its own", id="a pdf"),
        pytest.param(mail(multipart("encrypted", "Content-Type: application/pgp-encrypted\n\nx", plain("y"))), "is encrypted", id="encrypted"),
        pytest.param(mail("Content-Type: application/pkcs7-mime\n\nx"), "is encrypted", id="s/mime"),
        pytest.param(raw(mail("\nDear Tom"), encoding="utf-16"), "UTF-16", id="utf-16"),
        pytest.param(mail("\nDear\0Tom"), "binary", id="nul"),
        pytest.param(mail("Content-Type: text/plain; charset=utf-7\n\nDear +2AA- Tom"), "binary", id="half a character"),
        pytest.param(b"%PDF-1.7", "this is a PDF file, not a mail", id="pdf renamed"),
        pytest.param(b"\xd0\xcf\x11\xe0" + "__substg1.0_0037001F".encode("utf-16-le"), "an Outlook message (.msg)", id="msg renamed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_clear_line(data, says):
    with pytest.raises(DraftError) as error:
        read(data)
    assert says in error.value.message
    assert error.value.path == "draft.eml"
    assert "\n" not in str(error.value)


def test_html_alone_without_the_extra_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    with pytest.raises(DraftError, match=r"pip install 'notelint\[mail\]'"):
        read(mail(html("<p>Dear Tom,</p>")))
    assert words(mail(multipart("alternative", plain(LETTER), html("<p>other</p>")))) == LETTER


def test_a_mail_of_the_standard_library_comes_back():
    message = EmailMessage(policy=email.policy.SMTP)
    message["To"] = "Amara Okafor <amara@ashby.example>"
    message["Subject"] = "Café manager: thank you for the “long” talk about the roof, the rota and the winter menu"
    message.set_content(LETTER)
    message.add_alternative("<p>Dear Tom</p>", subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="cv.pdf")
    draft = read(bytes(message))
    assert draft.headers.value("subject") == message["Subject"]
    assert [zone.kind for zone in draft.zones] == ["headers", "greeting", "body", "closing", "signature"]
    assert body(draft) == LETTER


@settings(deadline=None)
@given(
    st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.tuples(
            st.sampled_from(["To", "Date", "Subject", "Content-Type", "Content-Transfer-Encoding"]),
            st.text(),
            st.text(),
        ).map(lambda parts: "{}: {}\n\n{}".format(*parts).encode("utf-8", "replace")),
    )
)
@example(b"Content-Type: multipart/mixed; boundary=\n\n--\nx")
@example(b"Content-Type: text/plain; charset*=utf-8''%00\n\nx")
@example(b"To: =?utf-8?b?4pi6?= <@>:;,(((\nDate: Thu, 99 Foo 99999999999 99:99:99 +9999\n\nx")
def test_any_bytes_are_a_mail_or_a_draft_error(data):
    try:
        draft = read(data)
    except DraftError as error:
        assert "\n" not in str(error)  # noqa: PT017  either outcome is right
    else:
        assert draft.headers.form == "mail"
        assert sum(zone.span.end - zone.span.start for zone in draft.zones) == len(draft.text)


def test_parts_nested_without_end_are_one_clear_line():
    data = (
        b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 3000
    )
    with pytest.raises(DraftError, match=r"damaged|no text|more parts"):
        read(data)
