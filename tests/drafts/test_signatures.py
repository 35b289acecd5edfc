"""Signatures: below a close and without one."""

import pytest

from .marked import marked, parts, unmarked

START = "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time on Tuesday. I would like to join you.\n\n"

SIGNATURES = parts(
    """
Ana
%
Ana Lund
%
A.
%
ANA LUND
%
Ana!
%
Ana 😊
%
Ana ❤️
%
✨ Ana Lund ✨
%
Ana xx
%
- Ana
%
- A. Lund, BSc, Leeds
%
your Ana
%
the mechanic from Tuesday, Ana
%
Ana Lund, BSc, MSc, PMP
she/her
%
Ana Lund (she/her)
Staff Nurse
Northwind Ltd., 12 Elm Street, Springfield
+44 20 7946 0123
https://www.linkedin.com/in/ana-lund-example
%
Ana Lund
Registered Nurse | Larkspur Ward
M: 555 010 0134
E: ana@lund.example
W: www.lund.example
%
Ana Lund
Pronouns: she/her
LinkedIn: ana-lund-example
%
Ana Lund

Staff Nurse
Northwind Ltd.

555 010 0134
ana@lund.example
%
Ana Lund
-----------------
Staff Nurse
Northwind Ltd.
%
Ana

--\u0020
Ana Lund
Staff Nurse

Northwind Ltd.
555 010 0134
%
--\u0020
Ana Lund
%
Ana

Enclosures: references, sketch
%
Ana

cc: Dana Whitfield
"""
)

NO_CLOSE = parts(
    """
<s>Ana
%
<s>Ana :)
%
<s>Ana xx
%
<s>— Ana
%
<s>-- Ana
%
<s>~Ana
%
<s>A. Lund
%
<s>Dr. Ana Lund
%
<s>Ana Lund, Staff Nurse
%
<s>Ana Lund • Staff Nurse • Springfield
%
<s>Ana Lund | 555 010 0134 | ana@lund.example
%
<s>Ana Lund, RN, BSN
(she/her)
555 010 0134
%
<s>Ana Lund
Staff Nurse, Northwind Ltd.
ana@lund.example
www.lund.example
linkedin.com/in/analund
%
<s>Event Design & Protocol
404-555-0190
%
<s>--\u0020
Ana Lund
Staff Nurse
555 010 0134
%
<s>--
Ana Lund
%
<s>—
Ana Lund
%
<s>---
Ana Lund
Staff Nurse
%
<s>________________
Ana Lund
Staff Nurse
ana@lund.example
"""
)


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_signature_below_a_close(signature):
    letter = f"{START}<c>Kind regards,\n<s>{signature}"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("close", ["thanks", "Thanks", "many thanks", "thanks,", "kind regards"])
def test_a_name_in_small_letters_below_a_close(close):
    letter = f"{START}<c>{close}\n<s>nadia"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("ending", NO_CLOSE)
def test_a_signature_without_a_close(ending):
    assert marked(unmarked(START + ending)[0]) == START + ending
