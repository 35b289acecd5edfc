"""What a rule, and a pack of rules, begins as: files that work, with remarks that say what to change."""

from __future__ import annotations

FORBID = """\
# What to change is said above each part. `notelint test {file}` says whether the rule does what its examples say.
id: {id}

# What it finds, in a few words, for the list of rules.
summary: Uses words that give it away.

# What the writer reads: the fault in one line, why it hurts, what to write instead (may be left out).
# {{text}} are the words found, {{name}}, {{company}}, {{position}}, {{topic}} what the draft's headers say.
message: "“{{text}}” says too little."
why: >
  The reader learns nothing from these words.
suggest:
  - What we said about [a topic of your conversation] stayed with me.

# error, warning or suggestion, and for which drafts: all, or a list of thank-you, follow-up, reminder.
severity: warning
kinds: all

# Sections of the chapter on communication after the interview; none for a rule of your own.
chapter: []

# Words are found in all their forms: `give` finds “gave”. `a|b` is a or b, `*2` a gap of up to two words, `=give` that
# form alone. `{{clause: {{who: writer, does: promise}}}}` finds who does what.
forbid:
  - "words that *1 give it away"

# What silences it, in the same clause.
unless:
  - "as you say"

# Where it must speak, on the words in double brackets, and where it must not. Begin here, with eight of each.
examples:
  violations:
    - "These are [[words that give it away]]."
  fine:
    - "These are words that give something else away."
    - "These are words that give it away, as you say."
"""

REQUIRE = """\
# What to change is said above each part. `notelint test {file}` says whether the rule does what its examples say.
id: {id}

# What it looks for, in a few words, for the list of rules, and its name in the checklist.
summary: Names the thing that must be named.
label: The thing to name

# What the writer reads where it is there but not as it should be.
message: "“{{text}}” names it."
why: >
  The reader looks for this before anything else.

# error, warning or suggestion, and for which drafts: all, or a list of thank-you, follow-up, reminder.
severity: suggestion
kinds: [thank-you]

# Sections of the chapter on communication after the interview; none for a rule of your own.
chapter: []

# One of these must be there. Words are found in all their forms: `give` finds “gave”. `a|b` is a or b, `*2` a gap of up
# to two words, `=give` that form alone. `{{clause: {{who: writer, does: promise}}}}` finds who does what.
require:
  - "the thing to|that *2 be named"

# What is said when none is, where it belongs (greeting, opening, body, closing, signature), and what to put there.
missing:
  message: You do not name the thing that must be named.
  zone: body
  insert:
    - This is about [the thing to be named].

# Texts that lack it, and texts that have it. Begin here; eight of each are a good start.
examples:
  violations:
    - "This is about something else."
  fine:
    - "This is about the thing to be named."
"""

PACK = """\
# A pack of rules for notelint. Whoever wants it names its folder in `.notelint.yml`: `rule_paths: [{folder}]`
name: {name}
version: 0.1.0
licence: all rights reserved
requires: ">={version}"
"""

README = """\
# {name}

Rules for notelint, which checks letters after a job interview. To use them, name this folder in `.notelint.yml`:

```yaml
rule_paths: [{folder}]
```

| file | |
|---|---|
| `pack.yml` | name, version, licence, and which notelint the rules need |
| `tone/no-sales-talk.yml` | a rule, with its examples |
| `words/sales.yml` | words that rules share, as `<sales-talk>` |

    notelint new-rule no-jargon     # the skeleton of a rule, in this folder when you stand in it
    notelint test .                 # every rule on its own examples
    notelint test . --watch         # the same, each time you save a file
    notelint test . --mutate        # examples with other quotation marks, line breaks, contractions …
    notelint rules                  # what is in force, and from which pack
"""

RULE = """\
id: no-sales-talk
summary: Sounds like an advertisement.
chapter: []
kinds: all
severity: warning
message: "“{text}” sounds like an advertisement."
why: >
  The reader wants to know what you did, and these words could stand in anybody's letter.
suggest:
  - At [a company] I [what you did], and [what came of it].
forbid:
  - <sales-talk>
unless:
  - "your <sales-talk>"
examples:
  violations:
    - "I am a [[game changer]]."
    - "I bring [[synergies]] to every team."
    - "My [[world-class]] skills would suit you."
  fine:
    - "I liked what you said about your synergies with the plant in Ghent."
    - "I changed two games for the school fair."
"""

WORDS = """\
# Named lists of phrases; rules name them between < and >.
sales-talk: ["game changer", "synergy", "world-class", "best-in-class", "think outside the box"]
"""
