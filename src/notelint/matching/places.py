"""Where what is missing belongs: the range that is reported, and the point of insertion."""

from __future__ import annotations

from notelint.drafts import edits
from notelint.drafts.lines import after
from notelint.drafts.signoffs import ended
from notelint.types import Analysis, Draft, Edit, Sentence, Span

_BLANKS = " \t"


def place_of(zone: str, analysis: Analysis) -> Span:
    """The range at which a missing part is reported.

    The last sentence of the zone where it belongs, of the opening the first. Without a greeting it is the body's first
    line, without a close its last line, without a name the close or else the body's last line, without a body the
    greeting, and the draft's first line when there is nothing. Of a line only what its sentence fills is reported.
    """
    draft = analysis.draft
    own, body, close = (_of(name, analysis) for name in (zone, "body", "closing"))
    if zone == "subject":
        return _subject(analysis)
    if own:
        return own[0].span if zone == "opening" else own[-1].span
    if zone == "signature" and close:
        return close[-1].span
    if not body:
        return _anywhere(analysis)
    if zone == "greeting":
        return _first_line(body[0].span, draft)
    return _last_line(body[-1].span, draft) if zone in {"closing", "signature"} else body[-1].span


def insertion(zone: str, words: str, analysis: Analysis) -> Edit:
    """The edit that puts a sentence or a line where it belongs.

    A greeting, close or subject that is there but will not do is replaced; everything else is inserted. Its line ends
    are those of the lines around.
    """
    made = _insertion(zone, words, analysis)
    return Edit(made.span, edits.words(analysis.draft.text, made))


def _insertion(zone: str, words: str, analysis: Analysis) -> Edit:
    """The same with line feeds."""
    if zone == "subject":
        return _in_subject(words, analysis)
    own = _of(zone, analysis)
    if zone in {"greeting", "closing"} and own:
        return Edit(Span(own[0].span.start, own[-1].span.end), words)
    before, between = _before(zone, analysis)
    if before is not None:
        return Edit(Span(before.start, before.start), words + between)
    end = place_of(zone, analysis).end
    between = "\n\n"
    if zone == "signature" and _of("closing", analysis):
        between = "\n"
    elif zone not in {"closing", "signature"} and (own or _of("body", analysis)) and _is_ended(analysis.draft, end):
        between = " "
    return Edit(Span(end, end), between + words)


def without(span: Span, draft: Draft) -> Span:
    """What goes with a sentence that is left out: the blanks between it and the next, or all of its paragraph's end."""
    text, start, end = draft.text, span.start, span.end
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    if end < len(text) and text[end] not in "\r\n":
        return Span(start, end)  # another follows on its line
    begins = start == 0 or text[start - 1] in "\r\n"
    if not begins:  # one stands before it on its line
        while start and text[start - 1] in _BLANKS:
            start -= 1
        return Span(start, end)
    while (
        end < len(text) and text[end] in f"{_BLANKS}\r\n"
    ):  # the line is its own, and goes with the empty ones after it
        end += 1
    return Span(start, end)


def _is_ended(draft: Draft, end: int) -> bool:
    """Whether a sentence ends there, so that another may go on in its paragraph."""
    return ended(draft.text[:end])


def _before(zone: str, analysis: Analysis) -> tuple[Span | None, str]:
    """The words before which a part goes, and what stands between; None for a part that goes after something."""
    if zone == "opening":
        spans, between = _of("opening", analysis), " "
    elif zone == "greeting":
        spans, between = [s for s in analysis.sentences if s.region != "subject"], "\n\n"
    elif zone in {"closing", "signature"}:
        spans, between = _of("signature", analysis), "\n"
    else:
        spans, between = [], ""
    return (spans[0].span if spans else None), between


def _of(zone: str, analysis: Analysis) -> list[Sentence]:
    if zone == "opening":
        return [sentence for sentence in analysis.sentences if sentence.opening]
    return [sentence for sentence in analysis.sentences if sentence.region == zone]


def _anywhere(analysis: Analysis) -> Span:
    for zone in ("greeting", "closing", "signature", "postscript"):
        found = _of(zone, analysis)
        if found:
            return found[-1].span
    return analysis.draft.first_line


def _subject(analysis: Analysis) -> Span:
    header = analysis.draft.headers.get("subject")
    if header is None:
        return analysis.draft.first_line
    return header.span if header.value else header.key_span


def _in_subject(words: str, analysis: Analysis) -> Edit:
    header = analysis.draft.headers.get("subject")
    if header is None:
        fenced = analysis.draft.headers.form == "front-matter"
        text = analysis.draft.text
        at = after(text, _line_end(analysis.draft, text.find("---"))) if fenced else 0
        return Edit(Span(at, at), f"{'subject' if fenced else 'Subject'}: {words}\n")
    return Edit(header.span, words if header.value else f" {words}")


def _line_end(draft: Draft, offset: int) -> int:
    return min((at for mark in "\r\n" if (at := draft.text.find(mark, offset)) >= 0), default=len(draft.text))


def _first_line(span: Span, draft: Draft) -> Span:
    line = draft.text[span.start : min(span.end, _line_end(draft, span.start))]
    return Span(span.start, span.start + len(line.rstrip()))


def _last_line(span: Span, draft: Draft) -> Span:
    start = max(span.start, span.end - draft.position(span.end).column + 1)
    line = draft.text[start : span.end]
    return Span(start + len(line) - len(line.lstrip()), span.end)
