"""The real server as a process, and an editor that speaks to it: pytest-lsp's client, with what a test asks of it."""

import asyncio
import sys

import pytest
import pytest_asyncio
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, client_capabilities, make_test_lsp_client

COMMAND = [sys.executable, "-m", "notelint", "lsp", "--stdio"]
PATIENCE = 60  # seconds, before a test gives up


class Editor:
    """An editor with a folder open, which waits for answers as a person would."""

    def __init__(self, client, folder):
        self.client = client
        self.folder = folder
        self.versions = {}
        self.told = {}  # what was published, by URI
        self.seen = {}  # how much of it a test has looked at
        self.news = asyncio.Event()
        self.watched = []  # what the server wants to be told of
        client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda params: self.watched.extend(params.registrations))
        client.protocol.fm.features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = self.hear

    def hear(self, params):
        self.told.setdefault(params.uri, []).append(params)
        self.news.set()

    async def start(self, options=None, like="visual_studio_code", encodings=None):
        capabilities = client_capabilities(like)
        if encodings:
            capabilities.general = lsp.GeneralClientCapabilities(position_encodings=encodings)
        root = self.folder.as_uri()
        params = lsp.InitializeParams(capabilities, root_uri=root, initialization_options=options)
        return await self.client.initialize_session(params)

    def uri(self, name):
        return name if ":" in name else (self.folder / name).as_uri()

    async def open(self, name, text, language="plaintext"):
        """Open a buffer and wait for what is found in it."""
        self.versions[name] = 1
        item = lsp.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.found(name)

    def change(self, name, text):
        """Change a whole buffer, without waiting."""
        self.versions[name] += 1
        which = lsp.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        change = [lsp.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(which, change))

    async def edit(self, name, text):
        self.change(name, text)
        return await self.found(name)

    def save(self, name):
        which = lsp.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(which))

    def close(self, name):
        which = lsp.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(which))

    async def found(self, name):
        """The diagnostics of a buffer as it is now: published with its version."""
        said = await self.next(name)
        return said if self.told[self.uri(name)][-1].version == self.versions[name] else await self.found(name)

    async def next(self, name):
        """The diagnostics of a file that were told last, waited for until they are news."""
        uri = self.uri(name)
        while len(self.told.get(uri, [])) == self.seen.get(uri, 0):
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), PATIENCE)
        self.seen[uri] = len(self.told[uri])
        return list(self.told[uri][-1].diagnostics)

    async def actions(self, name, at, only=None):
        context = lsp.CodeActionContext([], only)
        which = lsp.TextDocumentIdentifier(self.uri(name))
        return await self.client.text_document_code_action_async(lsp.CodeActionParams(which, at, context)) or []

    async def hover(self, name, line, character):
        which = lsp.TextDocumentIdentifier(self.uri(name))
        place = lsp.Position(line, character)
        return await self.client.text_document_hover_async(lsp.HoverParams(which, place))

    async def stop(self):
        if self.client.capabilities is not None:
            await self.client.shutdown_session()
        else:
            self.client._server.kill()
        await self.client.stop()


async def started(folder, command=COMMAND):
    client = await ClientServerConfig(command, make_test_lsp_client).start()
    return Editor(client, folder)


@pytest_asyncio.fixture
async def fresh(request, tmp_path, monkeypatch):
    """An editor with a server of its own, in an empty folder; a test starts it with the options that it is about."""
    monkeypatch.chdir(tmp_path)
    ours = await started(tmp_path, getattr(request, "param", COMMAND))
    yield ours
    await ours.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory):
    """An editor that all tests of a module use, so that the model is loaded once."""
    ours = await started(tmp_path_factory.mktemp("workspace"))
    await ours.start()
    yield ours
    await ours.stop()


@pytest.fixture
def editor(shared, tmp_path_factory):
    """That editor, with a folder of the test's own."""
    shared.folder = tmp_path_factory.mktemp("drafts")
    return shared
