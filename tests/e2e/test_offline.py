"""Drafts never leave the machine: a whole run in a process in which every socket is refused and every try is noted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
GUARD = """
import json, sys

tries = []

def refuse(event, args):
    if event.startswith("socket."):
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals.get("__name__") == "socket":
            frame = frame.f_back
        tries.append([event, frame.f_globals.get("__name__"), frame.f_code.co_name])
        raise OSError("no sockets here")

sys.addaudithook(refuse)
try:
    from notelint.ui.cli import run
    status = run(sys.argv[1:])
finally:
    print(json.dumps(tries), file=sys.stderr)
sys.exit(status)
"""
# spaCy imports requests, which asks whether this machine has IPv6 by naming a local address; refused, it goes without.
PROBE = ["socket.__new__", "urllib3.util.connection", "_has_ipv6"]


def guarded(code, *args):
    return subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_run_needs_no_socket(form):
    result = guarded(GUARD, "--format", form, str(EXAMPLES))
    assert [entry for entry in json.loads(result.stderr) if entry != PROBE] == []
    assert result.returncode == 1
    assert "no-feedback-requests" in result.stdout


def test_mail_and_word_files_need_no_socket(tmp_path):
    import docx

    words = (
        "Dear Ms. Okafor,",
        "Thank you for today. Could you give me some feedback on my interview?",
        "Best,",
        "Lee",
    )
    picture = "<img src='http://localhost:9/a.png'><link rel='stylesheet' href='http://localhost:9/a.css'>"
    page = "".join(f"<p>{word}</p>" for word in words) + picture
    (tmp_path / "a.eml").write_text(f"Subject: Thank you\nContent-Type: text/html\n\n{page}", encoding="utf-8")
    document = docx.Document()
    for word in words:
        document.add_paragraph(word)
    document.save(tmp_path / "a.docx")
    result = guarded(GUARD, "--format", "concise", str(tmp_path))
    assert [entry for entry in json.loads(result.stderr) if entry != PROBE] == []
    assert result.stdout.count("no-feedback-requests") == 2


@pytest.mark.parametrize(
    "use",
    ["socket.socket()", "socket.create_connection(('localhost', 9))", "socket.getaddrinfo('localhost', 9)"],
)
def test_the_guard_sees_every_use(use):
    result = guarded(GUARD.replace("from notelint.ui.cli import run", f"import socket; {use}"))
    assert len(json.loads(result.stderr.splitlines()[0])) == 1
    assert "no sockets here" in result.stderr
