"""Who does it: the agent of each clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from notelint.language import lexicon
from notelint.language.clauses import RawClause
from notelint.language.lexicon import word_set
from notelint.language.mood import is_imperative, pleads
from notelint.language.parties import Parties, classify
from notelint.types import Who

if TYPE_CHECKING:
    from notelint.language.parsed import Word

_Resolver = Callable[[RawClause], Who]
_OBJECT_CONTROL = word_set(
    "ask tell invite want need allow help let expect urge advise encourage remind permit enable teach make have get "
    "see hear watch force request require order beg train persuade"
)
_SUBJECT_CONTROL = word_set("promise call write email e-mail contact phone thank visit owe reach use join meet take")
_MOODS = lexicon.WILLING | lexicon.GRATEFUL | {"sorry", "excited", "sure", "thank"}
_ALSO_DONE_TO_THINGS = word_set("move draw strike prepare touch attract commit worry")
_SUBORDINATE = frozenset({"advcl", "xcomp", "ccomp", "acl", "pcomp"})
_PEOPLE: tuple[Who, ...] = ("writer", "reader", "employer", "person")


def assign(clauses: Iterable[RawClause], parties: Parties) -> None:
    """Fill `who` of each clause; a clause without a subject inherits by its construction."""
    agents = _Agents(parties)
    for clause in clauses:
        clause.who = agents.resolve(clause)


class _Agents:
    """The agents of the clauses of one sentence, each found once."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._known: dict[int, Who] = {}

    def resolve(self, clause: RawClause) -> Who:
        """The agent of a clause."""
        if clause.index not in self._known:
            self._known[clause.index] = "nobody"  # a circle cannot happen, but must not hang
            self._known[clause.index] = _agent(clause, self._parties, self.resolve)
        return self._known[clause.index]


def _agent(clause: RawClause, parties: Parties, resolve: _Resolver) -> Who:
    subject = clause.subject
    if subject is None:
        return _without_subject(clause, parties, resolve)
    if subject.dep in {"csubj", "csubjpass"}:
        return "it"
    if clause.passive:
        return _passive(clause, subject, parties)
    if subject.lower == "who" and clause.parent is not None and _points_out(clause.parent):
        attribute = clause.parent.child("attr")
        return "third" if attribute is None else classify(attribute, parties)
    if clause.dep in {"relcl", "acl"} and subject.lower in {"who", "that", "which", "what"}:
        return "it" if _tells_of_all(clause, subject) else classify(clause.head.head, parties)
    return classify(subject, parties)


def _points_out(clause: RawClause) -> bool:
    """“It was *you* who …”."""
    return clause.lemma == "be" and clause.subject is not None and clause.subject.lower in lexicon.IT


def _tells_of_all(clause: RawClause, pronoun: Word) -> bool:
    """Whether “…, which” speaks of the whole statement before it, not of one thing."""
    antecedent = clause.head.head
    if pronoun.lower != "which" or pronoun.i == 0 or pronoun.doc[pronoun.i - 1].text != ",":
        return antecedent.pos in {"VERB", "AUX"}
    if antecedent.pos not in {"NOUN", "PROPN", "PRON", "NUM"} or antecedent.dep == "npadvmod":
        return True
    if antecedent.lemma in lexicon.TIMES:
        return True
    finite = next(
        (t for t in [*clause.head.children, clause.head] if t.tag in {"VBZ", "VBP"} or t.lower in {"was", "were"}),
        None,
    )
    single = finite is not None and (finite.tag == "VBZ" or finite.lower == "was")
    return single and antecedent.tag in {"NNS", "NNPS"}


def _passive(clause: RawClause, subject: Word, parties: Parties) -> Who:
    if clause.lemma in lexicon.EXPERIENCED:
        who = classify(subject, parties)
        if who in _PEOPLE or clause.lemma not in _ALSO_DONE_TO_THINGS:
            return who
    for token in clause.head.subtree:
        if token.lower != "by" or token.dep not in {"agent", "prep"}:
            continue
        thing = next((child for child in token.children if child.dep == "pobj"), None)
        if thing is not None and thing.lemma not in lexicon.TIMES | lexicon.MEANS and not _is_number(thing):
            return classify(thing, parties)
    return "nobody"


def _is_number(token: Word) -> bool:
    return token.pos == "NUM" and not any(child.lower == "of" for child in token.children)


