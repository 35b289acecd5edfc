"""Reports built by hand: a draft, and violations at words of it."""

from notelint.types import (
    Draft,
    DraftReport,
    Edit,
    Evidence,
    Header,
    Headers,
    KindFinding,
    NotRun,
    Part,
    Span,
    Suggestion,
    Violation,
    Zone,
)

LETTER = """Dear Ms. Okafor,

Thank you for taking the time to meet me on Tuesday. Could you give me some feedback on my interview?
I look forward to hearing from you.

Best regards,
Lee Park
"""


def draft(text=LETTER, path="draft.txt", *, fronted=False):
    starts = [0]
    for offset, c in enumerate(text):
        if c == "\n" or (c == "\r" and text[offset + 1 : offset + 2] != "\n"):
            starts.append(offset + 1)
    headers = (
        Headers("front-matter", (Header("kind", "thank-you", ("thank-you",), Span(0, 0), Span(0, 0)),))
        if fronted
        else Headers()
    )
    return Draft(path, text, headers, (Zone("body", Span(0, len(text))),), (), (), tuple(starts))


def span(source, words):
    start = source.text.index(words)
    return Span(start, start + len(words))


def violation(source, words, rule="no-feedback-requests", severity="error", **fields):
    where = span(source, words)
    values = {
        "message": f"“{words}” asks how you did.",
        "why": "The reader may not be allowed to answer.",
        "suggestions": (Suggestion("Could you tell me what the next steps are?", (Edit(where, "Could you …?"),)),),
        "zone": "body",
        "fix": None,
        "chapter": ("§8",),
        "fingerprint": "f00d",
        **fields,
    }
    return Violation(rule=rule, severity=severity, span=where, text=source.slice(where), **values)


def missing(source, words, **fields):
    where = span(source, words)
    add = Suggestion(
        "I remain interested in the [position] role.", (Edit(Span(where.end, where.end), " I …"),), ("position",)
    )
    values = {
        "rule": "express-interest",
        "severity": "warning",
        "message": "You do not say that you want the role.",
        "why": "They look for it.",
        "suggestions": (add,),
        **fields,
    }
    return violation(source, words, missing=True, **values)


def report(source=None, violations=(), *, kind="thank-you", come_from="inferred", parts=True, **fields):
    source = source or draft()
    seen = (
        Evidence("thank-you", span(source, "Thank you for taking the time"))
        if "Thank you for taking" in source.text
        else None
    )
    shown = (
        (Part("express-gratitude", "Thanks", seen), Part("express-interest", "Interest in the role", None))
        if parts
        else ()
    )
    found = KindFinding(kind, come_from, (seen,) if seen and come_from == "inferred" and kind != "unknown" else ())
    return DraftReport(source, found, 40, tuple(violations), shown, **fields)


NOT_RUN = (NotRun("subject-line", ("subject",)), NotRun("match-recipient", ("to",)))
