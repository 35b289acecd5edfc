"""Clauses: which words belong together around one predicate.

A clause has a head (a verb, or the root of a verbless sentence); its own tokens are those nearer to its head than to
any other. The small model errs often enough that nothing later may hang on one dependency label: everything here reads
labels as hints and falls back to the sentence as one clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from notelint.language import lexicon
from notelint.language.lexicon import word_set
from notelint.types import Act, Frame, Polarity, Time, Who

if TYPE_CHECKING:
    from notelint.language.model import SpacyToken

_CLAUSAL = word_set("ccomp xcomp advcl relcl acl pcomp csubj csubjpass parataxis conj dep appos")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_COMPLEMENTS = frozenset({"prt", "attr", "acomp", "oprd", "dobj", "dative"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_WH = frozenset({"WRB", "WP", "WDT"})
_AFTER_DO = frozenset({"hope", "trust", "wish", "look", "care", "love"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(slots=True, eq=False)
class RawClause:
    """A clause under construction: tokens of spaCy, the clauses directly under it, and slots to be filled."""

    index: int
    head: SpacyToken
    parent: RawClause | None = None
    own: list[SpacyToken] = field(default_factory=list)
    children: list[RawClause] = field(default_factory=list)
    who: Who = "nobody"
    act: Act = "statement"
    frame: Frame = "own"
    polarity: Polarity = "positive"
    modal: str = ""
    time: Time = "present"
    subject: SpacyToken | None = field(init=False)  # the head's own, expletives last
    verb: SpacyToken = field(init=False)  # the head, or the verb that the model misreads beside it
    _words: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.subject = _subject(self.head)
        self.verb = _misread_verb(self.head) or self.head

    @property
    def dep(self) -> str:
        """The label by which the head hangs on its governor."""
        return str(self.head.dep_)

    @property
    def lemma(self) -> str:
        """The verb's lemma, lower case."""
        return lemma_of(self.verb)

    @property
    def verbal(self) -> bool:
        """Whether the head is a verb."""
        return self.head.pos_ in _VERBAL

    @property
    def passive(self) -> bool:
        """Whether the subject suffers what the verb says."""
        marks = [token for token in self.head.children if token.dep_ in {"nsubjpass", "auxpass"}]
        active = any(token.lower_ == "'s" for token in marks) and self.child("dobj")  # “she's called me”
        return bool(marks) and not active and self.lemma != "be"

    @property
    def infinitive(self) -> bool:
        """Whether the head is an infinitive with “to”."""
        return any(token.lower_ == "to" and token.dep_ == "aux" for token in self.head.children)

    def child(self, *labels: str) -> SpacyToken | None:
        """The first child of the head with one of these labels."""
        return next((token for token in self.head.children if token.dep_ in labels), None)

    def last(self) -> int:
        """Index in the Doc of the last token of this clause and those under it."""
        return max(clause.own[-1].i for clause in [self, *self.descendants()])

    def words(self) -> set[str]:
        """The lower-case forms of its own tokens."""
        if not self._words:
            self._words = {token.lower_ for token in self.own}
        return self._words

    def words_below(self) -> set[str]:
        """The lower-case forms of its own tokens and those of all clauses under it."""
        return self.words().union(*(clause.words() for clause in self.descendants()))

    def descendants(self) -> Iterator[RawClause]:
        """All clauses under this one."""
        for clause in self.children:
            yield clause
            yield from clause.descendants()

    def qualities(self) -> set[str]:
        """The head's lemma and those of its adjectives, attributes and adverbs: “be very glad” → be, very, glad."""
        near = [token for token in self.head.children if token.dep_ in {"acomp", "attr", "oprd", "advmod"}]
        adjectives = [token for token in self.own if token.pos_ == "ADJ" and token.dep_ in {"acomp", "amod", "ROOT"}]
        nouns = {child.i for token in near if token.pos_ == "NOUN" for child in token.children}
        return {lemma_of(token) for token in [self.head, *near, *adjectives] if token.i not in nouns}


def lemma_of(token: SpacyToken) -> str:
    """The lemma of a token, lower case, with the small model's commonest mistakes mended."""
    lower = str(token.lower_)
    if lower == "'d":  # “I'd come”: the participle looks like the infinitive
        past = token.head.tag_ in {"VBN", "VBD"} and token.head.lower_ != token.head.lemma_
        return "have" if past else "would"
    return lexicon.LEMMAS.get(lower) or str(token.lemma_).lower() or lower


def build(tokens: list[SpacyToken]) -> list[RawClause]:
    """The clauses of one sentence, in the order of their first token, with their parents and children.

    Args:
        tokens: the sentence's tokens, without white space.

    Returns:
        At least one clause for a sentence of at least one token.
    """
    inside = {token.i for token in tokens}
    heads = {token.i: token for token in tokens if token.head.i not in inside or _is_head(token)}
    found: dict[int, RawClause] = {}
    for token in tokens:
        owner = _owner(token, heads)
        clause = found.get(owner.i)
        if clause is None:
            clause = found[owner.i] = RawClause(len(found), owner)
        clause.own.append(token)
    for clause in found.values():
        governor = clause.head.head
        if governor.i != clause.head.i and governor.i in inside:
            clause.parent = found[_owner(governor, heads).i]
    clauses = list(found.values())
    for clause in clauses:
        _put_condition_under_main(clause, clauses)
    for clause in clauses:
        if clause.parent is not None:
            clause.parent.children.append(clause)
    return clauses


def top_down(clauses: list[RawClause]) -> list[RawClause]:
    """The clauses, each after its parent."""
    found: list[RawClause] = []
    for clause in clauses:
        if clause.parent is None:
            found += [clause, *clause.descendants()]
    return found


