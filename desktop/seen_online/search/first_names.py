"""What else someone of a first name is called: short and long forms, and the other spellings of the same name.

The `nicknames` data knows the usual pairs of the United States. It leads from Katherine to Kathy and not to Kath, has
no Katharine, and no name from further away; so the names that are often written in several ways stand beside it here.
"""

from __future__ import annotations

from functools import lru_cache

_MOST_SHORT, _MOST_LONG, _MOST_SPELLINGS = 15, 4, 5

# One name a line: its spellings, the most usual first, and after the bar what it is shortened to.
_NAMES = """
    katherine catherine katharine kathryn cathryn katheryn catharine | kate katie kath cath kathy cathy katy kat
    elizabeth elisabeth | liz beth lizzie betty libby eliza lisa betsy
    margaret margret margarete | maggie meg peggy marge madge
    sarah sara | sally
    ann anne anna | annie
    rebecca rebekah | becky becca bex
    deborah debra | debbie deb debs
    susan suzanne susanne susannah | sue susie suzie suze
    theresa teresa therese | terry tess tessa
    christine christina kristina kristine | chris chrissie tina
    jacqueline jaqueline | jackie jacqui
    philippa phillipa | pippa pip
    isabel isobel isabelle isabella ysabel | izzy bel belle
    rachel rachael rachelle | rach
    lesley leslie | les
    claire clare clair |
    helen helena ellen | nell
    jayne jane |
    lynn lynne lyn |
    zoe zoey |
    hayley hailey haley |
    gillian jillian | gill jill gilly
    geraldine | gerry
    alison allison alyson | ali
    nicola nichola nicole | nicky nikki
    vivien vivienne vivian | viv
    yvonne ivonne |
    stephen steven stefan | steve
    philip phillip | phil
    geoffrey jeffrey jeffery | geoff jeff
    jonathan johnathan jonathon | jon jonny
    nicholas nicolas nikolas | nick nicky
    alastair alistair alasdair alister | al ali
    stuart stewart | stu
    iain ian |
    mark marc |
    matthew mathew | matt matty
    laurence lawrence | larry laurie
    gareth garath | gaz
    sean shaun shawn seán |
    neil neal niall |
    craig kraig |
    graham graeme grahame |
    eoin owen eoghan owain |
    siobhan siobhán chevonne shivaun |
    sian siân shan |
    niamh neve |
    caitlin kaitlyn katelyn caitlín | cait
    sinead sinéad |
    rhiannon rhianon | rhi
    dafydd david | dave dai davey
    mohammed muhammad mohammad mohamed muhammed mohamad | mo
    ahmed ahmad ahmet |
    aisha ayesha aysha aicha |
    fatima fatimah fatma |
    hussein hussain husain hossein |
    hasan hassan |
    yusuf yousef youssef yousuf joseph |
    ibrahim ebrahim abraham |
    omar umar |
    abdullah abdallah abdulla |
    khadija khadijah khadeeja |
    mariam maryam miriam mary |
    zainab zaynab zeinab |
    agnieszka agnes | aga agnes
    katarzyna catherine | kasia kate
    malgorzata małgorzata margaret | gosia
    aleksandra alexandra | ola alex sandra
    elzbieta elżbieta elizabeth | ela
    joanna joana | asia jo
    piotr peter | pete
    pawel paweł paul |
    krzysztof christopher | krzys chris
    michal michał michael | mike
    lukasz łukasz lucas luke |
    oleksandr aleksandr alexander | sasha alex
    olena elena helena | lena
"""


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[list[str], list[str]], ...]:
    pairs = (line.partition("|") for line in _NAMES.strip().splitlines())
    return tuple((list(long.split()), list(short.split())) for long, _, short in pairs)


@lru_cache(maxsize=1)
def _nicknames():
    from nicknames import NickNamer

    return NickNamer()


def is_first_name(word: str) -> bool:
    """Tell whether a single word is known as a first name or a nickname."""
    own = word.lower()
    known = any(own in long or own in short for long, short in _lines())
    return known or bool(_nicknames().nicknames_of(own) or _nicknames().canonicals_of(own))


def other_first_names(first: str) -> list[str]:
    """Return what else someone of this first name is often called: short forms, then spellings, then long forms."""
    own = first.lower()
    if len(own.strip(".")) < 2 or (first.isupper() and len(first) < 3):
        return []  # initials
    lines = [(long, short) for long, short in _lines() if own in long]
    of_short = [long for long, short in _lines() if own in short]
    data = _nicknames()
    short_forms = [each for _, short in lines for each in short] + sorted(data.nicknames_of(own))
    spellings = [each for long, _ in lines for each in long]
    long_forms = [long[0] for long in of_short] + [each for long in of_short for each in long[1:3]]
    long_forms += sorted(data.canonicals_of(own))
    if not lines:
        spellings += [each for long, short in _lines() if own in short for each in short[:6]]
    found: dict[str, None] = {}
    for forms, most in ((short_forms, _MOST_SHORT), (spellings, _MOST_SPELLINGS), (long_forms, _MOST_LONG)):
        new = [each for each in dict.fromkeys(forms) if each != own and each not in found]
        found.update(dict.fromkeys(new[:most]))
    return [form.capitalize() for form in found if form.isalpha() and len(form) > 1]
