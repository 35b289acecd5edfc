"""The server answers its own page, and nobody else."""

import json

import pytest

pytest.importorskip("starlette", reason="the extra `serve` is not installed")

from starlette.testclient import TestClient

from notelint import pipeline
from notelint.ui.page import guard
from notelint.ui.page.app import Page, build

TOKEN = "secret"
HOST = "127.0.0.1:8123"
ORIGIN = f"http://{HOST}"
LETTER = "Dear Ms. Okafor,\n\nCould you give me some feedback on my interview?\n\nKind regards,\nJo Park\n"


@pytest.fixture(scope="module")
def client():
    return TestClient(build(Page(pipeline.Options()), TOKEN, 8123), base_url=ORIGIN)


def asked(client, path="check", question=None, **headers):
    question = {"letter": LETTER, "facts": {}} if question is None else question
    return client.post(f"/{TOKEN}/{path}", json=question, headers={"Origin": ORIGIN, **headers})


def test_the_page_and_its_files(client):
    page = client.get(f"/{TOKEN}/")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    for name, kind in (("app.js", "javascript"), ("style.css", "text/css"), ("icon.svg", "image/svg")):
        assert kind in client.get(f"/{TOKEN}/{name}").headers["content-type"]


def test_the_page_has_nothing_inline_and_nothing_from_elsewhere(client):
    page = client.get(f"/{TOKEN}/").text
    assert "<style" not in page
    assert " style=" not in page
    assert "//" not in page.replace("<!doctype html>", "")
    assert page.count("<script") == page.count('<script type="module" src="app.js">')


@pytest.mark.parametrize("path", ["/", f"/{TOKEN}/", f"/{TOKEN}/none", "/other/"])
def test_every_answer_is_sealed(client, path):
    headers = client.get(path).headers
    assert {name: headers[name] for name in guard.HEADERS} == dict(guard.HEADERS)
    assert "'unsafe" not in headers["Content-Security-Policy"]


def test_check(client):
    answer = asked(client)
    assert answer.status_code == 200
    report = answer.json()
    assert report["version"] == 1
    assert "no-feedback-requests" in [each["rule"] for each in report["drafts"][0]["violations"]]


def test_facts_feed_the_rules(client):
    report = asked(client, question={"letter": LETTER, "facts": {"to": "Ann Lund", "kind": "follow-up"}}).json()
    [draft] = report["drafts"]
    assert (draft["kind"], draft["kind_from"]) == ("follow-up", "header")
    assert "match-recipient" in [each["rule"] for each in draft["violations"]]


def test_half_characters_are_judged(client):
    answer = client.post(
        f"/{TOKEN}/check",
        content=b'{"letter": "Hi \\ud83d Jo,\\n\\nCould you give me some feedback?"}',
        headers={"Origin": ORIGIN, "Content-Type": "application/json"},
    )
    assert answer.status_code == 200


def test_open_and_file(client):
    draft = f"---\ncompany: Ashby\n---\n{LETTER}"
    answer = client.post(f"/{TOKEN}/open?name=a%20b.md", content=draft.encode(), headers={"Origin": ORIGIN})
    assert answer.json() == {"letter": LETTER, "facts": {"company": ["Ashby"]}}
    assert asked(client, "file", answer.json()).json() == {"text": draft}


def test_start(client):
    answers = {"kind": "thank-you", "to": "Ms. Okafor", "interview": "2026-11-24", "topic": "the tram depot"}
    made = asked(client, "start", answers).json()
    assert made["letter"].startswith("Dear Ms. Okafor,\n")
    assert "You told me about the tram depot." in made["letter"]
    assert made["facts"]["interview"] == ["2026-11-24"]
    assert made["facts"]["topics"] == ["the tram depot"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Origin": "http://evil.example"}, 403, id="another page"),
        pytest.param({"Origin": "http://127.0.0.1:9000"}, 403, id="another port"),
        pytest.param({"Origin": "https://127.0.0.1:8123"}, 403, id="another scheme"),
        pytest.param({"Origin": "null"}, 403, id="a page without a name"),
        pytest.param({"Host": "evil.example:8123"}, 421, id="a name that was pointed here"),
        pytest.param({"Host": "127.0.0.1"}, 421, id="another host"),
        pytest.param({"Content-Type": "text/plain"}, 415, id="what a form can send"),
    ],
)
def test_others_are_refused(client, headers, status):
    answer = asked(client, **headers)
    assert answer.status_code == status
    assert set(answer.json()) == {"message"}


def test_the_usual_port_may_be_left_out():
    page = TestClient(build(Page(pipeline.Options()), TOKEN, 80), base_url="http://127.0.0.1")
    for host in ("127.0.0.1", "localhost", "127.0.0.1:80"):
        assert page.get(f"/{TOKEN}/", headers={"Host": host, "Origin": f"http://{host}"}).status_code == 200
    assert page.get(f"/{TOKEN}/", headers={"Host": "example.com"}).status_code == 421


def test_a_letter_without_an_origin_is_refused(client):
    assert client.post(f"/{TOKEN}/check", json={"letter": LETTER}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/check", "/wrong/", "/wrong/check", "/secre/", "//", "/secret2/app.js"])
def test_without_the_token_nothing_is_found(client, path):
    assert client.get(path).status_code == 404
    assert client.post(path, json={"letter": LETTER}, headers={"Origin": ORIGIN}).status_code == 404


@pytest.mark.parametrize("path", ["../app.py", "%2e%2e/app.py", "..%2f..%2fcli.py"])
def test_no_file_but_the_pages_own(client, path):
    assert client.get(f"/{TOKEN}/{path}").status_code == 404


@pytest.mark.parametrize(
    ("data", "status"),
    [
        pytest.param(b"", 400, id="nothing"),
        pytest.param(b"[]", 400, id="no object"),
        pytest.param(b"{", 400, id="no JSON"),
        pytest.param(b"[" * 100_000, 400, id="JSON without an end"),
        pytest.param(b'{"letter": 3}', 400, id="no text"),
        pytest.param(b'{"letter": "a", "facts": []}', 400, id="no facts"),
        pytest.param(json.dumps({"letter": "a " * 60_000}).encode(), 400, id="no letter is so long"),
        pytest.param(b" " * (guard.LARGEST + 1), 413, id="more than is read"),
    ],
)
def test_what_cannot_be_judged(client, data, status):
    headers = {"Origin": ORIGIN, "Content-Type": "application/json"}
    answer = client.post(f"/{TOKEN}/check", content=data, headers=headers)
    assert answer.status_code == status
    assert answer.json()["message"]


@pytest.mark.parametrize("answers", [{}, {"kind": "poem"}, {"kind": "thank-you", "interview": "soon"}])
def test_what_cannot_be_started(client, answers):
    assert asked(client, "start", answers).status_code == 400


def test_what_cannot_be_opened(client):
    answer = client.post(f"/{TOKEN}/open?name=a.docx", content=b"no Word file", headers={"Origin": ORIGIN})
    assert answer.status_code == 400
    assert answer.json()["message"]
