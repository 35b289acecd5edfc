"""Notelint and mail-parser-reply cut generated mails at the same place; where they do not, it is known which is right.

Each mail is a letter, an attribution, a block of fields or a line that announces, and an earlier mail, in the languages
that both know. Where the earlier mail begins is known, because the mail is made here. What mail-parser-reply gets wrong
stands in the tables below with the reason; an entry that it no longer gets wrong fails.
"""

from textwrap import wrap

import pytest
from mailparser_reply import EmailReplyParser

from notelint.drafts.read import from_text

from .marked import unmarked
from .test_quoted import PROGRAMS

CODES = {
    "Chinese": "zh",
    "Czech": "cs",
    "Danish": "da",
    "Dutch": "nl",
    "English": "en",
    "French": "fr",
    "German": "de",
    "Italian": "it",
    "Japanese": "ja",
    "Korean": "ko",
    "Polish": "pl",
    "Spanish": "es",
    "Swedish": "sv",
}
GREETINGS = {"dear": "Dear Ms. Vance,\n\n", "name": "Imogen –\n\n", "hello": "Hello Imogen, "}
BODIES = {
    "plain": "thank you for your time on Tuesday. I would like to join you.\n\n",
    "list": "I can send you:\n\n- two briefs\n- a sample\n\nI look forward to it.\n\n",
    "you wrote that": "on Tuesday you wrote that the panel meets on Friday, so I send this today.\n\n",
    "you wrote": "thank you.\n\nOn 3 November you wrote:\n“We decide on Friday.” I look forward to it.\n\n",
    "from": "thank you.\n\nFrom: what you said I take it that the depot moves.\n\n",
    "thanks": "this is a note of\nthanks, and I would like to join you.\n\n",
}
ENDINGS = {
    "best regards": "<c>Best regards,\n<s>Callum Redfearn\n",
    "sincerely": "<c>Sincerely,\n<s>Callum Redfearn\nArchivist\n+44 20 7946 0123\n",
    "on one line": "<c>Best, <s>Callum\n",
    "no close": "<s>Callum\n",
    "delimiter": "<c>Best,\n<s>Callum\n\n-- \nCallum Redfearn\nArchivist\n",
    "device": "<c>Best,\n<s>Callum\n\nSent from my iPhone\n",
    "notice": "<c>Best,\n<s>Callum\n\nThis e-mail is confidential and intended for the use of the addressee only.\n",
    "postscript": "<c>Best,\n<s>Callum\n\n<p>P.S. The manual is free.\n",
}
EARLIER = "Hey Callum!\n\nSuper fun chatting today.\n\nCheers,\nImmy\n"
MARKED = "".join(f"> {line}".rstrip() + "\n" for line in EARLIER.splitlines())
LETTER = GREETINGS["dear"] + BODIES["plain"] + unmarked(ENDINGS["best regards"])[0]

CUTS_THE_WRITER = {
    "you wrote": "the writer's own “On 3 November you wrote:” is taken for an attribution, and half of the letter is lost",
}
"""Bodies in which mail-parser-reply sees earlier mail."""

