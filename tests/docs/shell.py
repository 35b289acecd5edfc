"""The commands that stand on the pages for readers: README.md, CONTRIBUTING.md and docs/."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    str(path.relative_to(ROOT)) for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md"))
)
STARTERS = ("notelint", "pip", "python", "python3", "pytest", "ruff", "git", "pbpaste", ".")
_BLOCK = re.compile(
    r"^(?:<!-- (?P<note>not run|in place of): (?P<said>[^\n]+?) -->\n\n?)?"
    r"(?:(?P<fence>```+)(?P<info>[^\n]*)\n(?P<fenced>.*?)^(?P=fence)$|(?<=\n\n)(?P<indented>(?:    [^\n]*\n|\n(?=    ))+))",
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r'title="?([^"\s]+)"?')


class Step(NamedTuple):
    """One thing that a page does: it shows a file, or commands.

    `title` is the path of the file whose `text` is shown, `part` the key of it that the text replaces; `commands` are
    what is typed; `wanted` is for each command what the page shows as its output, None where it shows nothing; `reason`
    says why the commands are not run.
    """

    line: int
    language: str
    text: str
    title: str = ""
    part: str = ""
    commands: tuple[str, ...] = ()
    wanted: tuple[str | None, ...] = ()
    reason: str = ""


def steps(page: str) -> list[Step]:
    """The blocks of a page, in order."""
    found: list[Step] = []
    text = (ROOT / page).read_text(encoding="utf-8")
    end = 0
    for block in _BLOCK.finditer(text):
        step = _step(block, text.count("\n", 0, block.start()) + 1)
        shown = step.language == "text" and not step.title and not text[end : block.start()].strip() and found
        if shown and len(found[-1].commands) == 1 and found[-1].wanted == (None,):
            found[-1] = found[-1]._replace(wanted=(step.text,))
        found.append(step)
        end = block.end()
    return found


def _step(block: re.Match[str], line: int) -> Step:
    info = block["info"] or ""
    notes = {block["note"]: block["said"]}
    title = _TITLE.search(info)
    language = info.split()[0].strip("{}.") if info.strip() else ""
    text = block["fenced"] if block["indented"] is None else re.sub(r"^    ", "", block["indented"], flags=re.MULTILINE)
    if block["indented"] is not None and text.split()[0].removeprefix(".venv/bin/") in STARTERS:
        language = "sh"
    step = Step(line, language, text, title[1] if title else "", notes.get("in place of", ""))
    step = step._replace(reason=notes.get("not run", ""))
    if language == "console":
        pairs = list(_console(text))
        return step._replace(commands=tuple(one for one, _ in pairs), wanted=tuple(out for _, out in pairs))
    if language == "sh":
        commands = tuple(one for one in text.splitlines() if one.strip())
    else:
        commands = tuple(re.findall(r"^ *(?:- )?run: (notelint .*)$", text, re.MULTILINE)) if language == "yaml" else ()
    return step._replace(commands=commands, wanted=(None,) * len(commands))


def _console(text: str) -> Iterator[tuple[str, str | None]]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output or None


class Stage(NamedTuple):
    """One program of a pipeline, with the files that it reads from and writes to."""

    words: tuple[str, ...]
    reads: str = ""
    writes: str = ""


class Call(NamedTuple):
    """A pipeline, and what joins it to the one before: `&&`, `||` or nothing."""

    joint: str
    stages: tuple[Stage, ...]


def calls(command: str) -> list[Call]:
    """A command line, taken apart."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars="|&<>")
    lexer.whitespace_split, lexer.commenters = True, "#"
    found, joint, stages, words, files = [], "", [], [], {"<": "", ">": ""}
    tokens = [*lexer, "&&"]
    for at, token in enumerate(tokens):
        if token in ("|", "&&", "||"):
            stages.append(Stage(tuple(words), files["<"], files[">"]))
            words, files = [], {"<": "", ">": ""}
            if token != "|":
                found.append(Call(joint, tuple(stages)))
                joint, stages = token, []
        elif token in files:
            files[token] = tokens[at + 1]
        elif at == 0 or tokens[at - 1] not in files:
            words.append(token)
    return found
