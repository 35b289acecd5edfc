"""What lies around a draft: the same whichever drafts are named, and nothing of it is an error of the draft."""

import os
from pathlib import Path

import pytest

from notelint.drafts.application import STDIN
from notelint.drafts.library import Library
from notelint.drafts.read import from_text, read
from notelint.errors import DraftError

from .word_files import docx as word_file

JOB = "---\ncompany: Northwind\nposition: Data Analyst\n---\n"
LETTER = "Dear Ms. Okafor,\n\nThank you.\n\nKind regards,\nDana Whitfield\n"
SHARED = "company: Northwind\nposition: Data Analyst\n"


@pytest.fixture
def lay(tmp_path, monkeypatch):
    """Files of a folder that is the current one; an ending `/` is a folder."""
    monkeypatch.chdir(tmp_path)

    def make(**files):
        for name, text in files.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                path.mkdir(exist_ok=True)
            else:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


def members(name, library=None, text=None):
    """The drafts of the application of this one, seen from the current folder; None when it has none."""
    library = library or Library(lambda _: ())
    draft = library.headed(read(name) if text is None else from_text(text, name))
    found = library.application(draft)
    return None if found is None else [os.path.relpath(other.path) for other in found.drafts]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"a.md": LETTER}, None, id="nothing known"),
        pytest.param({"a.md": "---\ncompany: Northwind\n---\n" + LETTER, "b.md": JOB + LETTER}, None, id="no position"),
        pytest.param({"a.md": JOB + LETTER}, ["a.md"], id="alone"),
        pytest.param({"a.md": JOB + LETTER, "b.md": JOB + LETTER}, ["a.md", "b.md"], id="equal company and position"),
        pytest.param({"a.md": JOB + LETTER, "b.md": LETTER}, ["a.md"], id="one without either is not compared"),
        pytest.param(
            {"a.md": JOB + LETTER, "b.md": "---\ncompany: NORTHWIND Ltd.\nposition: data analyst (m/f/x)\n---\n" + LETTER},
            ["a.md", "b.md"],
            id="written another way",
        ),
        pytest.param({"a.md": JOB + LETTER, "b.md": JOB.replace("Data", "Systems") + LETTER}, ["a.md"], id="another position"),
        pytest.param({"a.md": JOB + LETTER, "b/c.md": JOB + LETTER}, ["a.md"], id="another folder"),
        pytest.param({"interview.yml": "", "a.md": LETTER, "b.md": LETTER}, ["a.md", "b.md"], id="an empty interview file"),
        pytest.param({"interview.yml": SHARED, "a.md": LETTER, "b.txt": JOB + LETTER}, ["a.md", "b.txt"], id="one file gives both"),
        pytest.param({"interview.yml": SHARED, "a.md": LETTER, "b.md": JOB.replace("Northwind", "Fabrikam") + LETTER}, ["a.md"], id="one of another company"),
        pytest.param({".git/": "", "interview.yml": "", "a.md": LETTER, "b/c.md": LETTER}, ["a.md", "b/c.md"], id="below the interview file"),
        pytest.param({".git/": "", "interview.yml": "", "a.md": LETTER, "b/interview.yml": "", "b/c.md": LETTER}, ["a.md"], id="below another one"),
        pytest.param({"interview.yml": "", "a.md": LETTER, "README.md": LETTER, "b.pdf": "x", ".c.md": LETTER}, ["a.md"], id="no drafts"),
        pytest.param({"interview.yml": "", "a.md": LETTER, "b.md": b"caf\xe9", "c.md": "---\nkind: letter\n---\n"}, ["a.md"], id="unreadable ones"),
    ],
)  # fmt: skip
def test_the_drafts_of_an_application(lay, files, expected):
    lay(**files)
    assert members("a.md") == expected


def test_every_draft_sees_the_same_in_any_order(lay):
    names = [f"{name}.md" for name in "abcd"]
    lay(**{"interview.yml": SHARED}, **dict.fromkeys(names, LETTER))
    for order in (names, names[::-1]):
        library = Library(lambda _: ())
        assert [members(name, library) for name in order] == [names] * 4
    assert [members(str(Path(name).absolute())) for name in names] == [names] * 4


def test_what_the_config_leaves_out_is_seen_only_by_itself(lay):
    lay(**{"interview.yml": SHARED, "a.md": LETTER, "old.md": LETTER})
    library = Library(lambda _: ("old.md",))
    assert [members(name, library) for name in ("a.md", "old.md")] == [["a.md"], ["a.md", "old.md"]]


def test_a_text_that_is_not_yet_in_its_file_counts(lay):
    lay(**{"a.md": JOB + LETTER, "b.md": LETTER})
    held = from_text(JOB + LETTER, "b.md")
    library = Library(lambda _: (), [held])
    assert members("a.md", library) == ["a.md", "b.md"]
    assert members("b.md", library, held.text) == ["a.md", "b.md"]


def test_a_draft_without_a_name_belongs_nowhere(lay):
    lay(**{"interview.yml": SHARED, "a.md": LETTER})
    library = Library(lambda _: ())
    draft = library.headed(from_text(LETTER, STDIN))
    assert draft.headers.value("company") == "Northwind"
    assert library.application(draft) is None


