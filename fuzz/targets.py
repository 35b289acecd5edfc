"""What is fuzzed: each target takes any bytes, and fails when notelint fails otherwise than by an error of its own."""

from __future__ import annotations

import asyncio
import io
import json
import tempfile
import zipfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from notelint import config, pipeline
from notelint.catalogue import lint, load
from notelint.catalogue.source import compose
from notelint.drafts import formats, interview, read
from notelint.drafts.body import body
from notelint.errors import NotelintError
from notelint.language import analyse, model
from notelint.matching import rulebook
from notelint.matching.compile import compile_catalogue
from notelint.matching.engine import judge
from notelint.reporters.table import FORMATS, Manner
from notelint.types import Catalogue, Draft, DraftReport, Report

ROOT = Path(__file__).parents[1]
LETTER = (ROOT / "examples/faulty-thank-you.txt").read_bytes()
_ASKED = (
    ("check", ""),
    ("file", ""),
    ("start", ""),
    ("open", "name=a.txt"),
    ("open", "name=a.eml"),
    ("open", "name=a.docx"),
)
_MAIN = "word/document.xml"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def draft(data: bytes) -> None:
    """The draft readers; the first byte chooses the format."""
    for name, content in _named(data):
        with suppress(NotelintError):
            _sound(read.from_bytes(content, name))
            formats.write(content, name, ())


def word(data: bytes) -> None:
    """The Word reader: the bytes are the XML of the letter's body, in a file that is otherwise whole."""
    packed = word_file(data)
    with suppress(NotelintError):
        _sound(read.from_bytes(packed, "a.docx"))
        formats.write(packed, "a.docx", ())


def check(data: bytes) -> None:
    """The whole way from bytes to the report in every format; the first byte chooses the format of the draft."""
    for name, content in _named(data):
        report = pipeline.check([name], unsaved={name: content})
        for judged in report.drafts:
            _true(judged)
        assert len(report.drafts) + len(report.errors) > 0
        _rendered(report)


def rule(data: bytes) -> None:
    """The rule loader; a rule that can be read is compiled and judges a letter."""
    with suppress(NotelintError, UnicodeDecodeError):
        root = compose(data.decode(), "rule.yml")
        if root is None or root.kind != "map":
            return
        own = load.read_rule(root, "rule.yml", "tone")
        known = rulebook.load_rules(())
        alone = Catalogue({own.id: own}, {}, {})
        broken = lint.check(Catalogue(alone.rules, known.classes, known.weights), _Roots(root))
        if not broken and not _names_classes(data):
            for report in (judge(analysis, compile_catalogue(alone, model.split)) for analysis in _analyses()):
                _true(report)


def words(data: bytes) -> None:
    """The reader of word classes."""
    with suppress(NotelintError, UnicodeDecodeError):
        root = compose(data.decode(), "words/a.yml")
        if root is not None and root.kind == "map":
            load.word_classes(root, "words/a.yml")


def settings(data: bytes) -> None:
    """The config, compared with the shipped rules, and taken for a draft."""
    with _folder() as folder, suppress(NotelintError):
        (folder / config.NAME).write_bytes(data)
        found = config.find(folder / "a.txt").for_path(folder / "a.txt")
        if not found.rule_paths:
            rulebook.catalogue(found)
        rulebook.settings(found, frozenset(), frozenset(), None)


def interviews(data: bytes) -> None:
    """The interview file, and a draft that it counts for."""
    with _folder() as folder, suppress(NotelintError):
        (folder / interview.NAME).write_bytes(data)
        found = interview.read(folder / interview.NAME)
        _sound(interview.given(read.from_bytes(LETTER, str(folder / "a.txt")), found))


def page(data: bytes) -> None:
    """The local page's endpoint; the first byte chooses what is asked, the rest is the request's body."""
    if data:
        path, query = _ASKED[data[0] % len(_ASKED)]
        status = asyncio.run(_answer(path, query, data[1:]))
        assert 200 <= status < 500


TARGETS: dict[str, Callable[[bytes], None]] = {
    "draft": draft,
    "word": word,
    "check": check,
    "rule": rule,
    "words": words,
    "config": settings,
    "interview": interviews,
}
if find_spec("notelint.ui.page") and find_spec("starlette"):
    TARGETS["page"] = page


def seeds(target: str) -> Iterator[bytes]:
    """Good inputs, from which a fuzzer finds its way to bad ones."""
    letters = [path.read_bytes() for path in sorted((ROOT / "examples").rglob("*")) if path.suffix in {".md", ".txt"}]
    if target in {"draft", "check"}:
        for at in range(len(formats.SUFFIXES)):
            yield from (bytes([at]) + letter for letter in letters)
        yield from (bytes([formats.SUFFIXES.index(".eml")]) + mail for mail in _MAILS)
        yield bytes([formats.SUFFIXES.index(".docx")]) + word_file(_WORD)
    elif target == "word":
        yield _WORD
        yield b"\0<w:document %s/>" % _NAMESPACES.encode()
    elif target == "rule":
        yield from (path.read_bytes() for path in sorted((ROOT / "rules").glob("[!w]*/*.yml")))
    elif target == "words":
        yield from (path.read_bytes() for path in sorted((ROOT / "rules/words").glob("*.yml")))
    elif target == "config":
        yield _CONFIG
    elif target == "page":
        letter = LETTER.decode()
        facts = {
            "to": "Ms. Okafor",
            "company": "Ashby",
            "interview": "2026-11-24",
            "interviewers": ["Ana", "Bo"],
            "topics": ["tea"],
        }
        asked = {"letter": letter, "facts": facts, "name": "a.md"}, {"letter": letter}, {"kind": "thank-you", **facts}
        yield from (bytes([at]) + json.dumps(one).encode() for at in range(len(_ASKED)) for one in asked)
        yield from (bytes([3]) + seed[1:] for seed in seeds("draft"))
    elif target == "interview":
        yield from (path.read_bytes() for path in sorted((ROOT / "examples").rglob(interview.NAME)))


