"""The interview file: what it may hold, for which drafts it counts, and what of it a draft takes."""

import pytest

from notelint.drafts import interview
from notelint.drafts.read import from_text
from notelint.errors import DraftError

LETTER = "Dear Ms. Okafor,\n\nThank you for your time.\n\nKind regards,\nDana Whitfield\n"


@pytest.fixture
def give(tmp_path):
    """A draft beside an interview file, with what it takes from it."""

    def make(shared, draft=LETTER, name="note.md"):
        (tmp_path / "interview.yml").write_text(shared, encoding="utf-8")
        return interview.given(from_text(draft, str(tmp_path / name)), interview.read(tmp_path / "interview.yml"))

    return make


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        pytest.param("company: Northwind\nposition: Data Analyst\n", {"company": "Northwind", "position": "Data Analyst"}, id="plain"),
        pytest.param("interviewers:\n  - Amara Okafor\n  - Ruiz, Dana\n", {"interviewers": ("Amara Okafor", "Ruiz, Dana")}, id="list"),
        pytest.param("interviewers: [Amara Okafor, 'Ruiz, Dana']\n", {"interviewers": ("Amara Okafor", "Ruiz, Dana")}, id="flow list"),
        pytest.param("# ours\n\ncompany: Northwind # and sons\n", {"company": "Northwind # and sons"}, id="read as written"),
        pytest.param("interview: 2026-11-24 14:30 # a Tuesday\n", {"interview": "2026-11-24 14:30"}, id="comment after a date"),
        pytest.param("---\ncompany: Northwind\n---\n", {"company": "Northwind"}, id="between the marks of a document"),
        pytest.param("# ours\n---\ncompany: Northwind\n", {"company": "Northwind"}, id="below a mark"),
        pytest.param("Expected reply: 2026-12-01\n", {"expected_reply": "2026-12-01"}, id="key in words"),
        pytest.param("\ufeffcompany: Northwind\r\nposition: Cook\r\n", {"company": "Northwind", "position": "Cook"}, id="BOM and CRLF"),
        pytest.param("company:\n", {}, id="empty value"),
        pytest.param("", {}, id="empty"),
        pytest.param("# nothing yet\n", {}, id="only remarks"),
    ],
)  # fmt: skip
def test_it_gives_headers(give, shared, expected):
    headers = give(shared).headers
    assert {entry.key: entry.items for entry in headers.entries} == {
        key: (value,) if isinstance(value, str) else value for key, value in expected.items()
    }
    assert not headers.idle


@pytest.mark.parametrize(
    ("own", "company"),
    [
        pytest.param("", "Northwind", id="the draft says nothing"),
        pytest.param("---\ncompany: Fabrikam\n---\n", "Fabrikam", id="the draft's own wins"),
        pytest.param("---\ncompany:\n---\n", "Northwind", id="an empty one does not"),
        pytest.param("To: a@b.example\nSubject: x\n\n", "Northwind", id="mail"),
        pytest.param("To: a@b.example\nCompany: Fabrikam\nSubject: x\n\n", "Fabrikam", id="mail with its own"),
    ],
)
def test_what_the_draft_says_itself_wins(give, own, company):
    headers = give("company: Northwind\n", own + LETTER).headers
    assert headers.value("company") == company
    assert [entry.key for entry in headers.entries].count("company") == 1


def test_what_it_gives_is_reported_at_the_first_line_of_the_draft(give):
    draft = give("# ours\ncompany: Northwind\nto: Amara Okafor\n", "---\nkind: thank-you\n---\n\n" + LETTER)
    entry = draft.headers.get("to")
    assert draft.slice(entry.span) == "Dear Ms. Okafor,"
    assert entry.origin == "interview.yml:3:1"
    assert draft.headers.get("kind").origin == ""


def test_it_is_named_as_seen_from_the_draft(give, tmp_path):
    (tmp_path / "panel").mkdir()
    assert give("to: Amara Okafor\n", name="panel/note.txt").headers.get("to").origin == "../interview.yml:1:1"


