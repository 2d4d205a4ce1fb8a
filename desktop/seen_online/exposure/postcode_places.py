"""Where UK postcodes stand: looked for once, since streets are found by them too."""

from __future__ import annotations

import re

from seen_online.exposure.plain import Plain

# The 124 postcode areas (Royal Mail's PAF Programmers' Guide), longest first.
_AREAS = (
    "AB AL BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK "
    "FY GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW "
    "OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD "
    "WF WN WR WS WV YO ZE B E G L M N S W"
)
# The half behind the space never has C, I, K, M, O or V in it.
_INWARD = re.compile(r"[0-9][abd-hjlnp-uw-z]{2}(?![^\W_]|-\d)")
_OUTWARD = re.compile(
    rf"(?<![^\W_])(?<!\d-)({'|'.join(_AREAS.lower().split())})"
    # A letter behind the district's number is given in inner London alone: SW1A.
    r"([1-9][0-9]?|(?:(?<=[enw])(?<![a-z][enw])|(?<=nw|sw|se|ec|wc))[1-9][a-hjkmnp-y]|0)(?:[ ]{0,2}|[ ]?\n[ ]?)\Z"
)

_MOST_DIGITS = 3  # side by side: DN551PT


def postcode_places(plain: Plain) -> tuple[int, ...]:
    """Return where each full UK postcode begins, in order."""
    low, text = plain.low, plain.text
    found: list[int] = []
    for first, stop in plain.numbers:
        if stop - first > _MOST_DIGITS or not (inward := _INWARD.match(low, stop - 1)):
            continue
        outward = _OUTWARD.search(low, max(0, stop - 8), stop - 1)
        if not outward:
            continue
        start = outward.start()
        written = text[start : inward.end()]
        spaced = " " in written
        if written.isupper() or (spaced and (written.islower() or (len(outward[1]) > 1 and written.istitle()))):
            found.append(start)
    return tuple(found)
