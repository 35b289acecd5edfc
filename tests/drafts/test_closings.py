"""Complimentary closes: above the name, on its line, behind the last sentence, without a name."""

import pytest

from .marked import lines, marked, unmarked

START = "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time on Tuesday. I would like to join you.\n\n"

CLOSES = lines("""
Best regards,
Kind Regards
Kind regards.
SINCERELY,
Thanks again and best wishes,
Thanks again, and best wishes,
Thank you again for your time, and best wishes,
With renewed thanks and every good wish,
Yours
Yours,
Yours in anticipation,
Yours in teaching,
Ever yours,
I remain, yours faithfully,
Sincerely and with thanks,
Best wishes from Leeds,
Best wishes to you and your team,
Warm regards to the whole ward,
All the best for the winter season,
All the best with the move,
Wishing you a great week,
Wishing you all the best,
Hoping to hear from you soon,
Thanking you in anticipation,
Looking forward to hearing from you,
Until Friday,
Onwards,
Love,
thx
Regards;
Regards--
Mit freundlichen Grüßen
Cordialement,
Saludos,
Best regards / Mit freundlichen Grüßen
""")

ON_ONE_LINE = lines("""
<c>Best, <s>Ana
<c>Best — <s>Ana
<c>Best. <s>Ana
<c>Cheers, <s>Ana!
<c>Yours, <s>Ana
<c>Yours sincerely, <s>Ana
<c>Kind regards, <s>Ana Lund, RN
<c>Kind regards, <s>Ana Lund | 555 010 0134
<c>Kind regards, <s>555 010 0134
<c>Kind regards, <s>Event Design & Protocol
<c>Sincerely, <s>Dr. Ana Lund
<c>Kind regards <s>Ana Lund
<b>I look forward to Friday. <c>Best regards, <s>Ana Lund
<b>Thank you for considering me. <c>Kind regards, <s>Ana
<b>I hope you like it 😎 <c>Later, <s>Ana
<b>With thanks for your time, and good wishes to the team, <c>Yours sincerely, <s>Ana Lund
""")

ALONE = lines("""
<c>Speak soon
<c>Kind regards
<c>Kind regards.
<c>Yours sincerely
<c>Cheers!
<b>I look forward to Friday. <c>Best regards,
""")


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n \n"], ids=["next line", "blank line", "two blank lines"])
@pytest.mark.parametrize("close", CLOSES)
def test_a_close_above_a_name(close, gap):
    letter = f"{START}<c>{close}{gap}<s>Ana Lund\n"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("line", ON_ONE_LINE)
def test_a_close_on_the_line_of_the_name(line):
    letter = START + line.removeprefix("<b>") + "\n"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("line", ALONE)
def test_a_close_without_a_name(line):
    letter = START + line.removeprefix("<b>") + "\n"
    assert marked(unmarked(letter)[0]) == letter
