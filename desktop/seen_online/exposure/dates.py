"""How dates are written, and what they say: the grammar that birth.py leans on."""

from __future__ import annotations

import re
from calendar import monthrange

import msgspec

# January to December in the languages around us, without accents; short forms where they are words of their own.
_MONTH_NAMES = (
    "january jan januar janvier enero gennaio janeiro januari jaanuar styczen stycznia ionawr leden ledna "
    "ianuarie ocak января січня ιανουαριου januara eanair tammikuuta janvara sausio januarja sijecnja януари",
    "february feb februar fevrier febrero febbraio fevereiro februari luty lutego chwefror unor unora februarie "
    "subat февраля лютого φεβρουαριου februara feabhra helmikuuta veebruar vasario februarja veljace февруари",
    "march mar marz maerz mars marzo marco maart marzec marca mawrth brezen brezna martie mart марта березня "
    "μαρτιου marts marta marcius maaliskuuta kovo ozujka maret март",
    "april apr avril abril aprile kwiecien kwietnia ebrill duben dubna aprilie nisan апреля квітня απριλιου "
    "aprilis aprila aibrean huhtikuuta aprill balandzio travnja април",
    "may mai mayo maggio maio mei maj maja kveten kvetna mayis мая травня μαιου majus bealtaine toukokuuta maija "
    "geguzes svibnja май",
    "june jun juni juin junio giugno junho czerwiec czerwca mehefin cerven cervna iunie haziran июня червня "
    "ιουνιου junius juna junija meitheamh kesakuuta juuni birzelio lipnja юни",
    "july jul juli juillet julio luglio julho lipiec lipca gorffennaf cervenec cervence iulie temmuz июля липня "
    "ιουλιου julius jula julija iuil heinakuuta juuli liepos srpnja юли",
    "august aug aout agosto augustus augusti sierpien sierpnia awst srpen srpna agustos августа серпня αυγουστου "
    "augusztus augusta avgust avgusta lunasa elokuuta agust rugpjucio kolovoza август",
    "september sep sept septembre septiembre settembre setembro wrzesien wrzesnia medi zari septembrie eylul "
    "сентября вересня σεπτεμβριου szeptember septembra syyskuuta rugsejo rujna септември",
    "october oct oktober okt octobre octubre ottobre outubro pazdziernik pazdziernika hydref rijen rijna "
    "octombrie ekim октября жовтня οκτωβριου oktobra lokakuuta oktoober spalio октомври",
    "november nov novembre noviembre novembro listopad listopada tachwedd noiembrie kasim ноября листопада "
    "νοεμβριου novembra samhain marraskuuta lapkricio studenoga ноември",
    "december dec dezember dez decembre diciembre dicembre dezembro desember des grudzien grudnia rhagfyr "
    "prosinec prosince decembrie aralik декабря грудня δεκεμβριου decembra nollaig joulukuuta detsember gruodzio "
    "prosinca декември",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_LAST_DAY = 31
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1\d|20)\d\d"  # also the years of the dead, so that 4 January 1793 isn't read as 4 January
_LONE_YEAR = r"(?:18|19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|\.|er|º|ª|o|a)?"
_OF = r"(?:(?:day )?of |the |de |del |di )?"
_NO_SENTENCE = (
    r"(?=januar |februar |marcius|aprilis|majus|junius|julius|augusztus|szeptember|oktober )"  # 1985. majus 3
)

