"""What mail programs and firms add below a letter: the delimiter `-- `, “Sent from my …”, legal and other notices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notelint.drafts import blocks, closes, programs
from notelint.drafts.lines import Line, split
from notelint.drafts.words import is_contact, is_name, is_signature_line, plain
from notelint.types import Span

_MAIL = r"(?:e-?mail|mail|message|communication|transmission|correspondence)(?: message)?"
_DEVICE = re.compile(
    r"(?:sent|written|dictated|typed|composed) (?:(?:from|via|using|on) my\b"
    r"|(?:from|via|with|using|on|by) (?:(?:the|an?) )?(?:new )?(?:outlook|gmail|yahoo|proton|mail\b|samsung|galaxy"
    r"|iphone|ipad|android|aol|blackberry|spark|mobile|phone|smartphone|tablet)).{0,90}"
    r"|get outlook for .{1,60}|(?:download|get) \w+ for (?:ios|android)|typed with my thumbs"
    r"|sent on the (?:go|move)\b.{0,60}|" + "|".join(programs.DEVICES),
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:strictly |privileged (?:and|&) )?confidential(?:ity)?(?: (?:notice|note|statement|warning)\b|:)"
    rf"|(?:legal |{_MAIL} )?(?:disclaimer|legal notice)\s?[:.-]|(?:important|privacy) notice\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    rf"this {_MAIL}\b.{{0,90}}\b(?:confidential (?:and|information)|legally privileged|privileged (?:and|information)"
    r"|(?:intended|meant|is|are) (?:only |solely |exclusively )?for the (?:sole |exclusive |confidential )?"
    r"(?:use|addressees?|persons?|individuals?|named|recipients?|attention|intended)\b|intended recipients?"
    r"|addressees? only)"
    rf"|the (?:information|contents?)\b.{{0,40}}\b(?:this|the) {_MAIL}\b.{{0,80}}\b"
    r"(?:confidential|privileged|intended)\b"
    rf"|if you (?:are not the (?:intended|named)|(?:have )?received? this {_MAIL} (?:in error|by mistake))",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    rf"(?:please )?(?:consider|think (?:of|about)) (?:the|our) environment\b|(?:please )?think before (?:you )?print"
    r"|virus-?free\b|unsubscribe\b|registered (?:office|address)\b|registered in .{2,40}\d"
    rf"|this {_MAIL}\b.{{0,40}}\b(?:scanned|checked)\b.{{0,30}}\b(?:virus|malware|spam)"
    r"|.{2,60}\b(?:registered office\b|is registered in .{2,40}\d|(?:company|vat|registration) (?:no|number|reg)\b)",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"(?:disclaimer: )?(?:the |all |any )?(?:views|opinions)\b.{0,30}\b"
    r"(?:(?:are|is) (?:my|his|her|their|our) own|of the (?:author|sender)|expressed (?:here|above|in this))",
    re.IGNORECASE,
)
_FOREIGN = re.compile(rf"\b(?:{programs.CONFIDENTIAL})", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_SIGNS = " \t*_\\|<>[]()~–—-•·🌳🌲🍃🌍🌱"
_DELIMITED = 24  # lines
_BARRED = 12
_LONGEST = 300
_HIGHEST = 40  # lines of a notice


def first(lines: Sequence[Line], rest: Sequence[int]) -> int:
    """Where in `rest` the letter ends and what a mail program or firm adds begins.

    Args:
        lines: the writer's lines.
        rest: the indices of visible ones; postscripts are left out.

    Returns:
        A position in `rest`, its length when nothing was added. The first line is always the letter's.
    """
    end = _delimiter(lines, rest)
    end = min(end, next((k for k in range(1, end) if _is_legal(lines, rest, k)), end))
    while (earlier := _above(lines, rest, end)) < end:
        end = earlier
    return end


def _delimiter(lines: Sequence[Line], rest: Sequence[int]) -> int:
    for k in reversed(range(max(1, len(rest) - _DELIMITED - 1), len(rest))):
        text = lines[rest[k]].text.strip()
        below = [lines[at].text for at in rest[k + 1 :]]
        if not below or closes.is_close(plain(below[0])):
            continue
        if text == "--":
            return k
        if (blocks.is_bar(text) or text in {"---", "—", "***"}) and len(below) <= _BARRED and _signs(below):
            return k
    return len(rest)


def _signs(below: list[str]) -> bool:
    return (is_name(below[0]) or is_contact(below[0])) and all(is_signature_line(text) for text in below)


def _above(lines: Sequence[Line], rest: Sequence[int], end: int) -> int:
    """The position of the last thing added above a position."""
    if end < 2:  # noqa: PLR2004  the first line is the letter's
        return end
    if _DEVICE.fullmatch(_plain(lines[rest[end - 1]].text).rstrip(". ")):
        return end - 1
    start = end - 1
    while start > max(1, end - _HIGHEST) and not _opens(lines, rest, start):
        if is_signature_line(lines[rest[start - 1]].text) and _is_notice(_paragraph(lines, rest[start:end])):
            return start
        start -= 1
    return start if _is_notice(_paragraph(lines, rest[start:end])) else end


def notices(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Which lines of a signature are a notice, and nobody's own words.

    Args:
        text: the draft's text.
        start: of the signature.
        end: of the signature.
    """
    lines = split(text[:end], start)
    rest = [at for at, line in enumerate(lines) if not line.blank]
    legal = next((k for k in range(len(rest)) if _is_legal(lines, rest, k)), len(rest))
    found = rest[legal:]
    for k, at in enumerate(rest[:legal]):
        alone = _plain(lines[at].text)
        if _DEVICE.match(alone) or _is_notice(alone):
            found += rest[k : _close(lines, rest, k)]
    return tuple(Span(lines[at].start, lines[at].end) for at in sorted(set(found)))


def _close(lines: Sequence[Line], rest: Sequence[int], k: int) -> int:
    """The position after the paragraph that goes on at one."""
    return next((after for after in range(k + 1, len(rest)) if _opens(lines, rest, after)), len(rest))


def _is_notice(text: str) -> bool:
    notice = (_NOTICE.match(text) or _FOREIGN.search(text)) and not _OWN.search(text)
    return bool(notice) or _VIEWS.match(text) is not None


def _opens(lines: Sequence[Line], rest: Sequence[int], k: int) -> bool:
    """Whether a paragraph begins at a position."""
    return lines[rest[k] - 1].blank or rest[k - 1] != rest[k] - 1


def _is_legal(lines: Sequence[Line], rest: Sequence[int], k: int) -> bool:
    text = _paragraph(lines, rest[k : k + 4])
    return not _OWN.search(text) and (_TITLED.match(text) is not None or _LEGAL.match(text) is not None)


def _paragraph(lines: Sequence[Line], indices: Sequence[int]) -> str:
    return " ".join(_plain(lines[at].text) for at in indices)[:_LONGEST]


def _plain(text: str) -> str:
    return plain(text[:_LONGEST]).strip(_SIGNS)