@pytest.mark.parametrize(("key", "value"), [("compny", "Northwind"), ("mood", "[hopeful]"), ("subject", "Thank you")])
def test_what_no_draft_can_take_is_kept_apart(give, key, value):
    headers = give(f"{key}: {value}\n").headers
    assert headers.get(key) is None
    assert [entry.key for entry in headers.idle] == [key]


def test_it_silences_rules_in_all_drafts(give):
    draft = give("ignore: {no-gifts: we make them}\n")
    assert [(entry.rule, entry.reason, entry.scope) for entry in draft.suppressions] == [
        ("no-gifts", "we make them", None)
    ]
    assert not give("ignore: [no-gifts]\n", "---\nignore: [no-pressure]\n---\n" + LETTER).suppressions[1:]


@pytest.mark.parametrize(
    ("shared", "place", "message"),
    [
        pytest.param("company: a\nhello there\n", (2, 1), "no `key: value`", id="no key"),
        pytest.param("company: a\nposition: b\ncompany: c\n", (3, 1), "stands twice", id="twice"),
        pytest.param("company: [a] b\n", None, "", id="brackets of a text are the text"),
        pytest.param("position: '[a'\n", (1, 12), "is not closed", id="also between quotes"),
        pytest.param("company: [\n", (1, 10), "the bracket `[` is not closed", id="an open bracket"),
        pytest.param("company: [a, b\n", (1, 10), "is not closed", id="an open list"),
        pytest.param("# x\nposition: {a\n", (2, 11), "the bracket `{` is not closed", id="an open map"),
        pytest.param("company: |\n", (1, 10), "“|” is no text", id="a mark of YAML alone"),
        pytest.param("company: C++ [sic\n", None, "", id="an open bracket further on"),
        pytest.param("concerns: [a\n", (2, 1), "not valid YAML", id="not closed"),
        pytest.param("concerns: {a: b}\n", (1, 11), "not keys of its own", id="map"),
        pytest.param("concerns:\n  - a\n  - b: c\n    d: e\n", (3, 5), "each entry", id="map in a list"),
        pytest.param("company:\n  - a\n  - b\n", (1, 1), "one text, not a list", id="list for a text"),
        pytest.param("# x\nkind: thanks\n", (2, 7), "is it `thank-you`", id="kind"),
        pytest.param("company: a\ninterview: 24 November\n", (2, 12), "lacks its year", id="date"),
        pytest.param("---\ncompany: a\n---\nhello\n", (3, 1), "no `key: value`", id="a second document"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_its_place(give, tmp_path, shared, place, message):
    if place is None:
        give(shared)
        return
    with pytest.raises(DraftError) as caught:
        give(shared)
    assert caught.value.where == f"{tmp_path / 'interview.yml'}:{place[0]}:{place[1]}"
    assert message in caught.value.message
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"company: caf\xe9\n", "UTF-8"), (b"\x89PNG\r\n\x1a\n\0\0", "not")],
    ids=["latin-1", "picture"],
)
def test_a_file_that_is_no_text_is_one_line_too(tmp_path, data, message):
    (tmp_path / "interview.yml").write_bytes(data)
    with pytest.raises(DraftError, match=message):
        interview.read(tmp_path / "interview.yml")


@pytest.mark.parametrize(
    ("git", "files", "found"),
    [
        pytest.param(None, ["a/interview.yml"], "a/interview.yml", id="beside the draft"),
        pytest.param(None, ["interview.yml"], None, id="above, without a repository"),
        pytest.param(".", ["interview.yml"], "interview.yml", id="above, in a repository"),
        pytest.param("a", ["interview.yml"], None, id="above the repository"),
        pytest.param(".", ["interview.yml", "a/interview.yml"], "a/interview.yml", id="the nearest"),
        pytest.param(".", [], None, id="none"),
    ],
)
def test_the_nearest_one_up_to_the_repository_counts(tmp_path, git, files, found):
    (tmp_path / "a").mkdir()
    if git:
        (tmp_path / git / ".git").mkdir()
    for name in files:
        (tmp_path / name).write_text("company: x\n", encoding="utf-8")
    assert interview.find(str(tmp_path / "a" / "note.txt")) == (tmp_path / found if found else None)
