"""The shapes of a complimentary close, polite or not; which one is polite is a rule's matter."""

from __future__ import annotations

import re
from functools import lru_cache

from notelint.late import late

_QUALITY = (
    r"best|kind(?:est|ly)?|warm(?:est)?|good|many|sincer(?:e|est)|heartfelt|deep(?:est)?|great|fond(?:est)?|friendly|high(?:est)?"
    r"|much|every|cordial|respectful|personal|professional|special|lasting|enormous|huge|big|grateful|renewed|my|all|our|the|very"
    r"|most|continued|genuine|true|a million"
)
_FEELING = (
    r"regards?|rgds|wishes|wish|thanks|greetings|appreciation|gratitude|respects?|compliments|esteem|anticipation|excitement"
    r"|enthusiasm|hope|admiration|love|joy|solidarity|friendship|haste|hugs|kisses"
)
_MANNER = (
    r"sincerely|faithfully|truly|respectfully|cordially|gratefully|warmly|kindly|fondly|thankfully|appreciatively|hopefully"
    r"|enthusiastically|excitedly|eagerly|humbly|obediently|expectantly|affectionately|lovingly"
)
_DAY = (
    r"day|week|weekend|evening|afternoon|morning|one|night|holidays?|summer|time"
    r"|friday|monday|tuesday|wednesday|thursday"
)
_THANKS = r"(?:many |much |again |once again |big |huge )?(?:thanks|thank you|thank u|thx|thnx|tx|tks|ty|cheers|ta)"
_THANKED = (
    r"again|so much|very much|in advance|a lot|a million|a bunch|kindly|once again|all|mate|guys|dude|man|everyone"
    r"|folks|team|and (?:all |my )?(?:(?:best|kind|warm|good) ?(?:regards|wishes)?|regards|take care|talk soon)"
)
_JOINT = rf"(?:(?:,? and |,? & |, )(?:(?:{_QUALITY}) )*(?:{_FEELING}|{_MANNER}))*"
_AGAIN = r"(?: again| in advance| always| to (?:you|all)(?: all)?)?"
_REMAIN = r"(?:(?:i remain|i am),? )?"
_ADDRESSED = r"(?:for|from|to) (?:[\w'.]+ ){0,10}[\w'.]+"
_YOURS = rf"(?:very |most |ever )?(?:{_MANNER}|ever|always|aye|etc|again|too|in \w+(?: \w+)?|with \w+(?: \w+)?)"
_FOREIGN = (
    r"mit (?:freundlichen|besten|herzlichen|vielen|lieben) gr(?:ü|u|ue)(?:ß|ss)en|mfg|lg|vg"
    r"|(?:freundliche|viele|beste|liebe|herzliche) gr(?:ü|u|ue)(?:ß|ss)e"
    r"|cordialement|bien (?:à vous|cordialement)|amicalement|un (?:cordial )?saludo|saludos(?: cordiales)?|atentamente"
    r"|(?:un )?abra[zç]os?|cordiali saluti|distinti saluti|atenciosamente|cumprimentos|z poważaniem"
    r"|(?:met )?vriendelijke groet(?:en)?|groetjes|pozdrawiam(?: serdecznie)?|s pozdravem|saygılarımla"
    r"|(?:med )?(?:vänlig|vennlig|venlig) hils(?:en|ning|ningar)|mvh|hilsen|hälsningar|(?:ystävällisin )?terveisin"
    r"|ngā mihi|arohanui|slán"
)
_FORMS = (
    rf"(?:(?:sent )?with |in |and )?(?:(?:{_QUALITY})(?:,? and |,? & |, | ))*(?:{_FEELING}){_JOINT}{_AGAIN}",
    rf"(?:with |and )?(?:(?:{_QUALITY}) )*(?:regards|wishes|greetings)(?: [–—-])? (?:also )?{_ADDRESSED}",
    rf"{_REMAIN}(?:yours? )?(?:very |most |ever so |ever )?(?:{_MANNER})(?: yours?)?(?:,? and (?:\w+ ){{0,3}}\w+)?",
    rf"{_REMAIN}(?:(?:{_MANNER}|very|ever|as ever|always|most|all|much) ){{0,3}}yours(?: {_YOURS})?",
    rf"{_REMAIN}your(?: \w+){{1,4}} servant",
    rf"{_THANKS}(?: (?:{_THANKED}))*",
    r"(?:(?:all|all the|all my|my|very|the very) )?best(?: to you(?: all)?| always| as ever)?|br|kr",
    rf"all the best (?:with|in|{_ADDRESSED})",
    r"warmest|kindest|sincerest|as (?:ever|always)|always|ever|(?:much |very much )?obliged|(?:much )?appreciated",
    r"l8r|(?:catch you |see (?:you|ya) |talk |speak )?later|laters|c ya|cya",
    r"see (?:you|ya)(?: (?:soon|then|there|around|on \w+day))?|until (?:next time|then|we meet)|till then",
    r"(?:talk|speak|chat|write|more)(?: to (?:you|u))? soon|ttyl|ttys|looking forward",
    r"take (?:care|it easy)|stay (?:safe|well|in touch|cool|awesome)|be well|keep in touch|keep well",
    r"bye(?:[ -]bye)?(?: for now)?|goodbye|cheerio|ciao|peace(?: out)?|tata|toodles|adios|au revoir",
    r"namaste|aloha|blessings|god bless(?: you)?|onwards?(?: and upwards?)?|fingers crossed|look after yourself",
    r"(?:xo)+x?|x{1,5}|o?(?:xo)+|(?:lots of |much |all my )?(?:love|hugs|kisses)",
    rf"(?:have|enjoy) (?:an? |the |your )?(?:\w+ )?(?:rest of (?:the|your) )?(?:{_DAY})",
    rf"happy (?:{_DAY})|good ?night|good luck",
    rf"{_FOREIGN}",
)
_KNOWN = re.compile("|".join(f"(?:{form})" for form in _FORMS))
_WITHOUT_COMMA = late(
    rf".*\b(?:regards?|wishes|{_MANNER}|yours|cheers|rgds)|all the best|many thanks|(?:xo)+x?"
    r"|take care|talk soon|speak soon"
)
_LEAD = re.compile(r"^(?:anyways?|so|ok|okay|right|well),? ")
_AND = re.compile(r",? and |[,;!.] | [&/] ")
_CASUAL = re.compile(r"thanks?|cheers|thank you|thx|later|love")
_THANKING = re.compile(
    r"(?:many |much |again |once again )?(?:thanks|thank you)(?: (?:again|so much|very much|a lot|all))*"
)
_SPACES = re.compile(r"\s+")
_AROUND = re.compile(r"^[\W_]+|(?:[\W_]|<3)+$")
_LONGEST = 80


