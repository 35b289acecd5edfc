"""Where what is missing belongs: the range that is reported, and the point of insertion."""

from __future__ import annotations

from notelint.types import Analysis, Edit, RegionKind, Sentence, Span, ZoneKind


def place_of(zone: RegionKind | str, analysis: Analysis) -> Span:
    """The range at which a missing part is reported.

    The last sentence of the zone where it belongs; without a greeting the first line of the body, without a close or a
    signature the last line before, without a body the greeting, and the draft's first line when there is nothing.
    """
    sentences = analysis.sentences
    if zone == "subject":
        header = analysis.draft.headers.get("subject")
        if header is not None:
            return header.span if header.span.end > header.span.start else header.key_span
    if zone == "opening":
        opening = [sentence for sentence in sentences if sentence.opening]
        return opening[0].span if opening else place_of("body", analysis)
    own = [sentence for sentence in sentences if sentence.region == zone]
    if own:
        return own[-1].span
    order = {"greeting": ("body", "closing"), "closing": ("signature", "body"), "signature": ("closing", "body")}
    for other in (*order.get(str(zone), ()), "body", "greeting", "closing", "signature", "postscript"):
        found = [sentence for sentence in sentences if sentence.region == other]
        if found:
            return (found[0] if zone == "greeting" or (zone, other) == ("closing", "signature") else found[-1]).span
    return first_line(analysis)


def insertion(zone: RegionKind | str, words: str, analysis: Analysis) -> Edit:
    """The edit that puts a sentence or line where it belongs."""
    span = place_of(zone, analysis)
    newline = "\r\n" if "\r\n" in analysis.draft.text else "\n"
    if zone == "subject":
        header = analysis.draft.headers.get("subject")
        return Edit(header.span if header else Span(0, 0), words)
    region = next((s.region for s in analysis.sentences if s.span == span), "body")
    if zone == "greeting":
        return Edit(span, words) if region == "greeting" else Edit(Span(span.start, span.start), words + newline * 2)
    if zone == "closing":
        if region == "closing":
            return Edit(span, words)
        return Edit(Span(span.start, span.start), words + newline) if region == "signature" else _after(span, newline * 2 + words)
    if zone == "signature":
        return _after(span, newline + words)
    if zone == "opening":
        return Edit(Span(span.start, span.start), words + " ")
    return _after(span, " " + words) if region == "body" else _after(span, newline * 2 + words)


def _after(span: Span, text: str) -> Edit:
    return Edit(Span(span.end, span.end), text)


def first_line(analysis: Analysis) -> Span:
    """The first line after the headers, the range that is reported when there is nothing else."""
    text = analysis.draft.text
    start = next((zone.span.start for zone in analysis.draft.zones if zone.kind != "headers"), 0)
    start = min(start, len(text))
    end = min((place for mark in "\r\n" if (place := text.find(mark, start)) >= 0), default=len(text))
    return Span(start, end)
