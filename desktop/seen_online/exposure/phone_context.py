"""What the words around a run of digits say: that it is dialled, or that it is something else."""

from __future__ import annotations

import re
from enum import Enum

from seen_online.exposure.plain import Plain

_BLANK = 24  # characters of empty lines that may part a number from the label above it
REACH = 28  # characters before a number in which a word still speaks about it

_DIALLED_WORDS = (
    r"tels? telph? tele telf telfs tfn[os]? tfnos? tlfn?[os]? telefon\w{0,8} telephone teleph phones? ph fon fono fone "
    r"fax faks telefax faxes facsimile mobiles? contact\x20n(?:umbers?|os?\.?) "
    r"mob movil movel portable cell cellphone cellular celular cellulare handy gsm puh puhelin tlf tlph tfn "
    r"mobil(?:telefon\w{0,2}|nummer|nr|n[iy]|funk)? rufnummer anrufen llam\w{1,6} appelez chiama\w{0,3} "
    r"telefoon telefono telefone dial call calling ring voice text sms whatsapp viber "
    r"hotline helpline infoline freephone toll[\x20-]?free switchboard office home work direct main desk lab "
    r"pager reception enquiries ffon symudol talr telp telpon dien\x20thoai тел телефон факс моб τηλ τηλεφωνο κινητο "
    r"טל טלפון נייד פקס هاتف الهاتف تلفون جوال موبايل فاكس تلفن โทร โทรศัพท์ 电话 電話 手机 携帯 传真 전화 휴대폰 팩스"
)
_DIALLED = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(_DIALLED_WORDS.split())})(?![^\W\d_])"
    r"|(?:^|[\s(|,;])(?:[tpmfchow]|d/l)[ ]?[.:](?=[ ]{0,3}\Z|[ ]?[+(\d])|[☎☏✆📞📱🕻→]|tel:|callto:|sms:|wa\.me/|phone=",
    re.MULTILINE,
)
# Things that are numbered too. "no" and "number" alone leave it open: "phone no. 01632 960123".
_COUNTED_WORDS = (
    r"isbn(?:-?1[03])? issn doi ean upc asin sku item part model serial imei ids? ref reference order invoice "
    r"account acct a/c iban swift bic sort\x20?code vat btw ust siret siren cif nif tin ein abn acn duns npi "
    r"company registered registration reg charity patent case policy licen[cs]e ticket booking tracking card "
    r"visa mastercard passport nino nhs pmid pmcid arxiv oclc lccn orcid issue vol volume pp pages? lat "
    r"latitude lon lng longitude gps coordinates version build utc gmt timestamp bitcoin hash port ip "
    r"population votes price cost total amount budget salary revenue sum usd eur gbp chf bib catalog(?:ue)? "
    r"stock barcode zip postcode plz cap membership pin passcode password passwort s/n batch mpan mprn ssn sin gmc "
    r"nmc hcpc urn ukprn crn nin naf ape rcs tva tva\x20intra\w{0,15} p\.?\x20?iva cuit cuil rfc curp ruc gstin "
    r"aadhaar nip regon pesel krs cvr kvk y-tunnus org\.?[\x20-]?n(?:r|umber|ummer) organisasjonsnummer kto "
    r"konton?(?:r|ummer)? blz bankleitzahl bankgiro plusgiro ccp steuer-?n(?:r|ummer) st\.-?nr ust-?id\w{0,4} hr[ab] "
    r"handelsregister\w{0,7} cnpj cpf cep инн кпп огрн огрнип снилс бик "
    r"partita\x20iva utr paye eori imo mmsi vin isin ismn"
)
_COUNTED_ONES = "|".join(_COUNTED_WORDS.split())
_COUNTED = re.compile(rf"(?<![^\W_])(?:{_COUNTED_ONES})(?![^\W\d_])")
# Things that aren't numbered but by a "no": "staff 01632 960123" is dialled, "staff no. 01632 960123" isn't.
_THINGS_WORDS = (
    "grant award project contract certificate agreement application permit student employee staff pupil patient "
    "prisoner inmate member claim roll file record document form product lot asset vehicle engine chassis frame "
    "meter title deed docket flight train hymn petition tax taxpayer trial protocol accession shelfmark lottery "
    "incident crime job vacancy advert listing property ad auction transaction payment receipt voucher loyalty "
    "subscription donor sample specimen strain bond share fund social.security insurance identity pass regimental"
)
# A code isn't dialled either, but that of an area.
_NUMBERED_THING = re.compile(
    rf"(?<![^\W_])(?:(?:{'|'.join(_THINGS_WORDS.split())})[ -]?(?:no|nr|num|number|code)"
    r"|(?<!area )(?<!dial )(?<!dialling )(?<!std )(?<!country )(?<!city )code)[ .:#=()-]{0,4}\Z"
)
_NUMBERS = ("no", "nr", "num", "number", "code")
_NUMBERED = re.compile(r"(?<![^\W_])(?:no|nr|num|number|code|#)[ .:#=()-]{0,4}\Z")
_COUNTED_CLOSE = re.compile(rf"(?<![^\W_])(?:{_COUNTED_ONES})(?:[ ]?(?:no|nr|num|number|code|#))?[ \n.:#=()-]{{0,4}}\Z")
# VAT GB 123 4567 89: what is counted has its country's letters in front.
_COUNTED_BY_COUNTRY = re.compile(
    r"(?<![^\W_])(?:vat|btw|tva|mwst|moms|iva|ust-?id\w{0,4})[ .:a-z]{0,12} ?[a-z]{2}[ ]?\Z"
)
_IBAN = re.compile(r"(?<![^\W_])[a-z]{2}\d\d(?:[ ]?[a-z0-9]{4}){3,7}")
_IBAN_LENGTH = 42  # with a space after every four
_MONEY = re.compile(r"(?:[$£€¥₹#]|(?<![^\W_])(?:usd|eur|gbp|rs|kr|chf|inr))[ ]?\Z")
_AFTER_DIALLED = re.compile(
    r"[ ]{0,3}(?:\(?(?:ext|extn|extension|durchwahl|dw|poste)\b|x[ ]?\d"
    r"|[(\[-][ ]?(?:tel|phone|fax|mobile|mob|cell|m|h|w|o|f|home|work|office|direct|voice|main|days?|evenings?|toll)\b"
    r"|(?:fax|mobile|phone|tel|cell|voice|toll[ -]free)\b)"
)
_AFTER_COUNTED = re.compile(
    r"[ ]?(?:%|€|\$|£|km|kg|mb|gb|px|ms|mm|cm|usd|eur|gbp|euros?|dollars?|pounds?|people|votes|views|likes|"
    r"followers|copies|items|units|pieces|pcs|million|billion|inhabitants|residents|employees|subscribers|visitors|miles"
    r"|metres|meters|feet|acres|hectares)(?![^\W_])"
)


