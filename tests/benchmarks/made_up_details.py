"""Made-up people and the many ways in which their details are spelled. Everything follows from one seed.

Phone numbers are those that regulators keep for drama (Ofcom, ARCEP, Bundesnetzagentur, PTS, ACMA, NANPA 555-01xx);
mail addresses end in names reserved by RFC 2606.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

FIRST = [
    "Jane",
    "Katherine",
    "Daniel",
    "Amir",
    "Siobhan",
    "Grace",
    "Thomas",
    "Elizabeth",
    "William",
    "Priya",
    "Marek",
    "Chloë",
    "Zoë",
    "José",
    "Robert",
    "Samuel",
    "Margaret",
]
NICK = {
    "Katherine": "Kate", "Daniel": "Dan", "Thomas": "Tom", "Elizabeth": "Liz", "William": "Bill", "Robert": "Bob",
    "Samuel": "Sam", "Margaret": "Maggie",
}  # fmt: skip
MIDDLE = ["Anne", "Lee", "Rose", "James", "Mary", "Paul"]
LAST = [
    "Doeworth",
    "Millbank",
    "O'Hallow",
    "Fernside",
    "Müllner",
    "Ashgrove",
    "Tarnwick",
    "Penhallow",
    "García-Quill",
    "Kowalczyk",
    "Okonjo",
    "Brindle",
]
OTHERS = (
    "John Smithers", "Mary Copperfield", "Peter Larkwell", "Susan Holt", "David Marchbank", "Emma Stonely",
    "Michael Rowantree", "Laura Kestrel", "Andrew Pike", "Rachel Thornby",
)  # fmt: skip
TOWNS = (
    ("Carlisle", "CA"), ("Leeds", "LS"), ("Stoke-on-Trent", "ST"), ("Newcastle upon Tyne", "NE"), ("Swansea", "SA"),
    ("Kendal", "LA"), ("Norwich", "NR"), ("St Albans", "AL"), ("Bath", "BA"), ("Inverness", "IV"),
)  # fmt: skip
ROADS = ["Orchard", "Linden", "Station", "Church", "Mill", "Willow", "Castle", "Harbour", "Meadow", "Abbey"]
ROAD_KINDS = (
    ("Street", "St"), ("Road", "Rd"), ("Avenue", "Ave"), ("Lane", "Ln"), ("Close", "Cl"), ("Drive", "Dr"),
    ("Crescent", "Cres"), ("Terrace", "Terr"), ("Way", "Way"),
)  # fmt: skip
EMPLOYERS = (
    "Sunrise Care Home", "Fernside Nursing Home", "Harbour View Hospice", "Eden Valley Housing Association",
    "Tarnwick Community Hospital", "Brightpath Support Services", "Millbank Day Centre",
)  # fmt: skip
JOBS = ("Care Assistant", "Senior Support Worker", "Registered Nurse", "Team Leader", "Social Worker", "Receptionist")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Somebody(NamedTuple):
    """A made-up person, every detail in its normalised form."""

    first: str
    middle: str
    last: str
    email: str
    phone: str
    birth: str
    house: str
    road: str
    road_kind: tuple[str, str]
    town: str
    postcode: str
    employer: str
    job: str
    username: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def street(self) -> str:
        return f"{self.house} {self.road} {self.road_kind[0]}"


def somebody(rng: Random, name: str = "") -> Somebody:
    """Make up a person."""
    first, _, last = name.partition(" ") if name else (rng.choice(FIRST), "", rng.choice(LAST))
    town, area = rng.choice(TOWNS)
    plain = "".join(c for c in f"{first[0]}{last}".lower() if c.isascii() and c.isalpha())
    phone = rng.choice(
        [
            f"+447700900{rng.randrange(1000):03}",
            f"+441632960{rng.randrange(1000):03}",
            f"+442079460{rng.randrange(1000):03}",
        ]
    )
    inward = f"{rng.randrange(1, 10)}{rng.choice('ABDEFGHJLNPQRSTUWXYZ')}{rng.choice('ABDEFGHJLNPQRSTUWXYZ')}"
    return Somebody(
        first,
        rng.choice(MIDDLE),
        last,
        f"{rng.choice([plain, plain + str(rng.randrange(60, 99)), f'{first[0].lower()}.{plain[1:]}'])}@{rng.choice(['example.org', 'example.com', 'mail.example.net', 'care.example'])}",
        phone,
        f"{rng.randrange(1950, 2004)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}",
        f"{rng.randrange(1, 190)}{rng.choice(['', '', '', 'A'])}",
        rng.choice(ROADS),
        rng.choice(ROAD_KINDS),
        town,
        f"{area}{rng.randrange(1, 20)} {inward}",
        rng.choice(EMPLOYERS),
        rng.choice(JOBS),
        f"{plain}{rng.choice(['', '_'])}{rng.randrange(10, 99)}",
    )


def spell_email(rng: Random, address: str, *, hidden: bool) -> str:
    """Write an e-mail address plainly, or so that programs are meant to miss it."""
    local, _, domain = address.partition("@")
    if not hidden:
        return rng.choice([address, address, address.upper(), f"<{address}>", f"mailto:{address}"])
    dotted = domain.split(".")
    return rng.choice(
        [
            f"{local} (at) {' (dot) '.join(dotted)}",
            f"{local}[at]{'[dot]'.join(dotted)}",
            f"{local} AT {' DOT '.join(dotted)}",
            f"{local} at {' dot '.join(dotted)}",
            f"{local} [@] {domain}",
            f"e-mail: {local} at {domain}",
            f"{local}{{at}}{domain}",
            f"{local} @ {' . '.join(dotted)}",
            f"{address[::-1]}",
            "-".join(address),
            f'{local} (followed by "@{domain}")',
            f"{local}@{'NOSPAM.' if rng.random() < 0.5 else 'REMOVETHIS.'}{domain}",
        ]
    )


def spell_phone(rng: Random, number: str) -> str:
    """Write a UK number (E.164) as people write it."""
    rest = number[3:]
    cut = 2 if rest.startswith("2") else 4
    area, local = rest[:cut], rest[cut:]
    grouped = f"{local[:4]} {local[4:]}" if len(local) == 8 else f"{local[:3]} {local[3:]}"
    return rng.choice(
        [
            f"0{area} {local}",
            f"0{area} {grouped}",
            f"(0{area}) {grouped}",
            f"0{area}-{grouped.replace(' ', '-')}",
            f"+44 {area} {grouped}",
            f"+44 (0){area} {local}",
            f"+44(0) {area} {grouped}",
            f"0044 {area} {local}",
            f"+44{rest}",
            f"0{rest}",
            f"0{area}.{grouped.replace(' ', '.')}",
        ]
    )


def foreign_phone(rng: Random) -> tuple[str, str, str, str]:
    """Return (E.164, as written at home, top-level domain, language) of a number kept for drama abroad."""
    n = rng.randrange(100)
    return rng.choice(
        [
            (f"+3319900{n:02}34", f"01 99 00 {n:02} 34", "fr", "fr"),
            (f"+49302312510{n % 10}", f"030 / 23125 10{n % 10}", "de", "de-DE"),
            (f"+4684650040{n % 10}", f"08-465 004 0{n % 10}", "se", "sv"),
            (f"+612555012{n:02}", f"(02) 5550 12{n:02}", "au", "en-AU"),
            (f"+120255501{n:02}", f"(202) 555-01{n:02}", "com", "en-US"),
            (f"+120255501{n:02}", f"202.555.01{n:02}", "edu", ""),
        ]
    )


def spell_date(rng: Random, iso: str) -> str:
    """Write a full date as people in the UK do."""
    year, month, day = iso.split("-")
    d, name = int(day), MONTHS[int(month) - 1]
    nth = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(d, "th")
    return rng.choice(
        [
            f"{d} {name} {year}",
            f"{d}{nth} {name} {year}",
            f"{d}{nth} of {name}, {year}",
            f"{name} {d}, {year}",
            f"{day}/{month}/{year}",
            f"{day}.{month}.{year[2:]}",
            f"{d} {name[:3]} {year}",
            f"{day}-{name[:3]}-{year[2:]}",
            iso,
        ]
    )


def spell_street(rng: Random, person: Somebody) -> str:
    """Write house and street."""
    long, short = person.road_kind
    return rng.choice(
        [
            f"{person.house} {person.road} {long}",
            f"{person.house}, {person.road} {long}",
            f"{person.house} {person.road} {short}",
            f"{person.house} {person.road} {short}.",
            f"{person.house} {person.road} {long}".upper(),
        ]
    )


def spell_postcode(rng: Random, code: str) -> str:
    """Write a postcode."""
    return rng.choice([code, code, code.replace(" ", ""), code.lower(), code.replace(" ", "\N{NO-BREAK SPACE}")])


def spell_name(rng: Random, person: Somebody) -> str:
    """Write the person's name as others write it."""
    forms = [
        person.name,
        person.name,
        f"{person.first} {person.middle} {person.last}",
        f"{person.first} {person.middle[0]}. {person.last}",
        f"{person.last}, {person.first}",
        f"{person.last.upper()} {person.first}",
        person.name.translate(str.maketrans("ëéí", "eei")).replace("ü", "ue"),
    ]
    if person.first in NICK:
        forms.append(f"{NICK[person.first]} {person.last}")
    return rng.choice(forms)
