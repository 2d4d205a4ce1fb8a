"""UK postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

# The 124 postcode areas (Royal Mail's PAF Programmers' Guide), longest first.
_AREAS = (
    "AB AL BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK FY GL "
    "GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL "
    "OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR "
    "WS WV YO ZE B E G L M N S W"
)
_POSTCODE = re.compile(
    rf"(?<![^\W_])((?:{'|'.join(_AREAS.lower().split())})(?:[1-9]\d?|[1-9][a-hjkmnp-y]|0))[ ]{{0,2}}([0-9][abd-hjlnp-uw-z]{{2}})(?![^\W_])"
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find UK postcodes in full."""
    for match in _POSTCODE.finditer(plain.low):
        written = plain.text[match.start() : match.end()]
        if not (written.isupper() or written.islower()):
            continue
        yield Spot(FindingKind.POSTCODE, f"{match[1]} {match[2]}".upper(), match.start(), match.end())
