"""Whether a draft is written in English."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.language.lexicon import word_set
from notelint.language.ordinary import is_ordinary
from notelint.types import Sentence

# The commonest English function words that are not words of German, French, Spanish, Dutch or Italian as well.
_COMMON = word_set(
    "the and of to you your for i my that with is it we our this be have are at from would about as not by thank been "
    "will was were they which there their if but please what when how who can could should let know dear thanks time "
    "me on an"
)
_ENOUGH = 12  # with fewer words nothing can be said
_SHARE = 0.2  # English letters have 0.38 and more, other languages stay under 0.12
_SHARE_ORDINARY = 0.6  # English in telegraphic style has 0.9, German full of English words 0.4


def is_english(sentences: Sequence[Sentence]) -> bool:
    """True unless at least twelve words of body and postscript show another language."""
    words = [
        token.lower
        for sentence in sentences
        if sentence.region in {"body", "postscript"}
        for token in sentence.tokens
        if token.lower.isalpha()
    ]
    if len(words) < _ENOUGH or sum(word in _COMMON for word in words) >= _SHARE * len(words):
        return True
    return sum(map(is_ordinary, words)) >= _SHARE_ORDINARY * len(words)
