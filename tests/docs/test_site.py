"""The documentation as a site: all links hold, and a reader's browser asks nobody but the folder that it lies in."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from .shell import DOCS, ROOT

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data"}
SAYS = {"canonical", "alternate"}  # links in a page's head that no browser follows by itself


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site, built as .ci/run builds it: a warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return folder


def built(site, suffix):
    """The files of a suffix, of which the site has some."""
    found = sorted(site.rglob(f"*{suffix}"))
    assert found
    return found


class Assets(HTMLParser):
    """What a browser fetches for a page without being asked."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "link" and given.get("rel") not in SAYS:
            self.found.append(given.get("href"))
        elif tag in LOADS:
            self.found.append(given.get(LOADS[tag]))
        if tag == "meta" and given.get("http-equiv"):
            self.found.append(given.get("content"))
        self.found += re.findall(r"url\(([^)]*)\)", given.get("style") or "")
        self.found += (given.get("srcset") or "").split()


def test_every_page_is_built(site):
    pages = {str(page.relative_to(DOCS).with_suffix(".html")) for page in DOCS.rglob("*.md")}
    wanted = {page.replace("README.html", "index.html") for page in pages}
    assert wanted <= {str(page.relative_to(site)) for page in site.rglob("*.html")}


def test_no_page_shows_marks_of_markdown(site):
    """A bar in a table's code keeps its backslash, a fence that is not understood its ticks."""
    for page in built(site, ".html"):
        text = re.sub(r"<(script|pre)\b.*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"\\\||```|\]\(|\*\*", text), page.name


def test_no_page_fetches_anything_from_elsewhere(site):
    for page in built(site, ".html"):
        text = page.read_text(encoding="utf-8")
        assets = Assets()
        assets.feed(text)
        assert [asset for asset in assets.found if asset and re.search("(https?:)?//", asset)] == [], page.name
        assert "mermaid" not in re.findall(r'class="([\w -]+)"', text), "the theme draws these with a foreign script"


def test_no_style_fetches_anything_from_elsewhere(site):
    for style in built(site, ".css"):
        assert not re.search(r"@import|url\(\W?(https?:)?//", style.read_text(encoding="utf-8")), style.name


@pytest.mark.skipif(BROWSER is None, reason="no chromium: `apt-get install chromium` lets this run")
def test_a_browser_searches_the_folder_and_asks_nobody_else(site):
    from playwright.sync_api import sync_playwright

    asked = []
    with sync_playwright() as driver:
        page = driver.chromium.launch(executable_path=BROWSER, args=FLAGS.split()).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.click(".md-search__input")
        page.type(".md-search__input", "gifts")
        page.wait_for_selector(".md-search-result__item a[href*='no-gifts']", timeout=30_000)
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
