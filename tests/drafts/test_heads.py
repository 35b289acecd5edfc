"""What stands above a letter: addresses, dates, references, titles; with a greeting below and without one."""

import pytest

from .marked import marked, parts, unmarked

LETTER = "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time. I would like to join you.\n\n<c>Sincerely,\n<s>Ana Lund\n"
NO_GREETING = "<b>Thank you for your time on Tuesday. I would like to join you.\n\nIt was good to see the lab.\n"

HEADS = parts("""
Ana Lund
12 Elm Street
Springfield
%
Ana Lund
12 Elm Street
Springfield, IL 62704
(555) 010-0134
ana@lund.example
linkedin.com/in/ana-lund

November 3, 2026

Ms. Amara Okafor
Head of Nursing
Larkspur Ward
St Brendan's Hospital
1 Ward Road
London SW1A 1AA

Re: Ward sister interview
%
Ana Lund | 12 Elm Street, Springfield | 555 010 0134 | ana@lund.example
%
ANA LUND
RN, BSN
12 Elm Street • Springfield • 555 010 0134
%
Springfield, 3 November 2026
%
Springfield, the 3rd of November, 2026
%
3rd November 2026
%
Tuesday, 3 November 2026
%
Tues 3 Nov
%
03.11.2026
%
2026-11-03
%
3/11/26
%
November 3
%
Date: November 3, 2026
%
Date: 3 November 2026
To: Ms. Okafor
%
Flat 2, 14 Larch Road
Leeds LS1 4AB
07700 900123
%
The Old Mill
Mill Lane
Ashby
LE65 1AA
%
P.O. Box 12
Springfield
%
c/o Lowe
Rue de la Gare 5
1003 Lausanne
Switzerland
%
Northwind Ltd.
Attn: Ms. Okafor
1 Ward Road
%
For the attention of Ms. Okafor
%
VIA EMAIL
%
By email: amara@ward.example
%
PRIVATE AND CONFIDENTIAL
%
Private & Confidential

Ms. Amara Okafor
Northwind Ltd.
%
RE: Thank you
%
Ref: FIN/118
%
Our ref: AL/22
Your ref: FIN/118
%
Subject line: Thank you for Tuesday
%
Thank-you note
%
THANK YOU LETTER
%
# Thank you

## Draft 2
%
Draft 2 - do not send yet
%
[Letterhead]

[Date]
%
[Your Name]
[Your Address]
[City, State ZIP]

[Date]

[Recipient Name]
[Title]
[Company]
%
Dr. Amara Okafor, MD
Chief Medical Officer
%
To: Amara Okafor
%
To Ms. Amara Okafor
Northwind Ltd.
%
Amara Okafor
Northwind
%
Betreff: Thank you
%
An: Amara Okafor
Betreff: Thank you
%
Von: Ana Lund <ana@lund.example>
An: Amara Okafor
Betreff: Thank you
%
Von: Ana Lund <ana@lund.example>
Gesendet: Dienstag, 3. November 2026 17:42
An: Amara Okafor <amara@ward.example>
Betreff: Thank you
%
Tel: 555 010 0134
%
ana@lund.example
%
Interview: ward sister, 2 November
""")

NO_GREETING_BELOW = parts("""
3 November 2026
%
Springfield, 3 November 2026
%
Ana Lund
12 Elm Street
Springfield

November 3, 2026
%
Re: Ward sister
""")


@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank line", "no blank line"])
@pytest.mark.parametrize("head", HEADS)
def test_above_a_greeting(head, gap):
    letter = f"<h>{head}{gap}{LETTER}"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("head", NO_GREETING_BELOW)
def test_without_a_greeting(head):
    letter = f"<h>{head}\n{NO_GREETING}"
    assert marked(unmarked(letter)[0]) == letter
