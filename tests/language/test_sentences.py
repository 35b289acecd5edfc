"""Where sentences begin in letters, and what stands between quotation marks."""

from __future__ import annotations

import pytest

from notelint.language import analyse
from notelint.types import Draft, Sentence, Span, Zone


def sentences(text: str) -> tuple[Sentence, ...]:
    return analyse(Draft("x.txt", text, zones=(Zone("body", Span(0, len(text))),))).sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["I spoke with Dr. Iyer about the ward.", "She was kind."],
        ["Mr. Okafor and Mrs. St. John showed me the lab.", "I liked it."],
        ["I have used many tills, e.g. the old ones, for years.", "They are fast."],
        ["I came to room No. 4 on the third floor.", "It was warm."],
        ["No.", "I did not mind."],
        ["I wanted to ask about Fig. 3 and p. 12.", "They differ."],
        ["I drove approx. 300 miles.", "It was worth it."],
        ["I can start on Jan. 5 or Feb. 1.", "Tell me."],
        ["We met at 3 p.m. on Tuesday.", "It was raining."],
        ["We met at 3 p.m.", "I was early.", "You were on time."],
        ["The shift starts at 6 a.m. and ends at 2 p.m.", "I could do that."],
        ["I study at the Univ. of Kent.", "It is good."],
        ["I have a B.Sc. in biology and a Ph.D. in botany.", "Both help."],
        ["I worked in the U.S. for two years.", "It was fine."],
        ["Thank you — it was a pleasure — and I hope to hear from you.", "Best wishes to all."],
        ["I was nervous ... but you put me at ease.", "Thank you."],
        ["I was nervous...", "Then you smiled."],
        ["I was nervous… but you smiled."],
        ["Really?!", "I could not believe it."],
        ["The tour (which lasted an hour) was great.", "The coffee (thanks!) was too."],
        ["I enjoyed the talk.", "(I hope you did too.)", "See you."],
        ["Thanks!! :)", "I loved it."],
        ["Thanks again 😊", "I loved the tour."],
        ["I have 2.5 years of experience.", "My site is www.example.com."],
        ['You said: "We never close."', "I liked that."],
        ["thank you for today.", "i liked it.", "when do you decide?"],
        ["can you do 32k instead of 29?", "let me know!", "im free all week."],
        ["I laughed (really!) and asked what? and why?"],
    ],
    ids=" ¦ ".join,
)
def test_sentences_begin_where_a_reader_begins_them(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[s.span.start : s.span.end] for s in sentences(text)] == parts


def test_sentence_does_not_cross_a_blank_line_or_a_list_item() -> None:
    text = "I can offer\n\n- nine years at the lathe\n- a licence for cranes\n\nand I am free from May."
    assert len({s.paragraph for s in sentences(text)}) == 4


def test_opening_is_the_first_two_sentences_of_the_body() -> None:
    text = "Thank you for today.\n\nI liked the yard. I liked the crew. I would come at once."
    assert [s.opening for s in sentences(text)] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('You called the job "a marathon" and I agree.', '"a marathon"'),
        ("You called the job “a marathon” and I agree.", "“a marathon”"),
        ("You called the job 'a marathon' and I agree.", "'a marathon'"),
        ('"We never close," you told me.', '"We never close,"'),
        ("The nurses' room and the doctors' room were bright.", ""),
        ("I'm glad you're hiring, and it's near.", ""),
    ],
)
def test_quoted_words_have_the_frame_quoted(text: str, quoted: str) -> None:
    spans = [
        sentence.tokens[i].span
        for sentence in sentences(text)
        for clause in sentence.clauses
        if clause.frame == "quoted"
        for i in clause.own
    ]
    found = text[min(s.start for s in spans) : max(s.end for s in spans)] if spans else ""
    assert found == quoted


def test_a_single_word_held_with_tongs_leaves_the_clause_its_writers() -> None:
    (sentence,) = sentences('I was "wowed" by the machine room.')
    assert sentence.clauses[0].frame == "own"


def test_each_token_belongs_to_one_clause_and_clauses_form_a_forest() -> None:
    text = 'Although I was late, which I regret, you "kindly" waited and said that I could, if I liked, stay.'
    (sentence,) = sentences(text)
    assert sorted(i for clause in sentence.clauses for i in clause.own) == list(range(len(sentence.tokens)))
    for token in sentence.tokens:
        assert token.i in sentence.clauses[token.clause].own
    for clause in sentence.clauses:
        assert set(clause.own) <= set(clause.subtree)
        if clause.parent is not None:
            assert set(clause.subtree) < set(sentence.clauses[clause.parent].subtree)
