"""Last paragraphs of the body that look like a close, a name, a contact line or a notice, and are none."""

import pytest

from .marked import marked, parts, unmarked

START = "<g>Dear Ms. Okafor,\n\n<b>Thank you for your time on Tuesday. I would like to join you.\n\n"

BODIES = parts("""
The jam is yours.
%
Yours, Ana, but only on loan, is the manual I left at the desk.
%
Yours, Northwind, but also mine, is the wish to build boats.
%
Yours is the ward I want to join.
%
Best of all, I liked the lab.
%
Best, Ana said, is what comes last.
%
Thanks, Ana, for the tour, she said to me, and I say it to you.
%
All the best teams I know work like yours, and I would like to join one.
%
If you like, the sketch of the yard is
yours for the asking.
%
I can send the plan whenever you
wish.
%
Look out for a box of mangoes on Friday, with my
compliments.
%
Thank you.
%
Many thanks to Dana.
%
Thank you again, Amara!
%
I look forward to hearing from you.
%
I would work best with a team like yours. Best of luck with the move.
%
Kind regards to Dana and the others from me, and I hope to see you all on Friday.
%
Sincerely, I want this job.
%
Cheers went up when the boat left the yard, as you said.
%
I sent the file from my iPhone.
%
Everything you told me is confidential, and I will keep it so.
%
This message is confidential, but I can tell you my reasons.
%
If you received this message twice, please ignore the first one.
%
Disclaimer: I have no licence yet, but my test is in May.
%
Notice: four weeks from the day of the offer.
%
Sent by the post office, the plan should reach you on Friday.
%
The boat is registered in Leith.
%
Opinions on the new yard differ, and your own is the one that counts.
%
Views from your own roof are said to be lovely.
%
The brief I sent you:
Ana's plan
Northwind's budget
is still the latest.
%
What I bring:

- Ten years of welding
- A clean licence
- References
%
What I bring:

1. Welding
2. Driving
3. References
%
What I bring:
* Welding
* Driving
* References
%
You can reach me at 555 010 0134.
%
You can reach me at ana@lund.example or on 555 010 0134.
%
As agreed, my file is at www.lund.example/plan.
%
The ward sister was Ana Adeyemi.
%
I liked what you said about pipelines, code review, and
Northwind Ltd.
%
PS5 games are what I test.
%
P. Smith showed me the lab.
%
I would be glad to come on Friday,
Tuesday or Monday.
%
In closing, with thanks to you and Dana, I would like to say how glad I am.
%
Later, Dana showed me the yard.
%
Always glad to help.
""")


@pytest.mark.parametrize("ending", ["", "<c>Best,\n<s>Ana\n", "<c>Best,\n<s>Ana\n\n<p>P.S. The manual is free.\n"])
@pytest.mark.parametrize("body", BODIES)
def test_a_last_paragraph_of_the_body(body, ending):
    letter = f"{START}{body}" + (f"\n{ending}" if ending else "")
    assert marked(unmarked(letter)[0]) == letter
