"""What the options of the command line say of how a report is shown."""

from __future__ import annotations

from msgspec import Struct

from notelint.errors import UsageError
from notelint.reporters.positions import Encoding
from notelint.reporters.style import listed
from notelint.reporters.table import Manner
from notelint.ui import outputs, terminal


class Show(Struct, frozen=True):
    """How a report is shown: format, colour, and how much of it; files that it goes to as well.

    `encoding` is the unit of columns (None: code points); `redact` puts placeholders for what names people.
    """

    form: str = "text"
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False
    outputs: tuple[outputs.Output, ...] = ()
    encoding: Encoding | None = None
    redact: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """All formats that are asked for."""
        return (self.form, *(output.form for output in self.outputs))

    def refuse(self, option: str, shows: str) -> None:
        """Raise UsageError for what would have no effect beside an option that shows something else than a report."""
        chosen = {"--format": self.form != "text", "--output": self.outputs, "--redact": self.redact}
        vain = [f"`{name}`" for name, given in chosen.items() if given]
        if vain:
            raise UsageError(f"`{option}` {shows}; leave out {listed(vain)}")

    def manner(self) -> Manner:
        """How standard output is written."""
        return Manner(
            style=terminal.style(self.color),
            quiet=self.quiet,
            verbose=self.verbose,
            counts=self.statistics,
            encoding=self.encoding or "utf-32",
        )
