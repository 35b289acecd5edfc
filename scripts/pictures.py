"""Make the pictures of the page and of the terminal anew from the running program.

    python scripts/pictures.py

Writes docs/page.png, docs/page-phone.png and, by scripts/readme.py, docs/terminal.svg. Needs the extra `test` and a
chromium (`apt-get install chromium fonts-dejavu-core`).
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SUBJECT = "Assistant Librarian interview: thank you"
DRAFT = ROOT / "examples" / "faulty-thank-you.txt"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FLAGS += ["--disable-sync", "--no-first-run"]
RULE = "no-feedback-requests"
NARROW = 896  # pixels, as in style.css


def picture(browser: Browser, address: str, name: str, width: int, height: int) -> None:
    """The page with a faulty letter, at one of its violations."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.fill("#subject", SUBJECT)
    page.fill("#letter", DRAFT.read_text(encoding="utf-8"))
    page.click(f".violation[data-rule={RULE}] .message")
    page.evaluate("() => { document.activeElement.blur(); getSelection().empty(); }")
    if width > NARROW:  # there the page fits; on a phone it stands at the words
        page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(300)  # until nothing moves any more
    page.screenshot(path=DOCS / name)
    page.close()


def main() -> None:
    """Make all pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no chromium: `apt-get install chromium`")
    command = [sys.executable, "-m", "notelint", "serve", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running, sync_playwright() as driver:
        address = re.search(r"http\S+", running.stdout.readline() if running.stdout else "")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        if address:
            picture(browser, address[0], "page.png", 1180, 780)
            picture(browser, address[0], "page-phone.png", 390, 780)
        browser.close()
        running.send_signal(signal.SIGINT)
    subprocess.run([sys.executable, "scripts/readme.py"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
