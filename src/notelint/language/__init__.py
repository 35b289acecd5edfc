"""Language: `Draft` → `Analysis`: paragraphs, sentences, clauses with their slots, the kind of draft."""

from notelint.language.analysis import analyse, analyse_all

__all__ = ["analyse", "analyse_all"]
