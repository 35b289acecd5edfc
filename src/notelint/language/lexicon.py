"""Closed word lists of the analysis: who the parties of an application are, and how people ask.

They name parties and speech acts, never faults: what is wrong with a draft is the rules' business.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Forms whose lemma the model's table gets wrong, or which its tokenizer cuts off.
LEMMAS = {
    "ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "'re": "be", "'m": "be", "'ve": "have", "n't": "not",
    "hoping": "hope", "hoped": "hope", "thanks": "thank",
}  # fmt: skip

# ---------------------------------------------------------------- who

WRITER = word_set("i me my mine myself we us our ours ourselves undersigned")
READER = word_set("you your yours yourself yourselves ya u ur")
NOBODY = word_set("nobody none nothing no-one noone neither")
IT = word_set("it this that there these those its what which whatever")
EVERYONE = word_set("everyone everybody")
READER_NOUNS = word_set(
    "panel interviewer interviewers recruiter recruiters committee board organisation organization department unit "
    "ward school clinic hospital firm company team staff people hr reception receptionist personnel jury office bank "
    "agency practice restaurant hotel university college council trust charity studio colleague colleagues crew "
    "kitchen plant factory lab"
)
HIRING = word_set("hiring recruiting recruitment interviewing interview search selection")
READER_ROLES = word_set("manager team committee panel lead staff people department director coordinator head chair")
EMPLOYER_NOUNS = word_set(
    "boss employer manager supervisor company firm job workplace management superior director head leadership team "
    "office department school hospital ward plant owner ceo landlord managers bosses employers line-manager"
)
EMPLOYER_MARKS = word_set("former previous last old current present past ex- ex prior recent")
EMPLOYER_ALONE = word_set("boss bosses employer employers ex-boss ex-employer ex-manager line-manager")
PROCESS_NOUNS = word_set(
    "interview interviews process wait waiting silence portal website form system search selection application "
    "scheduling schedule procedure appointment invitation email message questionnaire test assignment exercise round "
    "rounds stage stages test-task recruitment call conversation day hour hours parking delay invite assessment "
    "questions room link meeting response reply communication"
)
PERSON_NOUNS = word_set(
    "wife husband partner spouse mother father mum mom dad son daughter kid kids child children family friend friends "
    "mentor professor supervisor referee referees reference teacher tutor coach landlord colleague colleagues "
    "coworker co-worker trainer brother sister nurse doctor uncle aunt auntie cousin nephew niece grandmother "
    "grandfather grandma grandpa gran granny granddad fiancé fiancée girlfriend boyfriend in-laws stepson "
    "stepdaughter godmother godfather twin neighbour neighbor flatmate roommate housemate therapist gp priest pastor "
    "lady gentleman woman man guy chap bloke fellow lad lass"
)
TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir madam dame sister herr frau mr. mrs. ms. mx. dr. prof. señor señora"
)
PARTITIVES = word_set(
    "one some all both member members rest each any part most many couple few half several pair two three four"
)
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december day days week month year morning afternoon evening night noon midday "
    "midnight today tomorrow yesterday tonight weekend easter christmas end start beginning close date deadline time "
    "now then hour minute summer autumn fall winter spring"
)
MEANS = word_set(
    "phone email e-mail mail post letter mistake accident hand car train bus bike chance law default nature half"
)

# ---------------------------------------------------------------- predicate

COPULAS = word_set("be seem feel look sound become get stay remain appear go turn keep")
PARTICLES = word_set("up down out off back forward over away along around together apart aside")
EXPERIENCED = word_set(
    "impress excite thrill honor honour interest delight please disappoint frustrate annoy encourage inspire surprise "
    "convince attract draw fascinate intrigue prepare commit dedicate motivate qualify touch move worry concern "
    "confuse overwhelm embarrass humble oblige tempt bother upset shock appal offend dismay disturb relieve reassure "
    "energize energise flatter amaze strike committed dedicated interested excited motivated qualified"
)
RAISING = word_set(
    "say tell mention explain describe note point add suggest ask state claim report write remark call indicate "
    "assure promise argue stress warn recommend"
)
RAISING_NOUNS = word_set(
    "point remark comment suggestion idea view observation claim question description statement words word account "
    "explanation"
)
ELLIPTIC = word_set(
    "hope wish look thank appreciate apologise apologize regret trust love remain believe think follow hop try "
    "wonder want write"
)
THANKFUL = word_set(
    "thank grateful thankful gratitude appreciation appreciate obliged indebted credit praise congratulate"
)

# ---------------------------------------------------------------- act

PLEASE = word_set("please pls plz kindly")
QUESTION_WORDS = word_set("who whom what when where why how which whose")
ASK_VERBS = word_set("ask inquire enquire request wonder beg urge implore plead check beseech")
KNOWING = word_set("know hear learn see understand find read discover")
RECEIVING = word_set("receive get have obtain gain")
INFORMATION = word_set(
    "feedback update answer reply response news word information info decision timeline timetable detail list "
    "clarification confirmation insight view opinion thought assessment critique criticism advice tip pointer "
    "impression verdict judgement judgment reaction guidance observation recommendation hint steer clue "
    "explanation reason line note message call copy sense indication result outcome status report evaluation comment"
)
NOT_ASKED = word_set(
    "role job position post chance opportunity place team part work challenge company offer interview start time day "
    "meeting conversation career variety"
)
WANTING = word_set("love like welcome value want need enjoy require expect prefer hope deserve")
NEEDING = word_set("need require expect want deserve")
DEMANDING = word_set("demand insist")
DEMANDED = word_set(
    "tell let send give answer reply respond decide confirm explain call contact write pay hire choose reconsider "
    "share update inform keep get come"
)
GRATEFUL = word_set(
    "grateful glad happy thankful obliged oblige pleased please delighted delight appreciative curious interested "
    "interest keen eager"
)
WELCOME = word_set(
    "useful helpful good great nice kind wonderful lovely welcome appreciated fantastic invaluable valuable "
    "reassuring appreciate interesting grateful ideal awesome amazing well better best easier handy enough perfect "
    "brilliant generous help kindness favour favor relief courtesy"
)
HELPS = word_set("help mean assist matter")
TELL = word_set(
    "tell let share send give say advise confirm explain inform spare update put clarify point provide consider show "
    "call write reply respond answer email phone indicate help offer drop keep make forward reconsider hire choose "
    "take decide contact review look get grant allow accept pay bring pass"
)
GIVE = word_set(
    "send provide supply forward share answer give offer come discuss meet talk bring arrange put expand elaborate "
    "clarify submit walk show help return email call explain speak complete do attend travel prepare furnish"
)
WILLING = word_set("happy glad pleased delighted willing ready able available prepared gladly")
SAYING = word_set(
    "thank apologise apologize congratulate express say add reiterate begin start assure mention introduce explain "
    "tell stress repeat emphasise emphasize take"
)
