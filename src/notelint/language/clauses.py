"""Clauses: which words belong together around one predicate.

A clause has a head (a verb, or the root of a verbless sentence); its own tokens are those nearer to its head than to
any other. The small model errs often enough that nothing later may hang on one dependency label: everything here reads
labels as hints and falls back to the sentence as one clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from notelint.language import lexicon
from notelint.language.lexicon import word_set
from notelint.types import Act, Frame, Polarity, Time, Who

if TYPE_CHECKING:
    from notelint.language.parsed import Word

_CLAUSAL = word_set("ccomp xcomp advcl relcl acl pcomp csubj csubjpass parataxis conj dep appos")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_SUBJECTS_OR_MARK = _SUBJECTS | {"mark"}
_COMPLEMENTS = frozenset({"prt", "attr", "acomp", "oprd", "dobj", "dative"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_WH = frozenset({"WRB", "WP", "WDT"})
_AFTER_DO = frozenset({"hope", "trust", "wish", "look", "care", "love"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(slots=True, eq=False)
class RawClause:
    """A clause under construction: its words, the clauses directly under it, and slots to be filled.

    What is asked of each clause again and again is found out once: `dep` is the label by which the head hangs on its
    governor, `lemma` the verb's, `verbal` whether the head is a verb, `auxiliary` the one before the subject (“*could*
    you tell”, “*is* there”).
    """

    index: int
    head: Word
    parent: RawClause | None = None
    own: list[Word] = field(default_factory=list)
    children: list[RawClause] = field(default_factory=list)
    who: Who = "nobody"
    act: Act = "statement"
    frame: Frame = "own"
    polarity: Polarity = "positive"
    modal: str = ""
    time: Time = "present"
    subject: Word | None = field(init=False)  # the head's own, expletives last
    verb: Word = field(init=False)  # the head, or the verb that the model misreads beside it
    dep: str = field(init=False)
    lemma: str = field(init=False)
    verbal: bool = field(init=False)
    auxiliary: Word | None = field(init=False, default=None)
    _words: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.subject = _subject(self.head)
        self.verb = _misread_verb(self.head) or self.head
        self.dep = self.head.dep
        self.lemma = self.verb.lemma
        self.verbal = self.head.pos in _VERBAL

    @property
    def passive(self) -> bool:
        """Whether the subject suffers what the verb says."""
        marks = [token for token in self.head.children if token.dep in {"nsubjpass", "auxpass"}]
        active = any(token.lower == "'s" for token in marks) and self.child("dobj")  # “she's called me”
        return bool(marks) and not active and self.lemma != "be"

    @property
    def infinitive(self) -> bool:
        """Whether the head is an infinitive with “to”."""
        return any(token.lower == "to" and token.dep == "aux" for token in self.head.children)

    def child(self, *labels: str) -> Word | None:
        """The first child of the head with one of these labels."""
        return next((token for token in self.head.children if token.dep in labels), None)

    def last(self) -> int:
        """Index in the Doc of the last token of this clause and those under it."""
        return max(clause.own[-1].i for clause in [self, *self.descendants()])

    def words(self) -> set[str]:
        """The lower-case forms of its own tokens."""
        if not self._words:
            self._words = {token.lower for token in self.own}
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
        near = [token for token in self.head.children if token.dep in {"acomp", "attr", "oprd", "advmod"}]
        adjectives = [token for token in self.own if token.pos == "ADJ" and token.dep in {"acomp", "amod", "ROOT"}]
        nouns = {child.i for token in near if token.pos == "NOUN" for child in token.children}
        return {token.lemma for token in [self.head, *near, *adjectives] if token.i not in nouns}


def build(tokens: list[Word]) -> list[RawClause]:
    """The clauses of one sentence, in the order of their first token, with their parents and children.

    Args:
        tokens: the sentence's tokens, without white space.

    Returns:
        At least one clause for a sentence of at least one token.
    """
    inside = {token.i for token in tokens}
    heads = {token.i for token in tokens if token.head.i not in inside or _is_head(token)}
    found: dict[int, RawClause] = {}
    for token in tokens:
        owner = token if token.i in heads else _owner(token.head, heads)
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
        clause.auxiliary = _inverting_auxiliary(clause)
    for clause in clauses:
        _put_condition_under_main(clause, clauses)
    for clause in clauses:
        if clause.parent is not None:
            clause.parent.children.append(clause)
    return clauses


def release(clauses: Iterable[RawClause]) -> None:
    """Part clauses that nobody needs any more, as `parsed.release` parts words."""
    for clause in clauses:
        clause.parent = None
        clause.children.clear()


def top_down(clauses: list[RawClause]) -> list[RawClause]:
    """The clauses, each after its parent."""
    found: list[RawClause] = []
    for clause in clauses:
        if clause.parent is None:
            found += [clause, *clause.descendants()]
    return found


def predicate(clause: RawClause) -> list[Word]:
    """The head with its particle, attribute, complement and objects, in text order."""
    kindness = _kindness(clause)
    if kindness is not None:
        return [clause.head, kindness]
    found = [clause.verb]
    if clause.verb is not clause.head:
        return [clause.verb, *(token for token in clause.verb.children if token.dep == "pobj")]
    for token in clause.head.children:
        if token.dep in _COMPLEMENTS or (token.dep in {"advmod", "prep"} and token.lower in lexicon.PARTICLES):
            found.append(_quality_behind(token))
            found += [other for other in token.conjuncts if other.dep == "conj" and token.dep != "prt"]
        elif token.dep == "xcomp" and token.pos in {"ADJ", "NOUN"}:
            found.append(token)
    if len(found) == 1:
        return found
    return sorted({token.i: token for token in found}.values(), key=lambda token: token.i)


def _kindness(clause: RawClause) -> Word | None:
    """“It was very *kind* of you”: the model takes “you” for the complement."""
    head = clause.head
    if clause.lemma not in lexicon.COPULAS:
        return None
    after = [head.doc[i] for i in range(head.i + 1, min(head.i + 4, len(head.doc) - 1))]
    return next((t for t in after if t.lower in lexicon.WELCOME and t.doc[t.i + 1].lower == "of"), None)


def _quality_behind(token: Word) -> Word:
    """“More than *willing*”: the model takes “more” for the complement."""
    after = token.doc[token.i + 1 : token.i + 3]
    return after[1] if token.lower == "more" and len(after) > 1 and after[0].lower == "than" else token


def _misread_verb(head: Word) -> Word | None:
    """The verb of “I do *hope* that …” and “I'd still very much *like* the job”, read as noun and preposition."""
    lower = head.lower
    for token in head.children:
        if token.i < head.i:
            continue
        bare = not any(child.dep in {"det", "poss", "amod"} for child in token.children)
        if lower in {"do", "did"} and token.lower in _AFTER_DO and bare:
            return token
        if lower in {"would", "'d"} and token.lower == "like" and token.pos in {"ADP", "SCONJ"}:
            return token
    return None


