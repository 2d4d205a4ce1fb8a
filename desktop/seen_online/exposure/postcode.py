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
    "AB AL BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK "
    "FY GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW "
    "OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD "
    "WF WN WR WS WV YO ZE B E G L M N S W"
)
# The half behind the space never has C, I, K, M, O or V in it; searched first since it starts with a digit.
_INWARD = re.compile(r"[0-9][abd-hjlnp-uw-z]{2}(?![^\W_]|-\d)")
_OUTWARD = re.compile(
    rf"(?<![^\W_])(?<!\d-)({'|'.join(_AREAS.lower().split())})"
    # A letter behind the district's number is given in inner London alone: SW1A.
    r"([1-9][0-9]?|(?:(?<=[enw])(?<![a-z][enw])|(?<=nw|sw|se|ec|wc))[1-9][a-hjkmnp-y]|0)(?:[ ]{0,2}|[ ]?\n[ ]?)\Z"
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find UK postcodes in full."""
    low = plain.low
    for match in _INWARD.finditer(low):
        outward = _OUTWARD.search(low, max(0, match.start() - 7), match.start())
        if not outward:
            continue
        start, end = outward.start(), match.end()
        written = plain.text[start:end]
        spaced = " " in written
        if written.isupper() or (spaced and (written.islower() or (len(outward[1]) > 1 and written.istitle()))):
            value = f"{outward[1]}{outward[2]} {match[0]}".upper()
            yield Spot(FindingKind.POSTCODE, value, start, end)
