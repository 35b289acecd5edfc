"""One engine behind all doors: the same 40 drafts through each, and the same rule, severity and words everywhere.

A door is a function that takes the folder of drafts and gives, by the draft's name, what it found, each as
(rule, severity, start, end) with offsets in code points. A new door is one more line in DOORS.
"""

import asyncio
import json
import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, client_capabilities, make_test_lsp_client

import notelint
from notelint.drafts import read
from notelint.drafts.lines import line_starts
from notelint.ui.cli import run

PROJECT = Path(__file__).parents[2]
LETTERS = PROJECT / "tests" / "letters"
EXAMPLES = PROJECT / "examples"
NOW = "2026-11-25T09:00"
SUFFIXES = {".txt", ".md", ".eml", ".docx"}

FAULTY = (EXAMPLES / "faulty-thank-you.txt").read_text(encoding="utf-8")
GOOD = (EXAMPLES / "good-thank-you.txt").read_text(encoding="utf-8")
FOLLOW_UP = (EXAMPLES / "follow-up.md").read_text(encoding="utf-8")
EMOJI = FAULTY.replace("Hey Marcus", "Hey 👩‍💻 Marcus 🎉").replace("I know", "😀 I know")

MADE = {
    "empty.txt": "",
    "blank.txt": "\n \n\t\n",
    "no-end-of-line.txt": FAULTY.rstrip("\n"),
    "crlf.txt": FAULTY.replace("\n", "\r\n"),
    "cr.txt": FAULTY.replace("\n", "\r"),
    "emoji.txt": EMOJI,
    "emoji-crlf.md": EMOJI.replace("\n", "\r\n"),
    "byte-order-mark.txt": "\ufeff" + FAULTY,
    "accents.txt": FAULTY.replace("Marcus", "Márta Ångström"),
    "quoted.txt": FAULTY + "\nOn Mon, 23 Nov 2026 at 10:00, Marcus wrote:\n> Could you give me some feedback on my visit?\n",
    "front-matter.md": f"---\nsubject: THANKS 🎉 for all\nkind: thank-you\nto: Marcus Webb\n---\n{FAULTY}",
    "mail-headers.txt": f"From: jo@park.example\nTo: marcus@library.example\nSubject: Thanks!!\n\n{FAULTY}",
    "suppressed.md": f"---\nignore: {{no-feedback-requests: they asked}}\n---\n{FAULTY}",
    "suppressed-here.md": FAULTY.replace("I know", "<!-- notelint-ignore no-self-deprecation: true -->\nI know"),
    "topics.md": f"---\ntopics: [the new reading room, night trains]\n---\n{GOOD}",
    "topics-left-out.md": "---\nkind: thank-you\ntopics: [night trains]\n---\nDear Ms. Okafor,\n\nThank you for your time.\n\nKind regards,\nLee Park\n",
    "one-of-a-panel.md": f"---\ncompany: Ashby\nposition: Planner\ninterviewers: [Amara Okafor, Bo Ek]\n---\n{GOOD}",
    "late.txt": f"---\ninterview: 2026-11-20\nsent: 2026-11-24\n---\n{GOOD}",
    "in-time.txt": f"---\ninterview: 2026-11-24 14:30\n---\n{GOOD}",
    "reminder.txt": "---\nkind: reminder\nlast_contact: 2026-11-23\n---\nDear Ms. Okafor,\n\nJust checking in, again. Answer me.\n\nBest regards,\nLee\n",
    "unknown.txt": "Milk, eggs, and two loaves of the the bread.\n",
    "not-english.txt": "Sehr geehrte Frau Okafor,\n\nvielen Dank für das Gespräch am Dienstag. Ich freue mich auf Ihre Antwort.\n\nMit freundlichen Grüßen\nLee Park\n",
    "broken.txt": "---\nkind: telegram\n---\nThank you. Stop.\n",
    "panel/interview.yml": (EXAMPLES / "panel" / "interview.yml").read_text(encoding="utf-8"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return lay(tmp_path_factory.mktemp("drafts"))


def lay(top):
    """Into a folder the drafts: examples, awkward letters, made ones, a mail in HTML, those of one application."""
    for path in [*LETTERS.iterdir(), *EXAMPLES.glob("*.*")]:
        if path.suffix in SUFFIXES:
            shutil.copy(path, top / (path.name if path.parent == LETTERS else f"example-{path.name}"))
    for name, text in MADE.items():
        (top / name).parent.mkdir(exist_ok=True)
        (top / name).write_bytes(text.encode("utf-8"))
    for path in (EXAMPLES / "panel").glob("*.md"):
        shutil.copy(path, top / "panel")
    page = "".join(f"<p>{line}</p>" for line in EMOJI.splitlines())
    (top / "html.eml").write_text(
        f"Subject: Thank you\nContent-Type: text/html; charset=utf-8\n\n{page}", encoding="utf-8"
    )
    (top / "utf-16.txt").write_bytes(FAULTY.encode("utf-16"))
    return top


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.suffix in SUFFIXES)


def of_document(document):
    """What a JSON report found."""
    return {
        draft["path"]: [
            (one["rule"], one["severity"], one["start"]["offset"], one["end"]["offset"]) for one in draft["violations"]
        ]
        for draft in document["drafts"]
    }


def of_reports(reports):
    return {
        report.draft.path: [(one.rule, one.severity, one.span.start, one.span.end) for one in report.violations]
        for report in reports
    }


def command(folder, capsys):
    """`notelint --format json`, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "notelint", "--format", "json", "--now", NOW, *names(folder)],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr  # broken.txt
    return of_document(json.loads(done.stdout))


def one_by_one(folder, capsys):
    """Each draft in a run of its own."""
    found = {}
    for name in names(folder):
        run(["--format", "json", "--now", NOW, name])
        found |= of_document(json.loads(capsys.readouterr().out))
    return found


def concise(folder, capsys):
    """`--format concise`, of which only where each violation begins is known; the end is taken from the library."""
    run(["--format", "concise", "--now", NOW, *names(folder)])
    ends = library_files(folder, capsys)
    found = {name: [] for name in ends}
    for line in capsys.readouterr().out.splitlines():
        if not line.endswith("]"):
            continue
        name, row, column, severity, rest = line.split(":", 4)
        rule = rest.rpartition("[")[2].rstrip("]")
        start = read.read(name).line_starts[int(row) - 1] + int(column) - 1
        end = next(end for other, _, begin, end in ends[name] if (other, begin) == (rule, start))
        found[name].append((rule, severity.strip(), start, end))
    return found


def library_files(folder, capsys):
    """`notelint.check_paths`."""
    return of_reports(notelint.check_paths(names(folder), now=datetime.fromisoformat(NOW)).drafts)


def library_texts(folder, capsys):
    """`notelint.check_text`, each draft as an editor holds it; a file that is no UTF-8 text has none to give."""
    found = {}
    for name in names(folder):
        try:
            text = Path(name).read_bytes().decode("utf-8")
            report = notelint.check_text(text, path=name, now=datetime.fromisoformat(NOW))
        except UnicodeDecodeError:
            found |= of_reports(notelint.check_path(name, now=datetime.fromisoformat(NOW)).drafts)
        except notelint.DraftError:
            continue
        else:
            shift = text.startswith("\ufeff")  # a mark that is no part of a draft's text is one of the program's
            found[name] = [
                (rule, severity, start - shift, end - shift)
                for rule, severity, start, end in of_reports([report])[name]
            ]
    return found


def sarif(folder, capsys):
    """`--format sarif`, as code scanning reads it; in a mail or Word file it knows no offsets."""
    run(["--format", "sarif", "--now", NOW, *names(folder)])
    found = {name: [] for name in names(folder) if Path(name).suffix in {".txt", ".md"} and name != "broken.txt"}
    levels = {"error": "error", "warning": "warning", "note": "suggestion"}
    for result in json.loads(capsys.readouterr().out)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        name = unquote(place["artifactLocation"]["uri"])
        if name not in found or result["suppressions"]:
            continue
        start, length = place["region"]["charOffset"], place["region"]["charLength"]
        violation = (result["ruleId"], levels[result["level"]], start, start + length)
        found[name].append(violation)
    return found


def language_server(folder, capsys):
    """`notelint lsp`, to which an editor shows every draft that is text, in its own unit, UTF-16."""
    texts = {}
    for name in names(folder):
        with suppress(UnicodeDecodeError):
            texts[name] = (folder / name).read_bytes().decode("utf-8").removeprefix("\ufeff")
    texts = {
        name: text for name, text in texts.items() if Path(name).suffix in {".txt", ".md"} and name != "broken.txt"
    }
    return asyncio.run(shown(folder, texts))


async def shown(folder, texts):
    """What the server publishes for each text, as offsets in code points."""
    command = [sys.executable, "-m", "notelint", "lsp", "--stdio"]
    client = await ClientServerConfig(command, make_test_lsp_client).start()
    told, news = {}, asyncio.Event()

    def hear(params):
        told[params.uri] = params
        news.set()

    client.protocol.fm.features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = hear
    capabilities = client_capabilities("visual_studio_code")
    options = {"now": NOW}
    await client.initialize_session(
        lsp.InitializeParams(capabilities, root_uri=folder.as_uri(), initialization_options=options)
    )
    uris = {name: (folder / name).as_uri() for name in texts}
    for name, text in texts.items():
        client.text_document_did_open(
            lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uris[name], "plaintext", 1, text))
        )
    async with asyncio.timeout(150):
        while not set(uris.values()) <= set(told):
            news.clear()
            await news.wait()
    await client.shutdown_session()
    await client.stop()
    return {name: diagnosed(texts[name], told[uri].diagnostics) for name, uri in uris.items()}


def diagnosed(text, diagnostics):
    """Diagnostics as violations; remarks are hints."""
    starts = line_starts(text)
    words = {1: "error", 2: "warning", 3: "suggestion"}

    def offset(place):
        line = text[starts[place.line] :].encode("utf-16-le")[: 2 * place.character]
        return starts[place.line] + len(line.decode("utf-16-le"))

    return [
        (one.code, words[one.severity], offset(one.range.start), offset(one.range.end))
        for one in diagnostics
        if one.severity in words
    ]


DOORS = {one_by_one: 45, concise: 45, sarif: 38, library_files: 45, library_texts: 40, language_server: 35}
"""Each door, and how many of the drafts it can look at, at least."""


@pytest.fixture(scope="module")
def wanted(folder):
    return command(folder, None)


def test_there_are_forty_drafts_with_findings_of_many_rules(folder, wanted):
    assert len(names(folder)) >= 40
    assert len({violation[0] for found in wanted.values() for violation in found}) >= 20
    assert set(names(folder)) - set(wanted) == {"broken.txt"}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_each_door_finds_the_same(folder, wanted, door, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    found = door(folder, capsys)
    assert len(found) >= DOORS[door]
    assert {name: sorted(one) for name, one in found.items()} == {name: sorted(wanted[name]) for name in found}
