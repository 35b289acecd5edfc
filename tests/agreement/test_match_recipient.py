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
        ("Anna Cole", "Dear Gen,", "The greeting names Gen, but this goes to Anna Cole.", "Dear Anna Cole,"),
        ("Ms. Ong", "Dear Ms. Eng,", "Eng: is it Ong?", "Dear Ms. Ong,"),
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
        ("Jean-Pierre Marsh", "Dear JP,"),
        ("Jean-Pierre Marsh", "Dear J-P,"),
        ("Jean-Pierre Marsh", "Dear Mr. JP Marsh,"),
        ("Park Min-jun", "Dear MJ,"),
        ("Thomas John Lee", "Dear TJ,"),
        ("Amara Okafor", "Dear AO,"),
        ("Jonas Müller", "Dear Herr Doktor Müller,"),
        ("Jonas Müller", "Dear Herr Doktor,"),
        ("Anna Bauer", "Dear Frau Prof.,"),
        ("Anna Bauer", "Dear Frau Professorin Bauer,"),
        ("Jonas Müller", "Dear Dipl.-Ing. Müller,"),
        ("Paolo Rossi", "Dear Dott. Rossi,"),
        ("Luis Vega", "Dear Licenciado Vega,"),
        ("Adebayo Okon", "Good afternoon, Pharm. Okon,"),
        ("Ada Byron", "Dear Cdr. Byron,"),
        ("Luis Vega", "Dear Don Luis,"),
        ("Don Vega", "Dear Don,"),
        ("Kees Smit", "Dear Meneer Smit,"),
        ("Eva Novak", "Dear Pani Novak,"),
        ("Yuki Tanaka", "Dear Tanaka sensei,"),
        ("Mehmet Demir", "Dear Mehmet Bey,"),
        ("Hiring Team", "Dear Amara,"),
        ("People Operations", "Dear Amara,"),
        ("The Crew at Ashby", "Dear Amara,"),
        ("Ashby Buses Ltd", "Dear Amara,"),
        ("Ashby Primary School", "Dear Ms. Cole,"),
        ("Amara Okafor", "Dear team Ashby,"),
        ("[Amara Okafor, Hiring Team]", "Dear Ben,"),
        ("Amara Okafor <a@ashby.example>, b@ashby.example", "Dear Amara and Ben,"),
        ("William Chen", "Dear Bill,"),
        ("Alexander Orlov", "Dear Sasha,"),
        ("Aleksandra Nowak", "Dear Ola,"),
        ("José Vega", "Dear Pepe,"),
        ("Katarzyna Nowak", "Dear Kasia,"),
        ("Guadalupe Vega", "Dear Lupita,"),
        ("Johannes Bauer", "Dear Hannes,"),
        ("Sasha Orlov", "Dear Alexander,"),
    ],
)
def test_what_is_right_is_left_alone(folder, check, to, greeting):
    folder({"a.md": letter(greeting=greeting, to=to)})
    assert check("match-recipient") == {"a.md": []}


@pytest.mark.parametrize(
    ("to", "greeting", "severity"),
    [
        pytest.param("Jonas Müller", "Dear Mr. Muller,", "suggestion", id="dropped accents"),
        pytest.param("Jonas Müller", "Dear Mr. Mueller,", "suggestion", id="an umlaut spelt out"),
        pytest.param("José Vega", "Dear Jose,", "suggestion", id="an accent"),
        pytest.param("Jonas Müller", "Dear Mr. Miller,", "error", id="another letter"),
        pytest.param("José Vega", "Dear Jsé Vega,", "error", id="a letter too few"),
        pytest.param("Marjolein Smit", "Dear Mariet,", "suggestion", id="perhaps a short form"),
        pytest.param("Marjolein Smit", "Dear Ms. Mariet,", "error", id="no short form after a title"),
        pytest.param("Amara Okafor", "Dear Sasha,", "error", id="a short form of another name"),
        pytest.param("Amara Okafor", "Dear TJ,", "error", id="other initials"),
        pytest.param("Amara Okafor", "Dear Herr Lopez,", "error", id="a title elsewhere, and another name"),
        pytest.param("Luis Vega", "Dear Don Pedro,", "error", id="Don and another name"),
        pytest.param("Ashby Buses", "Dear Ms. Okafor,", "suggestion", id="perhaps a firm"),
        pytest.param("Sarah Banks", "Dear Ms. Okafor,", "error", id="a person called like a firm"),
        pytest.param("Amara Okafor", "Dear Northwind Stables,", "suggestion", id="perhaps a firm in the greeting"),
        pytest.param("[Amara Okafor, Ben Lee]", "Dear Kofi,", "error", id="two people and a third"),
        pytest.param("Amara Okafor, Hiring Manager", "Dear Kofi,", "error", id="a person and their office"),
    ],
)
def test_how_bad_it_is(folder, check, to, greeting, severity):
    folder({"a.md": letter(greeting=greeting, to=to)})
    assert [found.severity for found in check("match-recipient")["a.md"]] == [severity]


@pytest.mark.parametrize("greeting", ["Dear Ashby,", "Dear Ashby Buses,", "Dear Ms. Okafor,"])
def test_the_company_of_the_headers_is_nobody(folder, check, greeting):
    folder({"a.md": letter(greeting=greeting, to="Ashby", company="Ashby Ltd")})
    assert check("match-recipient") == {"a.md": []}


@pytest.mark.parametrize("head", ["To: Amara Okafor <amara@ashby.example>\nSubject: Thank you\n\n", ""])
def test_mail_headers_and_the_interview_file_name_the_recipient_too(folder, check, head):
    folder(
        {"a.md": head + letter(greeting="Dear Ms. Lopez,"), **({} if head else {"interview.yml": "to: Amara Okafor\n"})}
    )
    assert [found.text for found in check("match-recipient")["a.md"]] == ["Ms. Lopez"]
