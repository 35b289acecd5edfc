"""notelint in a spaCy pipeline: `nlp.add_pipe("notelint")` sets `doc._.notelint`.

The text of a doc is judged as a draft, by the same way as any other: with notelint's own model, whatever the pipeline's
is. What is found is kept as plain data, so that docs can be written, read and sent between processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import raise_error

from notelint.errors import NotelintError
from notelint.ui import api
from notelint.ui.given import HeaderValue

if TYPE_CHECKING:
    from notelint.types import DraftReport, Failure, Violation

KEY = "notelint"
"""Name of the extension, and of the group of spans."""

ErrorHandler = Callable[[str, "Notelint", list[Doc], Exception], None]


_DEFAULTS: dict[str, object] = {"kind": None, "headers": {}, "settings": {}, "select": [], "ignore": []}


@Language.factory(KEY, assigns=[f"doc._.{KEY}"], default_config=_DEFAULTS)
def make(
    nlp: Language,
    name: str,
    *,
    kind: str | None,
    headers: dict[str, Any],
    settings: dict[str, Any],
    select: list[str],
    ignore: list[str],
) -> Notelint:
    """The component; its arguments stand in the pipeline's config, and are written with it.

    Args:
        nlp: the pipeline; of no use here.
        name: of the component in it.
        kind: what the docs are; None: each doc says it itself.
        headers: what the docs do not say themselves.
        settings: as `.notelint.yml` has them.
        select: the only rules to run.
        ignore: rules to leave out.

    Raises:
        NotelintError: the kind or the settings are wrong.
    """
    del nlp
    return Notelint(name, headers, kind=kind, config=settings, select=select, ignore=ignore)


class Notelint:
    """Judges docs; arguments as in `make`."""

    def __init__(self, name: str, headers: Mapping[str, HeaderValue], **chosen: Any) -> None:
        self.name = name
        self._headers = dict(headers)
        self._options = api.options(alone=True, **chosen)
        self._failed: ErrorHandler = raise_error
        if not Doc.has_extension(KEY):
            Doc.set_extension(KEY, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The doc, judged.

        Raises:
            NotelintError: it cannot be.
        """
        return next(self.pipe([doc]), doc)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Judge docs; one that cannot be judged goes to the pipeline's error handler."""
        for docs in _batches(stream, batch_size):
            names = [f"{number}/{KEY}.txt" for number in range(len(docs))]
            texts = [(path, doc.text, self._headers) for path, doc in zip(names, docs, strict=True)]
            reports, errors = api.judge_texts(texts, self._options)
            for path, doc in zip(names, docs, strict=True):
                if path in reports:
                    yield _marked(doc, reports[path])
                else:
                    self._failed(self.name, self, [doc], _problem(path, errors))

    def set_error_handler(self, handler: ErrorHandler) -> None:
        """What is done with docs that cannot be judged; spaCy calls this."""
        self._failed = handler


def _batches(docs: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    rest = iter(docs)
    while batch := list(islice(rest, size)):
        yield batch


def _problem(path: str, errors: Sequence[Failure]) -> NotelintError:
    """Why a doc was not judged; broken settings or rules are the reason of all."""
    said = next((error for error in errors if error.path == path), errors[0])
    place = None if said.path == path else said.path
    return NotelintError(said.message, path=place, line=said.line, column=said.column)


def _marked(doc: Doc, report: DraftReport) -> Doc:
    """The doc with what was found in it."""
    found = [_plain(doc, violation) for violation in report.violations]
    doc._.set(KEY, found)
    spans = (doc.char_span(one["start_char"], one["end_char"], one["rule"], alignment_mode="expand") for one in found)
    doc.spans[KEY] = [span for span in spans if span is not None]
    return doc


def _plain(doc: Doc, violation: Violation) -> dict[str, Any]:
    """A violation as plain data: offsets of characters and tokens in the doc, half-open."""
    start, end = violation.span
    tokens = doc.char_span(start, end, alignment_mode="expand")
    return {
        "rule": violation.rule,
        "severity": violation.severity,
        "message": violation.message,
        "text": violation.text,
        "zone": violation.zone,
        "start_char": start,
        "end_char": end,
        "start_token": tokens.start if tokens is not None else None,
        "end_token": tokens.end if tokens is not None else None,
        "suggestions": [suggestion.text for suggestion in violation.suggestions],
    }
