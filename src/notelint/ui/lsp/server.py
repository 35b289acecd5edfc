"""`notelint lsp`: the language server on standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from notelint import __version__, pipeline
from notelint.errors import NotelintError
from notelint.start import hurried
from notelint.ui.lsp import actions, diagnostics, documents, hover, settings, watching
from notelint.ui.lsp.checker import PAUSE, Checked, Checker
from notelint.ui.lsp.documents import Document
from notelint.ui.lsp.places import DraftPlaces


class Server(LanguageServer):
    """One editor's server; it asks for whole texts, since letters are short and a wrong splice is a wrong place.

    Args:
        base: the options of the command line.
    """

    def __init__(self, base: pipeline.Options) -> None:
        super().__init__("notelint", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.base = base
        self.worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="notelint")
        self.checker = Checker(self.worker, self.tell, base)
        self.asked_to_stop = False
        self._troubled: dict[str, set[str]] = {}  # file with a mistake: documents that it keeps from being judged

    @property
    def encoding(self) -> str:
        """The unit of columns that was agreed on."""
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))

    @property
    def folder(self) -> Path:
        """The workspace's folder; without one that of this process."""
        uris = [*self.workspace.folders, *([self.workspace.root_uri] if self.workspace.root_uri else [])]
        return next((Path(path) for uri in uris if (path := to_fs_path(uri))), Path.cwd())

    def configure(self, written: object) -> None:
        """Take the editor's settings, and say what is wrong with them."""
        self.checker.options, wrong = settings.read(written, self.base, self.folder)
        for line in wrong:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, f"notelint: {line}"))

    def hold(self, uri: str, pause: float) -> None:
        """Take a document as it is now, and check it and those that are compared with it."""
        held = self.workspace.get_text_document(uri)
        path = documents.place(uri, held.language_id, self.folder)
        if path is None or not documents.is_draft(path):
            return
        self.checker.hold(Document(uri, path, held.source, held.version), pause)
        self.recheck(watching.beside(path, self.checker.documents.values()), pause)

    def recheck(self, uris: list[str] | None = None, pause: float = 0.0) -> None:
        """Check documents again, all of them when none are named."""
        for uri in list(self.checker.documents) if uris is None else uris:
            self.checker.ask(uri, pause)

    def tell(self, checked: Checked) -> None:
        """Show what was found in a document, and what is wrong in other files that it needs."""
        document, capable = checked.document, self.client_capabilities.text_document
        publish = capable.publish_diagnostics if capable else None
        related = bool(publish and publish.related_information)
        linked = bool(publish and publish.code_description_support)
        said = diagnostics.of(checked, self.encoding, related=related, linked=linked)
        self.show(document.uri, said, document.version)
        wrong = diagnostics.elsewhere(checked, self.encoding)
        for uri, said in wrong.items():
            self._troubled.setdefault(uri, set()).add(document.uri)
            self.show(uri, said)
        self.settle(document.uri, set(wrong))

    def settle(self, uri: str, still: set[str]) -> None:
        """Wipe out what other files were blamed for by a document, except in those that are still to blame."""
        for file, blamed_by in list(self._troubled.items()):
            if file not in still and uri in blamed_by:
                blamed_by.discard(uri)
                if not blamed_by:
                    del self._troubled[file]
                    self.show(file, [])

    def show(self, uri: str, said: list[lsp.Diagnostic], version: int | None = None) -> None:
        """Show these diagnostics of a file instead of those before."""
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, said, version))


def serve(base: pipeline.Options) -> int:
    """Serve one editor until it goes; returns the exit status.

    Args:
        base: the options of the command line.
    """
    server = Server(base)
    _register(server)
    server.start_io(*_streams())
    server.worker.shutdown(wait=False, cancel_futures=True)
    return 0 if server.asked_to_stop else 1


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for the protocol alone: whatever else is printed goes to standard error."""
    ours = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return ours


def _register(server: Server) -> None:
    """What the server answers to."""
    for method, answer, options in _ANSWERS:
        server.feature(method, options)(answer)


def _initialize(ls: Server, params: lsp.InitializeParams) -> None:
    ls.configure(params.initialization_options)


def _initialized(ls: Server, _params: lsp.InitializedParams) -> None:
    ls.worker.submit(_warm)
    watching.watch(ls)


def _warm() -> None:
    """Load the model and the rules before the first draft waits for them; what fails is said when that is checked."""
    from contextlib import suppress

    from notelint.language import model
    from notelint.matching import rulebook

    with suppress(NotelintError), hurried():
        model.load()
        rulebook.compile_rules(())


def _opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.hold(params.text_document.uri, 0.0)


def _changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.hold(params.text_document.uri, PAUSE)


def _saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    """What is no draft (settings, rules, known violations) may decide about all that are open."""
    uri = params.text_document.uri
    rules = not watching.is_told(ls) and _forgotten(ls, [to_fs_path(uri) or ""])  # others are told, and read them once
    ls.recheck([uri] if uri in ls.checker.documents and not rules else None)


def _closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    document = ls.checker.documents.get(uri)
    if document:
        ls.checker.drop(uri)
        ls.show(uri, [])
        ls.settle(uri, set())
        ls.recheck(watching.beside(document.path, ls.checker.documents.values()))


def _configured(ls: Server, params: lsp.DidChangeConfigurationParams) -> None:
    if settings.are_ours(params.settings):
        ls.configure(params.settings)
        ls.recheck()


def _touched(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    paths = [path for change in params.changes if (path := to_fs_path(change.uri))]
    _forgotten(ls, paths)
    ls.recheck()


def _forgotten(ls: Server, paths: list[str]) -> bool:
    """Have all rules read anew if one of these files is among them, and say whether."""
    changed = watching.changes_rules(paths, ls.checker.documents.values(), ls.checker.options)
    if changed:
        ls.worker.submit(watching.forget_rules)
    return changed


async def _actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
    checked = await ls.checker.current(params.text_document.uri)
    if checked is None:
        return None
    capable = ls.client_capabilities.workspace
    edit = capable.workspace_edit if capable else None
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only] if params.context.only else None
    asker = actions.Asker(params.range, only, ls.encoding, bool(edit and edit.document_changes))
    return actions.of(checked, asker)


async def _hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    checked = await ls.checker.current(params.text_document.uri)
    if checked is None or checked.report is None:
        return None
    places = DraftPlaces(checked.report.draft, checked.document.text, ls.encoding)
    names = hover.rules(checked, places.in_draft(params.position))
    if not names:
        return None
    loop = asyncio.get_running_loop()
    page = await loop.run_in_executor(ls.worker, hover.pages, names, checked.document.path, ls.checker.options)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, page)) if page else None


def _stop(ls: Server, _params: None) -> None:
    ls.asked_to_stop = True


_ANSWERS = (
    (lsp.INITIALIZE, _initialize, None),
    (lsp.INITIALIZED, _initialized, None),
    (lsp.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (lsp.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (lsp.TEXT_DOCUMENT_DID_SAVE, _saved, None),
    (lsp.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (lsp.TEXT_DOCUMENT_CODE_ACTION, _actions, lsp.CodeActionOptions(code_action_kinds=list(actions.KINDS_OFFERED))),
    (lsp.TEXT_DOCUMENT_HOVER, _hover, None),
    (lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, _configured, None),
    (lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, _touched, None),
    (lsp.SHUTDOWN, _stop, None),
)
