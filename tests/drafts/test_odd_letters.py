"""Letters with odd beginnings and ends, as they are met."""

import pytest

from .marked import marked, parts, unmarked

START = "<g>Dear Tom,\n\n<b>I would like to join you.\n\n"

ENDINGS = parts("""
<c>Best,
<s>Ana Lund
Northwind Ltd.
Making boats that last since 1998.
www.northwind.example
%
<c>Best,
<s>**Ana Lund**
[LinkedIn](https://www.linkedin.com/in/ana) | [CV](https://ana.example/cv.pdf)
%
<c>Best,<br>
<s>Ana<br>
%
<c>Best,
<s>Ana Lund

Book a meeting: https://cal.example/ana
%
<c>Best,
<s>Ana Lund and Tom Lowe
%
<c>Thank you.

<s>Ana
%
<c>Best regards,
<s>Ana

<q>From: Tom Lowe <tom@firm.example>

Sent: Tuesday, November 3, 2026 5:42 PM

To: Ana Lund

Subject: Talk

Can you come?
%
<c>Best regards,
<s>Ana

<q>Sent: Tuesday, November 3, 2026 at 5:42 PM
From: "Tom Lowe" <tom@firm.example>
To: ana@lund.example
Subject: Talk

Can you come?
%
<c>Best regards,
<s>Ana

<q>Gesendet: Dienstag, 03. November 2026 um 17:42 Uhr
Von: "Tom Lowe" <tom@firm.example>
An: ana@lund.example
Betreff: Talk

Can you come?
%
<c>Best regards,
<s>Ana

<q>| On Nov 3, 2026, at 5:42 PM, Tom Lowe <tom@firm.example> wrote:
| Can you come?
%
<c>Sincerely,

<s>/s/ Ana Lund

Ana Lund
%
<c>Sincerely,

<s>[signature]

Ana Lund
%
<c>Sincerely,

<s>________________
Ana Lund
%
<c>Kind regards,
<s>Ana
--\u0020
Sent from my phone
%
<c>Kind regards,
<s>Ana Lund

<b>I have attached my plan.
%
<c>Warm regards,
<s>Ana Lund

“We make the road by walking.”
– Antonio M.
%
<c>Kind regards


<s>Ana Lund
Pronouns: she/her/hers
T 020 7946 0123
F 020 7946 0124
%
<c>Cheers,
<s>Ana

<p>p.p.s. wait, no: ps. the jam is yours.
%
<c>Best,
<s>Ana

<q>---
On Tue, Nov 3, 2026 at 5:42 PM Tom Lowe <tom@firm.example> wrote:
> Can you come?
%
<c>Best,
<s>Ana

<q>[Quoted text hidden]
%
<c>Best,
<s>Ana

<q>On Tue, Nov 3, 2026 at 5:42 PM Tom Lowe <tom@firm.example>
wrote:

> Can you come?
>


<s>--\u0020
Ana Lund
555 010 0134
%
<c>Best,
<s>Ana

Sent from my iPhone

<q>> On Nov 3, 2026, at 5:42 PM, Tom Lowe <tom@firm.example> wrote:
>\u0020
> \ufeff
> Can you come?
%
<c>With kind regards to you and to Mr. Lund,
<s>Ana Lund
%
<c>Sincerely yours

<s>Ana Lund, PhD | Data Analyst | she/her | ana@lund.example | +1 555 010 0134 | https://lund.example
%
<c>Sincerely yours

<s>Ana
Lund
""")

LETTERS = parts("""
<g>👋 Hi Marcus,

<b>I would like to join you.

<c>Best,
<s>Ana
%
<g>✨Hello Priya✨

<b>I would like to join you.

<c>Best,
<s>Ana
%
<h>Thank-you note
--------------

<g>Dear Tom,

<b>I would like to join you.

<c>Best,
<s>Ana
%
<h>Thank-you note
==============

<g>Dear Tom,

<b>I would like to join you.

<c>Best,
<s>Ana
%
<h><!-- second version -->

<g>Dear Tom,

<b>I would like to join you.

<c>Best,
<s>Ana
%
<h>```
<g>Dear Tom,

<b>I would like to join you.

<c>Best,
<s>Ana
```
%
<g>dear tom,

<b>thank you for tuesday. i would like to join you.

<c>all the best
<s>ana lund
staff nurse
ana@lund.example
%
<g>hi tom,
<b>thanks for tuesday.
i would like to join you
<c>thanks
<s>ana
%
<g>Dear Tom,

<b>I liked:
• the boats
• the yard

I can bring:
1) my log
2) two references

Thank you.

<c>Best,
<s>Ana
%
<g>Dear Tom,
<b>I liked the boats.
• the boats
• the yard
<c>Best,
<s>Ana
%
<g>Dear Ms. Okafor,

<b>With thanks for your time, and with best
wishes for the season, I am keen to join you.

<c>Yours,
<s>Ana
%
<g>Dear Ms. Okafor,

<b>I am keen to join you, and remain,

<c>Yours sincerely,
<s>Ana Lund
%
<g>Dear Ms. Okafor,

<b>I am keen to join you. <s>– Ana
%
<g>Dear Ms. Okafor,

<b>I am keen to join you.
<s>- Ana Lund
%
<g>Dear Ms. Okafor,

<b>I am keen to join you. <c>Thanks, <s>Ana
""")


@pytest.mark.parametrize("ending", ENDINGS)
def test_endings(ending):
    assert marked(unmarked(START + ending)[0]) == START + ending


@pytest.mark.parametrize("letter", LETTERS)
def test_letters(letter):
    assert marked(unmarked(letter)[0]) == letter
