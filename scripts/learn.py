"""Learn the weights of rules/weights.json from the tuning authors of the corpus.

    python scripts/learn.py                 writes the weights, and what each would reach on authors left out
    python scripts/learn.py --without A,B   leaves these authors out, to measure on them

Needs scikit-learn (`pip install scikit-learn`); the program itself does not. For each rule a logistic regression tells
its violations from all other sentences of the corpus, the rule's own near-misses counting most; for a rule that
requires, the texts that deliver from those that only come near. Of a text of several sentences that one counts which
looks most like the rest; and so does one of each faultless note, which delivers somewhere all that its kind requires,
while those of its sentences that do not look so deliver something else, and what lies between counts nothing.

For a rule that forbids the parts of long sentences are learned from too, as they are weighed by themselves: those of
clean sentences are clean, and of one that breaks it the part that looks most like the rest does.
"""

from __future__ import annotations

import json
import math
import multiprocessing
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import corpus
from regression import Model, matrix, telling

from notelint.catalogue.load import WEIGHTS, read_all, shipped
from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.comparing import vocabulary
from notelint.matching.engine import severity_of
from notelint.matching.examples import draft_of
from notelint.matching.features import features, is_fragment
from notelint.matching.parts import parts
from notelint.types import Example, Sentence

ELSEWHERE = 0.1  # for a rule that forbids: what a sentence counts that breaks another, and so seldom this one too
FOREIGN = 0.15  # for a rule that requires: what another rule's sentence counts, which may well deliver by chance
WHOLE = 0.3  # for a rule that requires: what a note's most telling sentence counts against an own item's
LITTLE = -1.0  # a sentence of a note, or a part of a sentence, that weighs less is not what is looked for
TELLING, NEAR, APART = 1.0, 0.5, 0.2  # for a rule that forbids: what a part counts of its own item, near-miss, others'
EXAMPLES = "examples"  # the author of the rules' own examples
NOTES = "faultless notes"  # the rule of their sentences, which no rule that forbids may find
OWN = 3.0  # what a rule's own items count against one of another rule's clean sentences
MOSTLY = 0.95 * OWN, 0.02 * OWN, -math.inf  # of an item of several sentences: the one that tells, each other one
RARE = 3  # a feature must occur in as many authors' sentences: what one says often is their trade or their habit
LOOSE = 2.0  # how far weights may go: half of it finds a hundredth less on authors left out
NAMING = "name-the-position"
OTHER = frozenset(
    ["agent", "aide", "fellow", "guide", "hand", "hands", "head", "host", "keeper", "lead", "partner", "rep"]
)
"""Names of trades that are other words too."""

TURNS = 3  # of choosing sentences, the first without notes
SMALL = 0.1  # a smaller weight is left out
PARTS = 5  # of the authors, each left out once to measure


@dataclass(frozen=True, slots=True)
class Text:
    """An item as features of its sentences.

    `counts` is whether it is what the rule looks for, `also` the other rules that it breaks; of a faultless note,
    `delivers` are the rules whose required part is somewhere in it. `parts` are those of each long sentence.
    """

    author: str
    rule: str
    counts: bool
    sentences: tuple[tuple[str, ...], ...]
    also: frozenset[str] = frozenset()
    delivers: frozenset[str] = frozenset()
    parts: tuple[tuple[tuple[str, ...], ...], ...] = ()

    def is_found(self, rule: str) -> bool:
        """Whether a rule is to find it: what is forbidden, or what is required."""
        return rule in self.delivers or (self.counts and self.rule == rule)


def text_of(item: corpus.Item) -> Text:
    """The features of an item's own sentences."""
    analysis = analyse(from_text(item.draft, "draft.txt"))
    first, last = item.lines
    own = [
        sentence
        for sentence in analysis.sentences
        if analysis.draft.position(sentence.span.start).line <= last
        and analysis.draft.position(sentence.span.end).line >= first
    ]
    counts = item.breaks is not item.requires
    return Text(item.author, item.rule, counts, rows_of(own), item.also, parts=parts_of(own))


def rows_of(sentences: Iterable[Sentence]) -> tuple[tuple[str, ...], ...]:
    """The features of those sentences that are weighed."""
    return tuple(row(sentence) for sentence in sentences if not is_fragment(sentence))


