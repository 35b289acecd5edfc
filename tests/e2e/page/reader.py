"""Letters, and what a reader of the page does and sees."""

LETTER = """\
Dear Zoë 😀 Ruiz,

Thank you for taking the time to talk with me about the café manager position this morning. 👩‍🍳 naïve, I know: could you give me some feedback on my interview?

You told me how the late shift hands over the till, and I would love to join your team!!!

Kind regards,
Jo Park
"""
SHOUT = "Dear Ms. Ruiz,\n\nThank you for the talk this morning!!!\n\nKind regards,\nJo Park\n"
ASKING = "some feedback"
FEEDBACK, SHOUTING = "no-feedback-requests", "no-shouting"


def write(page, text):
    page.fill("#letter", text)
    page.wait_for_selector(".violation, .parts li")


def marked(page, severity=""):
    return page.eval_on_selector_all(f"#letter-paper mark{severity}", "marks => marks.map(mark => mark.textContent)")


def card(page, rule):
    return page.locator(f".violation[data-rule={rule}]")


def letter(page):
    return page.input_value("#letter")