class Speaks(Enum):
    """What the surroundings say about a number."""

    FOR = "for"
    NOTHING = "nothing"
    AGAINST = "against"


def surroundings(plain: Plain, start: int, end: int, previous_end: int) -> Speaks:
    """Tell what the words around `start`..`end` say.

    Args:
        plain: the text.
        start: where the number starts.
        end: where it ends.
        previous_end: where the phone number before it ended; "Tel. A or B" speaks for B too.
    """
    low = plain.low
    line = low.rfind("\n", max(0, start - REACH), start) + 1
    before = low[line if line > 0 else max(0, start - REACH) : start]
    if _MONEY.search(before) or _AFTER_COUNTED.match(low, end, end + 16):
        return Speaks.AGAINST
    if not before.strip(" \t:.-(|") and line > 1:  # a label on the line above, as in a table
        end_above = len(low[max(0, line - _BLANK) : line].rstrip()) + max(0, line - _BLANK)
        above = low.rfind("\n", max(0, end_above - REACH), end_above) + 1
        before = low[max(above, end_above - REACH) : end_above] + "\n" + before
    speaks = Speaks.NOTHING
    last = -1
    for match in _DIALLED.finditer(before):
        last, speaks = match.start(), Speaks.FOR
    close = _COUNTED_CLOSE.search(before)
    if not close and before.rstrip(" .:=()-#").endswith(_NUMBERS):
        close = _NUMBERED_THING.search(before) or (_NUMBERED.search(before) and _COUNTED.search(before))
    if close and close.start() > last:
        return Speaks.AGAINST
    if speaks is Speaks.NOTHING and (_COUNTED_BY_COUNTRY.search(before) or _is_in_iban(low, start)):
        return Speaks.AGAINST
    if speaks is Speaks.NOTHING and (_AFTER_DIALLED.match(low, end, end + 24) or 0 <= start - previous_end <= 6):
        return Speaks.FOR
    return speaks


def _is_in_iban(low: str, place: int) -> bool:
    iban = _IBAN.search(low, max(0, place - _IBAN_LENGTH), place + _IBAN_LENGTH)
    return bool(iban) and iban.start() < place < iban.end()
