"""Rule packs written into a folder, and what the loader says of them."""

from collections import defaultdict
from pathlib import Path

from notelint.catalogue.load import read_all

HEAD = """\
id: {id}
summary: Mentions tea.
chapter: [8]
kinds: all
severity: warning
message: "“{{text}}” is about tea."
why: Tea is a private matter.
"""


def rule(name, body="forbid: [tea]", **instead):
    """A rule file; `instead` has other lines for keys of its head, None for no line. The body begins at line 8."""
    lines = HEAD.format(id=name).splitlines()
    for key, line in instead.items():
        place = next(place for place, written in enumerate(lines) if written.startswith(f"{key}:"))
        lines[place] = line
    return "\n".join([*(line for line in lines if line is not None), body.rstrip("\n")]) + "\n"


def write(folder: Path, files):
    """Write files (path → text) into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def mistakes(folder: Path):
    """What the loader says of each file of a pack: its name without suffix → lines `line:column: message`."""
    said = defaultdict(list)
    for error in read_all([folder])[1]:
        if not Path(error.path).is_relative_to(folder):
            continue
        where = ":".join(str(number) for number in (error.line, error.column) if number is not None)
        said[Path(error.path).stem].append(f"{where}: {error.message}" if where else error.message)
    return dict(said)
