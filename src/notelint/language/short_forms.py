"""Short forms of given names that do not merely cut the end off: Bill for William, Sasha for Alexander."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.language.short_forms_elsewhere import ELSEWHERE

_ENGLISH = """
    alexander alexandra: alex, alec, sandy, sandra, sasha, lex
    andrew andrea: andy, drew, andi
    anthony antonio antonia: tony, toni
    benjamin: ben, benny, benji
    catherine katherine kathleen katharine: kate, katie, kathy, cathy, kat, cat, kit, kitty, kay
    charles charlotte: charlie, chuck, chas, lottie, char
    christopher christine christina: chris, kit, tina, chrissy, topher
    daniel danielle: dan, danny, dani
    david: dave, davy
    deborah: deb, debbie
    dorothy dorothea: dot, dottie, thea
    edward edwin edmund: ed, eddie, ted, ned
    eleanor helen elena: ellie, nell, nelly, nora, lena
    elizabeth elisabeth: liz, lizzie, beth, betty, eliza, libby, lisa, elsie, bess, ella
    frances francis francesca francisco: fran, frank, frankie, cisco, paco
    frederick frederica: fred, freddie
    gerald geraldine gerard: gerry, jerry
    gregory: greg
    harold henry: harry, hal, hank
    jacob jack john jonathan: jake, jack, jon, johnny, jonny, john
    james: jim, jimmy, jamie, jem
    jennifer: jen, jenny, jenn
    jessica: jess, jessie
    joseph joanna josephine: joe, joey, jo, josie
    joshua: josh
    judith: judy, jude
    kenneth: ken, kenny
    lawrence laurence: larry, lawrie, laurie
    leonard: len, lenny, leo
    margaret: meg, maggie, peggy, greta, margo, madge, daisy
    matthew: matt, matty
    michael michelle michaela: mike, mick, micky, shelly
    nathan nathaniel: nate, nat
    nicholas nicola nicole: nick, nicky, nic, nico
    pamela: pam
    patrick patricia: pat, paddy, trish, tricia, patty, rick
    peter: pete
    philip phillip philippa: phil, pip
    rebecca: becky, becca, bex
    richard: rick, rich, dick, richie, ricky
    robert roberta: rob, bob, bobby, robbie, bert, robin
    ronald: ron, ronnie
    rosemary rose: rosie, romy
    samuel samantha: sam, sammy
    sarah: sally, sadie
    stephen steven stephanie: steve, steph, stevie
    susan susanna suzanne: sue, susie, suzie
    terence theresa teresa: terry, tess, tessa, tracy
    theodore: ted, teddy, theo
    thomas: tom, tommy
    timothy: tim, timmy
    victoria victor: vicky, vic, tori
    vincent: vince, vinny
    virginia: ginny, ginger
    walter: walt, wally
    william: bill, will, billy, liam, willy
    zachary: zach, zack
    muhammad mohammed mohammad mohamed mohamad muhammed maurice morris moses monica: mo
    abigail: abby, gail
    albert alfred alan: al, bert, alf, alfie
    amelia emily emma: millie, milly, em
    arthur: art, artie
    augustine augustus augusta: gus, gussie
    barbara: babs, barb
    beatrice beatrix: bea, trixie
    bernard bernadette: bernie
    bridget: biddy, bridie
    caroline carolyn: carrie, caro
    cecilia cecily: cissy, celia
    constance: connie
    cornelius cornelia: neil, nell, con
    cynthia: cindy
    diana diane: di
    donald: don, donnie
    dominic: dom, nick
    edith: edie
    eugene eugenia: gene, genie
    florence: flo, flossie, florrie
    geoffrey jeffrey: geoff, jeff
    georgina georgia george: georgie, geordie, gina
    gilbert: gil, bert
    gwendolen gwendolyn: gwen, wendy
    harriet: hattie, harry
    henrietta: hettie, etta
    herbert hubert: bert, herb
    hugh hubert: hughie
    irene: renie
    isabel isabella isobel: bella, izzy, belle, issy, ibby
    jane janet jean: jenny, janey, jeanie
    julia juliet julian: jules, jule, julie
    lillian lilian: lil, lily
    louis louise lewis: lou, louie, lulu
    lucinda lucille lucia: lucy, lou, cindy
    malcolm: mal
    martha: mattie, patty
    martin martina: marty
    mary maria marie: molly, polly, mamie, may
    matilda mathilda: tilly, mattie
    maximilian maxine: max
    mildred millicent: millie, milly
    nancy anne ann anna: nan, nance, annie, nancy
    oliver olivia: ollie, olly, liv
    raymond: ray
    reginald: reg, reggie
    rodney roderick: rod
    rosalind rosamund rosanna: roz, ros, rosie
    rupert: robert
    sebastian: seb, bas, basti, bastian
    sidney sydney: sid, syd
    sophia sophie: soph, sophy
    stanley: stan
    tobias: toby
    valentine valerie: val
    veronica: ronnie, vera, nica
    wilhelmina wilma: minnie, mina, billie
    winifred: winnie, freda
"""  # in use among English speakers; those that merely cut the end off need not stand here


def is_short(short: str, long: str) -> bool:
    """Whether a folded name is a short form of another one: bill, william."""
    return long in _LONG_FORMS.get(short, ())


def is_given(name: str) -> bool:
    """Whether a folded name is a given name or a short form that is listed here; many are not."""
    return name in _LONG_FORMS or name in _GIVEN


def _forms(table: str) -> Iterator[tuple[str, list[str]]]:
    """Each short form of a table with the names it stands for."""
    for line in table.strip().splitlines():
        names, _, short = line.partition(":")
        yield from ((form, names.split()) for form in short.replace(",", " ").split())


_LONG_FORMS: dict[str, frozenset[str]] = {}  # of a short form
for _form, _names in (*_forms(_ENGLISH), *_forms(ELSEWHERE)):
    _LONG_FORMS[_form] = _LONG_FORMS.get(_form, frozenset()).union(_names)
_GIVEN = frozenset().union(*_LONG_FORMS.values())
