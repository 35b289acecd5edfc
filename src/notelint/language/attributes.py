"""Part of speech, morphology and lemma by the model's own rules, each kind of token asked about once.

The model's attribute ruler tries its patterns on each token of each text, which takes a fifth of the parse. All but a
few of them look at one token alone, at its word, tag and relation, so what the ruler says of `gets`, VBZ, ROOT is kept,
and it is asked only about what is new; and so with the lemmatizer. A text in which one of the longer patterns matches
(“there's”, “let's”, “gonna”), or that holds a token of white space, goes the model's own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.pipeline.lemmatizer import Lemmatizer
    from spacy.tokens import Doc, Token

_NAME = "notelint_attributes"
RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_LOOKED_AT = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
_SAID = frozenset({"POS", "MORPH", "LEMMA", "TAG", "DEP"})  # the last two of white space alone
_READ = ("LOWER", "ORTH", "TAG", "DEP")
_WRITTEN = ("POS", "MORPH", "LEMMA")
_MOST = 50_000  # kinds of token that are kept, 300 bytes each

Pattern = Sequence[dict[str, Any]]
Kind = tuple[int, int, int, int]


class Said(NamedTuple):
    """What is said of a kind of token: three attributes, and whether it takes a look at what stands around it."""

    values: tuple[int, int, int]
    looks: bool


class Attributes:
    """The component that stands for a model's attribute ruler and lemmatizer."""

    def __init__(self, nlp: Language) -> None:
        """Take over from the two.

        Raises:
            ValueError: the model's are of another kind.
        """
        self._ruler = cast("AttributeRuler", nlp.get_pipe(RULER))
        self._lemmatizer = cast("Lemmatizer", nlp.get_pipe(LEMMATIZER))
        entries = cast("list[dict[str, Any]]", self._ruler.patterns)
        patterns: list[Pattern] = [pattern for entry in entries for pattern in entry["patterns"]]
        _check(patterns, {key for entry in entries for key in entry["attrs"]})
        if self._lemmatizer.overwrite:
            raise ValueError("the lemmatizer has the last word")
        longer = [pattern for pattern in patterns if len(pattern) > 1]
        self._longer, self._begins = _matcher(nlp, longer), _matcher(nlp, [pattern[:1] for pattern in longer])
        self._named = re.compile("|".join(_named(patterns)))
        self._ruled: dict[tuple[str, int, int], Said] = {}
        self._kept: dict[Kind, Said] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the three attributes of each token of a tagged and parsed text."""
        from numpy import array, uint64  # noqa: PLC0415 - with spaCy

        kept = self._kept
        kinds = cast("list[Kind]", [tuple(kind) for kind in doc.to_array(list(_READ)).tolist()])
        said = [kept.get(kind) or self._learn(doc[index], kind) for index, kind in enumerate(kinds)]
        looks = any(one.looks for one in said)
        if not said or (looks and (any(token.is_space for token in doc) or self._longer(doc, allow_missing=True))):
            return self._lemmatizer(self._ruler(doc))
        return doc.from_array(list(_WRITTEN), cast("Any", array([one.values for one in said], dtype=uint64)))

    def _learn(self, token: Token, kind: Kind) -> Said:
        """What is said of a token of a new kind; leaves its lemma open."""
        said = self._rule(token)
        pos, morph, lemma = said.values
        token.pos = pos
        token.set_morph(morph)  # type: ignore[attr-defined]
        if not lemma:
            lemma = token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[kind] = found = Said((pos, morph, lemma), said.looks)
        return found

    def _rule(self, token: Token) -> Said:
        """What the ruler says of a token, asked with a text that has no other."""
        word = token.lower_ if self._named.search(token.lower_) or token.is_space else ""
        key = (word, token.tag, token.dep)
        if key not in self._ruled:
            from spacy.tokens import Doc  # noqa: PLC0415 - with spaCy

            alone = Doc(token.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_])
            looks = token.is_space or bool(self._begins(alone, allow_missing=True))
            self._ruler(alone)
            pos, morph, lemma = (int(value) for value in alone.to_array(list(_WRITTEN))[0])
            self._ruled[key] = Said((pos, morph, lemma), looks)
        return self._ruled[key]


def take_over(nlp: Language) -> None:
    """Let a component stand for the ruler and the lemmatizer, which must end the pipeline.

    Raises:
        ValueError: the model's are of another kind, or elsewhere.
    """
    if nlp.pipe_names[-2:] != [RULER, LEMMATIZER]:
        raise ValueError("the pipeline ends in another way")
    nlp.component(_NAME, func=Attributes(nlp))
    nlp.select_pipes(disable=[RULER, LEMMATIZER])
    nlp.add_pipe(_NAME)


def _check(patterns: Iterable[Pattern], said: set[str]) -> None:
    """Raise an error when patterns look at something that a kind of token does not tell."""
    asked = {key for pattern in patterns for token in pattern for key in token}
    if not (asked <= _LOOKED_AT and said <= _SAID):
        raise ValueError(f"the ruler's patterns look at {asked} and say {said}")


def _named(patterns: Iterable[Pattern]) -> Iterator[str]:
    """Expressions for all words that patterns name; of other words they say the same.

    Raises:
        ValueError: a pattern names words in another way than one by one, in lists and by expressions.
    """
    for pattern in patterns:
        for token in pattern:
            asked = token.get("LOWER", {})
            if isinstance(asked, str):
                yield f"^{re.escape(asked)}$"
            elif asked.keys() <= {"IN", "NOT_IN"}:
                yield from (f"^{re.escape(word)}$" for words in asked.values() for word in words)
            elif asked.keys() <= {"REGEX"}:
                yield f"(?:{asked['REGEX']})"
            else:
                raise ValueError(f"the ruler's patterns name words by {asked}")


def _matcher(nlp: Language, patterns: Iterable[Pattern]) -> Matcher:
    from spacy.matcher import Matcher  # noqa: PLC0415 - with spaCy

    matcher = Matcher(nlp.vocab)
    matcher.add("longer", [list(pattern) for pattern in patterns])
    return matcher
