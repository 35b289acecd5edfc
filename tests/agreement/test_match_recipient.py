"""The greeting and the recipient: what is said, and that the edit that is offered mends it."""

import pytest

from notelint.drafts import edits

from .conftest import letter


@pytest.mark.parametrize(
    ("to", "greeting", "message", "mended"),
    [
        ("Ruiz, Dana", "Dear Dana Ruis,", "Dana Ruis: is it Ruiz?", "Dear Dana Ruiz,"),
        ("Dr. Amara Okafor", "Dear Ms. Okafer,", "Okafer: is it Okafor?", "Dear Ms. Okafor,"),
        ("Dana Ruiz-Ortega", "Dear Ms. Ruis,", "Ruis: is it Ruiz?", "Dear Ms. Ruiz,"),
        ("Ame\u0301lie Laurent", "Dear Amelie,", "Amelie: is it Amélie?", "Dear Amélie,"),
        ("Siobhán O'Brien", "Dear Siobhan O’Brian,", "Siobhan O'Brian: is it Siobhán O'Brien?", "Dear Siobhán O'Brien,"),
        ("Amara Okafor", "Dear Mr. Lopez,", "The greeting names Lopez, but this goes to Amara Okafor.", "Dear Amara Okafor,"),
        ("[Amara Okafor, Chidi Lee]", "Dear Amara and Bob,", "The greeting names Bob, but this goes to Amara Okafor and Chidi Lee.", "Dear Amara and Chidi Lee,"),
        ("[Amara Okafor, Chidi Lee]", "Dear Bob,", "The greeting names Bob, but this goes to Amara Okafor and Chidi Lee.", None),
        ("Ludwig van der Berg", "Dear Mr. van der Burg,", "van der Burg: is it Berg?", "Dear Mr. van der Berg,"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_mended(folder, check, to, greeting, message, mended):
    folder({"a.md": letter(greeting=greeting, to=to)})
    [found] = check("match-recipient")["a.md"]
    assert found.message == message
    assert [edit for suggestion in found.suggestions for edit in suggestion.edits] or mended is None
    if mended is not None:
        text = edits.apply(letter(greeting=greeting, to=to), found.suggestions[0].edits)
        assert mended in text
        folder({"a.md": text})
        assert check("match-recipient") == {"a.md": []}


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        ("Ame\u0301lie Laurent", "Dear Amélie,"),
        ("Amélie Laurent", "Dear Ame\u0301lie,"),
        ("Ludwig van der Berg", "Dear Mr. Vanderberg,"),
        ("Ludwig van der Berg", "Dear Mr. van den Berg,"),
        ("Ludwig van der Berg", "Dear Mr. Van der Berg,"),
        ("Oscar De La Rua", "Dear Mr. De La Rua,"),
        ("Maria de la Rua", "Dear Ms. De La Rua,"),
        ("Anne Le Clerc", "Dear Mme Le Clerc,"),
        ("Al Saadi", "Dear Mr. Al Saadi,"),
        ("Ben Ali", "Dear Ben,"),
        ("Nguyen Van An", "Dear An,"),
        ("Dean Ruiz", "Dear Dean,"),
        ("Agnes Byrne", "Dear Sister Agnes,"),
        ("Xiaoming Wang (David)", "Dear David,"),
        ("Amara Okafor", "To whom it may concern:"),
        ("Amara Okafor", "To Whom It May Concern:"),
        ("Amara Okafor", "Dear Headmaster,"),
        ("Amara Okafor", "Dear Madam Chair,"),
        ("Amara Okafor", "Dear [Name],"),
        ("Amara Okafor", "Dear Mr./Ms. Okafor,"),
        ("Amara Okafor", "Good afternoon Ms Okafor,"),
        ("Amara Okafor", "Amara –"),
        ("Amara Okafor, Ben Lee", "Dear Ben,"),
        ("Lt. Col. Ada Byron", "Dear Colonel Byron,"),
    ],
)
def test_what_is_right_is_left_alone(folder, check, to, greeting):
    folder({"a.md": letter(greeting=greeting, to=to)})
    assert check("match-recipient") == {"a.md": []}


@pytest.mark.parametrize("head", ["To: Amara Okafor <amara@ashby.example>\nSubject: Thank you\n\n", ""])
def test_mail_headers_and_the_interview_file_name_the_recipient_too(folder, check, head):
    folder(
        {"a.md": head + letter(greeting="Dear Ms. Lopez,"), **({} if head else {"interview.yml": "to: Amara Okafor\n"})}
    )
    assert [found.text for found in check("match-recipient")["a.md"]] == ["Ms. Lopez"]
