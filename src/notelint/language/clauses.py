"""Clauses: which words belong together around one predicate.

A clause has a head (a verb, or the root of a verbless sentence); its own tokens are those nearer to its head than to
any other. The small model errs often enough that nothing later may hang on one dependency label: everything here reads
labels as hints and falls back to the sentence as one clause.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from notelint.language import lexicon

if TYPE_CHECKING:
    from notelint.language.model import SpacyToken

_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis", "conj", "dep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_COMPLEMENTS = frozenset({"prt", "attr", "acomp", "oprd", "dobj", "dative"})


@dataclass(slots=True)
class RawClause:
    """A clause under construction: tokens of spaCy, slots to be filled."""

    index: int
    head: SpacyToken
    parent: RawClause | None
    own: list[SpacyToken] = field(default_factory=list)
    who: str = "nobody"
    act: str = "statement"
    frame: str = "own"
    polarity: str = "positive"
    modal: str = ""
    time: str = "present"

    @property
    def dep(self) -> str:
        """The label by which the head hangs on its governor."""
        return str(self.head.dep_)

    @property
    def lemma(self) -> str:
        """The head's lemma, lower case."""
        return str(self.head.lemma_.lower())

    def child(self, *labels: str) -> SpacyToken | None:
        """The first child of the head with one of these labels."""
        return next((token for token in self.head.children if token.dep_ in labels), None)

    @property
    def subject(self) -> SpacyToken | None:
        """The head's own subject, expletives last."""
        subjects = [token for token in self.head.children if token.dep_ in _SUBJECTS]
        return min(subjects, key=lambda token: token.dep_ == "expl", default=None)

    def words(self) -> list[str]:
        """The lower-case forms of its own tokens, in order."""
        return [token.lower_ for token in self.own]


def build(tokens: list[SpacyToken]) -> list[RawClause]:
    """The clauses of one sentence, in the order of their first token; parents come with them.

    Args:
        tokens: the sentence's tokens, without white space.

    Returns:
        At least one clause for a sentence of at least one token.
    """
    heads = {token.i: token for token in tokens if _is_head(token)}
    drafts: dict[int, RawClause] = {}
    for token in tokens:
        owner = _owner(token, heads)
        draft = drafts.get(owner.i)
        if draft is None:
            draft = drafts[owner.i] = RawClause(len(drafts), owner, None)
        draft.own.append(token)
    for draft in drafts.values():
        if draft.head.head.i != draft.head.i:
            draft.parent = drafts.get(_owner(draft.head.head, heads).i)
    return list(drafts.values())


def predicate(draft: RawClause) -> list[SpacyToken]:
    """The head with its particle, attribute, complement and objects, in text order."""
    found = [draft.head]
    for token in draft.head.children:
        if token.dep_ in _COMPLEMENTS or (token.dep_ in {"advmod", "prep"} and token.lower_ in lexicon.PARTICLES):
            found.append(token)
            found += [other for other in token.conjuncts if other.dep_ == "conj" and token.dep_ != "prt"]
        elif token.dep_ == "xcomp" and token.pos_ in {"ADJ", "NOUN"}:
            found.append(token)
    return sorted(set(found), key=lambda token: token.i)


def _is_head(token: SpacyToken) -> bool:
    if token.head.i == token.i:
        return True
    verbal = token.pos_ in {"VERB", "AUX"}
    has_subject = any(child.dep_ in _SUBJECTS for child in token.children)
    if token.dep_ == "conj":
        if has_subject:
            return True
        return verbal and token.head.pos_ in {"VERB", "AUX"}
    return token.dep_ in _CLAUSAL and (verbal or has_subject)


def _owner(token: SpacyToken, heads: dict[int, SpacyToken]) -> SpacyToken:
    while token.i not in heads:
        token = token.head
    return token
