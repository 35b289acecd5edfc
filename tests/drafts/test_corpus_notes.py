"""The notes of the corpus: each has the zones of a letter, and keeps them in whatever form it comes."""

import re
from pathlib import Path
from textwrap import fill

import pytest
import yaml

from notelint.drafts.read import from_text

FOLDER = Path(__file__).parents[2] / "corpus" / "tuning" / "notes"
NOTES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))}

JUDGED_BY = {"greeting": "greet-by-name", "closing": "polite-closing", "signature": "sign-name"}
HEAD = "Ana Lund\n12 Elm Street\nSpringfield\n\n25 November 2026\n\nMs. Amara Okafor\nNorthwind Ltd.\n1 Ward Road\n\n"
POSTSCRIPT = "P.S. The manual is free, and so is the map that I said I would bring.\n"
ADDED = {
    "contacts": "Staff Nurse\nNorthwind Ltd.\n12 Elm Street\nSpringfield\n+1 (555) 010-0134\nana@lund.example\n",
    "one line": "\nStaff Nurse | Northwind Ltd. | she/her | linkedin.com/in/ana-lund\n",
    "delimiter": "\n-- \nAna\nStaff nurse | ward\n",
    "device": "\nSent from my iPhone\n",
    "notice": "\nThis e-mail and any files sent with it are confidential and intended solely for the use of\nthe addressee.\n",
}


def zones(text):
    draft = from_text(text, "note.txt")
    return [(zone.kind, draft.slice(zone.span)) for zone in draft.zones]


def each_line(pattern, words):
    return [
        (
            kind,
            "".join(
                re.sub(r"(?s)(.*?)(\n?)$", pattern, line, count=1) if line.strip() else line
                for line in part.splitlines(keepends=True)
            ),
        )
        for kind, part in words
    ]


def hard_wrapped(columns):
    def wrapped(part):
        end = part[len(part.rstrip("\n")) :]
        lines = part.rstrip("\n").split("\n")
        return "\n".join(fill(line, columns, break_long_words=False, break_on_hyphens=False) for line in lines) + end

    return lambda note: [(kind, wrapped(part) if kind in {"body", "postscript"} else part) for kind, part in note]


def greeting_on_the_first_sentences_line(note):
    (first, greeting), *rest = note
    if first != "greeting" or not re.search(r"[,:!.–—-]\n+$", greeting):
        return note
    return [(first, f"{greeting.rstrip()} "), *rest]


def below_the_name(*more):
    def extended(note):
        if note[-1][0] != "signature":
            return note
        kind, words = note[-1]
        return [*note[:-1], (kind, words.rstrip("\n") + "\n"), *more]

    return extended


FORMS = {
    "CRLF": lambda note: [(kind, part.replace("\n", "\r\n")) for kind, part in note],
    "CR": lambda note: [(kind, part.replace("\n", "\r")) for kind, part in note],
    "72 columns": hard_wrapped(72),
    "50 columns": hard_wrapped(50),
    "tabs": lambda note: each_line(r"\t\1\2", note),
    "spaces around lines": lambda note: each_line(r"    \1  \2", note),
    "lower case": lambda note: [(kind, part.lower()) for kind, part in note],
    "greeting on the line of the first sentence": greeting_on_the_first_sentences_line,
    "addresses on top": lambda note: [("headers", HEAD), *note] if note[0][0] == "greeting" else note,
    "no end": lambda note: [zone for zone in note if zone[0] in {"greeting", "body"}],
    "postscript": below_the_name(("signature", "\n"), ("postscript", POSTSCRIPT)),
    **{f"{name} below the name": below_the_name(("signature", words)) for name, words in ADDED.items()},
}


