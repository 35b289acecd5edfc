"""What was talked about, noted in the headers: the letter takes one of the topics up, or is told of them."""

import pytest

from notelint.drafts import edits

from .conftest import letter

RULE = "highlight-conversation"
NOTED = "[the new ticket gates, night trains]"


@pytest.mark.parametrize(
    ("body", "silent"),
    [
        ("I would like to bring my years with ticket gates to your team.", True),
        ("Night trains are where I would begin.", True),
        ("I have eight years of experience with timetables.", False),
        ("I read on your website that night trains are back.", False),
        ("You told me how the depot folds its maps.", True),  # another thing that came up
    ],
)
def test_a_topic_in_the_body_is_enough(folder, messages, body, silent):
    folder({"a.md": letter(f"Thank you for your time. {body}", kind="thank-you", topics=NOTED)})
    assert (messages(RULE)["a.md"] == []) is silent


@pytest.mark.parametrize("headers", [{}, {"topics": ""}])
def test_without_topics_nothing_is_taken_up(folder, messages, headers):
    body = "Thank you for your time. I would like to bring my years with ticket gates to your team."
    folder({"a.md": letter(body, kind="thank-you", **headers)})
    assert messages(RULE)["a.md"] == ["This note could go to anyone: add one particular thing from your conversation."]


@pytest.mark.parametrize(
    ("topics", "named"),
    [
        ("[the gates]", "the gates"),
        ("[the gates, night trains]", "the gates and night trains"),
        ("[the gates, night trains, maps]", "the gates, night trains and maps"),
        ("[the gates, night trains, maps, tea]", "the gates, night trains, maps and more"),
    ],
)
def test_the_topics_are_named_and_the_first_is_put_in(folder, check, topics, named):
    text = letter("Thank you for your time.", kind="thank-you", topics=topics)
    folder({"a.md": text})
    [found] = check(RULE)["a.md"]
    assert (
        found.message == f"This note could go to anyone: add one particular thing from your conversation about {named}."
    )
    assert found.suggestions[0].text == "What you said about the gates stayed with me."
    folder({"a.md": edits.apply(text, found.suggestions[0].edits)})
    assert check(RULE) == {"a.md": []}


def test_topics_of_the_interview_file_count_for_its_drafts(folder, messages):
    folder({
        "interview.yml": f"topics: {NOTED}\n",
        "a.md": letter("Thank you for your time. Night trains are where I would begin.", kind="thank-you"),
        "b.md": letter("Thank you for your time.", kind="thank-you"),
    })  # fmt: skip
    said = messages(RULE)
    assert said["a.md"] == []
    assert said["b.md"][0].endswith("about the new ticket gates and night trains.")


@pytest.mark.parametrize(
    "head",
    ["---\nkind: thank-you\ntopics: night trains\n---\n", "From: Jo\nTo: Ann\nX-Notelint-Kind: thank-you\nX-Notelint-Topics: [tea, night trains]\n\n"],
)  # fmt: skip
def test_topics_in_any_form_of_headers(folder, messages, head):
    folder({"a.txt": f"{head}Dear Ms. Lund,\n\nNight trains are where I would begin.\n\nKind regards,\nJo Park\n"})
    assert messages(RULE)["a.txt"] == []