def test_a_broken_interview_file_is_an_error_of_its_drafts_only(lay):
    lay(
        **{".git/": "", "a/interview.yml": "hello\n", "a/b.md": LETTER, "c.md": JOB + LETTER, "d/interview.yml": SHARED}
    )
    library = Library(lambda _: ())
    for _ in range(2):
        with pytest.raises(DraftError, match="no `key: value`"):
            library.headed(read("a/b.md"))
    assert members("c.md", library) == ["c.md"]
    assert library.elsewhere(library.headed(read("c.md"))) == ()


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({".git/": "", "a.md": JOB + LETTER}, [], id="its own"),
        pytest.param({".git/": "", "a.md": JOB + LETTER, "b/interview.yml": "company: Fabrikam\n"}, [("Fabrikam", "")], id="an interview file without drafts"),
        pytest.param({".git/": "", "a.md": JOB + LETTER, "b/c.txt": "---\ncompany: Fabrikam\nposition: Cook\n---\n"}, [("Fabrikam", "Cook")], id="a draft elsewhere"),
        pytest.param({".git/": "", "a.md": JOB + LETTER, "b.md": JOB.replace("Data", "Systems") + LETTER}, [("Northwind", "Systems Analyst")], id="another position"),
        pytest.param({".git/": "", "a.md": JOB + LETTER, "b/interview.yml": "company: Fabrikam\nposition: Cook\n", "b/c.md": "---\nposition: Baker\n---\n"}, [("Fabrikam", "Baker"), ("Fabrikam", "Cook")], id="a draft that differs from its interview file"),
        pytest.param({".git/": "", "a.md": JOB + LETTER, "b.md": "My company is called Fabrikam."}, [], id="a company in the prose"),
        pytest.param({"a.md": JOB + LETTER, "b.md": JOB.replace("Northwind", "Fabrikam")}, [("Fabrikam", "Data Analyst")], id="its folder, without a repository"),
        pytest.param({"a.md": JOB + LETTER, "b/c.md": JOB.replace("Northwind", "Fabrikam")}, [], id="below, without a repository"),
        pytest.param({".git/": "", "a.md": JOB + LETTER, "b.md": ("\ufeff" + JOB.replace("Northwind", "Fabrikam")).encode("utf-16-le")}, [("Fabrikam", "Data Analyst")], id="UTF-16"),
        pytest.param({".git/": "", "a.md": JOB + LETTER, "b.eml": "To: a@b.example\nSubject: x\nX-Notelint-Company: Fabrikam\n\nDear B,\n"}, [("Fabrikam", "")], id="a mail"),
    ],
)  # fmt: skip
def test_the_other_jobs_that_the_writer_applies_for(lay, files, expected):
    lay(**files)
    library = Library(lambda _: ())
    found = library.elsewhere(library.headed(read("a.md")))
    assert [(opening.company, opening.position) for opening in found] == expected


LONG = "Thank you for the company that you kept, and for the position of the chairs.\n" * 2000
FOREIGN = JOB.replace("Northwind", "Fabrikam")
REMARKS = "# a remark\n" * 2000
DOCX = word_file("---", "company: Fabrikam", "position: Cook", "---", "Dear Ana,", LONG)


def overwritten(data, name):
    """A Word file with a part that cannot be unpacked."""
    at = data.index(name) + len(name) + 4
    return data[:at] + b"\xff" * 40 + data[at + 40 :]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("b.md", FOREIGN + LONG, [("Fabrikam", "Data Analyst")], id="a long draft"),
        pytest.param("b.md", "\n" * 20000 + FOREIGN, [], id="below many blank lines"),
        pytest.param("b.md", f"---\ncompany: Fabrikam\n{REMARKS}position: Cook\n---\n" + LONG, [("Fabrikam", "Cook")], id="long front matter"),
        pytest.param("b.md", f"---\ncompany: Fabrikam\n{REMARKS}" + LONG, [], id="front matter without an end"),
        pytest.param("b.md", "To: Ana Lund\nSubject: x\nCompany: Fabrikam\n\n" + LONG, [("Fabrikam", "")], id="mail headers on top"),
        pytest.param("b.md", ("\ufeff" + FOREIGN + LONG).encode("utf-16-le"), [("Fabrikam", "Data Analyst")], id="UTF-16"),
        pytest.param("b.md", (FOREIGN + "é" * 20000).encode(), [("Fabrikam", "Data Analyst")], id="cut between two bytes"),
        pytest.param("b.eml", "To: a@b.example\r\nSubject: x\r\nX-Notelint-Company: =?utf-8?q?Fabrikam?=\r\n\r\n" + LONG, [("Fabrikam", "")], id="a mail"),
        pytest.param("b.eml", "To: a@b.example\nSubject: x\n\nX-Notelint-Company: Fabrikam\n" + LONG, [], id="a mail that names it below"),
        pytest.param("b.docx", DOCX, [("Fabrikam", "Cook")], id="a Word file"),
        pytest.param("b.docx", overwritten(DOCX, b"word/document.xml"), [], id="a Word file that cannot be unpacked"),
        pytest.param("b.docx", word_file("Dear Ana,", LONG), [], id="a Word file without headers"),
        pytest.param("b.docx", b"PK\3\4 no zip", [], id="a damaged Word file"),
    ],
)  # fmt: skip
def test_of_other_drafts_only_the_headers_are_read(lay, name, data, expected):
    lay(**{".git/": "", "a.md": JOB + LETTER, name: data})
    library = Library(lambda _: ())
    found = library.elsewhere(library.headed(read("a.md")))
    assert [(opening.company, opening.position) for opening in found] == expected


def test_git_ignored_drafts_are_left_out(lay):
    import subprocess

    subprocess.run(["git", "init", "-q"], check=True)
    lay(**{"interview.yml": SHARED, ".gitignore": "old/\n", "a.md": LETTER, "old/b.md": LETTER})
    assert members("a.md") == ["a.md"]
