"""The page of the rule that speaks at a place, or that a suppression names there."""

from __future__ import annotations

from notelint import pipeline
from notelint.ui.lsp.checker import Checked

_BETWEEN = "\n---\n\n"


def rules(checked: Checked, offset: int) -> list[str]:
    """The rules that have something to say about an offset of the draft, each once, in order.

    Args:
        checked: what was found in the document.
        offset: into the draft, in code points.
    """
    report = checked.report
    if report is None:
        return []
    spoken = [(violation.rule, violation.span) for violation in report.violations]
    silenced = [(entry.rule, entry.span) for entry in report.draft.suppressions if not entry.origin]
    here = [rule for rule, span in (*spoken, *silenced) if span.start <= offset <= span.end]
    return list(dict.fromkeys(here))


def pages(names: list[str], path: str, options: pipeline.Options) -> str:
    """The pages of rules as Markdown; "" for none that exists.

    Raises:
        NotelintError: the config or a rule is broken.
    """
    from notelint.catalogue import measured
    from notelint.matching import rulebook
    from notelint.reporters import explain

    known = rulebook.catalogue(pipeline.choose(path, options)).rules
    figures = measured.of(known.values())
    return _BETWEEN.join(explain.markdown(known[name], figures.get(name)) for name in names if name in known)
