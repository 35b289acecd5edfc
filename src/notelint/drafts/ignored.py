"""What git ignores, asked of git itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_PATIENCE = 60


def repository(folder: str) -> str | None:
    """The root of the git repository in which a folder lies, when git is there to be asked; else None."""
    real = Path(os.path.realpath(folder))
    root = next((str(above) for above in (real, *real.parents) if os.path.lexists(above / ".git")), None)
    if root and not shutil.which("git"):
        sys.audit("notelint.no-git", root)
        return None
    return root


def ignored(root: str, paths: Sequence[str]) -> frozenset[str]:
    """Which of these paths git ignores.

    Args:
        root: the root of the repository.
        paths: files and folders in it; a link counts as itself, not as what it points to.

    Returns:
        The ignored ones; none when git fails, for then nothing is left out.
    """
    places = {path: Path(os.path.realpath(Path(path).parent)) / Path(path).name for path in paths}
    relative = {os.path.relpath(place, root): path for path, place in places.items()}
    if not relative:
        return frozenset()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [shutil.which("git") or "git", "check-ignore", "--stdin", "-z"]
    try:
        answer = subprocess.run(  # noqa: S603  the command is fixed, the paths go through standard input
            command,
            cwd=root,
            env=environment,
            input=b"\0".join(os.fsencode(path) for path in relative),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    names = [os.fsdecode(name) for name in answer.stdout.split(b"\0") if name]
    sys.audit("notelint.git", root, tuple(relative), names)  # a kept report holds as long as git says so
    return frozenset(relative[name] for name in names if name in relative)
