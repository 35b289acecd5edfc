"""The parse of a paragraph as plain objects.

A token of spaCy is made anew, and its strings are looked up, each time that it is asked for one, and clauses ask some
thirty times a token. So the columns of a paragraph are read at once, and what follows from a word alone is kept for as
long as the process runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from notelint.language import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from notelint.language.model import SpacyDoc

_FORM: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG"]
_PLACE: list[int | str] = ["DEP", "HEAD", "IDX", "SENT_START"]
_MOST = 1 << 15  # forms that are kept, so that the memory of a run over any text is bounded
_UNSIGNED = (1 << 64) - 1
_PAST = frozenset({"VBN", "VBD"})
_VERBAL = frozenset({"AUX", "VERB", "PART"})
_CLIPPED = {"nt": "n't", "m": "'m", "ve": "'ve", "re": "'re", "ll": "'ll", "s": "'s"}
"""What the tokenizer cuts off “dont”, “im” or “ive”: read as if it had its apostrophe."""

_NONE: list[Word] = []  # the children of most words, never filled


class Word:
    """One token of a paragraph, and what hangs on it.

    Attributes:
        i: its place in the paragraph; white space counts.
        start: its first code point in the paragraph's text.
        form: what is known of it without its sentence.
        text: as it stands.
        lower: in small letters, contractions with their apostrophe.
        lemma: in small letters, with the small model's commonest mistakes mended.
        pos: part of speech.
        tag: the same, finer.
        dep: the label by which it hangs on its head.
        head: its governor; itself at a root.
        children: what hangs on it, in text order.
        doc: the words of its paragraph.
        sentence: those of its sentence.
    """

    __slots__ = (
        "children", "dep", "doc", "form", "head", "i", "lemma", "lower", "pos", "sentence", "start", "tag", "text",
    )  # fmt: skip
    head: Word

    def __init__(self, i: int, start: int, form: _Form, dep: str, doc: Sequence[Word]) -> None:
        self.i = i
        self.start = start
        self.form = form
        self.text, self.lower, self.lemma, self.pos, self.tag, *_ = form
        self.dep = dep
        self.children: list[Word] = _NONE
        self.doc = self.sentence = doc

    @property
    def subtree(self) -> list[Word]:
        """The word and all that is under it, in text order."""
        found: list[Word] = []
        self._gather(found)
        return found

    @property
    def conjuncts(self) -> list[Word]:
        """What is coordinated with the word, wherever in the row it stands."""
        if not self.children and self.dep != "conj":
            return []
        first = self
        while first.dep == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [child for child in word.children if child.i > word.i and child.dep == "conj"]
        return [word for word in found if word is not self]

    def _gather(self, found: list[Word]) -> None:
        own = True
        for child in self.children:
            if own and child.i > self.i:
                own = False
                found.append(self)
            child._gather(found)  # noqa: SLF001 - of the same class
        if own:
            found.append(self)


class _Form(NamedTuple):
    """What is known of a word by its form and what the model takes it for."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    inflected: bool  # the form is not the lemma
    space: bool
    alpha: bool
    punct: bool
    capitals: bool  # two and more letters, all of them capitals


_forms: dict[tuple[int, ...], _Form] = {}
_labels: dict[int, str] = {}


def words(doc: SpacyDoc) -> list[Word]:
    """The words of a parsed paragraph."""
    found: list[Word] = []
    deps, heads, starts, begins = _columns(doc, _PLACE)
    forms, labels = _forms, _labels
    for i, (key, dep) in enumerate(zip(zip(*_columns(doc, _FORM), strict=True), deps, strict=True)):
        form = forms.get(key) or _form(doc, *key)
        found.append(Word(i, starts[i], form, labels.get(dep) or _label(doc, dep), found))
    _hang(found, heads)
    cuts = [i for i, begin in enumerate(begins) if begin == 1 and i]
    for first, after in zip([0, *cuts], [*cuts, len(found)], strict=True) if cuts else ():
        sentence = found[first:after]
        for word in sentence:
            word.sentence = sentence
    return found


def sentences(found: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The sentences that these words make."""
    at = 0
    while at < len(found):
        sentence = found[at].sentence
        at += len(sentence)
        yield sentence


def release(found: Sequence[Word]) -> None:
    """Part words that nobody needs any more, so that they go at once, and not when garbage is looked for.

    A paragraph's words hold each other in circles, and to find these takes longer than to make the words.
    """
    for word in found:
        word.children = _NONE
        word.doc = word.sentence = ()
        del word.head


def _columns(doc: SpacyDoc, names: list[int | str]) -> list[list[int]]:
    """Attributes of all tokens, with their sign."""
    columns: list[list[int]] = doc.to_array(names).view("int64").T.tolist()
    return columns


def _string(doc: SpacyDoc, number: int) -> str:
    return str(doc.vocab.strings[number & _UNSIGNED])


def _label(doc: SpacyDoc, number: int) -> str:
    label = _labels[number] = _string(doc, number)
    return label


def _form(doc: SpacyDoc, orth: int, number: int, pos: int, tag: int) -> _Form:
    if len(_forms) >= _MOST:
        _forms.clear()
    lexeme = doc.vocab[orth & _UNSIGNED]
    text, lower, written, kind = lexeme.orth_, lexeme.lower_, _string(doc, number), _label(doc, pos)
    if kind in _VERBAL:
        lower = _CLIPPED.get(lower, lower)
    form = _forms[orth, number, pos, tag] = _Form(
        text,
        lower,
        lemma=lexicon.LEMMAS.get(lower) or written.lower() or lower,
        pos=kind,
        tag=_label(doc, tag),
        inflected=lower != written,
        space=lexeme.is_space,
        alpha=lexeme.is_alpha,
        punct=lexeme.is_punct,
        capitals=lexeme.is_upper and lexeme.is_alpha and len(text) > 1,
    )
    return form


def _hang(found: Sequence[Word], heads: Sequence[int]) -> None:
    """Tell each word its head, and each head its children."""
    for i, (word, away) in enumerate(zip(found, heads, strict=True)):
        head = word.head = found[i + away]
        if not away:
            continue
        if head.children:
            head.children.append(word)
        else:
            head.children = [word]
    for word in found:
        if word.lower == "'d":  # “I'd come”: the participle looks like the infinitive
            word.lemma = "have" if word.head.tag in _PAST and word.head.form.inflected else "would"
