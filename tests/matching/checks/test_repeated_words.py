"""A doubled word is a slip; doublings that are English, names, somebody else's or cut by a mark are none."""

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.checks import Context, repeated_words

SLIPS = """
I look forward to hearing [[from from]] you soon.
It was great to [[meet meet]] you and your team.
I believe that my experience [[would would]] be useful.
Thank you [[for for]] your time.
Thank you so much for [[your your]] time on Tuesday.
Could you let [[me me]] know when you decide?
I [[have have]] worked in retail for six years.
I [[was was]] impressed by the size of the plant.
On Tuesday I [[was was]] impressed by the size of the plant.
[[It it]] was a pleasure to see the ward.
As you said, [[the the]] team is small.
I hope [[we we]] can talk again.
My last job was [[in in]] Leeds.
The next step [[is is]] not clear to me.
I would [[like like]] to join your team.
I am writing [[to to]] thank you.
You mentioned a new [[line line]] of products.
I think my skills [[are are]] a good match.
I can start [[at at]] any time.
We [[could could]] meet again.
My [[team team]] lead will gladly speak for me.
I am very interested in [[the the]] role.
He [[and and]] Ms. Park showed me the hall.
It would be [[an an]] honour.
I have [[a a]] degree in chemistry.
I [[will will]] send the samples tomorrow.
Please let me know [[if if]] you need more.
I have [[been been]] working as a nurse.
I did not know that the [[of of]] was missing.
She said that [[they they]] would call.
This is a [[job job]] I would love.
I enjoyed [[the the]] tour; I also liked the canteen.
I believe that I [[would would]] fit.
My experience [[of of]] night work is long.
I was glad to [[see see]] the new line.
I sent you a [[mail mail]] on Tuesday.
The [[lab lab]] was a pleasure to see.
Your [[plan plan]] for the depot is bold.
I would like [[to to]] help.
We spoke about the [[team team]] for an hour.
I admire your [[work work]] with owls.
Thank you for the warm [[welcome welcome]] on Friday.
My [[code code]] is on your shelf.
The [[new new]] line impressed me.
I [[hope hope]] to hear from you.
It was a [[nice nice]] talk about maps.
I will [[call call]] you on Monday.
The [[shop shop]] was full.
I can [[start start]] in May.
I look forward to your [[reply reply]].
The [[data data]] came late.
I [[like like]] the plan.
Your [[ward ward]] is calm.
The [[job job]] suits me.
I learned a [[lot lot]] about boilers.
I have [[sent sent]] the form.
We [[met met]] in your office.
Thank you for your [[time time]] on Monday.
The [[depot depot]] was cold.
The [[yard yard]] was wide.
Your [[fish fish]] arrived.
I [[sat sat]] by the door.
I was [[glad glad]] to see it.
I [[enjoyed enjoyed]] the tour.
My [[years years]] at Ashby taught me patience.
I would bring [[care care]] to the ward.
We went through the [[list list]] of drugs.
I read the [[book book]] in a day.
I [[know know]] the trade.
The [[oven oven]] was hot.
Your [[tram tram]] depot was a pleasure to see.
The [[role role]] is what I want.
I am [[still still]] interested in the position.
You [[also also]] showed me the mill.
I want to [[thank thank]] you.
I have a [[van van]] of my own.
"""
ENGLISH = """
That is the thing I had had in mind.
I know that that is rare.
The work I do do with the children is what I love.
I do do the books, though.
The role I came in for for the first time paid well.
Those I have have all been kind.
The people I work with with the most joy are the children.
What I learned there there was no time to use.
He came in in a hurry.
We moved in in June and out in May.
The plan you told me about about an hour in was bold.
The lights went on on time.
I signed up up north.
I gave her her keys.
What it is is plain.
As far as I can see it it works.
If I can help you you need only say so.
The question is who who would ask.
It was so so.
I have been there there and there.
The child said no no no.
I like the big big windows.
It happened again and again and again.
They came two by two.
Bora Bora was my first posting.
New New York papers asked for it.
I asked Mark mark my words.
The kitchen made mahi mahi, gado gado and chin chin.
We did it step by step by step.
Let us do this this week.
I was on on-call duty, in in-house training.
I served as well as as a steward.
Thank you all all the more for that.
I cannot not mention the garden.
The files are in folder a a manager asked for.
I wrote "the the" for fun.
Then then came the rain.
I saw what was was not enough.
Whatever it was was gone by noon.
Who I am am I to say.
The reason I came back back then was simple.
We spoke of what comes in in winter.
I know what I am good at at last.
The place where I grew up up north is cold.
She is the person to turn to to get it done.
The desk we sat at at noon was his.
The house they live in in Leeds is old.
Everything I ask for for the team is a kettle.
I said: the. The end.
I am sure sure footing helps.
In the end end users decide.
The more you give give back.
I took over over the summer.
The class I took took a year.
The hours you work work for me.
The best thing I saw saw me hired.
I want to do what you do do well.
When I read read receipts, I laugh.
I told them that that would do.
The plants I grow grow well.
Had had I known.
I came first first thing on Monday.
I dealt with it it was nothing.
Plan a the team liked best.
We went by tuk tuk.
The team that won won praise.
I know that that plan is the better one.
It had had its day.
It was a very very good talk.
It was a long long way.
The children say bye bye to every train.
My first concert was Duran Duran in Leeds.
I love New York New York.
We ate couscous and mahi mahi.
The tuk tuk was late.
He wrote Walla Walla on the map.
I live in Baden Baden.
What you do do well.
I thought, well well, that is bold.
It is what it is is a poor answer.
The team I work with with pleasure is small.
When I look look at the map, I see it.
The way you read read receipts was new.
If they come come what may, I stay.
The men who work work hard.
Those who ask ask twice.
What you need need not be new.
What I like like the sea is its calm.
How you plan plan B impressed me.
Whatever you start start small, you said.
All I know know you too.
There there, I said to the child.
So so was my first answer.
The people I met met me with tea.
The place where we live live owls.
Chop chop, said the cook.
The pom pom hat hung there.
It was hush hush.
The can can was danced.
The gun went bang bang.
A knock knock joke.
The clock went tick tick.
I am here here and now.
"Work work work" is on your wall.
You asked for more more often than not.
She gave her her badge.
The ones we use use little power.
When we start start times matter.
The work we do do others.
I told Will will you come.
It went from bad to bad bad.
We have a win win here.
It was a so so day.
I have been in in May.
The tour you gave gave me ideas.
What you said said it all.
The question you asked asked for more than I knew.
The ideas you have have stayed with me.
The tests we run run at night.
Once you see see-through walls, you know.
The time we had had an effect.
The line your team runs runs well.
People who care care for owls.
The night night nurses start at nine.
The files you sent sent me back to my notes.
Most of what we make make their way to Leeds.
The more you give give back, they say.
"""


