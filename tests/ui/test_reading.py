"""The rules about reading from the command line: in every format, with config and suppressions, without the extra."""

import io
import json
from email.message import EmailMessage

import docx
import pytest

from notelint.language import misspellings

RULES = ("keep-it-concise", "readable-prose", "repeated-words", "misspelled-words")
GOOD = """\
Dear Ms. Okafor,
Thank you for meeting me this morning about the Data Analyst position. Your account of the nightly reports stayed with me, and I know that that was the hard part.
At Ashby Buses I moved the same kind of reports to one pipeline, and I would be glad to do so with your team. I remain very interested in the role, and I can send you two references whenever they are of use.
Kind regards,
Dana Whitfield""".splitlines()
BAD = """\
Dear Ms. Okafor,
Thank you for the the interview, which I realise must have been squeezed into a morning that was full of other people and other things, and for which you had still found the time to read my letter, my list of posts and all of my old reports.
I beleive that I could help.
Kind regards,
Dana Whitfield""".splitlines()
FOUND = {"keep-it-concise", "readable-prose", "repeated-words", "misspelled-words"}


def text(paragraphs):
    return "\n\n".join(paragraphs[:-1]) + f"\n{paragraphs[-1]}\n"


def wrapped(paragraphs):
    return text(paragraphs).replace("the the", "the\r\nthe").replace(" and ", "\r\nand ").replace("\n\n", "\r\n\r\n")


def mail(paragraphs):
    message = EmailMessage()
    message["From"], message["To"] = "Dana Whitfield <dana@example.com>", "Amara Okafor <amara@ashby.example>"
    message["Subject"] = "Data Analyst interview"
    message.set_content(text(paragraphs), cte="quoted-printable")
    return bytes(message)


def word(paragraphs):
    document, done = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(done)
    return done.getvalue()


FILES = {
    "note.txt": lambda paragraphs: text(paragraphs).encode(),
    "wrapped.txt": lambda paragraphs: wrapped(paragraphs).encode(),
    "note.md": lambda paragraphs: f"---\nkind: thank-you\n---\n{text(paragraphs)}".encode(),
    "note.eml": mail,
    "note.docx": word,
}


def check(notelint, *args):
    done = notelint("--format", "json", "--kind", "thank-you", *args)
    [draft] = json.loads(done.out)["drafts"]
    return draft


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("paragraphs", "rules"), [(GOOD, set()), (BAD, FOUND)], ids=["good", "bad"])
def test_every_format(notelint, tmp_path, name, paragraphs, rules):
    (tmp_path / name).write_bytes(FILES[name](paragraphs))
    draft = check(notelint, name)
    said = {found["rule"]: found for found in draft["violations"] if found["rule"] in RULES}
    assert set(said) == rules
    for rule in rules & {"repeated-words", "misspelled-words"}:
        assert said[rule]["fix"]["edits"]


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_text(text(BAD), encoding="utf-8")
    return path.name


@pytest.fixture
def without_the_extra(monkeypatch):
    monkeypatch.setattr(misspellings, "_path", lambda: None)
    misspellings._list.cache_clear()
    yield
    misspellings._list.cache_clear()


def rules(draft):
    return {found["rule"] for found in draft["violations"]}


@pytest.mark.parametrize(
    ("config", "gone"),
    [
        pytest.param("words: [Beleive]", "misspelled-words", id="a word that is right"),
        pytest.param("per_path: {bad.txt: {words: [beleive]}}", "misspelled-words", id="for some drafts"),
        pytest.param("rules: {keep-it-concise: {thank-you: 20-300}}", "keep-it-concise", id="other limits"),
        pytest.param("rules: {readable-prose: {words_a_sentence: 60}}", "readable-prose", id="longer sentences"),
    ],
)
def test_the_config_counts(notelint, bad, tmp_path, config, gone):
    (tmp_path / ".notelint.yml").write_text(config, encoding="utf-8")
    assert rules(check(notelint, bad)) & FOUND == FOUND - {gone}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{thank-you: many}", "`thank-you`: write the least and the most words, such as `60-250`"),
        ("{thank-you: 90-60}", "`thank-you`: write the least and the most words, such as `60-250`"),
        ("{thank-yuo: 60-90}", "there is no option `thank-yuo`; is it `thank-you`?"),
    ],
)
def test_limits_that_are_none(notelint, bad, tmp_path, options, message):
    (tmp_path / ".notelint.yml").write_text(f"rules:\n  keep-it-concise: {options}\n", encoding="utf-8")
    done = notelint(bad)
    assert done.status == 2
    assert f".notelint.yml:2:3: `keep-it-concise`: {message}" in done.err


def test_without_the_extra_it_is_said_once_how_to_get_it(notelint, bad, without_the_extra, tmp_path):
    (tmp_path / "other.txt").write_text(text(GOOD), encoding="utf-8")
    out = " ".join(notelint(bad, "other.txt").out.split())
    assert out.count("`pip install 'notelint[spelling]'` lets misspelled-words run too.") == 1
    assert "pip install 'notelint[spelling]'" not in notelint("--ignore", "misspelled-words", bad).out
    verbose = " ".join(notelint("--verbose", bad).out.split())
    assert "Did not run: misspelled-words, which needs `pip install 'notelint[spelling]'`" in verbose
    draft = check(notelint, bad)
    assert {"rule": "misspelled-words", "needs": [], "extra": "spelling"} in draft["not_run"]
    assert rules(draft) & FOUND == FOUND - {"misspelled-words"}


def test_without_the_extra_explain_says_why_it_does_not_look(notelint, bad, without_the_extra):
    assert "it needs the extra `spelling`: pip install" in notelint("explain", "misspelled-words", bad).out


def test_without_the_extra_a_suppression_may_still_be_of_use(notelint, tmp_path, without_the_extra):
    (tmp_path / "note.md").write_text(f"---\nignore: [misspelled-words]\n---\n{text(GOOD)}", encoding="utf-8")
    assert "unused-suppression" not in rules(check(notelint, "note.md"))


def test_with_it_one_that_silences_nothing_is_reported(notelint, tmp_path):
    (tmp_path / "note.md").write_text(f"---\nignore: [misspelled-words]\n---\n{text(GOOD)}", encoding="utf-8")
    assert "unused-suppression" in rules(check(notelint, "note.md"))


def test_too_few_words_stand_with_what_is_missing(notelint, bad):
    out = notelint("--kind", "thank-you", bad).out
    assert out.index("Missing:") < out.index("[keep-it-concise]")


def test_a_text_box_that_was_not_read_is_said_once(notelint, tmp_path):
    from tests.drafts.word_files import docx as word_file

    box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Lee Park</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    (tmp_path / "a.docx").write_bytes(word_file(*GOOD[:-1], *GOOD[-1:], box))
    out = notelint("a.docx").out
    assert " ".join(out.split()).count("Note: Not read: a text box of this Word file.") == 1