# “Best, Joaquim Teixeira”: a close with its name on one line, which white space before it makes a line of the body
ONE_LINE = {"many-voices-a-37", "many-voices-b-21", "many-voices-c-21", "many-voices-i-04"}
# “Hello Aoife, it was good …”: a greeting on the line of its sentence, and the white space between them
ON_ITS_LINE = {"many-voices-g-18", "many-voices-g-38"}
ODD = {
    "tabs": ONE_LINE | ON_ITS_LINE,
    "spaces around lines": ONE_LINE | ON_ITS_LINE,
    # “cheerio, ta and toodle-pip,”: without capitals, `ta and toodle-pip` may be a name
    # “raymond j. trevino”: a name in small letters under no close
    # “bula mr. naidu, vinaka”: a second word of greeting in another tongue may be a second name
    "lower case": {"bank-clerk-13", "logistics-veteran-24", "many-voices-o-33"},
    # “Dear … and members of the search committee, thank you …”: the committee may be the first of a list;
    # “Hello Per, Vera, my guide dog, sends …”, “Dear Wendy, Rain, a fault and …”: who comes second may be greeted too;
    # “Ms. Tolliver, Ray Stamper here”, “Mr. Delgado, Checking back on …”: whom one tells something by name;
    # “Dear … and panel, Four interviewers, one candidate and …”: a list of those greeted; “Ms. …: When we sat down”
    # “Dear Major …, Diolch, and thank you …”: thanks in another tongue, or a name; “Most esteemed …, I hereby”
    # “Dear Chef …, Again, …”, “Dear Anneke, One, …”: one word and a comma may be a name; “…, Ma'am, I thank you”
    # “Dear Ms. …, Hey, thanks …”: a second greeting; “Dear Mr …, If I may, I would like …”: a remark on the greeting
    "greeting on the line of the first sentence": {
        "archive-conservator-krakow-19",
        "change-manager-zurich-03",
        "clinic-pharmacist-03",
        "cyber-analyst-toronto-05",
        "loan-officer-guadalajara-06",
        "many-voices-aa-09",
        "many-voices-ab-34",
        "many-voices-ab-38",
        "many-voices-l-20",
        "many-voices-d-30",
        "many-voices-h-35",
        "many-voices-h-37",
        "many-voices-m-27",
        "many-voices-o-21",
        "many-voices-o-33",
        "many-voices-o-40",
        "many-voices-r-04",
        "many-voices-s-30",
        "many-voices-u-19",
        "many-voices-v-20",
        "many-voices-w-21",
        "many-voices-y-19",
        "many-voices-z-13",
        "shipbroker-piraeus-24",
        "product-manager-austin-07",
        "tram-driver-06",
    },
    # it closes twice, and without the second close the first is one
    "no end": {"museum-guide-01"},
}


def joined(note):
    """The zones with neighbours of one kind as one."""
    done = []
    for kind, part in note:
        if done and done[-1][0] == kind:
            done[-1] = (kind, done[-1][1] + part)
        else:
            done.append((kind, part))
    return done


def test_a_note_has_the_zones_of_a_letter():
    odd = {}
    for name, note in NOTES.items():
        kinds = {kind for kind, _ in zones(note["text"])}
        unexplained = {rule for kind, rule in JUDGED_BY.items() if kind not in kinds} - set(note["expect"])
        if "body" not in kinds or unexplained:
            odd[name] = sorted(unexplained)
    assert not odd


@pytest.mark.parametrize("form", FORMS)
def test_its_form_changes_no_zone(form):
    changed = {}
    for name, note in NOTES.items():
        expected = joined(FORMS[form](zones(note["text"])))
        found = zones("".join(part for _, part in expected))
        if found != expected:
            changed[name] = found
    assert changed.keys() == ODD.get(form, set())


VOCATIVE = re.compile(r"(?:Mr|Ms|Mrs|Mx|Dr|Professor)\.? \w+, ")
GREETS = (
    "Bettina, ",
    "Gareth, ",
    "Guadalupe, ",
    "Sophie, ",
    "Tom, ",
    "Vera, ",
    "Good afternoon, ",
    "Good day, ",
    "Good day. ",
    "Good morning. ",
    "Good day from ",
    "Good day to you, ",
    "Good evening, ",
    "Good evening. ",
    "Greetings from ",
    "Greetings of ",
    "Hello, ",
    "Hey, ",
    "Ma'am, ",
    "Namaste. ",
)
PARAGRAPHS = sorted(
    {
        part
        for note in NOTES.values()
        for kind, words in zones(note["text"])
        if kind == "body"
        for part in words.strip().split("\n\n")
        if not part.endswith(",")  # a close above the close
        and not VOCATIVE.match(part)
        and not part.startswith(GREETS)  # turns to one of several readers, and would greet if it stood first
    }
)


def test_no_paragraph_of_a_body_greets():
    found = {part: zones(f"{part}\n\nIt was good to see the lab.\n") for part in PARAGRAPHS}
    assert not {part: words for part, words in found.items() if len(words) > 1}


def test_no_last_paragraph_of_a_body_closes():
    found = {part: zones(f"Dear Ms. Okafor,\n\nIt was good to see the lab.\n\n{part}\n") for part in PARAGRAPHS}
    assert not {part: words for part, words in found.items() if len(words) > 2}