UNKNOWN = {
    "English: Gmail, years ago": "no verb: the date, the sender, a colon",
    "English: Thunderbird, name first": "it wants “On” at the beginning",
    "English: Yahoo, dashes": "it wants “On” at the beginning, here are three dashes",
    "English: Zoho": "dashes around it and no colon",
    "English: Zoho, no space": "dashes around it and no colon",
    "English: AOL": "“In a message dated”",
    "English: NetEase": "“At” for “On”",
    "English: name and address": "no date",
    "English: Horde": "“Quoting”",
    "German: Thunderbird, name first": "it wants “Am” at the beginning",
    "German: hat geschrieben": "“hat … geschrieben” for “schrieb”",
    "German: name and address": "no date",
    "Spanish: Gmail": "its pattern has a space too many before the verb",
    "Spanish: Apple Mail": "its pattern has a space too many before the verb",
    "Spanish: Thunderbird": "its pattern has a space too many before the verb",
    "Dutch: Gmail": "it wants the verb last, Dutch programs write the sender last",
    "Dutch: Apple Mail": "“heeft … het volgende geschreven”",
    "Dutch: Thunderbird": "it wants the verb last, Dutch programs write the sender last",
    "Polish: Gmail": "it wants “Dnia” at the beginning",
    "Polish: Apple Mail": "“Wiadomość napisana przez”",
    "Polish: Thunderbird": "“W dniu”, and “pisze”",
    "Czech: Gmail": "it wants “Dne” at the beginning, and “napsal(a)”",
    "Czech: Apple Mail": "no verb",
    "Japanese: Apple Mail": "a date with strokes, “のメール”",
    "Korean: Gmail": "“님이 작성” without its ending",
    "Korean: Apple Mail": "a date with full stops, “작성”",
    "Korean: Thunderbird": "“쓴 글”",
    "Chinese: Gmail": "the sender first",
    "Chinese: Gmail, Taiwan": "the sender first, “寫道”",
    "Chinese: Apple Mail": "“在” before the date",
    "Chinese: Apple Mail, Taiwan": "the sender first, “寫道”",
    "Chinese: Thunderbird": "“在” before the date, which has strokes",
}
"""Attributions that mail-parser-reply does not know: it takes the earlier mail for the writer's."""

UNKNOWN_WHEN_BROKEN = {
    "Danish: Gmail": "its pattern for a date that begins with “Den” or a weekday does not go over lines",
    "Danish: Apple Mail": "its pattern for a date that begins with “Den” or a weekday does not go over lines",
    "French: Gmail": "its pattern does not go over lines",
    "French: Apple Mail": "its pattern does not go over lines",
    "French: Outlook": "its pattern does not go over lines",
    "Japanese: Gmail": "its pattern does not go over lines",
}
"""Attributions that it knows on one line only; Gmail itself breaks lines after 78 characters."""

SUBJECTS = {
    "Asunto": "es",
    "Betreff": "de",
    "Emne": "da",
    "Objet": "fr",
    "Oggetto": "it",
    "Onderwerp": "nl",
    "Předmět": "cs",
    "Subject": "en",
    "Temat": "pl",
    "Ämne": "sv",
    "主旨": "zh",
    "主题": "zh",
    "件名": "ja",
    "제목": "ko",
}
"""The language of a block by the last of its fields, for those that mail-parser-reply has."""

UNKNOWN_FIELDS = {
    "De|Envoyé|À|Objet": "it wants a no-break space before the colon, which programs write or do not",
    "De|Date|À|Objet": "“Date” is not among its French fields",
    "De|Enviado el|Para|Asunto": "“Enviado el”",
    "差出人|送信日時|宛先|件名": "its Japanese fields are English",
    "差出人|日付|宛先|件名": "its Japanese fields are English",
    "发件人|日期|收件人|主题": "“日期” of Apple Mail",
    "寄件者|寄件日期|收件者|主旨": "those of Taiwan",
    "寄件者|日期|收件者|主旨": "those of Taiwan",
    "보낸사람|날짜|받는사람|제목": "those of Apple Mail, without a space",
}
"""Blocks of fields that mail-parser-reply does not know, in languages that it knows."""

KNOWN_ANNOUNCEMENTS = {
    "-----Original Message-----",
    "----- Original Message -----",
    "-------- Original message --------",
}
"""Lines between dashes that it knows, all in English with five dashes or more; forwarded mail it tells by its fields."""

ENDS_ELSEWHERE = {
    "list": "an item of a list is the first line of its signature",
    "thanks": "a line of the body that begins with “thanks,” is its signature",
    "sincerely": "“Sincerely,” is not among its closes",
    "no close": "a name alone is no signature to it",
}
"""Bodies and endings whose signature mail-parser-reply finds too early or not at all."""


def cut(text):
    """What is the writer's of a mail, as notelint divides it."""
    draft = from_text(text, "mail.txt")
    return trimmed("".join(draft.slice(zone.span) for zone in draft.zones if zone.kind != "quoted"))


