"""Earlier mail below a letter: what mail programs write above it, in the languages that they are set to."""

from pathlib import Path
from textwrap import wrap

import pytest
import yaml

from .marked import found, marked, unmarked

PROGRAMS = yaml.safe_load(Path(__file__).with_name("mail_programs.yml").read_text(encoding="utf-8"))
LETTER = "<g>Dear Ms. Vance,\n\n<b>Thank you for your time on Tuesday.\n\n<c>Best regards,\n<s>Callum Redfearn\n"
EARLIER = "Hey Callum!\n\nSuper fun chatting today.\n\nCheers,\nImmy\n"

ATTRIBUTIONS = [
    pytest.param(line, id=f"{language}: {program}")
    for language, programs in PROGRAMS["attributions"].items()
    for program, line in programs.items()
]


def quoted(text):
    """The earlier mail with a mark before each line."""
    return "".join(f"> {line}".rstrip() + "\n" for line in text.splitlines())


@pytest.mark.parametrize("earlier", [f"\n{EARLIER}", quoted(EARLIER), f"\n{quoted(EARLIER)}", ""], ids=str)
@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank line", "no blank line"])
@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attribution(line, gap, earlier):
    letter = f"{LETTER}{gap}<q>{line}\n{earlier}"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("columns", [76, 60, 45])
@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attribution_over_several_lines(line, columns):
    broken = "\n".join(wrap(line, columns, break_long_words=False, break_on_hyphens=False))
    for earlier in (f"\n{EARLIER}", quoted(EARLIER)):
        letter = f"{LETTER}\n<q>{broken}\n{earlier}"
        assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_answer_below_marked_lines(line):
    letter = f"<q>{line}\n{quoted(EARLIER)}\n{LETTER}"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize(
    "bar", ["", "\n", "________________________________\n", "\n--------------------\n\n"], ids=repr
)
@pytest.mark.parametrize("shape", ["{}: {}", "{} : {}", "*{}:* {}", "**{}:** {}", "{}：{}"])
@pytest.mark.parametrize("names", PROGRAMS["fields"])
def test_a_block_of_fields(names, shape, bar):
    values = ("Imogen Vance <imogen@vault.example>", "3 November 2026 17:42", "Callum Redfearn", "Talk")
    block = "".join(shape.format(*field) + "\n" for field in zip(names.split("|"), values, strict=True))
    gap = bar[: len(bar) - len(bar.lstrip("\n"))]
    letter = f"{LETTER}{gap}<q>{bar.lstrip(chr(10))}{block}\n{EARLIER}"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank line", "no blank line"])
@pytest.mark.parametrize("line", PROGRAMS["announcements"])
def test_an_announcement(line, gap):
    for above in ("From: Imogen\n", ""):
        letter = f"{LETTER}{gap}<q>{line}\n{above}\n{EARLIER}"
        assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("line", PROGRAMS["devices"] + PROGRAMS["notices"])
def test_what_is_added_below_belongs_to_the_signature(line):
    for below in ("", f"\n<q>On 3 Nov 2026, at 17:42, Imogen Vance <imogen@vault.example> wrote:\n\n{EARLIER}"):
        letter = f"{LETTER}\n{line.rstrip()}\n{below}"
        assert marked(unmarked(letter)[0]) == letter


def test_ten_thousand_lines_of_earlier_mail():
    text = (
        unmarked(LETTER)[0]
        + "\nOn 3 Nov 2026, at 17:42, Tom Lowe <tom@firm.example> wrote:\n"
        + "On 3 Nov: x\n" * 10_000
    )
    assert found(text)[-1] == ("quoted", len(unmarked(LETTER)[0]) + 1)
