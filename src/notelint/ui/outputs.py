"""Files that a report is written to, beside standard output: `--output report.html`, `--output sarif=out.json`."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

import click
from click.shell_completion import CompletionItem
from msgspec import Struct

from notelint.drafts.disk import UNFINISHED
from notelint.reporters.table import FORMATS, by_suffix


class Output(Struct, frozen=True):
    """A file, and the format that it gets."""

    form: str
    path: str


class OutputType(click.ParamType):  # type: ignore[type-arg]
    """`FORMAT=FILE`, or a file whose suffix says the format."""

    name = "output"

    def convert(self, value: str | Output, param: click.Parameter | None, ctx: click.Context | None) -> Output:
        """The output.

        Raises:
            click.BadParameter: no file is named, or no format.
        """
        if isinstance(value, Output):
            return value
        before, equals, after = value.partition("=")
        named = equals and before in FORMATS
        form, path = (before, after) if named else (by_suffix(value), value)
        if path in {"", "-"}:
            self.fail(f"`{value}` names no file; the format of standard output is chosen by --format", param, ctx)
        if form is None:
            self.fail(_formless(before if equals else "", path), param, ctx)
        return Output(form, path)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Files, by the shell's own means."""
        del ctx, param
        return [CompletionItem(incomplete, type="file")]


OUTPUT = OutputType()
DRAFT = "this is a draft that is checked; name another file for the report"


def _formless(name: str, path: str) -> str:
    near = get_close_matches(name, FORMATS, 1, 0.6)
    if near:
        return f"there is no format `{name}`; is it `{near[0]}`?"
    return f"the format of `{path}` is not clear; write one before it, as in json={path} ({', '.join(FORMATS)})"


def twice(outputs: Sequence[Output]) -> str | None:
    """A file that is named two times, or None."""
    seen: set[str] = set()
    for output in outputs:
        place = _place(output.path)
        if place in seen:
            return output.path
        seen.add(place)
    return None


def over(outputs: Iterable[Output], drafts: Iterable[str]) -> Output | None:
    """An output that would take the place of one of these drafts, or None."""
    places = {_place(draft) for draft in drafts if draft not in {"", "-"}}
    return next((output for output in outputs if _place(output.path) in places), None)


def _place(path: str) -> str:
    try:
        return os.path.realpath(path)
    except ValueError:  # no path at all, such as one with a NUL
        return path


def write(name: str, data: bytes) -> None:
    """Write a file anew: whole or not at all, with the permissions of a file that was there.

    Raises:
        OSError: it cannot be written.
    """
    named = Path(name)
    if named.exists() and not named.is_file():
        named.write_bytes(data)  # a device or a pipe has no contents to replace; a folder refuses
        return
    path = Path(os.path.realpath(named))
    if path.exists():
        path.open("ab").close()  # whether this file may be written is not for its folder to say
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(unfinished).chmod(_mode(path))
        Path(unfinished).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(unfinished).unlink()
        raise


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