# Named alternatives, the fullest first. Group letters: d day, m month, y year; a and b are numbers in either order.
_FROM_DIGIT = (
    rf"(?P<yi>{_YEAR})(?P<si>\.[ ]|[-/.]?)(?P<mi>0[1-9]|1[0-2])(?P=si)(?P<di>[0-3]\d)(?!\d)"
    rf"|(?P<dc>[0-3]\d)(?P<mc>0[1-9]|1[0-2])(?P<yc>{_YEAR})(?!\d)"
    r"|(?P<yj>[12]\d{3})[年년][ ]?(?P<mj>\d{1,2})[月월][ ]?(?P<dj>\d{1,2})[日일]"
    rf"|(?P<y0>{_YEAR})-(?P<m0>0[1-9]|1[0-2])(?![\d-])"
    r"|--(?P<mp>\d\d)-?(?P<dp>\d\d)(?!\d)"
    rf"|(?P<d1>{_DAY}){_ORDINAL}[ ,/-]{{0,3}}{_OF}(?P<m1>{MONTH})[ ,/-]{{0,3}}(?:de |del |of )?"
    rf"(?P<y1>{_YEAR}|'?\d\d(?!\d|:|[ ]?[ap]m))(?!\d)"
    rf"|(?P<y8>{_YEAR})(?:[ ,]{{1,2}}|\.[ ]{_NO_SENTENCE})(?P<m8>{MONTH})[ ]{{1,2}}(?P<d8>{_DAY})(?!\d)"
    rf"|(?P<a>\d{{1,2}})(?P<s>[ ]?[/.-][ ]?|[ ])(?P<b>\d{{1,2}})(?P=s)(?P<y3>{_YEAR}|\d\d)(?![\d/]|[.,-]\d)"
    rf"|(?P<d4>{_DAY}){_ORDINAL}[ ]{{1,2}}{_OF}(?P<m4>{MONTH})"
    r"|(?P<dx>0[1-9]|[12]\d|3[01])(?P<mx>0[1-9]|1[0-2])(?P<yx>\d\d)(?!\d)"
    rf"|(?P<mn>0?[1-9]|1[0-2])[/.-](?P<yn>{_LONE_YEAR})(?![\d/-]|[.,]\d)"
    rf"|(?P<y7>{_LONE_YEAR})(?!\d|[.,]\d)"
    r"|(?<=')(?P<yq>\d\d)(?![\d'%])"
    r"|(?P<d9>\d{1,2})(?P<s9>[/.])(?P<m9>\d{1,2})(?![\d/]|[.,]\d)"
)
_FROM_MONTH = (
    rf"(?P<m2>{MONTH})[ -]{{1,3}}(?:the )?(?P<d2>{_DAY}){_ORDINAL}(?!\d)[ ,-]{{1,3}}(?:in |of )?"
    rf"(?P<y2>{_YEAR}|'\d\d)(?!\d)"
    rf"|(?P<m5>{MONTH})[ ]{{1,2}}(?:the )?(?P<d5>{_DAY})(?!\d){_ORDINAL}"
    rf"|(?P<m6>{MONTH})[ ,]{{1,3}}(?:of |de |del )?(?P<y6>{_YEAR}|'\d\d|3[2-9]|[4-9]\d)(?!\d)"
)
FROM_DIGIT = re.compile(rf"(?<![\d/])(?<!\d\.)(?:{_FROM_DIGIT})")
FROM_MONTH = re.compile(_FROM_MONTH)


class When(msgspec.Struct, frozen=True):
    """A date or a part of one as ISO 8601; `also` its second reading where day and month may be swapped."""

    value: str
    also: str = ""

    @property
    def year(self) -> int | None:
        """Return the year where it is known."""
        return int(self.value[:4]) if not self.value.startswith("--") else None


def read_date(match: re.Match[str], this_year: int, *, month_first: bool) -> When | None:
    """Read what FROM_DIGIT or FROM_MONTH matched; None where it is no date.

    A two-digit year is the latest that isn't in the future.
    """
    part = {name: text for name, text in match.groupdict().items() if text}
    if "a" in part:
        return _numeric(int(part["a"]), int(part["b"]), _year(part["y3"], this_year), month_first=month_first)
    if "d9" in part:
        if int(part["m9"]) > _LAST_DAY:  # 03/85
            return _month_of(int(part["d9"]), _year(part["m9"], this_year))
        return _numeric(int(part["d9"]), int(part["m9"]), None, month_first=month_first)
    if year := part.get("y7") or part.get("yq"):
        return When(str(_year(year, this_year)))
    if "y0" in part:
        return When(f"{part['y0']}-{part['m0']}")
    if "mn" in part:
        return _month_of(int(part["mn"]), int(part["yn"]))
    if "m6" in part:
        return _month_of(_month(part["m6"]), _year(part["y6"], this_year))
    for form in ("i", "c", "x", "j", "p", "1", "2", "8", "4", "5"):
        if day := part.get(f"d{form}"):
            year = part.get(f"y{form}")
            return _when(_year(year, this_year) if year else None, _month(part[f"m{form}"]), int(day))
    return None


def _month_of(month: int, year: int) -> When | None:
    return When(f"{year}-{month:02}") if 1 <= month <= 12 else None


def _numeric(first: int, second: int, year: int | None, *, month_first: bool) -> When | None:
    likely, swapped = _when(year, second, first), _when(year, first, second)
    if month_first:
        likely, swapped = swapped, likely
    if likely and swapped and swapped.value != likely.value:
        return When(likely.value, swapped.value)
    return likely or swapped


def _when(year: int | None, month: int, day: int) -> When | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return When(f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}")


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.rstrip(".")]


def _year(digits: str, this_year: int) -> int:
    number = int(digits.lstrip("'"))
    if number >= 100:
        return number
    return 2000 + number if 2000 + number <= this_year else 1900 + number


def in_year(value: str, year: int) -> str:
    """Return the same day in another year, or that year alone where it has no such day (29 February)."""
    moved = f"{year}{value[4:]}"
    if len(value) == 10 and int(value[8:]) > monthrange(year, int(value[5:7]))[1]:
        return str(year)
    return moved
