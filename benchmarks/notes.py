"""Synthetic notes: as many as wanted, all different, the same for the same seed.

    python benchmarks/notes.py FOLDER [COUNT]

Each is put together from a greeting, an opening, some paragraphs of sentences with slots, a close and a name. Thirty
lie in a folder, each with a company of its own, as the applications of a diligent writer would.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

SEED = 20261128
IN_A_FOLDER = 30

_FIRST = [
    "Amara",
    "Bilal",
    "Chioma",
    "Dana",
    "Elif",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Kavita",
    "Liam",
    "Mei",
    "Noor",
    "Oskar",
    "Priya",
    "Quinn",
    "Rosa",
    "Samir",
    "Tove",
]
_LAST = [
    "Okafor",
    "Haddad",
    "Lindqvist",
    "Moreau",
    "Petrova",
    "Nakamura",
    "Osei",
    "Whitfield",
    "Varga",
    "Castell",
    "Brandt",
    "Iyer",
    "Doyle",
    "Sato",
    "Kern",
]
_FIRM = [
    "Northwind",
    "Larkfield",
    "Brightwater",
    "Oakridge",
    "Stonebridge",
    "Harborview",
    "Millbrook",
    "Fairmont",
    "Westgate",
    "Redfern",
]
_KIND = ["Logistics", "Foods", "Health", "Studios", "Textiles", "Energy", "Systems", "Housing", "Press", "Dental"]
_ROLE = [
    "ward sister", "data analyst", "route planner", "pastry chef", "site engineer", "payroll clerk", "museum guide",
    "forklift trainer", "claims handler", "lab technician", "tax adviser", "stage manager", "field agronomist",
]  # fmt: skip
_THING = [
    "the new rota", "your move to shared wards", "the harvest plan", "the backlog of claims", "the loading dock",
    "the spring catalogue", "the audit in March", "your apprentices", "the night shift", "the booking system",
    "the safety drill", "the pilot in two depots", "your returns desk", "the summer festival", "the cold chain",
]  # fmt: skip
_DID = [
    "cut waiting times by {n} per cent", "trained {n} colleagues", "moved {n} records without losing one",
    "planned {n} routes a week", "ran a kitchen of {n}", "closed the books in {n} days", "led a team of {n}",
    "answered {n} calls a day", "saved {n} hours a month", "wrote the handbook that {n} people use",
]  # fmt: skip
_OPENING = [
    "Thank you for taking the time to meet me on {day} about the position of {role}.",
    "Thank you for the conversation on {day}; I enjoyed hearing about {thing}.",
    "I wanted to thank you and {other} for showing me round on {day}.",
    "It was good to meet you on {day}, and thank you for explaining {thing} so clearly.",
    "I am writing to follow up on our interview on {day} for the position of {role}.",
    "Many thanks for making room for me on {day}, although {thing} keeps you busy.",
]  # fmt: skip
_SENTENCES = [
    "What you said about {thing} has stayed with me, because at my last place I {did}.",
    "When {other} asked how I would begin, I should have said that I {did} in my first year.",
    "I {did}, and I would be glad to do the same for {firm}.",
    "Your question about {thing} made me think: we met it by talking to every shift before we changed anything.",
    "I can't say that it was easy, but it taught me to listen before I plan.",
    "You mentioned that {thing} is due to start in {month}, and that would suit me well.",
    "I have attached the summary that {other} asked for, with the figures of the last {n} weeks.",
    "As {role}, I would bring patience, a clear head, and the habit of writing things down.",
    "It's the kind of work that I look for: close to people, and measured by what is done at the end of the day.",
    "If you'd like to hear from someone who worked with me, {other} at {elsewhere} is happy to speak with you.",
    "I was impressed by how openly your team talks about {thing}, also about what did not work.",
    "Could you let me know what the next steps are, and when I may expect to hear from you?",
    "I don't need much time to move: I could begin on the first of {month}.",
    "To be honest, I was a bit nervous, so I forgot to say that I also {did}.",
    "The tour showed me that {thing} depends on people who stay calm when three things happen at once.",
    "I understand that you are still speaking with others, and I am happy to answer further questions by phone.",
    "Since we spoke I have read about {thing}, and one idea might be worth a try: a short meeting before each shift.",
    "My experience with {thing} is small, yet I learn fast; within {n} weeks I {did}.",
]  # fmt: skip
_END = [
    "I look forward to hearing from you.",
    "Thank you again, and I hope to work with you soon.",
    "Please call me on 555-01{n:02} if anything is missing.",
    "I would be delighted to join you.",
]
_CLOSE = ["Kind regards,", "Best regards,", "Sincerely,", "Yours sincerely,", "With best wishes,"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
_MONTHS = ["January", "March", "May", "August", "September", "November"]


def note(number: int, words: int | None = None) -> str:
    """One note.

    Args:
        number: which; the same number gives the same note.
        words: about how many; None for 80 to 180, as such notes have.
    """
    rng = random.Random(SEED * 100_003 + number)
    wanted = words or rng.randint(80, 180)
    firm = f"{rng.choice(_FIRM)} {rng.choice(_KIND)}"
    reader = f"{rng.choice(['Ms.', 'Mr.', 'Dr.'])} {rng.choice(_LAST)}"
    own = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    role = rng.choice(_ROLE)

    def filled(template: str) -> str:
        n = rng.randint(3, 98)
        return template.format(
            thing=rng.choice(_THING), did=rng.choice(_DID).format(n=n), n=n, day=rng.choice(_DAYS),
            month=rng.choice(_MONTHS), other=rng.choice(_FIRST), role=role, firm=firm,
            elsewhere=f"{rng.choice(_FIRM)} {rng.choice(_KIND)}",
        )  # fmt: skip

    paragraphs, count = [[filled(rng.choice(_OPENING))]], 0
    while count < wanted:
        if len(paragraphs[-1]) >= rng.randint(2, 5):
            paragraphs.append([])
        paragraphs[-1].append(filled(rng.choice(_SENTENCES)))
        count = sum(len(sentence.split()) for paragraph in paragraphs for sentence in paragraph)
    paragraphs.append([filled(rng.choice(_END))])
    body = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    headers = f"---\nsubject: Thank you, {rng.choice(_DAYS)}'s interview\ncompany: {firm}\nposition: {role}\n---\n"
    return f"{headers}Dear {reader},\n\n{body}\n\n{rng.choice(_CLOSE)}\n{own}\n"


def write(folder: Path, count: int, first: int = 0) -> None:
    """Write notes into folders below this one."""
    for number in range(first, first + count):
        below = folder / f"{number // IN_A_FOLDER:05}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{number:06}.txt").write_text(note(number), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)  # noqa: PLR2004 - the second argument
