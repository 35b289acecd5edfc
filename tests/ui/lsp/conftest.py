"""The real server as a process, and an editor that speaks to it: pytest-lsp's client, with what a test asks of it."""

import sys

import pytest
import pytest_asyncio
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, client_capabilities, make_test_lsp_client

COMMAND = [sys.executable, "-m", "notelint", "lsp", "--stdio"]


class Editor:
    """An editor with a folder open, which waits for answers as a person would."""

    def __init__(self, client, folder):
        self.client = client
        self.folder = folder
        self.versions = {}
        self.told = {}  # what was published last, by URI
        self.watched = []  # what the server wants to be told of
        client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda params: self.watched.extend(params.registrations))
        known = client.protocol.fm.features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS]

        def tell(params):
            self.told[params.uri] = params
            return known(params)

        client.protocol.fm.features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = tell

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
        uri, version = self.uri(name), self.versions[name]
        while uri not in self.told or self.told[uri].version != version:
            await self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(self.client.diagnostics[uri])

    async def next(self, name):
        """The diagnostics of a file when they are told anew."""
        uri = self.uri(name)
        while True:
            said = await self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            if said.uri == uri:
                return list(said.diagnostics)

    async def actions(self, name, at, only=None):
        context = lsp.CodeActionContext([], only)
        which = lsp.TextDocumentIdentifier(self.uri(name))
        return await self.client.text_document_code_action_async(lsp.CodeActionParams(which, at, context)) or []

    async def hover(self, name, line, character):
        which = lsp.TextDocumentIdentifier(self.uri(name))
        place = lsp.Position(line, character)
        return await self.client.text_document_hover_async(lsp.HoverParams(which, place))

    async def next_message(self):
        return (await self.client.wait_for_notification(lsp.WINDOW_SHOW_MESSAGE)).message


async def started(folder):
    client = await ClientServerConfig(COMMAND, make_test_lsp_client).start()
    return Editor(client, folder)


@pytest_asyncio.fixture
async def fresh(tmp_path, monkeypatch):
    """An editor with a server of its own, in an empty folder; a test starts it with the options that it is about."""
    monkeypatch.chdir(tmp_path)
    ours = await started(tmp_path)
    yield ours
    await ours.client.shutdown_session()
    await ours.client.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory):
    """An editor that all tests of a module use, so that the model is loaded once."""
    ours = await started(tmp_path_factory.mktemp("workspace"))
    await ours.start()
    yield ours
    await ours.client.shutdown_session()
    await ours.client.stop()


@pytest.fixture
def editor(shared, tmp_path_factory):
    """That editor, with a folder of the test's own."""
    shared.folder = tmp_path_factory.mktemp("drafts")
    return shared
