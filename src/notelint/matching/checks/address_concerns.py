"""A concern of the interview that the letter leaves out, apologises for, or only admits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notelint.drafts.application import place
from notelint.drafts.fold import words as folded
from notelint.drafts.words import word_set
from notelint.language.paragraphs import paragraphs
from notelint.matching.checks.said import Context, Fault, Lacking
from notelint.matching.comparing import together, topics
from notelint.matching.comparing.topics import Topic
from notelint.matching.places import insertion, place_of
from notelint.types import Analysis, Application, Clause, Edit, Paragraph, Sentence, Suggestion

_PROSE = frozenset({"body", "postscript"})
_SLOT = "what you do about it"
_APOLOGY = re.compile(
    r"\b(?:sorry(?! (?:to (?:hear|learn|read|see)|(?:that )?you))|apolog\w+|regret(?:s|ted|fully)?|forgive|pardon"
    r"|ashamed|embarrass\w+|my fault"
    r"|unfortunately,? (?:I|my)|I(?: am|'m) afraid|excuse (?:me|my))\b",
    re.IGNORECASE,
)
_CONTRAST = word_set("but however though although yet still nevertheless instead while meanwhile since already")
_LACK = word_set("lack lacks lacked lacking no not little limited weak without never missing few n't nothing")
_LACKING = re.compile(r"(?:no|not enough|too little|little|limited|missing|lack of) (?=\w)", re.IGNORECASE)
_IDLE = word_set(
    "know realise realize understand admit see think feel hope worry lack miss concede guess wish aware thank"
    " appreciate enjoy look hear remain"
)  # what answers no doubt


def check(context: Context) -> Iterator[Fault]:
    """One fault for each concern that no sentence takes up, and for each sentence that does so without a way out.

    A concern of the interview file is taken up when a draft of the application does so.
    """
    analysis = context.analysis
    entry = analysis.draft.headers.get("concerns")
    for topic in topics.listed(analysis.draft.headers, "concerns"):
        taken = [one for one in analysis.sentences if one.region in _PROSE and topic.is_in(topics.words_of(one))]
        if taken:
            yield from _without_way_out(topic, taken, analysis)
        elif not (entry and entry.origin and _elsewhere(topic, context)):
            yield _left_out(topic.text, analysis)


def _left_out(concern: str, analysis: Analysis) -> Fault:
    words = _answer(concern)
    suggestion = Suggestion(words, (insertion("body", words, analysis),), (_SLOT,))
    message = f"You do not answer their concern “{concern}”."
    return Fault(place_of("body", analysis), message, suggestion, missing=concern)


def _answer(concern: str) -> str:
    """What to write about a concern, by what it is about: of “no SQL”, SQL."""
    lack = _LACKING.match(concern)
    return f"You asked about {concern[lack.end() :] if lack else concern}: [{_SLOT}]."


def _elsewhere(topic: Topic, context: Context) -> bool:
    """Whether another draft of the application takes it up."""
    application = context.application()
    if isinstance(application, Lacking):
        return False
    own = place(context.analysis.draft)
    return any(topic.is_in(words) for path, words in _words(application).items() if path != own)


@together.once
def _words(application: Application) -> dict[str, tuple[str, ...]]:
    """The words of each draft's prose, by its path."""
    return {draft.path: tuple(_prose(paragraphs(draft))) for draft in application.drafts}


def _prose(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    yield from (word for each in paragraphs if each.region in _PROSE for word in folded(each.text))


def _without_way_out(topic: Topic, taken: Sequence[Sentence], analysis: Analysis) -> Iterator[Fault]:
    named = [one for one in taken if topic.is_told_in(topics.words_of(one))]
    sorry = [one for one in named if _APOLOGY.search(_text(one, analysis))]
    for sentence in sorry:
        message = f"This apologises for the concern “{topic.text}”; say what you do about it instead."
        yield Fault(sentence.span, message, _instead(topic, sentence), rewrites=True)
    if named and not sorry and all(_only_admits(topic, one, analysis) for one in taken):
        message = f"This only admits the concern “{topic.text}”; say what you do about it."
        yield Fault(named[0].span, message, _instead(topic, named[0]), rewrites=True)


def _instead(topic: Topic, sentence: Sentence) -> Suggestion:
    words = _answer(topic.text)
    return Suggestion(words, (Edit(sentence.span, words),), (_SLOT,))


def _text(sentence: Sentence, analysis: Analysis) -> str:
    return analysis.draft.slice(sentence.span).replace("’", "'")


def _only_admits(topic: Topic, sentence: Sentence, analysis: Analysis) -> bool:
    """Whether the concern is granted there, and neither this sentence nor the next says anything against it."""
    named = [clause for clause in sentence.clauses if topic.is_told_in(_words_of(clause, sentence))]
    if not named or not all(_denies(clause, sentence) for clause in named):
        return False
    around = [one for one in analysis.sentences if 0 <= one.index - sentence.index <= 1 and one.region in _PROSE]
    return not any(_answers(one) for one in around)


def _answers(sentence: Sentence) -> bool:
    if any(token.lower in _CONTRAST for token in sentence.tokens):
        return True
    return any(
        clause.who == "writer"
        and clause.act in {"statement", "offer"}
        and not _denies(clause, sentence)
        and not any(sentence.tokens[place].lemma.lower() in _IDLE for place in clause.predicate)
        for clause in sentence.clauses
    )


def _denies(clause: Clause, sentence: Sentence) -> bool:
    words = {sentence.tokens[place].lower for place in clause.own}
    return clause.polarity == "negative" or bool(words & _LACK)


def _words_of(clause: Clause, sentence: Sentence) -> list[str]:
    return topics.in_order(sentence.tokens[place] for place in clause.own)
