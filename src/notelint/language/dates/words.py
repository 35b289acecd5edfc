"""Closed word lists about dates."""

from __future__ import annotations

from notelint.language.lexicon import word_set

NUMBERS = {
    "an": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
VAGUE = {"couple": (2, 3), "few": (3, 5), "several": (3, 7)}

# ---------------------------------------------------------------- what else the words may be

ALSO_WORDS = word_set("may march mar dec jan sat sun mon wed weds thu fri tue tues")  # in small letters
EVENTS = word_set(
    "interview interviews meeting conversation discussion talk chat call visit session appointment deadline"
)
DETERMINERS = word_set("the your our my their its his her")
RECURRING = word_set("every each any most some alternate per a an one")
FEASTS = word_set(
    "black good ash cyber super giving shrove maundy whit easter palm casual holy bloody sheffield happy dress-down"
)
FUNCTION_WORDS = word_set(
    "and or but so as at in on for to with by about from until till if when because since that which who whose where "
    "while after before is was are were will would can could may might must shall should has had have i we you it "
    "they he she there this the a an your our my please or then too instead onwards onward unless than not of was "
    "morning afternoon evening night noon"
)
ON = word_set("on by until till before after from since of for around to between")  # before “the 30th”
RATES = word_set("once twice time times only hours days weeks nothing anything ever")  # “twice in two weeks”

# ---------------------------------------------------------------- direction

GRATITUDE = word_set("thank thanks grateful thankful appreciate enjoy pleasure")  # in the present, for what was
RETURNING = word_set("follow refer further regard write reference concern")  # “I am writing about our talk on …”
OCCASIONS = EVENTS | word_set("email e-mail mail message note letter application tour trial")
