"""HTML of a mail → text: what a reader sees, and earlier mail marked as quoted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.drafts.html import text
from notelint.drafts.read import from_text

OWN = "<div>Dear Tom,</div><div><br></div><div>Thank you.</div>"
WORDS = "Dear Tom,\n\nThank you.\n"


def page(body):
    return f"<html><head><title>Draft</title><style>p {{ color: red }}</style></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>Dear Tom,</p><p>Thank <b>you</b>, <i>truly</i>.</p>", "Dear Tom,\n\nThank you, truly.\n", id="paragraphs"),
        pytest.param(OWN, WORDS, id="divs"),
        pytest.param("Best,<br>Lee<br/>\n020 7946 0000", "Best,\nLee\n020 7946 0000\n", id="line breaks"),
        pytest.param("<p>I saw\n  your   shop\n</p>", "I saw your shop\n", id="source line ends are spaces"),
        pytest.param("<p>&nbsp;</p><p>A&nbsp;B &amp; C &#8217;</p><p>&nbsp;</p>", "A B & C ’\n", id="entities"),
        pytest.param("<ul><li>SQL</li><li>Python</li></ul>", "* SQL\n* Python\n", id="list"),
        pytest.param("<p>See <a href='https://x.example'>my work</a><img alt='logo' src='a.png'></p>", "See my work\n", id="link and picture"),
        pytest.param('<div style="display:none">Preview</div><p>Dear Tom,</p><!-- note --><script>x()</script>', "Dear Tom,\n", id="what nobody sees"),
        pytest.param("<table><tr><td>Lee Park</td><td>020 7946 0000</td></tr></table>", "Lee Park  020 7946 0000\n", id="table"),
        pytest.param("<p class='MsoNormal'>Kind regards,<o:p></o:p></p><p class='MsoNormal'>Lee<o:p></o:p></p>", "Kind regards,\nLee\n", id="paragraphs of Outlook have no margin"),
        pytest.param("<p style='margin:0in'>Kind regards,</p><p style='margin: 0px 0px'>Lee</p>", "Kind regards,\nLee\n", id="no margin"),
        pytest.param("<p>a</p>" + "<div><br></div>" * 5 + "<p>b</p>", "a\n\nb\n", id="many empty lines"),
        pytest.param("\ue000<p>a\ue001b</p>", "ab\n", id="private characters"),
        pytest.param("", "", id="empty"),
        pytest.param("plain words", "plain words\n", id="no tag"),
    ],
)  # fmt: skip
def test_what_a_reader_sees(body, expected):
    assert text(page(body), "a.eml") == expected


QUOTED = "> On Monday Tom wrote:\n> Come in.\n"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param("<blockquote>Come in.</blockquote>", "> Come in.\n", id="blockquote"),
        pytest.param("<blockquote><p>Come in.</p><p>Soon.</p></blockquote>", "> Come in.\n>\n> Soon.\n", id="paragraphs"),
        pytest.param(
            '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Monday Tom wrote:<br></div>'
            '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid">Come in.</blockquote></div>',
            QUOTED,
            id="Gmail",
        ),
        pytest.param(
            '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br></div>Come in.<div>Tom</div></div>',
            ">> ---------- Forwarded message ---------\n> Come in.\n> Tom\n",
            id="Gmail forwards",
        ),
        pytest.param(
            '<div><blockquote type="cite"><div>On Monday Tom wrote:</div><div>Come in.</div></blockquote></div>', QUOTED, id="Apple Mail"
        ),
        pytest.param(
            '<div class="moz-cite-prefix">On Monday Tom wrote:<br></div><blockquote type="cite" cite="mid:1">Come in.</blockquote>',
            QUOTED,
            id="Thunderbird",
        ),
        pytest.param('<div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday Tom wrote:</div><div>Come in.</div></div>', QUOTED, id="Yahoo"),
        pytest.param(
            '<hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Tom<br><b>Sent:</b> Monday</div><div>Come in.</div>',
            "> From: Tom\n> Sent: Monday\n> Come in.\n",
            id="Outlook on the web",
        ),
        pytest.param(
            '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>Von:</b> Tom</p></div></div>'
            '<p class="MsoNormal">Come in.</p>',
            "> Von: Tom\n> Come in.\n",
            id="Outlook on a desk, German",
        ),
        pytest.param("<blockquote>a<blockquote>b</blockquote>c</blockquote>", "> a\n>> b\n> c\n", id="nested"),
        pytest.param(
            "<blockquote type='cite' style='border:none'>Come in.</blockquote>", "> Come in.\n", id="cited without a border"
        ),
    ],
)  # fmt: skip
def test_earlier_mail_is_quoted(below, expected):
    page_text = text(page(OWN + below), "a.eml")
    assert page_text.removeprefix(WORDS).lstrip("\n") == expected
    assert from_text(page_text, "a.txt").zones[-1].kind == "quoted"


@pytest.mark.parametrize(
    "body",
    [
        '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">The roof first.</blockquote>',
        '<blockquote class="webkit-indent-blockquote" style="margin: 0 0 0 40px">The roof first.</blockquote>',
    ],
    ids=["Gmail", "Apple Mail"],
)
def test_an_indented_paragraph_is_the_writers_own(body):
    assert text(page(body), "a.eml") == "The roof first.\n"


def test_answers_between_quotations_are_the_writers_own():
    reply = (
        '<div class="gmail_quote"><div class="gmail_attr">Tom wrote:</div><blockquote class="gmail_quote">When?</blockquote>'
        '<div>On Friday.</div><blockquote class="gmail_quote">Where?</blockquote></div><div>Best,</div>'
    )
    assert text(page(reply), "a.eml") == "> Tom wrote:\n> When?\nOn Friday.\n> Where?\nBest,\n"


MARKUP = st.lists(
    st.sampled_from(["<p>", "</p>", "<div style='margin-top:1..2em;padding-left:x'>", "</div>", "<blockquote>", "<table>", "<td>", "<td colspan=9>"])
    | st.sampled_from(["<li>", "<pre>", "<br", "<!--", "&", "<?xml ?>", "\x00", "\ue000", "\ue001"])
    | st.text(max_size=5)
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(MARKUP)
def test_any_page_becomes_lines_without_space_at_their_ends(body):
    found = text(body, "a.eml")
    assert all(line == line.strip() for line in found.split("\n"))
    assert not {"\ue000", "\ue001"} & set(found)
