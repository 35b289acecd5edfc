"""The page's routes: its files, and four questions that it asks.

Letters live in memory only, and what was last read and parsed goes when others take its place or the server ends.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, cast
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from notelint import pipeline
from notelint.errors import NotelintError, UsageError
from notelint.types import KINDS, DraftKind
from notelint.ui.page import facts
from notelint.ui.page.guard import Guard, body, refuse
from notelint.ui.page.judge import judge
from notelint.ui.skeleton import Answers, skeleton

STATIC = Path(__file__).parent / "static"
_SAMPLE = "Dear Ms. Okafor,\n\nThank you for your time this morning.\n\nKind regards,\nJo Park\n"
_LONGEST = 100_000  # code points of a letter; what is longer is none

Json = dict[str, Any]
Answer = Callable[[Json], Json]


class Page:
    """What the page can ask.

    One letter is judged at a time: the language model is shared, and an answer takes a fraction of a second.

    Args:
        options: of every check.
    """

    def __init__(self, options: pipeline.Options) -> None:
        self._options = options
        self._lock = Lock()

    def warm(self) -> None:
        """Load the rules and the language model, so that the first letter need not wait for them."""
        self.check({"letter": _SAMPLE})

    def check(self, asked: Json) -> Json:
        """The report on `letter` with `facts`, which comes from a file of this `name`."""
        with self._lock:
            return judge(*_letter(asked), self._options, str(asked.get("name", "")))

    def file(self, asked: Json) -> Json:
        """The text of a draft file that holds `letter` and `facts`."""
        return {"text": facts.compose(*_letter(asked)).text}

    def start(self, asked: Json) -> Json:
        """The first draft for these answers, with the facts that it knows."""
        answers = _answers(asked)
        made = skeleton(answers)
        return {"letter": made.letter, "facts": made.facts}


def build(page: Page, token: str, port: int) -> ASGIApp:
    """The server's application; every path in it begins with the token."""
    routes = [
        Route("/check", _asks(page.check), methods=["POST"]),
        Route("/file", _asks(page.file), methods=["POST"]),
        Route("/start", _asks(page.start), methods=["POST"]),
        Route("/open", _open, methods=["POST"]),
        Mount("/", StaticFiles(directory=STATIC, html=True)),
    ]
    return Guard(Starlette(routes=[Mount(f"/{token}", routes=routes)]), token, port)


def _asks(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return refuse(415, "send JSON")
        data = await body(request)
        if data is None:
            return refuse(413, "this is too long for a letter")
        try:
            asked = json.loads(data)
            if not isinstance(asked, dict):
                return refuse(400, "send an object")
            return JSONResponse(await run_in_threadpool(answer, asked))
        except NotelintError as problem:
            return refuse(400, problem.message)
        except (ValueError, RecursionError) as problem:
            return refuse(400, f"this cannot be read: {problem}")

    return endpoint


async def _open(request: Request) -> Response:
    data = await body(request)
    if data is None:
        return refuse(413, "this file is too large for a letter")
    name = unquote(request.query_params.get("name", "letter.txt"))
    try:
        letter, known = await run_in_threadpool(facts.opened, data, Path(name).name or "letter.txt")
    except NotelintError as problem:
        return refuse(400, problem.message)
    return JSONResponse({"letter": letter, "facts": known})


def _letter(asked: Json) -> tuple[str, dict[str, tuple[str, ...]]]:
    letter, given = asked.get("letter"), asked.get("facts", {})
    if not isinstance(letter, str) or not isinstance(given, dict):
        raise UsageError("`letter` is a text, `facts` an object")
    if len(letter) > _LONGEST:
        raise UsageError("this is too long for a letter")
    return _whole(letter), facts.clean({key: _whole(value) for key, value in given.items()})


def _answers(asked: Json) -> Answers:
    def text(key: str) -> str:
        return " ".join(facts.clean({"subject": _whole(asked.get(key, ""))}).get("subject", ()))

    if asked.get("kind") not in KINDS:
        raise UsageError(f"`kind` is one of {', '.join(KINDS)}")
    day = date.fromisoformat(text("interview")) if text("interview") else None
    kind = cast("DraftKind", asked["kind"])
    return Answers(kind, text("to"), text("company"), text("position"), day, text("topic"), text("promise"))


def _whole(value: Any) -> Any:
    """A text without half characters, which no file can hold; as long as before."""
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value) if isinstance(value, str) else value
