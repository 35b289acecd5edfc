"""Where rules lie, and in which files; nothing of them is read here."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from notelint.errors import RuleError

WEIGHTS = "weights.json"


def shipped() -> Path:
    """The folder of the rules that come with notelint: in the package, or at the project's top in an editable install.

    Raises:
        RuleError: the installation has lost its rules.
    """
    package = Path(str(files("notelint")))
    for folder in (package / "rules", package.parents[1] / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError("the rules that come with notelint are missing; install it again", path=str(package / "rules"))


def rule_files(folder: Path) -> list[Path]:
    """All that is read in a folder of rules: its weights, then its YAML files in the order of their names."""
    weights = folder / WEIGHTS
    found = sorted(folder.rglob("*.y*ml"))
    visible = [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    return [weights, *visible] if weights.exists() else visible
