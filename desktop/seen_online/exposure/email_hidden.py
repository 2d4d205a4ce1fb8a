"""E-mail addresses whose marks are spelled out: "jane (at) example dot org" and its kin.

There is no end of spellings, so this reads a grammar, not a list: a local part, something that stands for @, labels
with something between them that stands for a dot, and an ending that exists. Where the words alone could be plain
English ("look at example.org") the surroundings must speak for an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.domain import known_end
from seen_online.exposure.email_spelling import (
    AT,
    AT_ABROAD,
    BARRED_END,
    LOCAL_END,
    REACH,
    Domain,
    may_be_domain,
    read_domain,
    undot,
)
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

# A page that says "at" all the time gets so many tries, and more the longer it is: English says it every 200 letters.
_TRIES, _CHARACTERS_A_TRY = 5_000, 100
_AT_ALONE = re.compile(r"at(?<=[^a-z0-9]at)(?![a-z0-9])")
# What stands for @ begins so, where no word tells it.
_MARKS = (
    ("(", ("a)", " a )", "a t)")),
    ("[", ("a]", " a ]", "a t]")),
    ("&", ("#", "commat;")),
    ("%", ("40",)),
    ("\\", ("x40", "u0040")),
)
_CLOSED = frozenset(")]}>")
_BESIDE = frozenset(" ()[]{}<>|*_\\")
_HOST_LABEL = re.compile(r"[a-z0-9-]{0,41}+")
_CUE = re.compile(
    r"(?:e-?mail|mail|contact|write|reach|address|addr|msn|jabber|gtalk|hangouts?)\b[^\n]{0,24}\Z|(?:e-?mail"
    r"|mail)\W{0,4}\n\W{0,4}\Z"
)
# jane WHERE example DOM org
_CAPITALS = re.compile(
    r"(?<![^\W_])(?P<local>[a-z0-9][a-z0-9._-]{0,40}) (?P<at>[A-Z]{2,9}) "
    r"(?P<host>[a-z0-9-]{1,40}(?: [A-Z]{2,9} [a-z0-9-]{1,40}){0,3}?)"
    r" (?P<last>[A-Z]{2,9}) (?P<end>[a-z]{2,6})(?![^\W_])"
)
# Endings that are English words: "we met at home dot it was fun".
_WORDS_TOO = frozenset({"it", "is", "in", "at", "as", "me", "my", "no", "so", "to", "be", "us", "am", "do", "by", "id"})
# Where dots are only spaces, the ending must be one that no sentence has.
_SPACED_END = re.compile(r"\.(?:com|org|net|edu|gov|(?:ac|co|com|edu|gov|nhs|org)\.[a-z]{2})\Z")
# jane at example dot com slash jane: the page of somebody
_PATH_BEHIND = re.compile(r"/\w|[ ](?:forward )?slash(?![a-z])")
# No word has these in it, and no sentence begins so.
_MARKED = re.compile(r"[._\d]")
# The first of a list, (a), too.
_AN_ITEM = (" (a) ", " [a] ")
_NOT_NAMES = frozenset(
    {"cc", "bcc", "via", "from", "by", "and", "or", "on", "in", "to", "the", "follow", "see", "visit"}
)
# Words that stand before "at" in plain English: look at, stay at, the sale at. Some are names of mailboxes too.
_BEFORE_PLAIN_AT_WORDS = (
    "stay stays stayed staying look looks looking work works worked working live lives lived living meet meets "
    "met base based available sale sold shop shopping arrive arrives arrived held order buy bought found find "
    "stop stopped is was are were be been it me us him her them we you he she they i this that these those here "
    "there not out up down now only read reads visit visits visited email mail site website blog page people time "
    "day night today start starts started begin begins join joined play plays played speak speaks spoke speaking "
    "study studied studying teach taught teaching home hosted posted listed published apply register registered login "
    "info details"
)
_BEFORE_PLAIN_AT = frozenset(_BEFORE_PLAIN_AT_WORDS.split())
_ARTICLES = frozenset({"the", "a", "an", "my", "our", "your", "this"})


def spots(plain: Plain) -> Iterator[Spot]:
    """Find addresses whose @ or dots are spelled out."""
    low = plain.low
    done = 0
    left = _TRIES + len(low) // _CHARACTERS_A_TRY
    for place in _candidates(low):
        if left <= 0:
            break
        at = AT.search(low, max(done, place - 4), place + 18) if place >= done else None
        if not at or at.start() > place:
            continue
        left -= 1
        local = LOCAL_END.search(low, max(done, at.start() - REACH), at.start())
        domain = read_domain(low, at.end()) if local else None
        if not local or not domain:
            continue
        sure = _sure(plain, local, at, domain)
        if sure:
            done = domain.end
            left += 1
            value = f"{undot(local[0])}@{domain.name}"
            yield Spot(FindingKind.EMAIL, value, local.start(), domain.end, sure)
    yield from _in_capitals(plain)


def _in_capitals(plain: Plain) -> Iterator[Spot]:
    """Find "e-mail: jane WHERE example DOM org": any two words in capitals can stand for the marks after a label."""
    for place in places(plain.low, "mail"):
        match = _CAPITALS.search(plain.text, place + 4, place + 110)
        if match and known_end(match["end"]) and match["last"] != match["at"]:
            domain = f"{match['host'].replace(' ' + match['last'] + ' ', '.')}.{match['end']}"
            yield Spot(FindingKind.EMAIL, f"{match['local']}@{domain}", match.start(), match.end(), 0.8)


def _candidates(low: str) -> list[int]:
    """Return where something that may stand for @ begins, by looking for rare text first: most pages have none."""
    plainly = low.isascii()
    alone = (match.span() for match in _AT_ALONE.finditer(low))
    found = [start for start, end in alone if low[end : end + 1] != " " or may_be_domain(low, end)]
    for word in AT_ABROAD:
        if word.isascii() or not plainly:
            found += places(low, word)
    for mark, rests in _MARKS:  # one character is found ten times as quickly as two are
        found += (place for place in places(low, mark) if low.startswith(rests, place + 1))
    for place in places(low, "@"):
        label = _HOST_LABEL.match(low, place + 1)
        if low[place - 1 : place] in _BESIDE or (label and low[label.end() : label.end() + 1] in _BESIDE):
            found.append(place)
        if low[place - 1 : place] in _CLOSED and (barred := BARRED_END.search(low, max(0, place - 16), place)):
            found.append(barred.start())
    return sorted(found)


def _sure(plain: Plain, local: re.Match[str], at: re.Match[str], domain: Domain) -> float:
    """Weigh the signs that this is an address and not plain English; 0 means that it isn't."""
    ending = plain.text[domain.end - len(domain.name.rpartition(".")[2]) : domain.end]
    if not (ending.islower() or ending.isupper()) or _speaks_against(plain, local, at, domain):
        return 0.0
    # A sentence begins here: "Meet at Example dot com headquarters"
    begins = at.lastgroup == "word" and not _MARKED.search(local[0]) and _written(plain, local).istitle()
    signs = _sign_of_at(plain, local, at) - begins
    if domain.spelled:
        signs += 2 if at.lastgroup != "word" or ending not in _WORDS_TOO else 1
    if _is_cued(plain, local):
        signs += 2
    if re.search(r"[\d._+-]", local[0]):
        signs += 1
    signs += _names_somebody(local[0], plain.text[max(0, local.start() - 120) : local.start()])
    if _alone_on_line(plain.low, local.start(), domain.end):
        signs += 2 if _is_deep(domain.name) and _written(plain, local).islower() else 1
    return min(0.95, 0.5 + 0.15 * signs) if signs >= 2 else 0.0


