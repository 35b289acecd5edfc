"""What greets: a line, several lines, or the beginning of one."""

import pytest

from .marked import lines, marked, unmarked

BODY = "<b>Thank you for your time on Tuesday. I would like to join you.\n"

WHOLE = lines("""
Dear Ms. Okafor,
Dear Ms. Okafor:
Dear Ms. Okafor;
Dear Ms. Okafor.
Dear Ms. Okafor!
Dear Ms. Okafor -
Dear Ms. Okafor --
Dear Ms Okafor —
Dear Ms Okafor–
Dear Ms. Okafor…
Dear Ms. Okafor ,
Dear Ms. Okafor,,
Dear Ms. Okafor
DEAR MS. OKAFOR,
dear ms okafor
dear ms. okafor:
Good morning Dr Okafor
Good morning, Dr Okafor.
Good Afternoon Mr. and Mrs. Adler,
Very good morning, Mr. Rao,
A very good afternoon to you, Mr Pembroke-Ashby, and to Ms Tanner,
A very good afternoon to you, Mr Lowe, and to your colleagues,
A very good morning to you, Dr. Sato,
A warm hello to you, Ms. Okafor,
A good day to you, Mr. Lund,
Good day to you, Mr. Lund,
Good day, sir,
Warm greetings, Dr. Osei,
Greetings from Leeds, Dr. Osei,
Greetings Dr. Osei,
Greetings of the day, Ms. Rao,
Greetings!
Hello again Priya,
Hello again, Priya,
Hello dear Ms. Okafor,
Hello, Ms. Okafor.
hello priya
Hi again Tom –
Hi Tom & Ana,
Hi Tom and Ana!
Hi Tom/Ana,
Hi there Marcus,
Hi there, Marcus,
Hi Marcus :)
Hi Marcus 😀,
Heyyy Marcus,
Hey Marcus!!
Hey guys!
Yo Marcus,
Sup Marcus,
hi
hey
Hello
Howdy Tom!
Bonjour Claire,
Guten Tag Frau Weiß,
Hola Marta:
Aloha Kai,
Namaste Anjali,
Kia ora Hone,
Kia ora Ms. Ngata,
G’day Shane,
Morning Tom,
Evening, Tom,
Happy Monday Tom!
Happy New Year, Ms. Okafor!
Season's greetings, Ms. Okafor,
Dear Tom, dear Ana,
Dear Ms. Okafor, dear Mr. Lund,
Dear Ms. Okafor, Mr. Lund, and colleagues,
Dear all,
Dear both,
Dear Prof. Dr. Weiß,
Dear Dr.-Ing. Weiß,
Dear Professor,
Dear Barr. Bello,
Dear Surv. Okon and Engr. Bala,
Good afternoon, Pharm. Adebayo,
Dear Maj. Ferris,
Dear Chef Marchetti,
Dear Sister Adeyemi,
Dear Captain O'Neil,
Dear Councillor Pugh,
Dear Mr. de la Cruz,
Dear Ms van der Berg,
Dear María José,
Dear Min-jun,
Dear Mr. Nguyễn Văn An,
Dear 田中様,
Dear Ms. O’Hara-Lindqvist,
Dear J. R. Ames,
Dear hiring manager,
Dear Northwind Ltd. team,
Dear members of the search committee,
Dear Dr. Lee and Members of the Search Committee,
Dear everybody at Larkspur House,
Dear Ms. Okafor and whole team at the Larkspur Ward of St Brendan’s Hospital,
Dear Dana (and everyone else on the panel),
Dear Dana, Lee, Priya, Tom, Ana, Raj and everyone else who sat through my talk,
Dear Amara (if I may),
Dear Amara, if I may,
Dear [Hiring Manager's Name],
Dear {{first_name}},
Dear <Name>,
Dear Mr./Ms. [Last Name]:
To the Hiring Manager:
To the hiring team at Northwind,
To whom this may concern:
To Whom It May Concern
Sir or Madam,
Respected Sir/Madam,
Most esteemed Ms. Okafor,
Ms. Okafor:
Ms. Okafor -
Ms. Okafor --
mr. reyes,
Priya -
Priya:
Priya & Tom,
Priya, Tom and Ana –
Team Northwind,
My dear Mr. Lund,
Dearest Priya,
**Hi Tom,**
“Dear Tom,”
\tDear Tom,
    Dear Tom,
\xa0Dear Tom,
""")

