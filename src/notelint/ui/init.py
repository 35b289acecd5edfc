"""`notelint init`: the files that a folder of drafts begins with. Nothing that is there is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from notelint import files
from notelint.config import NAME as CONFIG
from notelint.config import nearest_file, repository
from notelint.drafts.interview import NAME as INTERVIEW
from notelint.errors import UsageError
from notelint.ui import terminal
from notelint.ui.laying import lay

HOOKS = ".pre-commit-config.yaml"
_TEXTS = {
    CONFIG: """\
# Settings of notelint for the drafts in this folder and below. Take the `#` away from what you want to set.

# rules:
#   no-gifts: off                  # off, error, warning or suggestion
#   send-promptly: {hours: 48}     # or the options of a rule
# exclude: [archive/]              # drafts that the walk over a folder leaves out
# fail_on: warning                 # the mildest violation that fails a run: error, warning, suggestion or never
# country: US                      # whose public holidays are no business days
""",
    INTERVIEW: """\
# What notelint shall know of your interview. It counts for all drafts in this folder and below; what a draft says in
# headers of its own wins. Take the `#` away from what you know, and write your own.

# company: Northwind
# position: Data Analyst
# from: Dana Whitfield
# interview: 2026-11-24 14:30      # when it ended; the time may be left out
# interviewers:                    # who talked with you: each gets a thank-you of their own
#   - Amara Okafor
#   - Lee, Ben
# expected_reply: 2026-12-01       # the day by which they want to answer, or as they said it: within two weeks
# last_contact: 2026-11-24         # your last message, or theirs
# topics: [the new ticket gates]   # what you talked about, a few words each: a thank-you takes one of them up
# concerns: [no SQL]               # what made them doubt: a thank-you takes it up
# shared_interests: [sailing]      # what you have in common: worth one sentence
""",
    HOOKS: """\
# Checks the drafts of each commit. `pre-commit install` switches it on.
repos:
  - repo: local
    hooks:
      - id: notelint
        name: notelint
        entry: notelint
        language: system
        require_serial: true
        types: [file]
        files: (?i)\\.(txt|md|eml|docx)$
        exclude: >-
          (?ix)
          (^|/)(readme|changelog|contributing|license)[^/]*$
          |(^|/)requirements[^/]*\\.txt$
          |(^|/)(\\.|~\\$)
""",
}
_WROTE = {
    CONFIG: "settings, none of them switched on yet",
    INTERVIEW: "what you know of your interview goes there, for all drafts of this folder",
    HOOKS: "`pip install pre-commit` and `pre-commit install` check your drafts at each commit",
}
_NEXT = f"Next: fill in {INTERVIEW}, write a draft beside it, and run `notelint .`\n"


def init(folder: str) -> int:
    """Lay settings, an interview file and, in a git repository, the pre-commit hook into a folder, and say so.

    Raises:
        UsageError: the folder is none, or cannot be written to, or a file there is a link that leads nowhere.
    """
    top = Path(folder)
    if not top.is_dir():
        raise UsageError("there is no such folder; make it first", path=folder)
    root = repository(top.resolve())
    for path in (top / CONFIG, top / INTERVIEW, *([root / HOOKS] if root else [])):
        if path.is_symlink() and not path.exists():
            message = f"this is a link to {path.readlink()}, which is not there; fix or remove it first"
            raise UsageError(message, path=terminal.place(str(path)))
    terminal.write("".join(f"{line}\n" for line in _lines(top)) + f"\n{_NEXT}")
    return 0


def _lines(top: Path) -> Iterator[str]:
    above = nearest_file(top, CONFIG)
    if above is not None and above.parent != top.resolve():
        yield f"{terminal.place(str(above))} counts here too, so there is no {CONFIG} of its own."
    else:
        yield _write(top / CONFIG)
    yield _write(top / INTERVIEW)
    root = repository(top.resolve())
    if root is None:
        yield f"This is no git repository, so there is no {HOOKS}."
        return
    hooks = root / HOOKS
    yield _write(hooks if root != top.resolve() else top / HOOKS)
    if "notelint" not in _read(hooks):
        yield "It does not run notelint yet; to have drafts checked at each commit, add to its `repos:`"
        yield from (f"  {line}" for line in _TEXTS[HOOKS].splitlines()[2:])


def _write(path: Path) -> str:
    """Write a file that is not there; what was done, in a line."""
    name = terminal.place(str(path))
    try:
        lay(path, _TEXTS[path.name])
    except FileExistsError:
        return f"{name} is there already; it stays as it is."
    return f"Wrote {name}: {_WROTE[path.name]}."


def _read(path: Path) -> str:
    try:
        return files.read(path).decode("utf-8", errors="replace")
    except OSError:
        return ""
