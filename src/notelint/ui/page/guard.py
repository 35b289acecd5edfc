"""What stands between the page and anything but this machine's own browser with the right address.

A page of another site may send requests to 127.0.0.1 too, and may point a name of its own there. So the address holds a
token that only its reader knows, `Host` must be this server's, and `Origin`, where there is one, must be this page.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 4 * 1024 * 1024
"""Bytes of a request: a Word file with a picture in it, and no more."""

_USUAL = 80

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer carries: no script, style or picture from elsewhere, and nothing kept."""


class Guard:
    """Lets through what this server's own page asks, and gives every answer its headers.

    Args:
        app: what answers.
        token: the first part of every path.
        port: where the server listens.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        ends = (f":{port}", "") if port == _USUAL else (f":{port}",)  # browsers leave out the usual port
        self._hosts = tuple(f"{name}{end}" for name in ("127.0.0.1", "localhost") for end in ends)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        if scope["type"] != "http":
            return  # no web sockets here
        request = Request(scope, receive)

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [(name, value) for name, value in message.get("headers", []) if name != b"cache-control"]
                message["headers"] = kept + [(key.lower().encode(), value.encode()) for key, value in HEADERS.items()]
            await send(message)

        refusal = self._refusal(request)
        await (refusal or self._app)(scope, receive, sealed)

    def _refusal(self, request: Request) -> Response | None:
        host, origin = request.headers.get("host", ""), request.headers.get("origin")
        if host not in self._hosts:
            return refuse(421, "this server answers only to the address that `notelint serve` printed")
        if origin is not None and origin != f"http://{host}":
            return refuse(403, "another page may not use this one")
        if origin is None and request.method not in {"GET", "HEAD"}:
            return refuse(403, "only the page itself may send letters")
        token = request.scope["path"].removeprefix("/").partition("/")[0]
        if not secrets.compare_digest(token.encode(), self._token.encode()):
            return refuse(404, "open the address that `notelint serve` printed, to the last letter")
        return None


async def body(request: Request) -> bytes | None:
    """What a request sends, None when it is more than `LARGEST`; no more than that is read."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > LARGEST:
            return None
    return bytes(data)


def refuse(status: int, message: str) -> Response:
    """An answer that says in one line what is wrong."""
    return JSONResponse({"message": message}, status)