def predicate(clause: RawClause) -> list[SpacyToken]:
    """The head with its particle, attribute, complement and objects, in text order."""
    kindness = _kindness(clause)
    if kindness is not None:
        return [clause.head, kindness]
    found = [clause.verb]
    if clause.verb is not clause.head:
        return [clause.verb, *(token for token in clause.verb.children if token.dep_ == "pobj")]
    for token in clause.head.children:
        if token.dep_ in _COMPLEMENTS or (token.dep_ in {"advmod", "prep"} and token.lower_ in lexicon.PARTICLES):
            found.append(_quality_behind(token))
            found += [other for other in token.conjuncts if other.dep_ == "conj" and token.dep_ != "prt"]
        elif token.dep_ == "xcomp" and token.pos_ in {"ADJ", "NOUN"}:
            found.append(token)
    return sorted({token.i: token for token in found}.values(), key=lambda token: token.i)


def _kindness(clause: RawClause) -> SpacyToken | None:
    """“It was very *kind* of you”: the model takes “you” for the complement."""
    head = clause.head
    if clause.lemma not in lexicon.COPULAS:
        return None
    after = [head.doc[i] for i in range(head.i + 1, min(head.i + 4, len(head.doc) - 1))]
    return next((t for t in after if t.lower_ in lexicon.WELCOME and t.doc[t.i + 1].lower_ == "of"), None)


def _quality_behind(token: SpacyToken) -> SpacyToken:
    """“More than *willing*”: the model takes “more” for the complement."""
    after = token.doc[token.i + 1 : token.i + 3]
    return after[1] if token.lower_ == "more" and len(after) > 1 and after[0].lower_ == "than" else token


def _misread_verb(head: SpacyToken) -> SpacyToken | None:
    """The verb of “I do *hope* that …” and “I'd still very much *like* the job”, read as noun and preposition."""
    lower = head.lower_
    for token in head.children:
        if token.i < head.i:
            continue
        bare = not any(child.dep_ in {"det", "poss", "amod"} for child in token.children)
        if lower in {"do", "did"} and token.lower_ in _AFTER_DO and bare:
            return token
        if lower in {"would", "'d"} and token.lower_ == "like" and token.pos_ in {"ADP", "SCONJ"}:
            return token
    return None


def inverting_auxiliary(clause: RawClause) -> SpacyToken | None:
    """The auxiliary or copula before the clause's subject: “*could* you tell”, “*is* there”."""
    subject = clause.subject
    if subject is None:
        return None
    first = min(token.i for token in subject.subtree) if subject.dep_ not in {"csubj", "csubjpass"} else subject.i
    return next((t for t in clause.own if t.i < first and (t.pos_ == "AUX" or t.tag_ == "MD")), None)


def supposes_by_inversion(clause: RawClause) -> bool:
    """“Had I known”, “were you to ask”, “should you need”: a condition without “if”."""
    auxiliary = inverting_auxiliary(clause)
    if auxiliary is None or auxiliary.lower_ not in {"had", "were", "should"}:
        return False
    before = auxiliary.i - 1
    fronted = before >= 0 and auxiliary.doc[before].tag_ in _WH
    return not fronted and not any(token.text.startswith("?") for token in auxiliary.sent)


def _subject(head: SpacyToken) -> SpacyToken | None:
    """The subject of a head or of its auxiliary; “Great talking to you” has none."""
    near = [*head.children]
    near += [token for child in near if child.dep_ in {"aux", "auxpass"} for token in child.children]
    subjects = [token for token in near if token.dep_ in _SUBJECTS and not _is_bare_quality(token)]
    if not subjects and head.tag_ in _FINITE:  # “Tom from the workshop lent me his boots”
        subjects = [token for token in near if token.dep_ == "npadvmod" and _is_name(token) and token.i < head.i]
    return min(subjects, key=lambda token: token.dep_ == "expl", default=None)


def _is_name(token: SpacyToken) -> bool:
    return token.pos_ == "PROPN" and lemma_of(token) not in lexicon.TIMES


def _is_bare_quality(token: SpacyToken) -> bool:
    return token.pos_ in {"ADJ", "INTJ"} and not any(child.dep_ in {"det", "poss"} for child in token.children)


def _is_head(token: SpacyToken) -> bool:
    if token.head.i == token.i:
        return True
    verbal = token.pos_ in _VERBAL
    has_subject = any(child.dep_ in _SUBJECTS for child in token.children)
    if token.dep_ == "conj":
        return has_subject or (verbal and token.head.pos_ in _VERBAL)
    marked = any(child.dep_ == "mark" for child in token.children)
    return token.dep_ in _CLAUSAL and (verbal or has_subject or marked)


def _owner(token: SpacyToken, heads: dict[int, SpacyToken]) -> SpacyToken:
    while token.i not in heads:
        token = token.head
    return token


def _put_condition_under_main(clause: RawClause, clauses: list[RawClause]) -> None:
    """“Please write should you need more”: the model roots the condition, and hangs the rest under it."""
    auxiliary = inverting_auxiliary(clause)
    if clause.parent is not None or auxiliary is None or not supposes_by_inversion(clause):
        return
    for other in clauses:
        if other.parent is clause and (other.head.i < auxiliary.i or _stands_alone(other)):
            other.parent, clause.parent = None, other
            return


def _stands_alone(clause: RawClause) -> bool:
    """Whether the clause has all that a main clause needs, and nothing that binds it."""
    near = [clause.head, *clause.head.children]
    finite = any(token.tag_ in _FINITE for token in near)
    bound = clause.dep in {"relcl", "acl"} or any(token.dep_ == "mark" or token.tag_ in _WH for token in near)
    return clause.subject is not None and finite and not bound