def _without_subject(clause: RawClause, parties: Parties, resolve: _Resolver) -> Who:
    owner = clause.child("poss")
    if owner is not None and clause.verbal:
        return classify(owner, parties)  # “your taking the time”
    if is_imperative(clause):
        return "reader"
    if clause.parent is None:
        return _root_without_subject(clause)
    if clause.dep in {"csubj", "csubjpass"}:
        return "writer"  # “meeting your apprentices was the best part”
    if clause.dep == "acl" and clause.head.tag in {"VBG", "VBN"}:
        return _of_participle(clause, parties)
    controlled = _controlled(clause, clause.parent, parties) or _thanked(clause, parties)
    return controlled or _inherited(clause, parties, resolve)


def _of_participle(clause: RawClause, parties: Parties) -> Who:
    """“The nurses *working* here” work; what “the choir *led* by him” suffers, nobody named does."""
    passive = clause.head.tag == "VBN" and not _is_misread_root(clause)
    return "nobody" if passive else classify(clause.head.head, parties)


def _root_without_subject(clause: RawClause) -> Who:
    head = clause.head
    if not clause.verbal:
        if pleads(clause):
            return "reader"
        acts = clause.lemma in _MOODS or clause.child("dobj") is not None  # “happy to …”, “a pleasure meeting you”
        return "writer" if acts else "nobody"
    copula = clause.lemma in lexicon.COPULAS and not clause.qualities() & (_MOODS | lexicon.EXPERIENCED)
    return "it" if head.tag == "VBZ" or (copula and head.tag == "VBD") else "writer"


def _is_misread_root(clause: RawClause) -> bool:
    """“Your question made me think”, read as a noun with a participle: the participle has an object or complement."""
    parent = clause.parent
    verbless = parent is not None and parent.parent is None and parent.head.pos in {"NOUN", "PROPN"}
    return verbless and clause.child("dobj", "ccomp", "xcomp") is not None


def _controlled(clause: RawClause, parent: RawClause, parties: Parties) -> Who | None:
    """The agent of an infinitive that its governor controls: “I asked *you* to wait”, “*I* was told to wait”."""
    if clause.dep not in {"xcomp", "ccomp"}:
        return None
    if parent.passive and parent.subject is not None:
        return classify(parent.subject, parties)
    target = parent.child("dobj", "dative")
    if target is None or target.i > clause.head.i:
        return None
    pronoun = target.pos == "PRON" and parent.lemma not in _SUBJECT_CONTROL
    return classify(target, parties) if pronoun or parent.lemma in _OBJECT_CONTROL else None


def _thanked(clause: RawClause, parties: Parties) -> Who | None:
    """The agent of what one is thanked for: “thank you for letting me know”."""
    preposition = clause.head.head
    if clause.dep != "pcomp" or preposition.lower != "for" or preposition.head.lemma not in lexicon.THANKFUL:
        return None
    for token in preposition.head.children:
        if token.dep in {"dobj", "dative"} and token.pos in {"PRON", "PROPN", "NOUN"}:
            return classify(token, parties)
        if token.lower == "to":
            for child in token.children:
                return classify(child, parties)
    return "reader"


def _inherited(clause: RawClause, parties: Parties, resolve: _Resolver) -> Who:
    parent = clause.parent
    if parent is None:
        return "nobody"
    who = resolve(parent)
    subordinate = clause.dep in _SUBORDINATE or (clause.dep == "relcl" and clause.infinitive)
    if who == "it" and subordinate and (clause.infinitive or parent.lemma in lexicon.COPULAS):
        return _of_extraposed(parent, parties)
    if who in {"it", "nobody"} and subordinate and clause.dep != "ccomp" and not parent.verbal:
        return "writer"
    return who


def _of_extraposed(parent: RawClause, parties: Parties) -> Who:
    """Who acts in “it was kind *of you* to stay”, “it would help *me* to know”; the writer where nobody is named."""
    for token in parent.own:
        if token.lower in {"of", "for"}:
            named = [child for child in token.children if child.dep == "pobj"]
            named += [token.head] if token.head.i == token.i + 1 else []
            for noun in named:
                who = classify(noun, parties)
                if who in _PEOPLE:
                    return who
    thing = parent.child("dobj", "dative")
    who = classify(thing, parties) if thing is not None else "writer"
    return who if who in _PEOPLE else "writer"
