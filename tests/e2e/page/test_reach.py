"""Everybody can use the page: with keys alone, with a screen reader, on a phone."""

import pytest

from .reader import LETTER, SHOUT, SHOUTING, card, letter, write


def test_keys_alone(page):
    write(page, SHOUT)
    page.focus("#letter")
    for _ in range(10):
        page.keyboard.press("F8")
        if page.locator(f"[aria-current][data-rule={SHOUTING}]").count():
            break
    selection = "[letter.selectionStart, letter.selectionEnd]"
    start, end = page.evaluate(f"(() => {{ const letter = document.getElementById('letter'); return {selection} }})()")
    assert SHOUT[start:end] == page.inner_text("mark.active") == "!!!"
    assert "shouts" in page.inner_text("#said")
    page.keyboard.press("Alt+Enter")
    card(page, SHOUTING).wait_for(state="detached")
    assert letter(page) == SHOUT.replace("!!!", "!")
    page.keyboard.press("Shift+F8")
    assert page.locator("[aria-current]").count() == 1


def test_from_an_empty_page_to_a_copied_letter_with_keys_alone(page):
    def tab(key, wanted):
        for _ in range(40):
            page.keyboard.press(key)
            if page.evaluate("document.activeElement.id") == wanted:
                return
        raise AssertionError(wanted)

    tab("Tab", "subject")
    page.keyboard.type("Thank you for the interview")
    tab("Tab", "letter")
    page.keyboard.insert_text(SHOUT)
    card(page, SHOUTING).wait_for()
    while not page.locator(f"[aria-current][data-rule={SHOUTING}]").count():
        page.keyboard.press("F8")
    page.keyboard.press("Alt+Enter")
    card(page, SHOUTING).wait_for(state="detached")
    tab("Shift+Tab", "copy")
    page.keyboard.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()") == SHOUT.replace("!!!", "!")


def test_every_control_is_reached_by_tab(page):
    write(page, SHOUT)
    page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {
        "start",
        "open",
        "save",
        "undo",
        "copy",
        "kind",
        "subject",
        "letter",
        "next",
        "rewrite",
        "message",
    } <= reached


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_serious_for_axe(visit, width, scheme):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    write(page, LETTER)
    page.click("summary")
    for prepare in (lambda: page.keyboard.press("F8"), lambda: page.click("#start")):
        prepare()
        found = axe.run(page)["violations"]
        grave = [each for each in found if each["impact"] in {"serious", "critical"}]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in grave] == []


def test_a_phone(visit):
    page = visit(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    write(page, LETTER)
    page.click("summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#summary").is_visible()
    page.tap("#next")
    assert page.locator("[aria-current]").count() == 1
    small = page.eval_on_selector_all(
        "button, select, input:not([type=file])",
        "all => all.filter(each => each.offsetHeight && each.offsetHeight < 24).map(each => each.outerHTML)",
    )
    assert small == []


def test_a_phone_says_what_is_wrong_beside_the_words(visit):
    """The list of violations lies below the letter there, out of sight."""
    page = visit(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    write(page, SHOUT)
    here = page.locator("#here")
    assert here.is_hidden()
    for _ in range(10):
        page.tap("#next")
        if "shouts" in here.inner_text():
            break
    bar = page.locator(".bar").bounding_box()
    words = page.locator("mark.active").bounding_box()
    assert 0 <= words["y"] < words["y"] + words["height"] <= bar["y"]
    here.locator(".rewrite").tap()
    card(page, SHOUTING).wait_for(state="detached")
    assert letter(page) == SHOUT.replace("!!!", "!")
    assert here.is_hidden()


def test_on_a_wide_screen_the_cards_say_it_alone(page):
    write(page, SHOUT)
    page.keyboard.press("F8")
    assert page.locator("[aria-current]").is_visible()
    assert page.locator("#here").is_hidden()
