"""`notelint serve`: the page on this machine's own address, until it is interrupted."""

from __future__ import annotations

import os
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress

from msgspec.structs import replace

from notelint import pipeline
from notelint.errors import NotelintError, UsageError
from notelint.start import hurried
from notelint.ui import terminal

ADDRESS = "127.0.0.1"
INSTALL = "the page needs more than is installed; `pip install 'notelint[serve]'` brings it"
_GRACE = 1  # seconds that an answer under way may take when the server ends


def serve(port: int, *, browser: bool, options: pipeline.Options) -> int:
    """Serve the page until it is interrupted.

    Args:
        port: where; 0 takes any that is free.
        browser: whether to open the page in the browser.
        options: of every check.

    Raises:
        UsageError: the extra `serve` is not installed, or the port is taken.
        ConfigError: the config is broken.
    """
    try:
        import uvicorn

        from notelint.ui.page.app import Page, build
    except ImportError:
        raise UsageError(INSTALL) from None
    here = pipeline.choose(".", options).path
    page, token = Page(replace(options, config=str(here) if here else None)), secrets.token_urlsafe(24)
    with _listen(port) as listening:
        at = listening.getsockname()[1]
        config = uvicorn.Config(
            build(page, token, at),
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
        )
        threading.Thread(target=_warm, args=(page.warm,), daemon=True).start()
        address = f"http://{ADDRESS}:{at}/{token}/"
        terminal.write(f"notelint is at {address}\nOnly this computer can open it. Ctrl-C ends it.\n")
        if browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        with suppress(KeyboardInterrupt):  # the way in which it is meant to end
            uvicorn.Server(config).run(sockets=[listening])
    return 0


def _warm(warm: Callable[[], None]) -> None:
    with suppress(NotelintError), hurried():  # said in the page, with the first letter
        warm()


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it lets two servers have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen()
    except OSError as problem:
        listening.close()
        reason = problem.strerror or str(problem)
        raise UsageError(f"port {port} cannot be had ({reason}); take another: `notelint serve --port 0`") from None
    return listening
