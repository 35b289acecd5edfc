"""How a draft is divided, one line a zone."""

from __future__ import annotations

from notelint.reporters.style import Style, count, shorten
from notelint.types import Draft


def render(draft: Draft, style: Style) -> str:
    """The zones of a draft: lines, kind, first and last words, and its headers with their values.

    Args:
        draft: the draft.
        style: how to write.

    Returns:
        Lines with their line ends.
    """
    rows: list[tuple[str, str, str]] = []
    for zone in draft.zones:
        first = draft.position(zone.span.start).line
        last = draft.position(max(zone.span.start, zone.span.end - 1)).line
        where = f"line {first}" if first == last else f"lines {first}-{last}"
        rows.append((where, zone.kind, shorten(draft.slice(zone.span), style.width - 30)))
    for header in draft.headers.entries:
        where = f"line {draft.position(header.span.start).line}"
        rows.append((where, f"{header.key}:", shorten(", ".join(header.items) or header.value, style.width - 30)))
    for asked in draft.suppressions:
        where = f"line {draft.position(asked.span.start).line}"
        rows.append((where, "ignore", asked.rule + (f" ({asked.reason})" if asked.reason else "")))
    if not rows:
        return style.fit(f"{draft.path}: {count(0, 'zone')}; the draft is empty\n")
    wide = max(len(where) for where, _, _ in rows)
    deep = max(len(kind) for _, kind, _ in rows)
    lines = []
    for where, kind, words in rows:
        place, what = style.paint(f"{where:<{wide}}", "dim"), style.paint(f"{kind:<{deep}}", "bold")
        lines.append(f"{place}  {what}  {style.show(words)}".rstrip())
    return style.fit("\n".join(lines) + "\n")
