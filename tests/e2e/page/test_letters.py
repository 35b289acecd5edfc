"""Where a letter comes from and goes to: the form, files, the clipboard, a first draft; and nowhere else."""

import pytest

from .reader import LETTER, card, letter, marked, write


def test_the_form_feeds_the_rules(page):
    write(page, LETTER)
    page.click("summary")
    page.fill("[name=to]", "Ann Lund")
    card(page, "match-recipient").wait_for()
    page.select_option("#kind", "reminder")
    page.locator("#needs-title", has_text="What a reminder needs").wait_for()


def test_what_was_talked_about_feeds_the_rules(page):
    write(page, "Dear Ms. Ruiz,\n\nThank you for your time this morning.\n\nKind regards,\nJo Park\n")
    missing = card(page, "highlight-conversation")
    missing.wait_for()
    page.click("summary")
    page.fill("#facts [name=topics]", "the late shift\nmaps")
    page.locator("#additions .message", has_text="your conversation about the late shift and maps").wait_for()
    missing.locator(".rewrite").click()
    missing.wait_for(state="detached")
    assert "What you said about the late shift stayed with me." in letter(page)
    part = page.locator(".parts .present", has_text="Something you talked about")
    assert "“the late shift”" in part.inner_text()


def test_a_sentence_is_left_out_with_one_click(page):
    thanks = "Thank you for taking the time to talk with me on Tuesday."
    write(page, f"Dear Ms. Ruiz,\n\n{thanks} The interview started forty minutes late. I liked the tour.\n")
    wrong = card(page, "no-complaints")
    assert wrong.locator(".rewrite").all_inner_texts() == ["Leave this sentence out."]
    wrong.locator(".rewrite").click()
    wrong.wait_for(state="detached")
    assert letter(page) == f"Dear Ms. Ruiz,\n\n{thanks} I liked the tour.\n"


def test_copy_save_and_open(page, tmp_path):
    write(page, LETTER)
    page.click("#copy")
    assert page.evaluate("navigator.clipboard.readText()") == LETTER
    page.click("summary")
    page.fill("[name=company]", "Café Ruiz")
    with page.expect_download() as saving:
        page.click("#save")
    saved = tmp_path / "saved.md"
    saving.value.save_as(saved)
    assert saved.read_text(encoding="utf-8") == f"---\ncompany: Café Ruiz\n---\n{LETTER}"
    page.reload()
    page.set_input_files("#file", saved)
    page.locator(".violation").first.wait_for()
    assert letter(page) == LETTER
    assert page.input_value("[name=company]") == "Café Ruiz"


def test_a_file_fills_the_form(page):
    draft = "---\nto: [Ann Lund, Bo Ek]\ninterview: 2026-11-24 14:30\nsent: 2026-11-25 09:00\nconcerns:\n- no SQL\ntopics: [tea, the late shift]\n---\nDear Ann,\n"
    page.set_input_files("#file", {"name": "a.md", "mimeType": "text/plain", "buffer": draft.encode()})
    page.wait_for_selector(".parts li")
    page.click("summary")
    form = {
        name: page.input_value(f"#facts [name={name}]")
        for name in ("to", "interview", "interview-time", "sent", "concerns", "topics")
    }
    assert form == {
        "to": "Ann Lund, Bo Ek",
        "interview": "2026-11-24",
        "interview-time": "14:30",
        "sent": "",
        "concerns": "no SQL",
        "topics": "tea\nthe late shift",
    }
    assert "Also from the file: sent: 2026-11-25 09:00." in page.inner_text("#kept")
    page.click("#kept button")
    assert page.locator("#kept").is_hidden()


def test_a_file_that_cannot_be_opened_is_one_line(page):
    page.set_input_files("#file", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"---\nkind: poem\n---\nHi"})
    page.locator("#errors p").wait_for()
    assert "there is no kind of draft “poem”" in page.inner_text("#errors")


def test_start_a_letter(page):
    page.click("#start")
    page.fill("dialog [name=to]", "Ms. Ruiz")
    page.fill("dialog [name=topic]", "the late shift")
    page.keyboard.press("Enter")
    card(page, "no-placeholders").first.wait_for()
    assert letter(page).startswith("Dear Ms. Ruiz,\n")
    assert "You told me about the late shift." in letter(page)
    assert page.input_value("[name=to]") == "Ms. Ruiz"
    assert "[your name]" in marked(page)
    assert page.inner_text("#summary").startswith("7 to fill in")
    page.keyboard.type("cook")  # over the first slot
    assert "about the cook position" in letter(page)
    page.click("#start")
    assert page.input_value("dialog [name=to]") == "Ms. Ruiz"
    page.fill("dialog [name=to]", "Nobody")
    page.keyboard.press("Escape")
    assert letter(page).startswith("Dear Ms. Ruiz,\n")


def test_a_first_draft_keeps_what_is_known_of_the_interview(page):
    known = {"company": "Ashby", "from": "Jo Park", "topics": "tea\nthe late shift", "interview": "2026-11-24"}
    known |= {"interview-time": "14:30", "sent": "2026-11-25", "concerns": "no SQL"}
    page.click("summary")
    for name, value in known.items():
        page.fill(f"#facts [name={name}]", value)
    page.click("#start")
    asked = {name: page.input_value(f"dialog [name={name}]") for name in ("company", "topic", "interview")}
    assert asked == {"company": "Ashby", "topic": "tea", "interview": "2026-11-24"}
    page.fill("dialog [name=topic]", "the late shift")
    page.fill("dialog [name=company]", "")
    page.keyboard.press("Enter")
    card(page, "no-placeholders").first.wait_for()
    assert "You told me about the late shift." in letter(page)
    kept = {name: page.input_value(f"#facts [name={name}]") for name in known}
    assert kept == {**known, "company": "", "topics": "the late shift\ntea", "sent": ""}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_letter_pasted_as_the_subject_goes_where_it_belongs(page, end):
    page.evaluate("text => navigator.clipboard.writeText(text)", LETTER.replace("\n", end))
    page.focus("#subject")
    page.keyboard.press("Control+v")
    page.locator(".violation").first.wait_for()
    assert (page.input_value("#subject"), letter(page)) == ("", LETTER)
    assert "stands under “Your letter”" in page.inner_text("#said")


def test_a_letter_pasted_as_the_subject_beside_another_is_refused(page):
    write(page, LETTER)
    page.evaluate("navigator.clipboard.writeText('Dear Ann,\\n\\nThank you.')")
    page.focus("#subject")
    page.keyboard.press("Control+v")
    page.locator("#errors p", has_text="a subject is one line").wait_for()
    assert (page.input_value("#subject"), letter(page)) == ("", LETTER)
    page.keyboard.type("Thank you")
    page.locator("#errors p").wait_for(state="detached")


def test_reload_keeps_nothing(page):
    write(page, LETTER)
    page.reload()
    page.wait_for_selector("#summary:not(:empty)")
    assert (letter(page), page.input_value("#subject")) == ("", "")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
