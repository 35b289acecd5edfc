"""A served page in a real browser."""

import re
import shutil
import signal
import subprocess
import sys

import pytest

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where a server listens; it must leave nothing in its folder."""
    pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")
    folder = tmp_path_factory.mktemp("served")
    command = [sys.executable, "-m", "notelint", "serve", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as running:
        yield re.search(r"http\S+", running.stdout.readline())[0]
        running.send_signal(signal.SIGINT)
    assert list(folder.iterdir()) == []


@pytest.fixture(scope="module")
def browser():
    """A running chromium; for one file alone, since it occupies this thread's event loop."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if BROWSER is None:
        pytest.skip("no chromium: `apt-get install chromium` lets these run")
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