def _speaks_against(plain: Plain, local: re.Match[str], at: re.Match[str], domain: Domain) -> bool:
    """Tell whether it is no address whatever else stands there."""
    if not any(c.isalpha() for c in domain.name.rpartition(".")[0]):
        return True
    if local[0] in _NOT_NAMES or _PATH_BEHIND.match(plain.low, domain.end):
        return True
    if at.lastgroup in ("word", "wide") and not domain.spelled and not _MARKED.search(local[0]):
        site = plain.text[at.end() : domain.end]
        if not site.islower() and not plain.text[local.start() : domain.end].isupper() and " " in at[0]:
            return True  # "and more at ThisSite.com" names a site
    if local[0] in _BEFORE_PLAIN_AT and _written(plain, at).strip() == "at" and not _is_cued(plain, local):
        return True
    return domain.spaced and (not _SPACED_END.search(domain.name) or not _ARTICLES.isdisjoint(domain.name.split(".")))


def _sign_of_at(plain: Plain, local: re.Match[str], at: re.Match[str]) -> int:
    """Tell how far what stands for @ is from the plain word: 0, 1 or 2."""
    if at.lastgroup == "half" or at[0] in _AN_ITEM:
        return 1
    if at.lastgroup != "word" or at[0].strip() != "at":
        return 2
    return int(_written(plain, at).strip().isupper() and not plain.text[local.start() : at.start()].isupper())


def _is_cued(plain: Plain, local: re.Match[str]) -> bool:
    return bool(_CUE.search(plain.low, max(0, local.start() - 60), local.start()))


def _written(plain: Plain, match: re.Match[str]) -> str:
    """Return what was found as it is on the page, with its capitals."""
    return plain.text[match.start() : match.end()]


def _names_somebody(local: str, before: str) -> int:
    """Tell whether the local part is made of a name that stands shortly before ("Jane Doe, jdoe at"): 0, 1 or 2."""
    bare = re.sub(r"[^a-z]", "", local)
    words = [word.lower() for word in re.findall(r"(?<![^\W_])[A-Z][A-Za-z]{2,20}", before)]
    if bare in words:
        return 2
    if any(len(word) >= 3 and word in bare and len(bare) - len(word) <= 2 for word in words):
        return 2  # an initial and a surname
    return int(len(bare) >= 4 and any(word in bare or bare in word for word in words))


def _is_deep(name: str) -> bool:
    """Tell whether a domain lies so deep that a heading would hardly name it, as a department's does."""
    return name.count(".") >= 2 and not name.startswith("www.")


def _alone_on_line(low: str, start: int, end: int) -> bool:
    first = low.rfind("\n", 0, start) + 1
    last = low.find("\n", end, end + 4)
    rest = low[end : last if last >= 0 else end + 4]
    return (
        not low[first:start].strip(" \t:*-<([") and not rest.strip(" \t.,;>)]") and (last >= 0 or end + 4 >= len(low))
    )
