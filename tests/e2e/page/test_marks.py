"""Marks stand at the right words, and a rewrite is one click."""

from .reader import ASKING, FEEDBACK, LETTER, SHOUT, SHOUTING, card, letter, marked, write


def test_marks_stand_at_the_right_words(page):
    write(page, LETTER)
    assert ASKING in marked(page, ".error")
    assert "!!!" in marked(page)
    assert "asks how you did" in card(page, FEEDBACK).inner_text()


def test_a_letter_is_pasted_mended_and_copied(page):
    page.evaluate("text => navigator.clipboard.writeText(text)", LETTER)
    page.focus("#letter")
    page.keyboard.press("Control+v")
    card(page, SHOUTING).wait_for()
    assert {ASKING, "!!!"} <= set(marked(page))
    card(page, SHOUTING).locator(".rewrite").first.click()
    card(page, SHOUTING).wait_for(state="detached")
    page.click("#copy")
    assert page.evaluate("navigator.clipboard.readText()") == LETTER.replace("!!!", "!")


def test_marks_lie_under_their_words(page):
    """The mirror and the field break lines alike."""
    write(page, LETTER)
    sizes = page.eval_on_selector_all(
        "#letter-paper > *", "all => all.map(each => [each.clientWidth, each.scrollHeight])"
    )
    assert sizes[0] == sizes[1]


def test_a_rewrite_is_one_click_and_can_be_undone(page):
    write(page, SHOUT)
    card(page, SHOUTING).locator(".rewrite").first.click()
    card(page, SHOUTING).wait_for(state="detached")
    assert letter(page) == SHOUT.replace("!!!", "!")
    page.click("#undo")
    assert letter(page) == SHOUT
    card(page, SHOUTING).wait_for()


def test_typing_is_undone_by_the_browser(page):
    write(page, SHOUT)
    page.focus("#letter")
    page.keyboard.press("Control+End")
    page.keyboard.type("P")
    page.keyboard.press("Control+z")
    assert letter(page) == SHOUT


def test_marks_move_with_the_words_before_the_next_report(page):
    write(page, LETTER)
    page.route("**/check", lambda _: None)  # no answer any more
    page.evaluate("document.getElementById('letter').setSelectionRange(0, 0)")
    page.focus("#letter")
    page.keyboard.type("😀 So. ")
    assert ASKING in marked(page, ".error")


def test_old_answers_are_dropped(page):
    held = []
    page.route("**/check", lambda route: held.append(route) if not held else route.continue_())
    with page.expect_request("**/check"):
        page.fill("#letter", SHOUT)
    page.fill("#letter", SHOUT.replace("!!!", "."))
    held[0].continue_()
    page.wait_for_selector(".parts li")
    page.wait_for_timeout(500)
    assert card(page, SHOUTING).count() == 0


def test_the_subject_is_read_too(page):
    write(page, SHOUT)
    page.fill("#subject", "Thank you: INTERVIEW of today")
    page.wait_for_selector("#subject-paper mark")
    assert page.inner_text("#subject-paper mark") == "INTERVIEW"


def test_the_subject_stays_one_line(page):
    page.focus("#subject")
    page.keyboard.type("Thank")
    page.keyboard.press("Enter")
    page.evaluate("navigator.clipboard.writeText(' you\\nfor today')")
    page.keyboard.press("Control+v")
    assert page.input_value("#subject") == "Thankyou for today"


def test_the_checklist_shows_the_words_found(page):
    write(page, LETTER)
    assert "Thank you" in page.locator(".parts .present", has_text="Thanks").first.inner_text()
