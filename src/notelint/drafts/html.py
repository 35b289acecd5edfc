"""HTML of a mail → text: paragraphs as a reader sees them, earlier mail as lines that begin with `> `."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from notelint.drafts.extras import absent

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: around earlier mail while the page is turned to text
_DECLARATION = re.compile(r"<\?xml[^<>]*>")
_UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ue000\ue001\ufeff]")

_QUOTED = frozenset({
    "gmail_attr", "moz-cite-prefix", "moz-forward-container", "yahoo_quoted", "protonmail_quote", "tutanota_quote",
    "zmail_extra", "ms-outlook-mobile-reference-message", "OutlookMessageHeader",
})  # fmt: skip
"""Classes by which mail programs mark earlier mail and the line that announces it."""

_GMAIL = "gmail_quote"
_QUOTED_IDS = frozenset({"mail-editor-reference-message-container"})
_REST_IDS = frozenset({"divRplyFwdMsg", "stopSpelling"})
"""Ids by which Outlook marks where earlier mail begins; it goes to the end."""

_OUTLOOK_BAR = re.compile(r"border-top:\s*solid\s+#(?:e1e1e1|b5c4df)", re.IGNORECASE)
_INDENT = re.compile(r"border(?:-width)?:\s*(?:none|0)|webkit-indent-blockquote", re.IGNORECASE)
_WORD = re.compile(r"Mso(?:Normal|PlainText)\b")
_NO_MARGIN = re.compile(r"(?:^|;)\s*margin:\s*0", re.IGNORECASE)


def text(page: str, path: str) -> str:
    """The text of a page.

    Args:
        page: HTML.
        path: the draft, for the error.

    Returns:
        Lines ended by LF, none with space at its end. Block quotations and what mail programs mark as earlier mail
        begin with `> `; a block quotation without a border is the writer's own indentation.

    Raises:
        DraftError: the extra `mail` is not installed.
    """
    try:
        from inscriptis.css_profiles import STRICT_CSS_PROFILE  # noqa: PLC0415
        from inscriptis.html_engine import Inscriptis  # noqa: PLC0415
        from inscriptis.model.config import ParserConfig  # noqa: PLC0415
        from lxml.etree import ParserError  # noqa: PLC0415
        from lxml.html import document_fromstring  # noqa: PLC0415
    except ModuleNotFoundError:
        raise absent("mail", "this mail is HTML alone, and reading it", path) from None
    try:
        tree = document_fromstring(_UNPRINTED.sub("", _DECLARATION.sub("", page)))
    except ParserError:  # an empty page
        return ""
    for element in [each for each in tree.iter() if isinstance(each.tag, str)]:
        _prepare(element)
    return _lines(Inscriptis(tree, ParserConfig(css=STRICT_CSS_PROFILE)).get_text())


def _prepare(element: HtmlElement) -> None:
    """Mark earlier mail, and take from Word's paragraphs the margin that they do not have."""
    if _begins_rest(element):
        element.addprevious(_mark(element, _OPEN))
    elif _is_quoted(element):
        element.addprevious(_mark(element, _OPEN))
        close = _mark(element, _CLOSE)
        close.tail, element.tail = element.tail, None  # else it would go behind that text
        element.addnext(close)
    style = element.get("style") or ""
    if element.tag == "p" and (_WORD.search(element.get("class") or "") or _NO_MARGIN.search(style)):
        element.tag = "div"


def _mark(beside: HtmlElement, sign: str) -> Any:
    mark = beside.makeelement("div")
    mark.text = sign
    return mark


def _begins_rest(element: HtmlElement) -> bool:
    if element.get("id") in _REST_IDS or element.get("data-marker") == "__DIVIDER__":
        return True
    return element.tag == "div" and _OUTLOOK_BAR.search(element.get("style") or "") is not None


def _is_quoted(element: HtmlElement) -> bool:
    classes = set((element.get("class") or "").split())
    if element.tag == "blockquote":
        looks = f"{element.get('style')} {element.get('class')}"
        return element.get("type") == "cite" or bool(classes & {_GMAIL, *_QUOTED}) or not _INDENT.search(looks)
    if _GMAIL in classes:  # around a reply it holds the writer's answers too, and the quotations are blocks
        return all(child.tag != "blockquote" for child in element)
    return bool(classes & _QUOTED) or element.get("id") in _QUOTED_IDS


def _lines(page: str) -> str:
    return "".join(f"{line}\n" for line in _quoted(line.strip() for line in page.split("\n")))


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    """The lines, those between the marks with `>`; one empty line for several, none at the ends."""
    depth = above = 0
    blank = False
    first = True
    for line in lines:
        deepest = depth
        for char in line:
            depth = max(0, depth + (char == _OPEN) - (char == _CLOSE))
            deepest = max(deepest, depth)
        words = line.replace(_OPEN, "").replace(_CLOSE, "").strip()
        if not words:
            blank = blank or not line
            continue
        if blank and not first:
            yield ">" * min(above, deepest)
        yield f"{'>' * deepest} {words}" if deepest else words
        blank, first, above = False, False, deepest
