"""What a writer writes that only looks like earlier mail, and answers between and below the lines of it."""

import pytest

from .marked import marked, parts, unmarked

WRITERS_OWN = parts("""
On Tuesday you wrote that the panel meets on Friday, so I send this today.
%
On 3 November you wrote that the panel meets on Friday, so I send this today.
%
On 3 November 2026 at 17:42 you wrote: the panel meets on Friday.
%
On 3 November you wrote:

“We will decide by Friday.” I look forward to it.
%
On 3 November 2026 at 17:42 you wrote:

We will decide by Friday. I look forward to it.
%
On 3 November 2026 Dana Ruiz wrote:

“We will decide by Friday.” I look forward to it.
%
On 3 November 2026 your colleague Dana wrote:

We will decide by Friday. I look forward to it.
%
On Tuesday Dana wrote:

We will decide by Friday. I look forward to it.
%
In the advert you wrote: “We want people who care.”
%
In your mail of 3 November you wrote:
we want people who care. I am one of them.
%
As you wrote:

We want people who care. I am one of them.
%
You wrote:

We want people who care. I am one of them.
%
Here is what I wrote: a plan for the ward.
%
Once, 3 days later, Tom wrote: come back.
%
At 17:42 on 3 November the boat left, as the captain wrote:
we were all there.
%
My notes of Tuesday:

- 17:42 is when the boat left
- Dana wrote:
- I said yes
%
My notes from 3 November 2026, 17:42:

The boat left, and Dana waved.
%
On the board it said 3 May 2026, 17:42:
the boat leaves, and so we all ran.
%
Please write to Dana Ruiz <dana@firm.example>:
she has my file.
%
Please call Dana Ruiz <dana@firm.example> on Friday at 10:30:
she has my file.
%
On Friday 6 November 2026 at 10:30 I meet Dana Ruiz <dana@firm.example>:
she has my file.
%
On Friday 6 November 2026 my references, Dana Ruiz <dana@firm.example> and Tom Lowe <tom@firm.example>:
both are back.
%
You can ask Dana Ruiz <dana@firm.example>, who knows me since 2019, and she will tell you:
I am on time.
%
On Friday 6 November I am free at 10:30, and on Monday at 9:00:
any of the two suits me.
%
Am I free on 3 May at 10:30? My calendar says:
yes.
%
From: what you said I take it that the depot moves in March.
%
From: Leeds
To: London
Date: 3 May 2026

That is the trip for which I ask a ticket.
%
To: do

- call Dana
- send the file
%
Date: any day from 3 May
Time: 10:30
Place: your office
%
Subject: the talk on Tuesday.
%
The plan in short

----------

From May on I can start.
%
The message was clear: - original message - I would say.
%
-- the original, I mean -- is in the post.
""")

BETWEEN = parts("""
<g>Hi Tom,

<b>Yes, I can.

<q>On 3 Nov 2026, at 17:42, Tom Lowe <tom@firm.example> wrote:
> Can you come?

<b>At ten, then.

<q>> And would it be possible for you to bring the file that we spoke of last
week?
> Tom

<b>I will.

<c>Best,
<s>Ana
%
<g>Hi Tom,

<q>> Can you come?
<b>Yes, I can.
<q>> When?
<b>At ten.
<c>Best,
<s>Ana
%
<q>You wrote:
> Can you come?

<b>Yes, I can come.

<c>Best,
<s>Ana
%
<q>Tom Lowe wrote:
> Can you come?

<g>Hi Tom,

<b>Yes, I can.

<c>Best,
<s>Ana
%
<g>Hi Tom,

<b>Yes, I can.

<c>Best,
<s>Ana

Sent from my iPhone

<q>> On 3 Nov 2026, at 17:42, Tom Lowe <tom@firm.example> wrote:
>
> Can you come?
%
<g>Hi Tom,

<b>Yes, I can.

<c>Best,
<s>Ana
Get Outlook for iOS
<q>________________________________
From: Tom Lowe <tom@firm.example>
Sent: Tuesday, November 3, 2026 5:42:10 PM
To: Ana Lund <ana@lund.example>
Subject: Re: Talk

Can you come?
%
<g>Hi Tom,

<b>Yes, I can.

<c>Best,
<s>Ana

<q>From: Tom Lowe <tom@firm.example>  Sent: Tuesday, November 3, 2026 5:42 PM  To: Ana Lund  Subject: Talk

Can you come?
%
<g>Hi Tom,

<b>Yes, I can.

<c>Best,
<s>Ana

<q>-----
On 3 Nov 2026, at 17:42, Tom Lowe <tom@firm.example> wrote:
Can you come?
%
<h>Von: Ana Lund <ana@lund.example>
Gesendet: Dienstag, 3. November 2026 17:42
An: Tom Lowe <tom@firm.example>
Betreff: Talk

<g>Hi Tom,

<b>Yes, I can.

<c>Best,
<s>Ana
""")


@pytest.mark.parametrize("own", WRITERS_OWN)
def test_the_writers_own_words(own):
    letter = f"<g>Dear Ms. Vance,\n\n<b>It was good to meet you.\n\n{own}\nThat is all.\n\n<c>Best,\n<s>Ana\n"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("letter", BETWEEN)
def test_answers_between_and_below(letter):
    assert marked(unmarked(letter)[0]) == letter
