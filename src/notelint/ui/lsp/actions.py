"""What an editor offers at a place: safe fixes, rewrites, what is missing, silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types as lsp
from msgspec import Struct

from notelint.drafts import formats
from notelint.drafts.decode import decode
from notelint.errors import NotelintError
from notelint.matching.fixes import fixes, together
from notelint.reporters.advice import written
from notelint.reporters.style import listed, shorten
from notelint.types import KINDS, DraftReport, Edit, Suggestion, Violation
from notelint.ui.lsp import diagnostics, silence
from notelint.ui.lsp.checker import Checked
from notelint.ui.lsp.documents import Document
from notelint.ui.lsp.places import DraftPlaces, overlaps

FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.notelint"
KINDS_OFFERED = (lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll)
_LONGEST = 80  # characters of a sentence in a title


class Asker(Struct, frozen=True):
    """What an editor asks for and can take.

    Attributes:
        range: where the cursor or the selection is.
        only: kinds of actions, each with those below it; None: all.
        encoding: the unit of columns.
        versioned: whether edits may name the version of the document that they are for.
    """

    range: lsp.Range
    only: Sequence[str] | None = None
    encoding: str = "utf-16"
    versioned: bool = False


def of(checked: Checked, asker: Asker) -> list[lsp.CodeAction]:
    """The actions at a place of a document, best first; none when it could not be judged."""
    report = checked.report
    if report is None:
        return []
    offers = _Offers(checked.document, report, DraftPlaces(report.draft, checked.document.text, asker.encoding), asker)
    found = list(offers.quick()) if _wanted(lsp.CodeActionKind.QuickFix, asker.only) else []
    if _wanted(FIX_ALL, asker.only):
        found += offers.fix_all()
    return found


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


class _Offers(Struct, frozen=True):
    document: Document
    report: DraftReport
    places: DraftPlaces
    asker: Asker

    def quick(self) -> Iterator[lsp.CodeAction]:
        """The actions on what is found at the place: all that mend, then all that silence."""
        here = [one for one in self.report.violations if overlaps(self.places.of(one.span), self.asker.range)]
        seen: set[tuple[Edit, ...]] = set()
        for violation in here:
            for offered, safe in self._mending(violation):
                if offered.edits and offered.edits not in seen:
                    seen.add(offered.edits)
                    yield from self._action(
                        _title(violation, offered, safe=safe), offered.edits, violation, preferred=safe
                    )
        yield from self._kinds()
        for violation in {violation.rule: violation for violation in reversed(here)}.values():
            yield from self._silent(violation)

    def fix_all(self) -> list[lsp.CodeAction]:
        """What `--fix` would make at once, in one action."""
        made, _ = together(fix for fix in fixes(self.report) if not fix.refused)
        done = tuple(sorted((edit for fix in made for edit in fix.edits), key=lambda edit: edit.span))
        return list(self._action("Make all safe fixes of notelint", done, kind=FIX_ALL)) if done else []

    def _mending(self, violation: Violation) -> Iterator[tuple[Suggestion, bool]]:
        if violation.fix:
            yield violation.fix, True
        for suggestion in violation.suggestions:
            yield suggestion, False

    def _kinds(self) -> Iterator[lsp.CodeAction]:
        """Of a draft of unknown kind: to say what it is."""
        first = self.places.of(self.report.draft.first_line)
        if self.report.kind.kind == "unknown" and overlaps(first, self.asker.range):
            for kind in KINDS:
                edit = silence.of_kind(self.report.draft, kind)
                if edit:
                    yield from self._action(f"Say that this is a {kind} (adds a header)", (edit,))

    def _silent(self, violation: Violation) -> Iterator[lsp.CodeAction]:
        here = silence.in_paragraph(self.report.draft, violation)
        if here:
            yield from self._action(f"Silence {violation.rule} in this paragraph", (here,), violation)
        whole = silence.in_draft(self.report.draft, violation.rule)
        if whole:
            yield from self._action(f"Silence {violation.rule} in this draft (a header)", (whole,), violation)

    def _action(
        self,
        title: str,
        edits: tuple[Edit, ...],
        violation: Violation | None = None,
        *,
        kind: str = lsp.CodeActionKind.QuickFix,
        preferred: bool = False,
    ) -> Iterator[lsp.CodeAction]:
        """One action; none when its edits cannot be made in this format."""
        changes = self._changes(edits)
        if changes:
            yield lsp.CodeAction(
                title,
                kind=kind,
                diagnostics=[diagnostics.violated(violation, self.places)] if violation else None,
                is_preferred=preferred or None,
                edit=self._workspace(changes),
            )

    def _changes(self, edits: tuple[Edit, ...]) -> list[lsp.TextEdit]:
        if not self.report.draft.decoded:
            return [lsp.TextEdit(self.places.of(edit.span), written(self.report.draft, edit)) for edit in edits]
        document = self.document
        try:  # a mail is written anew, as its encoding asks
            text = decode(formats.write(document.data, document.path, edits), document.path)
        except (NotelintError, ValueError):
            return []
        return [lsp.TextEdit(self.places.whole, text)]

    def _workspace(self, changes: list[lsp.TextEdit]) -> lsp.WorkspaceEdit:
        document = self.document
        if not self.asker.versioned:
            return lsp.WorkspaceEdit(changes={document.uri: changes})
        which = lsp.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
        return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(which, list(changes))])


def _title(violation: Violation, offered: Suggestion, *, safe: bool) -> str:
    adds = all(edit.span.start == edit.span.end for edit in offered.edits)
    word = "Fix" if safe else "Add" if adds else "Instead"
    then = f", then fill in {listed([f'“{slot}”' for slot in offered.slots])}" if offered.slots else ""
    words = shorten(" ".join(offered.text.split()), _LONGEST)
    return words if words and violation.leaves_out(offered) else f"{word}{then}: {words or '(nothing)'}"
