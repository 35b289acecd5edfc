"""A first draft: sentences that a letter of its kind needs, with slots for what only its writer knows.

It says nothing that nobody told it: no praise, no claim. What is not answered is a slot in square brackets, and the
rule `no-placeholders` finds each until it is filled.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from notelint.types import MONTHS, DraftKind

Facts = dict[str, tuple[str, ...]]


class Answers(Struct, frozen=True):
    """What the writer said; empty or None: not said.

    Attributes:
        kind: of the letter.
        to: who reads it, as they are to be addressed.
        company: where.
        position: the job.
        interview: its day.
        topic: what they told the writer about, as a noun phrase: “the new ticket gates”.
        promise: what the writer promised to send: “my route map”.
    """

    kind: DraftKind
    to: str = ""
    company: str = ""
    position: str = ""
    interview: date | None = None
    topic: str = ""
    promise: str = ""


class Skeleton(Struct, frozen=True):
    """A letter with slots, and the facts that its headers or the page's form hold."""

    letter: str
    facts: Facts


def skeleton(answers: Answers) -> Skeleton:
    """The first draft for these answers."""
    words = _words(answers)
    told = {"to": answers.to, "company": answers.company, "position": answers.position, "topics": answers.topic}
    facts: Facts = {"kind": (answers.kind,), "subject": (_SUBJECTS[answers.kind].format(**words),)}
    facts |= {key: (value,) for key, value in told.items() if value}
    if answers.interview:
        facts["interview"] = (answers.interview.isoformat(),)
    return Skeleton(_LETTERS[answers.kind].format(**words), facts)


def _words(answers: Answers) -> dict[str, str]:
    day = answers.interview
    promise = _PROMISES[answers.kind].format(promise=answers.promise) if answers.promise else ""
    return {
        "to": answers.to.partition("<")[0].strip() or "[name of the interviewer]",
        "position": answers.position or "[job title]",
        "at": f" at {answers.company}" if answers.company else "",
        "day": f"{day.day} {MONTHS[day.month - 1]}" if day else "[day of the interview]",
        "topic": answers.topic or "[a topic of your conversation]",
        "promise": promise,
    }


_SUBJECTS: dict[DraftKind, str] = {
    "thank-you": "Thank you: {position} interview",
    "follow-up": "{position} interview on {day}: next steps",
    "reminder": "{position} interview on {day}: my earlier message",
}
_SENT = "If {promise}, as I promised in our conversation, did not reach you, I will gladly send it again.\n\n"
_PROMISES: dict[DraftKind, str] = {
    "thank-you": "As I promised, I am sending you {promise} with this letter.\n\n",
    "follow-up": _SENT,
    "reminder": _SENT,
}
_ASK = """\
Could you tell me how the search stands and what the next steps are? If any further information or references would \
help you decide, I will gladly send them.

Kind regards,
[your name]
"""
_LETTERS: dict[DraftKind, str] = {
    "thank-you": """\
Dear {to},

Thank you for taking the time to talk with me about the {position} position{at}.

You told me about {topic}. [what you made of that topic, in a sentence or two]

My experience with [a skill of yours] would help your team with [a need or problem of the team]: [an example of what \
you did with that skill].

{promise}I am very interested in the position. Please let me know if I can provide any further information or \
references.

Kind regards,
[your name]
""",
    "follow-up": f"""\
Dear {{to}},

Thank you again for our conversation about the {{position}} position{{at}} on {{day}}. I am still very interested in it.

You told me about {{topic}}. [a detail that you have thought of since]

My experience with [a skill of yours] would help your team with [a need or problem of the team].

{{promise}}{_ASK}""",
    "reminder": f"""\
Dear {{to}},

I wrote to you on [the date of your last message] about the {{position}} position{{at}}, for which you interviewed me \
on {{day}}. Thank you again for your time.

I am still very interested in the position. You told me about {{topic}}, and my experience with [a skill of yours] \
would help your team with [a need or problem of the team].

{{promise}}{_ASK}""",
}