def found(body, path="draft.txt"):
    text = f"---\nkind: thank-you\n---\nDear Ms. Okafor,\n\n{body}\n\nKind regards,\nDana Whitfield\n"
    return text, list(repeated_words.check(Context(analyse(from_text(text, path)))))


def mended(body, path="draft.txt"):
    """The body with the fix of its only fault."""
    text, [one] = found(body, path)
    [edit] = one.fix.edits
    done = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return done.partition("Okafor,\n\n")[2].partition("\n\nKind")[0]


@pytest.mark.parametrize("line", SLIPS.strip().splitlines())
def test_a_slip_is_marked(line):
    before, rest = line.split("[[")
    words, after = rest.split("]]")
    text, [one] = found(before + words + after)
    assert text[one.span.start : one.span.end] == words
    assert one.message == f"“{words}”: one of them is enough."


@pytest.mark.parametrize("line", ENGLISH.strip().splitlines())
def test_english_is_left_alone(line):
    assert found(line)[1] == []


@pytest.mark.parametrize(
    ("body", "fixed"),
    [
        pytest.param("I saw the the mill.", "I saw the mill.", id="on one line"),
        pytest.param("The the mill is old.", "The mill is old.", id="the first one's capital stays"),
        pytest.param("I saw the the the mill.", "I saw the mill.", id="three times"),
        pytest.param("I thank you for the the.", "I thank you for the.", id="at the end, told once"),
        pytest.param("I saw the\nthe mill.", "I saw\nthe mill.", id="over a line end"),
        pytest.param("I saw the\r\nthe mill.", "I saw\r\nthe mill.", id="over a line end of two characters"),
        pytest.param("I saw the \n   the mill.", "I saw \n   the mill.", id="over a hard wrap with an indent"),
        pytest.param("I saw\nthe\nthe mill.", "I saw\nthe mill.", id="alone on its line"),
        pytest.param("I saw the\N{NO-BREAK SPACE}the mill.", "I saw the mill.", id="a space that does not break"),
        pytest.param("I saw the\N{ZERO WIDTH SPACE} the mill.", "I saw the mill.", id="something invisible"),
    ],
)
def test_the_fix_leaves_one(body, fixed):
    assert mended(body) == fixed


def test_what_is_emphasised_is_left_to_the_writer():
    [one] = found("I saw **the** the mill.", "draft.md")[1]
    assert one.fix is None
    assert one.suggestion.edits == ()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("I saw the.\n\nThe mill is old.", id="two paragraphs"),
        pytest.param("- I saw the\n- the mill", id="two items of a list"),
        pytest.param("This is what I saw: the, the, the.", id="commas"),
        pytest.param("I saw the … the mill.", id="an ellipsis"),
        pytest.param("I saw the - the mill.", id="a dash"),
        pytest.param("See the-the.example and the/the for it.", id="addresses"),
        pytest.param("I have 12 12 and 7.", id="numbers"),
    ],
)
def test_what_stands_between(body):
    assert found(body)[1] == []


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("We spoke of a the new mill.", ["a", "the"]),
        ("We spoke of the an old mill.", ["the", "an"]),
        ("We spoke of a an old mill.", ["a", "an"]),
        ("I had the a la carte menu.", []),
        ("Question a the panel asked twice.", []),
        ("We stayed with a The Hague firm.", []),
    ],
)
def test_of_two_articles_one_is_to_be_kept(body, left):
    _, said = found(body)
    assert [one.text for fault in said for one in (fault.suggestion, *fault.others)] == left
    assert not any(fault.fix for fault in said)
