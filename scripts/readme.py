"""Make the README's picture and outputs anew from the running program.

    python scripts/readme.py

Writes docs/terminal.svg and the two `text` blocks of README.md.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
DRAFTS = ("examples/good-thank-you.txt", "examples/faulty-thank-you.txt")


def run(draft: str, color: str) -> str:
    """What notelint prints about an example."""
    command = [sys.executable, "-m", "notelint", "--color", color, draft]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def main() -> None:
    """Write both."""
    console = Console(record=True, width=96, file=Path("/dev/null").open("w", encoding="utf-8"))  # noqa: SIM115
    console.print(Text.from_ansi(run(DRAFTS[1], "always")))
    picture = console.export_svg(title=f"notelint {DRAFTS[1]}")
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # no font from another server
    (ROOT / "docs" / "terminal.svg").write_text(picture, encoding="utf-8")
    readme = ROOT / "README.md"
    blocks = iter(run(draft, "never").rstrip() for draft in DRAFTS)
    block = re.compile(r"(```text\n).*?(\n```)", re.DOTALL)
    text = block.sub(lambda match: f"{match[1]}{next(blocks)}{match[2]}", readme.read_text(encoding="utf-8"))
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
