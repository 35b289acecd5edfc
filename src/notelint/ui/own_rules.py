"""`notelint init --pack NAME` and `notelint new-rule ID`: rules of one's own begin as files that work."""

from __future__ import annotations

import re
from pathlib import Path

from notelint import __version__, pipeline
from notelint.config import NAME as CONFIG
from notelint.config import nearest_file
from notelint.errors import UsageError
from notelint.ui import skeletons, terminal
from notelint.ui.laying import lay

_ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_HOW = "write small letters and hyphens, such as `no-jargon`"


def init_pack(folder: str, name: str) -> int:
    """Write a pack with one rule into a new folder, and name it in the settings where there are none yet.

    Args:
        folder: in which the pack's folder is made.
        name: of the pack and its folder.

    Raises:
        UsageError: there is no such folder, the name is none, or there is something of that name already.
    """
    top, pack = Path(folder), Path(folder) / name
    if not top.is_dir():
        raise UsageError("there is no such folder; make it first", path=folder)
    if not _ID.fullmatch(name):
        raise UsageError(f"`{name}` is no name of a pack; {_HOW.replace('no-jargon', 'our-rules')}")
    if pack.exists():
        raise UsageError("this is there already; choose another name", path=str(pack))
    settings = nearest_file(top, CONFIG)
    files = {
        "pack.yml": skeletons.PACK.format(name=name, folder=name, version=__version__),
        "README.md": skeletons.README.format(name=name, folder=name),
        "tone/no-sales-talk.yml": skeletons.RULE,
        "words/sales.yml": skeletons.WORDS,
    }
    lines = [_write(pack / path, text) for path, text in files.items()]
    if settings is None:
        lines.append(_write(top / CONFIG, f"rule_paths: [{name}]   # folders with rules of our own\n"))
        lines.append(
            f"Next: run `notelint test {terminal.place(str(pack))}`, and in that folder `notelint new-rule ID`"
        )
    else:
        lines.append(f"Next: write into {terminal.place(str(settings))}: rule_paths: [{_seen_from(pack, settings)}]")
    terminal.write("".join(f"{line}\n" for line in lines))
    return 0


def new_rule(rule: str, options: pipeline.Options, *, require: bool) -> int:
    """Write the skeleton of a rule: into the folder of rules that one stands in, else the last that the settings name.

    Args:
        rule: its id.
        options: of which the config counts.
        require: whether it is about something that a draft must have.

    Raises:
        UsageError: the id is none, or taken, or there is no folder of rules.
    """
    from notelint.matching import rulebook

    if not _ID.fullmatch(rule):
        raise UsageError(f"`{rule}` is no id of a rule; {_HOW}")
    settings = pipeline.choose("", options)
    known = rulebook.catalogue(settings).rules.get(rule)
    if known is not None:
        place = terminal.place(known.source.path)
        raise UsageError(
            f"there is a rule `{rule}` already, {place}; to change it, write a file with `extends: {rule}`"
        )
    path = _folder(settings.rule_paths, "content" if require else "tone") / f"{rule}.yml"
    if path.exists():
        raise UsageError("this file is there already; choose another id", path=terminal.place(str(path)))
    place = terminal.place(str(path))
    text = (skeletons.REQUIRE if require else skeletons.FORBID).format(id=rule, file=place)
    terminal.write(f"{_write(path, text)}\nNext: change it where it says so, and run `notelint test {place}`\n")
    return 0


def _folder(rule_paths: tuple[Path, ...], category: str) -> Path:
    """Where a new rule is put."""
    from notelint.catalogue.load import shipped
    from notelint.catalogue.packs import FILE as PACK
    from notelint.catalogue.words import FOLDER as WORDS

    here = Path.cwd().resolve()
    around = [folder for folder in (here, *here.parents) if (folder / PACK).is_file()]
    folders = [folder for folder in (*around[:1], *rule_paths, shipped().resolve()) if here.is_relative_to(folder)]
    if folders and here not in folders and here.name != WORDS:
        return here
    if not folders and not rule_paths:
        raise UsageError("there is no folder for rules of your own; `notelint init --pack our-rules` makes one")
    return (folders or [rule_paths[-1]])[0] / category


def _seen_from(pack: Path, settings: Path) -> str:
    return pack.resolve().relative_to(settings.parent.resolve()).as_posix()


def _write(path: Path, text: str) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lay(path, text)
    except OSError as problem:
        raise UsageError(f"this cannot be written: {problem.strerror}", path=str(path)) from None
    return f"Wrote {terminal.place(str(path))}"
