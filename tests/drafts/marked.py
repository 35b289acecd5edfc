"""Letters with a mark where each zone begins: <h>eaders <g>reeting <b>ody <c>losing <s>ignature <p>ostscript <q>uoted."""

import re

from notelint.drafts.read import from_text

KINDS = {
    "h": "headers",
    "g": "greeting",
    "b": "body",
    "c": "closing",
    "s": "signature",
    "p": "postscript",
    "q": "quoted",
}
LETTERS = {kind: letter for letter, kind in KINDS.items()}
MARK = re.compile(r"<([hgbcspq])>")


def unmarked(marked):
    """The letter without marks, and the (kind, start) of each zone."""
    text, zones = "", []
    for index, piece in enumerate(MARK.split(marked)):
        if index % 2:
            zones.append((KINDS[piece], len(text)))
        else:
            text += piece
    return text, zones


def found(text, path="draft.txt"):
    return [(zone.kind, zone.span.start) for zone in from_text(text, path).zones]


def marked(text, path="draft.txt"):
    """The letter with the marks that notelint sets: what a failing test shows."""
    draft = from_text(text, path)
    return "".join(f"<{LETTERS[zone.kind]}>{draft.slice(zone.span)}" for zone in draft.zones)


def lines(block):
    """The lines of a table, without those that are blank."""
    return [line for line in block.split("\n") if line.strip()]


def parts(block):
    """The parts of a table that are divided by lines with a lone `%`, each ended by one line end."""
    return [f"{part.strip(chr(10))}\n" for part in block.split("\n%\n")]
