"""How the server is started, and what an editor may set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from notelint.ui.lsp import places

pytestmark = pytest.mark.asyncio

ASKING = "Dear Ms. Okafor,\n\nThank you for today 😀. Could you give me some feedback on my interview?\n\nKind regards,\nLee\n"
HIT = "no-feedback-requests"
COMMAND = [sys.executable, "-m", "notelint", "lsp"]


async def test_what_it_can(fresh):
    can = (await fresh.start()).capabilities
    assert can.hover_provider
    assert list(can.code_action_provider.code_action_kinds) == ["quickfix", "source.fixAll"]
    assert can.text_document_sync.change == lsp.TextDocumentSyncKind.Full


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({"select": [HIT]}, {HIT}, id="select"),
        pytest.param({"select": f"{HIT},no-gifts", "ignore": HIT}, set(), id="ignore, with commas"),
        pytest.param({"notelint": {"select": [HIT]}}, {HIT}, id="in a section"),
        pytest.param({"config": "mine.yml", "select": [HIT]}, {HIT}, id="a config"),
    ],
)
async def test_initialization_options(fresh, options, expected):
    (fresh.folder / "mine.yml").write_text("fail_on: never\n")
    await fresh.start(options)
    assert {said.code for said in await fresh.open("a.txt", ASKING)} == expected


async def test_settings_that_cannot_be_are_said_and_left_out(fresh):
    await fresh.start({"kinds": "thank-you", "select": [HIT]})
    [said] = await fresh.open("a.txt", ASKING)
    assert said.code == HIT
    assert [shown.message for shown in fresh.client.messages] == ["notelint: there is no setting `kinds`; is it `kind`?"]


async def test_a_rule_that_does_not_exist_is_said_in_the_draft(fresh):
    await fresh.start({"select": ["no-gift"]})
    [said] = await fresh.open("a.txt", ASKING)
    assert said.message == "there is no rule `no-gift`; is it `no-gifts`?"


async def test_settings_may_change(fresh):
    await fresh.start({"select": [HIT]})
    await fresh.open("a.txt", ASKING)
    changed = {"notelint": {"select": ["no-gifts"]}}
    fresh.client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(changed))
    assert await fresh.next("a.txt") == []


@pytest.mark.parametrize(
    ("encodings", "column"),
    [
        pytest.param(None, 23, id="UTF-16 unless agreed"),
        pytest.param(["utf-8"], 25, id="UTF-8"),
        pytest.param(["utf-32", "utf-16"], 22, id="code points"),
    ],
)
async def test_the_unit_of_columns_is_agreed_on(fresh, encodings, column):
    await fresh.start({"select": [HIT]}, encodings=encodings)
    [said] = await fresh.open("a.txt", ASKING)
    assert said.range.start == lsp.Position(2, column)


async def test_an_old_editor_gets_plain_edits(fresh):
    await fresh.start({"select": [HIT]}, like="neovim_v0.6.1")
    [said] = await fresh.open("a.txt", ASKING)
    offered = await fresh.actions("a.txt", said.range)
    assert offered[0].edit.changes or offered[0].edit.document_changes


async def test_standard_output_is_the_protocols(tmp_path):
    body = '{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}', '{"jsonrpc": "2.0", "method": "exit"}'
    script = "import notelint.ui.lsp.server as s, notelint.pipeline as p\nt = s._stop\n"
    script += "def stop(ls, params: None):\n    print('printed'); t(ls, params)\n"
    script += "s._ANSWERS = (*s._ANSWERS[:-1], (s.lsp.SHUTDOWN, stop, None))\nraise SystemExit(s.serve(p.Options()))\n"
    sent = "".join(f"Content-Length: {len(one)}\r\n\r\n{one}" for one in body)
    done = subprocess.run([sys.executable, "-c", script], input=sent.encode(), capture_output=True, check=False)
    assert (done.returncode, b"printed" in done.stdout, b"printed" in done.stderr) == (0, False, True)
    assert done.stdout.startswith(b"Content-Length: ")


async def test_an_editor_that_dies_takes_the_server_along():
    done = subprocess.run(COMMAND, input=b"", capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


async def test_without_the_extra_it_says_what_to_install(tmp_path):
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError('No module named pygls', name='pygls')\n")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(COMMAND, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "notelint: the language server needs an extra: `pip install 'notelint[lsp]'` installs it\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", ["", "a", "é😀x\r\ny\rz\n", "\u2028a\x0cb\n\n😀"])
async def test_positions_there_and_back(text, encoding):
    here = places.Places(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert here.offset(here.position(offset)) == offset


@pytest.mark.parametrize(("line", "column", "offset"), [(0, 99, 2), (9, 0, 5), (0, 1, 0), (1, 0, 4)])
async def test_positions_that_are_not_there(line, column, offset):
    assert places.Places("😀é\r\nx".replace("é", ""), "utf-16").offset(lsp.Position(line, column)) in {offset, offset - 1}


async def test_the_server_loads_nothing_heavy_before_it_answers():
    script = "import sys, notelint.ui.lsp.server\nprint('spacy' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout == "False False\n"