def word_file(body: bytes) -> bytes:
    """A Word file whose letter is this XML, or whose main part is what stands behind a NUL."""
    main = b"<w:document %s><w:body>%s</w:body></w:document>" % (_NAMESPACES.encode(), body)
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in _parts().items():
            if name != _MAIN:
                new.writestr(name, part)
        new.writestr(_MAIN, body[1:] if body.startswith(b"\0") else main)
    return done.getvalue()


@cache
def _parts() -> dict[str, bytes]:
    """The parts of a blank Word file."""
    from docx import Document

    blank = io.BytesIO()
    Document().save(blank)
    with zipfile.ZipFile(blank) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def _answer(path: str, query: str, data: bytes) -> int:
    """The status that the page answers with."""
    said: list[int] = []
    waiting = [{"type": "http.request", "body": data, "more_body": False}]
    headers = {"host": "127.0.0.1:1", "origin": "http://127.0.0.1:1", "content-type": "application/json"}
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": f"/t/{path}", "raw_path": f"/t/{path}".encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "server": ("127.0.0.1", 1), "client": ("127.0.0.1", 2),
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            said.append(int(str(message["status"])))

    await _app()(scope, receive, send)
    return said[0]


@cache
def _app() -> Callable[..., Awaitable[None]]:
    from notelint.ui.page.app import Page, build

    return build(Page(pipeline.Options()), "t", 1)


class _Roots(dict[str, object]):
    """The content of the one file that is read, under whatever name it is asked for; word classes have none."""

    def __init__(self, root: object) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, _path: str) -> object:
        return self._root


def _named(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data:
        yield f"letter{formats.SUFFIXES[data[0] % len(formats.SUFFIXES)]}", data[1:]


def _names_classes(data: bytes) -> bool:
    return b"<" in data or b"rule:" in data or b"weighs" in data


def _sound(found: Draft) -> None:
    """Zones are a partition, and the other parts of a draft can be asked for."""
    assert "".join(found.slice(zone.span) for zone in found.zones) == found.text
    for entry in found.headers.entries:
        assert 0 <= entry.span.start <= entry.span.end <= len(found.text)
    body(found)


def _true(report: DraftReport) -> None:
    """What is reported stands in the draft."""
    text = report.draft.text
    for violation in report.violations:
        assert 0 <= violation.span.start <= violation.span.end <= len(text)
        assert violation.text == text[violation.span.start : violation.span.end]


def _rendered(report: Report) -> None:
    rules = rulebook.load_rules(()).rules
    for form in FORMATS.values():
        form.render(report, Manner(rules=rules))


@cache
def _analyses() -> tuple:
    return tuple(
        analyse(read.from_bytes(path.read_bytes(), path.name)) for path in sorted((ROOT / "examples").glob("*.*"))
    )


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="notelint-fuzz-") as folder:
        yield Path(folder)


_MAILS = (
    b"From: Jo Park <jo@park.example>\nTo: Amara Okafor <amara@ashby.example>\nSubject: =?utf-8?q?Thank_you?=\n"
    b"Date: Tue, 3 Nov 2026 17:42:00 +0100\nX-Notelint-Kind: thank-you\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\nDear Ms. Okafor,\n\nThank you for=20your time.\n\nBest,\nJo\n\n--b\n"
    b"Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nPHA+RGVhciBNcy4gT2thZm9yPC9wPg==\n"
    b"\n--b--\n",
    b"Subject: Thank you\nX-Unsent: 1\nContent-Type: text/html; charset=utf-7\n\n<p class=MsoNormal>Dear Ms. Okafor,</p>"
    b"<blockquote type=cite>Can you <b>come</b>?</blockquote><table><tr><td>Jo</td></tr></table><ul><li>x</ul>\n",
    b"Subject: Thank you\nContent-Type: text/plain; format=flowed; delsp=yes\n\nDear Ms. Okafor, \nthank you. \n> Hi\n",
    b"Subject: Thank you\nContent-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: message/rfc822\n\n"
    b"Subject: in\n\nHello\n--c\nContent-Disposition: attachment; filename=a.txt\n\nx\n--c--\n",
)
_WORD = (
    b"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Dear Ms. Okafor,</w:t><w:br/><w:tab/></w:r></w:p>"
    b'<w:p><w:ins w:id="1"><w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> Thank you</w:t></w:r></w:ins>'
    b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    b'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    b'<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Best,</w:t><w:sym w:char="F04A"/></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/>'
)
_CONFIG = b"""\
rules:
  no-gifts: off
  keep-it-concise: {severity: error, thank-you: 20-300}
exclude: [old/**, "*.bak"]
fail_on: error
words: [Ashby]
country: GB-ENG
baseline: known.json
per_path:
  "drafts/*.txt": {rules: {no-shouting: warning}}
"""