INLINE = lines("""
<g>Dear Ms. Okafor: <b>thank you for your time.
<g>Dear Ms. Okafor - <b>thank you for your time.
<g>Dear Ms. Okafor — <b>it was a pleasure to meet you.
<g>Dear Ms. Okafor—<b>it was a pleasure to meet you.
<g>Dear Ms. Okafor, <b>Many thanks for your time.
<g>Dear Ms. Okafor, <b>Our talk on Tuesday has stayed with me.
<g>Dear Ms. Okafor, <b>as promised, here is the file.
<g>Dear Ms. Okafor, <b>Pursuant to our interview of 22 May, I write again.
<g>Dear Dr. Lee, Ms. Novak, and Mr. Sethi, <b>Thank you all for your time.
<g>dear ms. okafor, <b>thank you for your time.
<g>Good morning Dr Okafor, <b>thank you for Tuesday.
<g>Good morning, Dr Okafor. <b>Thank you for Tuesday.
<g>Good morning Dr Okafor! <b>I wanted to thank you for Tuesday.
<g>A very good afternoon to you, Mr Lowe, and to Ms Tanner. <b>Thank you both for Tuesday.
<g>Hi Tom & Ana, <b>thanks for the talk.
<g>Hi Tom and Ana — <b>thanks for the talk.
<g>Hi Tom, Ana and Raj! <b>Larkspur Ward made a great impression.
<g>Hello Priya, <b>I hope you are well.
<g>Hello Priya, <b>my name is Ana and we met on Tuesday.
<g>Hello Priya, <b>on Tuesday we met.
<g>Hello Priya, <b>this is Ana Lund.
<g>Hello Priya, <b>Ana here. We met on Tuesday.
<g>Hello Priya, <b>Tuesday was a pleasure.
<g>Hello Priya, <b>Larkspur Ward made a great impression on me.
<g>Hello, <b>I am writing about the post.
<g>Hi there, <b>just checking in about the post.
<g>Hey, <b>what's up with the job?
<g>Hi. <b>I came in on Tuesday.
<g>hi priya <b>thanks for your time.
<g>Hi Will, <b>thank you for today.
<g>Hi May, <b>thank you for today.
<g>Hi Grace, <b>may I ask a question?
<g>Hello Hope - <b>hope you are well.
<g>Dear Joy, <b>what a joy it was to meet you.
<g>To whom it may concern: <b>I am writing about the post.
<g>Dear Sir or Madam, <b>I write about the post.
<g>Priya, <b>it was good to meet you.
<g>Priya — <b>it was good to meet you.
<g>Priya, <b>Much obliged for the hour yesterday.
<g>Dr. Okafor, <b>it was good to meet you.
<g>Ms. Okafor: <b>Thank you for your time.
<g>Ms. Okafor, <b>My note of Tuesday may have gone astray.
<g>Mr. Ortiz, <b>A short note of thanks for Friday.
<g>Mr. Ortiz, <b>a short note of thanks for Friday.
<g>Kia ora Brendan, <b>You'll remember our talk.
""")

NONE = lines("""
Thank you, Ms. Okafor, for your time on Tuesday.
Tuesday, as you know, was my first visit.
Dear me, what a day that was for all of us at the yard.
Dear to my heart is the work with children, and so it was a joy to meet you.
Good morning was the first thing you said.
Hello was the first word I heard from your team.
Hi-vis jackets are what I know best.
Hey Jude was playing in the lobby when I came in, and I hummed it all the way.
Morning shifts, as I said, suit me well.
Greetings cards are what I know.
Greetings cards, as I said, are what I have sold for years.
Respected colleagues of mine, among them Dr. Lee, have worked with you.
Everyone on the ward, from the sister to the porter, made me welcome.
All of you were kind: I want to say so.
Team spirit is what I saw: people helped each other.
To be clear: I would like to join you.
To sum up, I would like the job.
Northwind, as you said, is growing.
Mr. Ortiz, your colleague, showed me the yard.
Ms. Novak, who showed me the lab, was kind.
Ana Lund here, we met on Tuesday.
I, Ana Lund, would like to thank you.
Meeting you, Ms. Okafor, was a pleasure.
Interviewing with you, I saw how the ward works.
Yes, I can come on Friday.
Overall, I enjoyed the day.
Congratulations! It was good to hear of the prize.
Note: I can come on Friday.
Honestly, I can come on Friday.
Of course, I can come on Friday.
Many people, I think, would like this job.
""")

SEVERAL_LINES = [
    "<g>Dear Ms. Novak,\nDear Mr. Sethi,\nDear Dr. Lee,\n\n",
    "<g>Dear Ms. Novak, Mr. Sethi,\nand Dr. Lee,\n\n",
    "<g>Good morning\nPriya,\n\n",
    "<g>Dear Ms. Novak and\nMr. Sethi,\n\n",
]


@pytest.mark.parametrize("greeting", WHOLE)
@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n\n\n"], ids=["blank line", "no blank line", "two blank lines"])
def test_a_line_greets(greeting, gap):
    letter = f"<g>{greeting}{gap}{BODY}"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("line", ["Priya!", "Attention: Hiring Manager", "Attn: Ms. Okafor"])
def test_a_line_greets_only_above_a_blank_line(line):
    letter = f"<g>{line}\n\n{BODY}"
    assert marked(unmarked(letter)[0]) == letter
    assert not marked(f"{line}\n{BODY}").startswith("<g>")


@pytest.mark.parametrize("line", INLINE)
def test_the_beginning_of_a_line_greets(line):
    letter = f"{line} I would like to join you.\n\nIt was good to see the lab.\n"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("line", NONE)
def test_nothing_greets(line):
    letter = f"<b>{line} I would like to join you.\n\nIt was good to see the lab.\n"
    assert marked(unmarked(letter)[0]) == letter


@pytest.mark.parametrize("greeting", SEVERAL_LINES)
def test_several_lines_greet(greeting):
    assert marked(unmarked(greeting + BODY)[0]) == greeting + BODY