def trimmed(text):
    """The text without spaces at the ends of its lines, which mail-parser-reply drops."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def reply(text, code):
    return trimmed(EmailReplyParser(languages=[code]).parse_reply(text) or "")


ATTRIBUTIONS = [
    pytest.param(code, line, f"{language}: {program}", id=f"{language}: {program}")
    for language, code in CODES.items()
    for program, line in PROGRAMS["attributions"][language].items()
]


@pytest.mark.parametrize(("code", "line", "name"), ATTRIBUTIONS)
def test_attributions(code, line, name):
    for earlier in (f"\n{EARLIER}", MARKED):
        for body, words in BODIES.items():
            for greeting in GREETINGS.values():
                letter = greeting + words + unmarked(ENDINGS["best regards"])[0]
                mail = f"{letter}\n{line}\n{earlier}"
                assert cut(mail) == trimmed(letter)
                agrees = reply(mail, code) == trimmed(letter)
                assert agrees == (name not in UNKNOWN and body not in CUTS_THE_WRITER)


@pytest.mark.parametrize(("code", "line", "name"), ATTRIBUTIONS)
def test_attributions_over_several_lines(code, line, name):
    broken = "\n".join(wrap(line, 50, break_long_words=False, break_on_hyphens=False))
    mail = f"{LETTER}\n{broken}\n\n{EARLIER}"
    assert cut(mail) == trimmed(LETTER)
    known = name not in UNKNOWN and ("\n" not in broken or name not in UNKNOWN_WHEN_BROKEN)
    assert (reply(mail, code) == trimmed(LETTER)) == known


@pytest.mark.parametrize("ending", ENDINGS)
def test_endings_above_an_attribution(ending):
    letter = GREETINGS["dear"] + BODIES["plain"] + unmarked(ENDINGS[ending])[0]
    mail = f"{letter}\n{PROGRAMS['attributions']['English']['Gmail']}\n{MARKED}"
    assert cut(mail) == trimmed(letter) == reply(mail, "en")


@pytest.mark.parametrize("bar", ["", "________________________________\n"], ids=["no bar", "bar"])
@pytest.mark.parametrize("names", [names for names in PROGRAMS["fields"] if names.split("|")[-1] in SUBJECTS])
def test_blocks_of_fields(names, bar):
    values = ("Imogen Vance <imogen@vault.example>", "3 November 2026 17:42", "Callum Redfearn", "Talk")
    block = "".join(f"{name}: {value}\n" for name, value in zip(names.split("|"), values, strict=True))
    mail = f"{LETTER}\n{bar}{block}\n{EARLIER}"
    assert cut(mail) == trimmed(LETTER)
    agrees = reply(mail, SUBJECTS[names.split("|")[-1]]) == trimmed(LETTER)
    assert agrees == (names not in UNKNOWN_FIELDS)


@pytest.mark.parametrize("line", PROGRAMS["announcements"])
def test_announcements(line):
    mail = f"{LETTER}\n{line}\n\n{EARLIER}"
    assert cut(mail) == trimmed(LETTER)
    assert (reply(mail, "en") == trimmed(LETTER)) == (line in KNOWN_ANNOUNCEMENTS)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("body", [body for body in BODIES if body not in CUTS_THE_WRITER])
def test_where_the_signature_begins(body, ending):
    words, zones = unmarked(f"<g>{GREETINGS['dear']}<b>{BODIES[body]}{ENDINGS[ending]}")
    mail = f"{words}\n{PROGRAMS['attributions']['English']['Gmail']}\n{MARKED}"
    draft = from_text(mail, "mail.txt")
    assert [(zone.kind, zone.span.start) for zone in draft.zones[:-1]] == zones
    theirs = trimmed(EmailReplyParser(languages=["en"]).read(mail).replies[0].body)
    agrees = theirs == trimmed(words[: zones[2][1]])
    assert agrees == (not {body, ending} & ENDS_ELSEWHERE.keys())
