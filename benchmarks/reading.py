"""What the rules about reading say of good letters: the measurements behind their limits.

    python benchmarks/reading.py

Prints, for the faultless notes of the tuning authors, how many are flagged by each rule and how they are spread between
the limits; then every doubling and misspelling in all notes and items: each should be a slip of the author's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus import items, notes

from notelint.catalogue.options import typed
from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.language.count import count_words
from notelint.matching import checks
from notelint.matching.checks import Context, Fault
from notelint.matching.checks.readable_prose import measured
from notelint.types import Analysis

LENGTH, PROSE, DOUBLED, SPELLING = "keep-it-concise", "readable-prose", "repeated-words", "misspelled-words"
TOGETHER = 60  # items judged in one draft


def main() -> None:
    """Print the figures."""
    letters = [(note, _letter(note.kind, note.text)) for note in notes("tuning")]
    good = [letter for note, letter in letters if not note.breaks]
    flagged = Counter(rule for letter in good for rule in (LENGTH, PROSE) if _said(rule, letter))
    print(f"{len(good)} faultless notes; flagged: {dict(flagged)}")
    for kind in ("thank-you", "follow-up", "reminder"):
        _spread(f"words in a {kind}", [_words(letter) for letter in good if letter.kind.kind == kind])
    _spread("long words in an average sentence", [measured(letter) for letter in good])
    for letter in (*(letter for _, letter in letters), *_items()):
        for found in (*_said(DOUBLED, letter), *_said(SPELLING, letter)):
            print(
                f"{found.message}  …{' '.join(letter.draft.text[found.span.start - 40 : found.span.end + 40].split())}…"
            )


def _letter(kind: str, text: str) -> Analysis:
    return analyse(from_text(f"---\nkind: {kind}\n---\n{text}", "draft.txt"))


def _items() -> Iterator[Analysis]:
    """All texts of the items, many in one letter."""
    texts = list(dict.fromkeys(_text(item.draft, item.lines) for item in items("tuning")))
    for start in range(0, len(texts), TOGETHER):
        body = "\n\n".join(texts[start : start + TOGETHER])
        yield _letter("thank-you", f"Dear Ms. Okafor,\n\n{body}\n\nKind regards,\nDana Whitfield\n")


def _text(draft: str, lines: tuple[int, int]) -> str:
    return "\n".join(draft.splitlines()[lines[0] - 1 : lines[1]])


def _said(rule: str, letter: Analysis) -> list[Fault]:
    context = Context(letter, typed(rule, {}))
    return [found for found in checks.run(rule, context) if isinstance(found, Fault)]


def _words(letter: Analysis) -> int:
    return sum(count_words(paragraph.text) for paragraph in letter.paragraphs if paragraph.region == "body")


def _spread(what: str, values: Sequence[float]) -> None:
    ordered = sorted(values)
    marks = ((0, "least"), (0.5, "median"), (0.98, "98 %"), (1, "most"))
    shown = ", ".join(
        f"{name} {ordered[min(int(share * len(ordered)), len(ordered) - 1)]:.1f}" for share, name in marks
    )
    print(f"{what}: {shown}")


if __name__ == "__main__":
    main()
