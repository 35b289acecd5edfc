"""Vim: `:make` fills the quickfix list from real output; ALE speaks to the language server."""

import json
from pathlib import Path

import pytest

from .conftest import FOUND, block

ALE = Path("/usr/share/vim-ale")
MAKE = """
edit draft.txt
make!
call writefile([json_encode(map(getqflist(), {_, e -> {'file': bufname(e.bufnr), 'line': e.lnum, 'column': e.col, 'type': e.type, 'text': e.text}}))], 'found.json')
qall!
"""
WAIT = """
edit draft.txt
let s:left = 300
while s:left > 0 && empty(ale#engine#GetLoclist(bufnr('')))
  sleep 200m
  let s:left -= 1
endwhile
call writefile([json_encode(map(copy(ale#engine#GetLoclist(bufnr(''))), {_, e -> {'line': e.lnum, 'column': e.col, 'type': e.type, 'text': e.text, 'code': get(e, 'code', '')}}))], 'found.json')
qall!
"""


def vim(run, folder, settings, steps):
    (folder / "vimrc").write_text(f"set nocompatible\nfiletype plugin on\n{settings}")
    (folder / "steps.vim").write_text(steps)
    said = run("vim", "-e", "-s", "-u", "vimrc", "-i", "NONE", "-S", "steps.vim")
    assert (folder / "found.json").exists(), said
    return json.loads((folder / "found.json").read_text(encoding="utf-8"))


def test_quickfix(run, folder, concise):
    found = vim(run, folder, block("vim.md", "vim"), MAKE)
    assert len(found) == len(concise)
    assert {(one["file"], one["line"] > 0, one["column"] > 0) for one in found} == {("draft.txt", True, True)}
    kinds = {one["text"].rpartition("[")[2].rstrip("]"): one["type"].lower() for one in found}
    assert FOUND.items() <= {rule: {"e": "error", "w": "warning"}.get(kind) for rule, kind in kinds.items()}.items()


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param("---\nkind: thnak-you\n---\nHi\n", ("draft.txt", 2, 7, "e"), id="a broken header"),
        pytest.param("Dear Amara,\n\nThe trams ran.\n\n---\n\nI offer my help.\n", None, id="a suggestion or none"),
    ],
)
def test_quickfix_of_what_is_no_violation(run, folder, draft, expected):
    (folder / "draft.txt").write_text(draft)
    found = vim(run, folder, block("vim.md", "vim"), MAKE)
    places = [(one["file"], one["line"], one["column"], one["type"].lower()) for one in found]
    assert expected is None or places == [expected]
    assert all(one["line"] for one in found)


def test_ale(run, folder):
    if not ALE.exists():
        pytest.skip("vim-ale is not installed here")
    after = folder / "after" / "plugin"
    after.mkdir(parents=True)
    (after / "notelint.vim").write_text(block("vim.md", "vim", 1))
    paths = f"set runtimepath^={ALE} runtimepath+={folder}/after\nlet g:ale_linters = {{'text': ['notelint']}}\n"
    found = vim(run, folder, paths, WAIT)
    kinds = {one["code"]: one["type"] for one in found}
    assert FOUND.items() <= {rule: {"E": "error", "W": "warning"}.get(kind) for rule, kind in kinds.items()}.items()