def bare(text: str) -> str:
    """A close without the marks, emoji and spaces around it, in lower case, apostrophes straight."""
    return _AROUND.sub("", _SPACES.sub(" ", text.replace("’", "'")).lower())


def is_close(text: str) -> bool:
    """Whether a text is a complimentary close and nothing else."""
    return len(text) <= _LONGEST and _is_close(text)


@lru_cache(maxsize=1 << 11)  # the last lines of letters are much alike, and are asked about again and again
def _is_close(text: str) -> bool:
    if text.strip() == "XXX":
        return False
    words = _LEAD.sub("", bare(text))
    return all(_KNOWN.fullmatch(bare(part)) for part in ([words] if _KNOWN.fullmatch(words) else _AND.split(words)))


def joins_name(text: str) -> bool:
    """Whether a name may follow this close without a comma ("Kind regards Anna", not "Best Anna")."""
    return is_close(text) and _WITHOUT_COMMA.fullmatch(bare(text)) is not None


def is_casual_thanks(text: str) -> bool:
    """Whether somebody may be addressed behind this close ("Thanks, mate")."""
    return _CASUAL.match(bare(text)) is not None


def is_thanks(text: str) -> bool:
    """Whether a close is a mere thanks, which without a comma or a name below may as well be a sentence."""
    return _THANKING.fullmatch(bare(text)) is not None
