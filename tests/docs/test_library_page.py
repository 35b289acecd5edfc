"""Every snippet of docs/library.md, run one after the other, prints what the page says."""

import contextlib
import io

import notelint.ui.spacy_component  # noqa: F401 - as its entry point does in an installation

from .shell import steps


def test_each_snippet_prints_what_the_page_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names, said, wanted = {}, [], []
    for block in steps("docs/library.md"):
        if block.language == "python":
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(block.text, "library.md", "exec"), names)
            said.append(out.getvalue())
        else:
            wanted.append(block.text)
    assert said == wanted
