"""What is no reader: a script in a letter, another page, another name for this computer."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from .reader import FEEDBACK, card, write


def test_a_script_in_a_letter_is_text(page):
    evil = "<script>document.title = 'mine'</script><img src=x onerror=\"document.title = 'mine'\">"
    write(page, f"Dear Ms. Ruiz,\n\n{evil} Could you give me some feedback on {evil}?\n\nKind regards,\nJo\n")
    card(page, FEEDBACK).wait_for()
    assert page.locator("main img, main script").count() == 0
    assert page.title().startswith("notelint")
    assert evil in page.inner_text("#letter-paper .mirror")


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
