"""How the server is started, and what an editor may set."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from msgspec.structs import replace

from notelint.pipeline import Options
from notelint.ui.lsp import places, settings

ASKING = "Dear Ms. Okafor,\n\nThank you for today 😀. Could you give me some feedback on my interview?\n\nKind regards,\nLee\n"
HIT = "no-feedback-requests"
COMMAND = [sys.executable, "-m", "notelint", "lsp"]


@pytest.mark.parametrize(
    ("written", "changes"),
    [
        pytest.param(None, {}, id="nothing"),
        pytest.param({"kind": "reminder", "select": None}, {"kind": "reminder"}, id="kind"),
        pytest.param({"select": [HIT]}, {"select": {HIT}}, id="a list of rules"),
        pytest.param({"ignore": f"{HIT}, no-gifts"}, {"ignore": {HIT, "no-gifts"}}, id="rules with commas"),
        pytest.param({"notelint": {"select": [HIT]}}, {"select": {HIT}}, id="in a section"),
        pytest.param({"config": "mine.yml"}, {"config": "/work/mine.yml"}, id="a config seen from the workspace"),
        pytest.param({"now": "2026-11-25"}, {"now": datetime(2026, 11, 25)}, id="a clock"),  # noqa: DTZ001
    ],
)
def test_settings(written, changes):
    base = Options(ignore=frozenset({"polite-closing"}))
    assert settings.read(written, base, Path("/work")) == (replace(base, **changes), [])


@pytest.mark.parametrize(
    ("written", "says"),
    [
        pytest.param({"kinds": "reminder"}, "there is no setting `kinds`; is it `kind`?", id="unknown"),
        pytest.param({"kind": "letter"}, "there is no kind of draft `letter`; write `thank-you`", id="kind"),
        pytest.param({"select": [1]}, "lists of rules", id="rules"),
        pytest.param({"config": 7}, "`config` is the path of a file", id="config"),
        pytest.param({"config": "~nobody-of-this-name/x.yml"}, "there is no such place", id="nobody's home"),
        pytest.param({"config": "a\0b"}, "there is no such place", id="no path"),
        pytest.param({"now": "today"}, "write 2026-11-25", id="clock"),
        pytest.param("thank-you", "are a map", id="no map"),
    ],
)
def test_settings_that_cannot_be_are_left_out(written, says):
    chosen, [line] = settings.read(written, Options(), Path())
    assert chosen == Options()
    assert says in line


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        pytest.param({"notelint": {"select": ["no-gifts"]}}, True, id="our section"),
        pytest.param({"notelint": None}, True, id="our section, empty"),
        pytest.param({"editor": {"tabs": 2}, "notelint": {}}, True, id="among others"),
        pytest.param({"kinds": "reminder"}, True, id="a key with a slip"),
        pytest.param({"editor": {"tabs": 2}, "files": {}}, False, id="the sections of others alone"),
        pytest.param({}, False, id="nothing"),
        pytest.param(None, False, id="null"),
    ],
)
def test_settings_of_other_programs_change_nothing(written, ours):
    assert settings.are_ours(written) is ours


@pytest.mark.asyncio
async def test_an_editor_sets_and_changes_what_it_wants(fresh):
    can = (await fresh.start({"kinds": "thank-you", "select": [HIT]})).capabilities
    assert (can.hover_provider, can.text_document_sync.change) == (True, lsp.TextDocumentSyncKind.Full)
    assert list(can.code_action_provider.code_action_kinds) == ["quickfix", "source.fixAll"]
    assert {said.code for said in await fresh.open("a.txt", ASKING)} == {HIT}
    [shown] = fresh.client.messages
    assert shown.message == "notelint: there is no setting `kinds`; is it `kind`?"
    changed = {"notelint": {"select": ["no-gift"]}}
    fresh.client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(changed))
    [said] = await fresh.next("a.txt")
    assert said.message == "there is no rule `no-gift`; is it `no-gifts`?"


@pytest.mark.asyncio
async def test_an_editor_agrees_on_another_unit_of_columns_and_takes_plain_edits(fresh):
    await fresh.start({"select": [HIT]}, like="neovim@0.6.1", encodings=["utf-8", "utf-16"])
    [said] = await fresh.open("a.txt", ASKING)
    assert said.range.start == lsp.Position(2, 26)
    assert list((await fresh.actions("a.txt", said.range))[0].edit.changes or []) == [fresh.uri("a.txt")]


def test_standard_output_is_the_protocols(tmp_path):
    body = '{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}', '{"jsonrpc": "2.0", "method": "exit"}'
    script = "import notelint.ui.lsp.server as s, notelint.pipeline as p\nt = s._stop\n"
    script += "def stop(ls, params: None):\n    print('printed'); t(ls, params)\n"
    script += "s._ANSWERS = (*s._ANSWERS[:-1], (s.lsp.SHUTDOWN, stop, None))\nraise SystemExit(s.serve(p.Options()))\n"
    sent = "".join(f"Content-Length: {len(one)}\r\n\r\n{one}" for one in body)
    done = subprocess.run(
        [sys.executable, "-c", script], input=sent.encode(), capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, b"printed" in done.stdout, b"printed" in done.stderr) == (0, False, True)
    assert done.stdout.startswith(b"Content-Length: ")


def test_an_editor_that_dies_takes_the_server_along():
    done = subprocess.run(COMMAND, input=b"", capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_without_the_extra_it_says_what_to_install(tmp_path):
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError('No module named pygls', name='pygls')\n")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        COMMAND, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "notelint: the language server needs an extra: `pip install 'notelint[lsp]'` installs it\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", ["", "a", "é😀x\r\ny\rz\n", "\u2028a\x0cb\n\n😀"])
def test_positions_there_and_back(text, encoding):
    here = places.Places(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert here.offset(here.position(offset)) == offset


@pytest.mark.parametrize(("line", "column", "offset"), [(0, 99, 2), (9, 0, 5), (0, 1, 0), (1, 0, 4)])
def test_positions_that_are_not_there(line, column, offset):
    assert places.Places("😀é\r\nx".replace("é", ""), "utf-16").offset(lsp.Position(line, column)) in {
        offset,
        offset - 1,
    }


def test_the_server_loads_nothing_heavy_before_it_answers():
    script = "import sys, notelint.ui.lsp.server\nprint('spacy' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout == "False False\n"