def _inverting_auxiliary(clause: RawClause) -> Word | None:
    """The auxiliary or copula before the clause's subject."""
    subject = clause.subject
    found = next((t for t in clause.own if t.pos == "AUX" or t.tag == "MD"), None) if subject else None
    if subject is None or found is None or found.i >= subject.i:
        return None
    first = min(token.i for token in subject.subtree) if subject.dep not in {"csubj", "csubjpass"} else subject.i
    return found if found.i < first else None


def supposes_by_inversion(clause: RawClause) -> bool:
    """“Had I known”, “were you to ask”, “should you need”: a condition without “if”."""
    auxiliary = clause.auxiliary
    if auxiliary is None or auxiliary.lower not in {"had", "were", "should"}:
        return False
    before = auxiliary.i - 1
    fronted = before >= 0 and auxiliary.doc[before].tag in _WH
    return not fronted and not any(token.text.startswith("?") for token in auxiliary.sentence)


def _subject(head: Word) -> Word | None:
    """The subject of a head or of its auxiliary; “Great talking to you” has none."""
    near = [*head.children]
    near += [token for child in near if child.dep in {"aux", "auxpass"} for token in child.children]
    subjects = [token for token in near if token.dep in _SUBJECTS and not _is_bare_quality(token)]
    if not subjects and head.tag in _FINITE:  # “Tom from the workshop lent me his boots”
        subjects = [token for token in near if token.dep == "npadvmod" and _is_name(token) and token.i < head.i]
    return min(subjects, key=lambda token: token.dep == "expl", default=None)


def _is_name(token: Word) -> bool:
    return token.pos == "PROPN" and token.lemma not in lexicon.TIMES


def _is_bare_quality(token: Word) -> bool:
    return token.pos in {"ADJ", "INTJ"} and not any(child.dep in {"det", "poss"} for child in token.children)


def _is_head(token: Word) -> bool:
    if token.head is token:
        return True
    if token.dep not in _CLAUSAL:
        return False
    verbal = token.pos in _VERBAL and (token.dep != "conj" or token.head.pos in _VERBAL)
    bound = _SUBJECTS if token.dep == "conj" else _SUBJECTS_OR_MARK
    return verbal or any(child.dep in bound for child in token.children)


def _owner(token: Word, heads: set[int]) -> Word:
    while token.i not in heads:
        token = token.head
    return token


def _put_condition_under_main(clause: RawClause, clauses: list[RawClause]) -> None:
    """“Please write should you need more”: the model roots the condition, and hangs the rest under it."""
    auxiliary = clause.auxiliary
    if clause.parent is not None or auxiliary is None or not supposes_by_inversion(clause):
        return
    for other in clauses:
        if other.parent is clause and (other.head.i < auxiliary.i or _stands_alone(other)):
            other.parent, clause.parent = None, other
            return


def _stands_alone(clause: RawClause) -> bool:
    """Whether the clause has all that a main clause needs, and nothing that binds it."""
    near = [clause.head, *clause.head.children]
    finite = any(token.tag in _FINITE for token in near)
    bound = clause.dep in {"relcl", "acl"} or any(token.dep == "mark" or token.tag in _WH for token in near)
    return clause.subject is not None and finite and not bound