def parts_of(sentences: Iterable[Sentence]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The features of the parts of those sentences that have some."""
    found = (tuple(row(sentence, part) for part in parts(sentence)) for sentence in sentences)
    return tuple(rows for rows in found if rows)


def row(sentence: Sentence, part: frozenset[int] | None = None) -> tuple[str, ...]:
    """The features of a sentence or of a part, in order."""
    return tuple(sorted(map(sys.intern, features(sentence, part))))


def of_example(work: tuple[str, Example, bool, bool]) -> Text | None:
    """The features of a rule's own example, unless its label hangs on more than its words."""
    rule, example, breaks, requires = work
    if example.place == "whole" or example.headers or example.beside:
        return None
    draft, start = draft_of(example)
    end = start + len(example.text)
    analysis = analyse(draft)
    own = [sentence for sentence in analysis.sentences if sentence.span.start < end and sentence.span.end > start]
    return Text(EXAMPLES, rule, breaks is not requires, rows_of(own), parts=parts_of(own))


def of_note(note: corpus.Note) -> Text | None:
    """The features of a faultless note's sentences."""
    if note.breaks or note.disputed:
        return None
    analysis = analyse(from_text(f"---\nkind: {note.kind}\n---\n{note.text}\n", "draft.txt"))
    delivers = frozenset(rule for rule in REQUIRING if severity_of(RULES[rule], analysis.kind.kind) is not None)
    own = analysis.sentences
    return Text(note.author, NOTES, False, rows_of(own), delivers=delivers, parts=parts_of(own))


def examples() -> list[tuple[str, Example, bool, bool]]:
    """All examples of all rules: rule, example, whether it breaks the rule, whether the rule requires."""
    return [
        (rule.id, example, breaks, bool(rule.require))
        for rule in RULES.values()
        for breaks, listed in ((True, rule.violations), (False, rule.fine))
        for example in listed
    ]


def fit(texts: Sequence[Text], rule: str) -> Model:
    """What one rule learns."""
    rows, counts, worth = [], [], []
    several, notes, broken = [], [], []  # the places of the sentences, or parts, of which one must tell
    for text in texts:
        found, first = text.is_found(rule), len(rows)
        rows += text.sentences
        counts += [found] * len(text.sentences)
        worth += [first_worth(text, rule)] * len(text.sentences)
        if found and (text.rule == NOTES or len(text.sentences) > 1):
            (notes if text.rule == NOTES else several).append(range(first, len(rows)))
        for some in () if rule in REQUIRING else text.parts:
            broken += [range(len(rows), len(rows) + len(some))] if found else []
            rows += some
            counts += [found] * len(some)
            worth += [part_worth(text, rule)] * len(some)
    columns = {feature: n for n, feature in enumerate(sorted(shared(texts, rule)))}
    raw = matrix(rows, columns)
    made = regressed(raw, counts, worth)
    for turn in range(TURNS):
        values = raw @ made[0] + made[1]
        for groups, much, little, least in ((several, *MOSTLY), (broken, TELLING, 0.0, LITTLE)):
            for places in groups:
                best = max(places, key=values.__getitem__)
                for place in places:
                    worth[place] = much if place == best and values[place] > least else little
        for places in notes if turn else ():  # once it is known what tells
            best = max(places, key=values.__getitem__, default=None)
            for place in places:
                counts[place] = place == best or bool(values[place] > LITTLE)
                worth[place] = OWN * WHOLE if place == best else 0.0 if counts[place] else FOREIGN
        made = regressed(raw, counts, worth)
    return Model(columns, *made)


def first_worth(text: Text, rule: str) -> float:
    """What each sentence of a text counts before it is known which of them tells."""
    if text.is_found(rule):
        return 0.0 if text.rule == NOTES else OWN / max(1, len(text.sentences))
    if text.rule == rule:
        return OWN
    return FOREIGN if rule in REQUIRING else 1.0 if not_bad(text) else ELSEWHERE


def part_worth(text: Text, rule: str) -> float:
    """What each part of a text's sentences counts before it is known which of them tells."""
    if text.is_found(rule) or not not_bad(text):
        return 0.0
    return NEAR if text.rule == rule else APART


def regressed(table: csr_matrix, counts: Sequence[bool], worth: Sequence[float]) -> tuple[np.ndarray, float]:
    """What each column is worth, and the base."""
    scale = telling(table, counts, worth)
    model = LogisticRegression(C=LOOSE, max_iter=400, solver="liblinear", random_state=0)
    model.fit(table.multiply(scale).tocsr(), counts, sample_weight=worth)
    return model.coef_[0] * scale, float(model.intercept_[0])


def shared(texts: Iterable[Text], rule: str) -> Iterator[str]:
    """The features that a rule may learn from: of several authors, and no trade unless the rule is about its name."""
    own: dict[str, set[str]] = {}
    for text in texts:
        own.setdefault(text.author, set()).update(feature for sentence in text.sentences for feature in sentence)
    times = Counter(feature for features in own.values() for feature in features)
    trades = frozenset[str]() if rule == NAMING else TRADES
    return (name for name, count in times.items() if count >= RARE and not names_one(name, trades))


def names_one(feature: str, trades: Collection[str]) -> bool:
    """Whether a feature holds the name of a trade, or of several of them."""
    words = [word.lstrip("=") for word in feature.replace(":", "").split()]
    return any(
        word in trades or word.removesuffix("s") in trades or word.removesuffix("es") in trades for word in words
    )


def chosen(texts: Sequence[Text], rule: str, *, requires: bool) -> list[Text]:
    """The texts that a rule learns from: all but those that are known to break it beside their own rule."""
    if requires:
        return [text for text in texts if text.rule != NOTES or rule in text.delivers]
    return [text for text in texts if rule not in text.also]


def not_bad(text: Text) -> bool:
    """Whether a text is clean by its own rule."""
    return text.counts is (text.rule in REQUIRING)


CATALOGUE = read_all()[0]
RULES = CATALOGUE.rules  # a rule may name weights that are still to be learned
TRADES = vocabulary.words("occupation", CATALOGUE.classes) - OTHER
TEXTS: list[Text] = []
"""All that is learned from."""

REQUIRING = {rule.id for rule in RULES.values() if rule.require}


def learn(rule: str) -> tuple[str, dict[str, Any], list[tuple[str, bool, bool, float]]]:
    """The weights of one rule, and for texts of authors left out in turn: rule, own, counts, weight."""
    pool = chosen(TEXTS, rule, requires=rule in REQUIRING)
    model = fit(pool, rule)
    kept = {feature: round(float(model.worth[n]), 2) for feature, n in model.columns.items()}
    made = {
        "base": round(model.base, 2),
        "features": {feature: value for feature, value in kept.items() if abs(value) >= SMALL},
    }
    found = []
    authors = sorted({text.author for text in pool})
    for part in range(PARTS):
        away = set(authors[part::PARTS])
        model = fit([text for text in pool if text.author not in away], rule)
        left = [text for text in pool if text.author in away and text.sentences]
        values = iter(model.values([row for text in left for row in text.sentences]))
        for text in left:
            value = max(float(next(values)) for _ in text.sentences)
            found.append((text.author, text.rule == rule, text.is_found(rule), value))
    return rule, made, found


def table(rule: str, found: list[tuple[str, bool, bool, float]]) -> str:
    """What thresholds would reach on authors left out: precision and recall on its own, alarms on other sentences."""
    own = [(counts, value) for _, mine, counts, value in found if mine]
    others = [value for _, mine, _, value in found if not mine]
    told = []
    for least in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0):
        hits = [counts for counts, value in own if value >= least]
        share = sum(hits) / max(1, len(hits))
        recall = sum(hits) / max(1, sum(counts for counts, _ in own))
        told.append(f"{least}: {share:.2f}/{recall:.2f} +{sum(value >= least for value in others)}")
    return f"{rule:26} " + "  ".join(told)


def main() -> None:
    """Learn all rules and write the file."""
    away = set(sys.argv[2].split(",")) if sys.argv[1:2] == ["--without"] else set()
    items = [item for item in corpus.items("tuning") if item.author not in away]
    rules = [rule.id for rule in RULES.values() if f"weighs: {rule.id}," in Path(rule.source.path).read_text("utf-8")]
    with multiprocessing.Pool() as pool:
        texts = pool.map(text_of, items, chunksize=32)
        texts += filter(None, pool.map(of_example, examples(), chunksize=32))
        notes = [note for note in corpus.notes("tuning") if note.author not in away]
        texts += filter(None, pool.map(of_note, notes, chunksize=4))
    TEXTS.extend(texts)
    with multiprocessing.get_context("fork").Pool() as pool:  # which have them without reading them again
        made = pool.map(learn, rules, chunksize=1)
    for rule, _, found in made:
        print(table(rule, found))  # noqa: T201
    path = shipped() / WEIGHTS
    path.write_text(
        json.dumps({rule: weights for rule, weights, _ in made}, indent=0, sort_keys=True), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
