"""The page in a real browser: what its reader sees and does, with a mouse, with keys alone, and on a phone."""

import json
import re
import shutil
import signal
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium: `apt-get install chromium` lets these run")

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


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    command = [sys.executable, "-m", "notelint", "serve", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as running:
        yield re.search(r"http\S+", running.stdout.readline())[0]
        running.send_signal(signal.SIGINT)
    assert list(folder.iterdir()) == []


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=BROWSER, args=FLAGS.split())
        yield running
        running.close()


@pytest.fixture
def visit(browser, address):
    """Open the page, for instance as a phone; nothing may go wrong in it, and nothing may be asked of anybody else."""
    contexts, wrong, refused = [], [], "the server responded with a status of 400"

    def call(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda problem: wrong.append(str(problem)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on(
            "request", lambda asked: wrong.append(asked.url) if not asked.url.startswith((address, "blob:")) else None
        )
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address)
        page.wait_for_selector("#summary:not(:empty)")
        return page

    yield call
    for context in contexts:
        context.close()
    assert [each for each in wrong if refused not in each] == []


@pytest.fixture
def page(visit):
    return visit(permissions=["clipboard-read", "clipboard-write"])


def write(page, text):
    page.fill("#letter", text)
    page.wait_for_selector(".finding, .parts li")


def marked(page, severity=""):
    return page.eval_on_selector_all(f"#letter-paper mark{severity}", "marks => marks.map(mark => mark.textContent)")


def card(page, rule):
    return page.locator(f".finding[data-rule={rule}]")


def letter(page):
    return page.input_value("#letter")


def test_marks_stand_at_the_right_words(page):
    write(page, LETTER)
    assert ASKING in marked(page, ".error")
    assert "!!!" in marked(page)
    assert "asks how you did" in card(page, FEEDBACK).inner_text()


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


def test_the_form_feeds_the_rules(page):
    write(page, LETTER)
    page.click("summary")
    page.fill("[name=to]", "Ann Lund")
    card(page, "match-recipient").wait_for()
    page.select_option("#kind", "reminder")
    page.locator("#needs-title", has_text="What a reminder needs").wait_for()


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
    page.locator(".finding").first.wait_for()
    assert letter(page) == LETTER
    assert page.input_value("[name=company]") == "Café Ruiz"


def test_a_file_fills_the_form(page):
    draft = "---\nto: [Ann Lund, Bo Ek]\ninterview: 2026-11-24 14:30\nsent: 2026-11-25 09:00\nconcerns:\n- no SQL\n---\nDear Ann,\n"
    page.set_input_files("#file", {"name": "a.md", "mimeType": "text/plain", "buffer": draft.encode()})
    page.wait_for_selector(".parts li")
    page.click("summary")
    form = {
        name: page.input_value(f"#facts [name={name}]")
        for name in ("to", "interview", "interview-time", "sent", "concerns")
    }
    assert form == {
        "to": "Ann Lund, Bo Ek",
        "interview": "2026-11-24",
        "interview-time": "14:30",
        "sent": "",
        "concerns": "no SQL",
    }
    assert "Also from the file: sent: 2026-11-25 09:00." in page.inner_text("#kept")
    page.click("#kept button")
    assert page.locator("#kept").is_hidden()


def test_a_file_that_cannot_be_opened_is_one_line(page):
    page.set_input_files("#file", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"---\nkind: poem\n---\nHi"})
    page.locator("#errors p").wait_for()
    assert "there is no kind of draft “poem”" in page.inner_text("#errors")


def test_reload_keeps_nothing(page):
    write(page, LETTER)
    page.reload()
    page.wait_for_selector("#summary:not(:empty)")
    assert (letter(page), page.input_value("#subject")) == ("", "")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


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


def test_a_script_in_a_letter_is_text(page):
    evil = "<script>document.title = 'mine'</script><img src=x onerror=\"document.title = 'mine'\">"
    write(page, f"Dear Ms. Ruiz,\n\n{evil} Could you give me some feedback on {evil}?\n\nKind regards,\nJo\n")
    card(page, FEEDBACK).wait_for()
    assert page.locator("main img, main script").count() == 0
    assert page.title().startswith("notelint")
    assert evil in page.inner_text("#letter-paper .mirror")


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


class Elsewhere(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>elsewhere</title>")

    def log_message(self, *args):
        pass


@pytest.fixture
def elsewhere():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_page_gets_nothing(browser, address, elsewhere):
    page = browser.new_page()
    page.goto(elsewhere)
    send = """async ([address, mode]) => {
        const asked = { method: "POST", mode, headers: { "Content-Type": mode ? "text/plain" : "application/json" } };
        return fetch(`${address}check`, { ...asked, body: '{"letter": "Hi"}' }).then(a => a.type + a.status, () => "refused");
    }"""
    assert page.evaluate(send, [address, None]) == "refused"
    assert page.evaluate(send, [address, "no-cors"]) in {"refused", "opaque0"}
    page.evaluate(
        "address => { document.body.append(Object.assign(document.createElement('iframe'), {src: address})) }", address
    )
    page.wait_for_timeout(500)
    assert page.frames[1].locator("#letter").count() == 0
    page.close()


def test_another_name_for_this_computer_gets_nothing(browser, address):
    context = browser.new_context()
    named = address.replace("127.0.0.1", "evil.localhost")
    answer = context.new_page().goto(named)
    assert answer.status == 421
    assert "letter" not in json.loads(answer.text())
    context.close()


def test_pictures_of_the_page_are_shipped():
    docs = Path(__file__).parents[2] / "docs"
    assert 0 < (docs / "page.png").stat().st_size < 200_000
    assert 0 < (docs / "page-phone.png").stat().st_size < 150_000
