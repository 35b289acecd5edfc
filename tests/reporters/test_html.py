import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from notelint.matching.rulebook import load_rules
from notelint.reporters import html
from notelint.types import Failure, Note, Report, Span, Zone

from .build import LETTER, NOT_RUN, draft, missing, report, span, violation

RULES = load_rules(()).rules
VOID = {"meta"}


class Page(HTMLParser):
    """The elements of a page, each with its attributes and the words in it; refuses what is not well-formed."""

    def __init__(self, found):
        super().__init__()
        self.source = html.render(found, RULES)
        self.elements, self.open = [], []
        self.feed(self.source)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "words": "", "class": "", **dict(attrs)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["words"] += data

    def all(self, tag="", cls=""):
        return [e for e in self.elements if (not tag or e["tag"] == tag) and (not cls or cls in e["class"].split())]

    def one(self, tag="", cls=""):
        [element] = self.all(tag, cls)
        return element


def full(**fields):
    source = draft()
    found = [
        violation(source, "some feedback"),
        violation(source, "some feedback on my interview", "no-shouting", "suggestion"),
        missing(source, "I look forward to hearing from you."),
    ]
    return report(source, found, notes=(Note("send-promptly", "9 hours left"),), not_run=NOT_RUN, **fields)


def test_words_are_marked_in_place_and_lead_to_their_finding():
    page = Page(Report((full(),)))
    assert [(mark["words"], mark["class"]) for mark in page.all("mark")] == [
        ("some feedback", "error"), (" on my interview", "suggestion"),
    ]  # fmt: skip
    assert [(link["words"], link["href"]) for link in page.all("a", "number")] == [
        ("1", "#draft-1-1"), ("2", "#draft-1-2"), ("3", "#draft-1-3"),
    ]  # fmt: skip
    ids = [element["id"] for element in page.elements if "id" in element]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in page.all("a")} <= set(ids)


def test_a_finding_says_what_why_and_what_to_write():
    items = [e for e in Page(Report((full(),))).all("li") if e.get("id")]
    assert "error line 3 no-feedback-requests" in items[0]["words"]
    assert "The reader may not be allowed to answer." in items[0]["words"]
    assert "Instead:Could you tell me what the next steps are?" in items[0]["words"]
    assert "warning missing express-interest" in items[2]["words"]
    assert "Add:I remain interested in the [position] role." in items[2]["words"]


def test_the_checklist_of_parts():
    page = Page(Report((full(),)))
    assert "✓ Thanks Thank you for taking the time" in page.one(cls="checklist")["words"]
    assert "✗ missing: Interest in the role" in page.one(cls="checklist")["words"]


TRICKS = [
    "<script>alert(1)</script>", "</div></main><h1>mine</h1>", "<img src=x onerror=alert(1)>", "<!-- ", "&lt;b&gt; &amp;", "</style>",
    "]]>", "\"' onclick=alert(1) x='", "\x00\x1b[31m", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS)
def test_what_a_draft_says_is_text_wherever_it_comes(trick):
    source = draft(f"Dear {trick},\n\nsome feedback {trick} {LETTER}", f"a{trick}.txt")
    found = violation(source, f"feedback {trick}", message=f"{trick}!", related=(span(source, trick),))
    plain = Page(Report((report(draft("Dear x,\n\nsome feedback x " + LETTER, "ax.txt"), [replace(found)]),)))
    page = Page(Report((report(source, [found]),), (Failure(trick, trick),)))
    tags = {element["tag"] for element in page.elements}
    assert tags - {element["tag"] for element in plain.elements} <= {"section", "h2", "ul", "li"}
    assert all(not name.startswith("on") for element in page.elements for name in element)
    shown = trick.replace("\x00", "�").replace("\x1b", "�").replace("\ud800", "�")
    assert page.one(cls="letter")["words"].count(shown) == 2


def test_nothing_comes_from_elsewhere_and_no_script_can_run():
    page = Page(Report((full(), report(draft(path="b.txt"))), (Failure("x", "y"),)))
    policy = next(e["content"] for e in page.all("meta") if e.get("http-equiv") == "Content-Security-Policy")
    style = page.one("style")["words"]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not page.all("script") + page.all("link") + page.all("img") + page.all("iframe")
    assert not any({"src", "style", "srcset", "action"} & set(element) for element in page.elements)
    assert all(link["href"].startswith("#") for link in page.all("a"))
    assert not re.search(r"url\(|@import|https?:", page.source)


@pytest.mark.parametrize(("said", "shown"), [("use `a b` now", ["a b"]), ("one ` alone", []), ("", [])])
def test_what_is_to_be_typed_is_code(said, shown):
    page = Page(Report((), (Failure("", said),)))
    assert [element["words"] for element in page.all("code")][1:] == shown
    assert page.one(cls="unread")["words"].endswith(said if not shown else "use a b now")


def test_line_ends_and_zones_of_the_letter():
    text = "to: x\r\n\r\nHi,\r\rsome 👍🏽 feedback\r\n\r\n> quoted"
    zones = (
        Zone("headers", Span(0, 9)),
        Zone("body", Span(9, text.index(">"))),
        Zone("quoted", Span(text.index(">"), len(text))),
    )
    source = replace(draft(text), zones=zones)
    page = Page(Report((report(source, [violation(source, "👍🏽 feed")]),)))
    assert page.one("mark")["words"] == "👍🏽 feed"
    assert page.one(cls="headers")["words"] == "to: x\n\n"
    assert page.one(cls="letter")["words"] == "to: x\n\nHi,\n\nsome 👍🏽 feed1back\n\n> quoted"


def test_an_overview_over_several_drafts():
    source = draft(path="b.txt")
    page = Page(Report((full(), report(source, [violation(source, "some feedback")]), report(draft(path="c.txt")))))
    rows = [row["words"] for row in page.all("tr")]
    assert "1 of 3 drafts need nothing." in page.one(cls="overview")["words"]
    assert rows[1].startswith("Asks how the writer did. no-feedback-requestserror2 of 3 2")
    assert any(row.startswith("Missing: interest in the role. express-interestwarning1 of 3 1") for row in rows)
    assert "c.txta thank-you notenothing to fix" in rows
    assert [e["href"] for e in page.all("a") if e["words"] in {"draft.txt", "b.txt", "c.txt"}] == [
        "#draft-1", "#draft-2", "#draft-3",
    ]  # fmt: skip


def test_one_draft_has_no_overview():
    assert not Page(Report((full(),))).all(cls="overview")


def test_what_could_not_be_checked():
    page = Page(Report((), (Failure("x.txt", "no kind", 2, 7), Failure("", "no config"))))
    assert page.one(cls="unread")["words"] == "What could not be checkedx.txt:2:7 no kind no config"


def test_a_clean_draft_says_so():
    assert "Nothing to fix." in Page(Report((report(),))).one("article")["words"]
