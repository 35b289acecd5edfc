"""Edits that keep a rule quiet, or say of what kind a draft is, where notelint reads it: in headers and comments.

Each edit is made in a copy of the draft first and offered only when the copy is read as was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from notelint.drafts import edits, formats, read
from notelint.drafts.lines import Line, split
from notelint.drafts.words import is_bullet
from notelint.errors import DraftError
from notelint.types import Draft, Edit, Header, Span, Violation

_FRONT = "front-matter"


def in_paragraph(draft: Draft, violation: Violation) -> Edit | None:
    """The comment that silences a violation's rule in its paragraph of a Markdown draft; None where it cannot."""
    if formats.suffix(draft.path) != ".md" or violation.missing or violation.zone == "headers":
        return None
    line = _first_of_paragraph(draft, violation.span.start)
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    edit = Edit(Span(line.start, line.start), f"{indent}<!-- notelint-ignore {violation.rule} -->\n")
    changed = _made(draft, edit)
    moved = violation.span.start + (len(changed.text) - len(draft.text) if changed else 0)
    scopes = [entry.scope for entry in changed.suppressions if entry.rule == violation.rule] if changed else []
    return edit if any(scope and scope.start <= moved < scope.end for scope in scopes) else None


def in_draft(draft: Draft, rule: str) -> Edit | None:
    """The header that silences a rule in the whole draft; None where it cannot be written."""
    entry = draft.headers.get("ignore")
    if draft.decoded or (entry is not None and entry.origin):  # a header of its own would undo the interview file's
        return None
    offered = _added(draft, entry, rule) if entry else iter([header(draft, "ignore", f"[{rule}]")])
    wanted = {(one.rule, one.reason) for one in draft.suppressions if one.scope is None} | {(rule, "")}
    for edit in offered:
        changed = _made(draft, edit) if edit else None
        if changed and {(one.rule, one.reason) for one in changed.suppressions if one.scope is None} == wanted:
            return edit
    return None


def of_kind(draft: Draft, kind: str) -> Edit | None:
    """The header that says what a draft is; None where one is there or cannot be written."""
    if draft.decoded or draft.headers.get("kind"):
        return None
    edit = header(draft, "kind", kind)
    changed = _made(draft, edit) if edit else None
    return edit if changed and changed.headers.value("kind") == kind else None


def header(draft: Draft, key: str, value: str) -> Edit | None:
    """The edit that adds a header; a draft without any gets front matter."""
    line = f"{key}: {value}"
    own = [entry for entry in draft.headers.entries if not entry.origin]
    if draft.headers.form == _FRONT:
        end = draft.zones[0].span.end
        close = [found for found in split(draft.text[:end]) if found.text.rstrip() == "---"][-1]
        return Edit(Span(close.start, close.start), f"{line}\n")
    if draft.headers.form == "mail" and own:
        at = max(entry.span.end for entry in own)
        at = next((found.end for found in split(draft.text) if found.start <= at <= found.end), at)
        return Edit(Span(at, at), f"\n{line}")
    return Edit(Span(0, 0), f"---\n{line}\n---\n\n")


def _added(draft: Draft, entry: Header, rule: str) -> Iterator[Edit]:
    """Ways of writing one more rule into an `ignore` header; which of them fits depends on how it is written."""
    end = entry.span.end
    if not entry.items:
        yield Edit(entry.span, f" [{rule}]")
        return
    yield Edit(Span(end, end), f", {rule}")  # a list, or a line with commas
    inside = draft.text.find("{", entry.key_span.end, entry.span.start) + 1
    if inside:
        yield Edit(Span(inside, inside), f'{rule}: "", ')
    line = next(found for found in reversed(split(draft.text[:end])) if found.start <= end)
    start = line.text[: len(line.text) - len(line.text.lstrip(" -"))]
    full = next((found for found in split(draft.text) if found.start == line.start), line)
    for more in (f"\n{start}{rule}", f'\n{start}{rule}: ""'):  # a list or a map on lines of its own
        yield Edit(Span(full.end, full.end), more)


def _first_of_paragraph(draft: Draft, offset: int) -> Line:
    lines = [line for line in split(draft.text) if line.start <= offset]
    zone = next((zone for zone in draft.zones if zone.span.start <= offset < zone.span.end), draft.zones[-1])
    first = lines[-1]
    for line in reversed(lines[:-1]):
        if is_bullet(first.text) or line.blank or line.start < zone.span.start:
            break
        first = line
    return first


def _made(draft: Draft, edit: Edit) -> Draft | None:
    try:
        return read.from_text(edits.apply(draft.text, [edit]), draft.path)
    except DraftError:
        return None
