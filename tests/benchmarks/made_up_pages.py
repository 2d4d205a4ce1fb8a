"""Made-up pages with known truth, of the kinds that a search for a name brings up. Everything follows from a seed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from random import Random
from typing import NamedTuple

from benchmarks.made_up_details import (
    MONTHS,
    OTHERS,
    Somebody,
    foreign_phone,
    somebody,
    spell_date,
    spell_email,
    spell_name,
    spell_phone,
    spell_postcode,
    spell_street,
)

YOURS, OTHER = "yours", "other"


class Truth(NamedTuple):
    """One detail that a page gives away. `whose` is "" where it may be read either way."""

    kind: str
    value: str
    whose: str = ""


class MadeUpPage(NamedTuple):
    """A page, where it stands, the person it is searched for, and all that it gives away."""

    key: str
    html: str
    url: str
    about: dict[str, list[str] | str]
    truth: tuple[Truth, ...]


Template = Callable[[Random, Somebody], tuple[str, list[Truth]]]


def about(person: Somebody) -> dict[str, list[str] | str]:
    """Return the person's own details as about.yaml holds them."""
    return {
        "names": [person.name],
        "emails": [person.email],
        "phones": [person.phone.replace("+44", "0")],
        "date_of_birth": person.birth,
        "addresses": [f"{person.street}, {person.town}, {person.postcode}"],
        "places": [person.town],
        "workplaces": [person.employer],
        "usernames": [person.username],
    }


def _page(title: str, *body: str, language: str = "en-GB", head: str = "") -> str:
    inside = "\n".join(body)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav>{inside}<footer>Page 3 of 12</footer></body></html>"
    )


def _p(*lines: str) -> str:
    return f"<p>{'<br>'.join(escape(line, quote=False) for line in lines)}</p>"


def _noise(rng: Random) -> str:
    """Return numbers and dates that give nobody away."""
    year = rng.randrange(2005, 2024)
    month = rng.choice(MONTHS)
    return rng.choice(
        [
            f"Posted on {rng.randrange(1, 29)} {month} {year} at {rng.randrange(10, 23)}:{rng.randrange(10, 59)}.",
            f"Registered charity no. {rng.randrange(1000000, 1199999)}. Company number 0{rng.randrange(1000000, 9999999)}.",
            f"Order {rng.randrange(10**9, 10**10)} came to £{rng.randrange(1, 99)},{rng.randrange(100, 999)}.{rng.randrange(10, 99)}.",
            f"ISBN 978-1-{rng.randrange(1000, 9999)}-{rng.randrange(1000, 9999)}-{rng.randrange(10)}, first published {year}, pp. 112-138.",
            f"Version {rng.randrange(1, 9)}.{rng.randrange(10, 99)}.{rng.randrange(1000, 9999)}, updated {year}-0{rng.randrange(1, 9)}-1{rng.randrange(0, 9)}.",
            f"The company was founded in {year - 60} and moved in May {year - 20}.",
            f"Open 9.00-17.30, Monday to Friday, since {month} {year}.",
            f"VAT GB {rng.randrange(100, 999)} {rng.randrange(1000, 9999)} {rng.randrange(10, 99)}; IP 192.168.{rng.randrange(255)}.{rng.randrange(255)}.",
            f"Match report: {rng.randrange(5)}-{rng.randrange(5)}, attendance {rng.randrange(10, 60)},{rng.randrange(100, 999)}, season {year}-{year + 1}.",
            f"Meet at the station at {rng.randrange(1, 12)} at the latest, look at example.org for more.",
        ]
    )


def _counted(rng: Random) -> str:
    """Return what firms abroad are numbered by: it is grouped as phone numbers are, and is none."""

    def d(count: int) -> str:
        return "".join(rng.choice("0123456789") for _ in range(count))

    return rng.choice(
        [
            f"TVA BE 0{d(3)}.{d(3)}.{d(3)}",
            f"SIRET {d(3)} {d(3)} {d(3)} {d(5)}",
            f"NIP: {d(3)}-{d(3)}-{d(2)}-{d(2)}, REGON {d(9)}",
            f"USt-IdNr. DE{d(9)}, Steuernummer {d(2)}/{d(3)}/{d(5)}, HRB {d(6)}",
            f"BLZ {d(3)} {d(3)} {d(2)} Kto. 0{d(9)}",
            f"IBAN DE{d(2)} {d(4)} {d(4)} {d(4)} {d(4)} {d(2)}",
            f"CVR {d(2)} {d(2)} {d(2)} {d(2)}",
            f"Org.nr {d(6)}-{d(4)}",
            f"ИНН {d(10)} КПП {d(9)}",
            f"Meeting ID: {d(3)} {d(4)} {d(4)}",
            f"0{rng.randrange(6, 9)}.{rng.randrange(10, 59)} 0{rng.randrange(6, 9)}.{rng.randrange(10, 59)} 10.{d(2)} 11.{d(2)}",
            f"{d(2)}.{d(2)}  {d(2)}.{d(2)}  {d(2)}.{d(2)}  {d(2)}.{d(2)}",
        ]
    )


def profile(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a social profile."""
    truth = [
        Truth("name", me.name, YOURS),
        Truth("location", me.town, YOURS),
        Truth("workplace", me.employer, YOURS),
        Truth("username", me.username, YOURS),
    ]
    lines = [
        spell_name(rng, me),
        f"@{me.username}",
        f"{me.job} at {me.employer}",
        f"Lives in {me.town}",
        f"Joined {rng.choice(MONTHS)} {rng.randrange(2008, 2022)}",
    ]
    if rng.random() < 0.6:
        lines.append(rng.choice(["Born ", "Birthday: ", "DOB ", "Date of birth: "]) + spell_date(rng, me.birth))
        truth.append(Truth("date_of_birth", me.birth, YOURS))
    return _page(f"{me.name} - profile", _p(*lines), _p(_noise(rng))), truth


def staff_list(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a list of staff, each with details of their own."""
    people = [somebody(rng, name) for name in rng.sample(OTHERS, 3)]
    people.insert(rng.randrange(3), me)
    truth: list[Truth] = [Truth("name", me.name, YOURS)]
    rows = []
    hidden = rng.random() < 0.5
    for one in people:
        whose = YOURS if one is me else OTHER
        truth += [Truth("phone", one.phone, whose), Truth("email", one.email, whose)]
        shown = spell_name(rng, me) if one is me else one.name
        mail = escape(spell_email(rng, one.email, hidden=hidden))
        rows.append(
            f"<tr><td>{escape(shown)}</td><td>{one.job}</td><td>{spell_phone(rng, one.phone)}</td><td>{mail}</td></tr>"
        )
    return _page("Our team", f"<table>{''.join(rows)}</table>", _p(_noise(rng))), truth


def forum(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a forum thread with a hidden address in a signature."""
    mail = spell_email(rng, me.email, hidden=True)
    body = [
        _p(f"{me.username} wrote:", _noise(rng), f"You can reach me: {mail}", "cheers"),
        _p("quizfan77 wrote:", "Thanks! " + _noise(rng)),
    ]
    return _page("Thread", *body), [Truth("email", me.email, YOURS), Truth("username", me.username, YOURS)]


def hidden_in_html(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a page whose address is hidden by the markup: by entities, tags, a key or a script."""
    local, _, domain = me.email.partition("@")
    key = rng.randrange(1, 255)
    coded = bytes([key, *(byte ^ key for byte in me.email.encode())]).hex()
    ways = [
        "".join(f"&#{ord(char)};" for char in me.email),
        "".join(f"&#x{ord(char):x};" for char in me.email),
        f"{local}<span>@</span>{domain}",
        f"{local}<!-- no -->@<!-- robots -->{domain}",
        f"{local}&#64;<b>{domain}</b>",
        f'<a class="__cf_email__" data-cfemail="{coded}" href="/cdn-cgi/l/email-protection">[email&#160;protected]</a>',
        f"<script>document.write('{local}' + '@' + '{domain}');</script>",
        f'<a href="mailto:{local}%40{domain}">write to me</a>',
    ]
    body = f"<p>{escape(me.name)}, mail: {rng.choice(ways)}</p>"
    return _page("Contact", body, _p(_noise(rng))), [Truth("email", me.email, YOURS), Truth("name", me.name, YOURS)]


def article(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return an article with a date of birth among other dates."""
    born = spell_date(rng, me.birth)
    start = rng.choice(
        [
            f"{me.name} (born {born}) is a care worker from the north.",
            f"{me.name}, born on {born} in {me.town}, has worked in care since 2004.",
            f"On {MONTHS[int(me.birth[5:7]) - 1]} {int(me.birth[8:])}, {me.birth[:4]}, {me.name} was born in {me.town}.",
        ]
    )
    rest = (
        f"In 2009 she won an award, and on 4 May 2011 she joined the board. {rng.choice(OTHERS)} (1901 - 1987) was the founder. "
        f"The hall was opened on {rng.randrange(1, 28)} June 1931. {_noise(rng)}"
    )
    truth = [Truth("name", me.name, YOURS), Truth("date_of_birth", me.birth, YOURS)]
    if me.town in start:
        truth.append(Truth("location", me.town, YOURS))
    return _page(f"About {me.name}", _p(start + " " + rest)), truth


def birthday(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a page from which a birthday can be worked out."""
    year, month, day = (int(part) for part in me.birth.split("-"))
    when = f"{day} {MONTHS[month - 1]}"
    line, value = rng.choice(
        [
            (f"My birthday is on {when}.", f"--{month:02}-{day:02}"),
            (f"{me.name} turned 40 on {when} {year + 40}.", f"{year}-{month:02}-{day:02}"),
            (f"We celebrated the 30th birthday of {me.name} on {when} {year + 30}!", f"{year}-{month:02}-{day:02}"),
            (f"Happy birthday {me.first}! Posted {when} 2019", f"--{month:02}-{day:02}"),
            (f"{me.name} was born in {year}.", str(year)),
            (f"{me.name} (b. {MONTHS[month - 1]} {year})", f"{year}-{month:02}"),
        ]
    )
    truth = [Truth("date_of_birth", value, YOURS)] + ([Truth("name", me.name, YOURS)] if me.name in line else [])
    return _page("News", _p(line), _p(_noise(rng)), _p(_noise(rng))), truth


def cv(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a curriculum vitae."""
    lines = [
        spell_name(rng, me), spell_street(rng, me), f"{me.town} {spell_postcode(rng, me.postcode)}",
        f"{rng.choice(['Tel', 'Mobile', 'T', 'Phone'])}: {spell_phone(rng, me.phone)}", f"E-mail: {spell_email(rng, me.email, hidden=False)}",
        f"{rng.choice(['Date of birth', 'DOB', 'D.O.B.'])}: {spell_date(rng, me.birth)}",
    ]  # fmt: skip
    jobs = _p(
        "Employment",
        f"2012-2019 {me.job}, works for {me.employer}",
        "2008-2012 Care Assistant",
        "Education",
        "1999-2003 GCSEs: 7",
    )
    truth = [
        Truth("name", me.name, YOURS), Truth("address", me.street, YOURS), Truth("postcode", me.postcode, YOURS),
        Truth("location", me.town, YOURS),
        Truth("phone", me.phone, YOURS), Truth("email", me.email, YOURS), Truth("date_of_birth", me.birth, YOURS),
        Truth("workplace", me.employer, YOURS),
    ]  # fmt: skip
    return _page("Curriculum vitae", _p(*lines), jobs), truth


def club(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a club's contact page, where nothing is the person's."""
    one = somebody(rng, rng.choice(OTHERS))
    lines = [
        f"Secretary: {one.name}",
        f"{spell_street(rng, one)}, {one.town}, {spell_postcode(rng, one.postcode)}",
        f"Call {spell_phone(rng, one.phone)} after 6pm",
    ]
    truth = [
        Truth("address", one.street, OTHER),
        Truth("postcode", one.postcode, OTHER),
        Truth("phone", one.phone, OTHER),
    ]
    if one.town == me.town:
        truth.append(Truth("location", me.town, YOURS))
    return _page("Contact", _p(*lines), _p(_noise(rng), _noise(rng))), truth


def advert(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a small ad with a phone number in running text."""
    text = f"For sale: pram, hardly used, £{rng.randrange(20, 90)}. Ring {me.first} on {spell_phone(rng, me.phone)} or text. Item no. {rng.randrange(10**8, 10**9)}."
    return _page("Adverts", _p(text), _p(_noise(rng))), [Truth("phone", me.phone, YOURS)]


def firm(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a page that is full of numbers and gives nobody away."""
    return _page("Terms", *(_p(_noise(rng)) for _ in range(12))), []


def firm_abroad(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return the same for a firm abroad, where a phone number may have almost any length."""
    language = rng.choice(["de", "it", "fr", "pl", "sv"])
    return _page("Impressum", *(_p(_counted(rng)) for _ in range(12)), language=language), []


def machine_data(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a page that shows little and tells machines much."""
    data = {
        "@context": "https://schema.org", "@type": "Person", "name": me.name, "birthDate": me.birth,
        "jobTitle": me.job, "email": me.email,
        "telephone": spell_phone(rng, me.phone), "worksFor": {"@type": "Organization", "name": me.employer},
        "address": {"@type": "PostalAddress", "streetAddress": me.street, "addressLocality": me.town, "postalCode": me.postcode},
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    truth = [
        Truth("name", me.name, YOURS), Truth("date_of_birth", me.birth, YOURS),
        Truth("workplace", me.employer, YOURS), Truth("workplace", me.job),
        Truth("email", me.email, YOURS), Truth("phone", me.phone, YOURS), Truth("address", me.street, YOURS),
        Truth("location", me.town, YOURS),
        Truth("postcode", me.postcode, YOURS),
    ]  # fmt: skip
    return _page("Welcome", _p("Welcome to my page."), head=head), truth


def links(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a blog that links to profiles and to a phone."""
    site = rng.choice(
        [
            "https://www.instagram.com/{}",
            "https://twitter.com/{}",
            "https://www.tiktok.com/@{}",
            "https://www.facebook.com/{}/",
            "https://uk.linkedin.com/in/{}",
        ]
    )
    body = f'<p>{escape(me.name)} writes here. <a href="{site.format(me.username)}">Follow me</a> <a href="tel:{me.phone}">Call</a> <a href="mailto:{me.email}">Write</a></p>'
    truth = [
        Truth("name", me.name, YOURS),
        Truth("username", me.username, YOURS),
        Truth("phone", me.phone, YOURS),
        Truth("email", me.email, YOURS),
    ]
    return _page("Blog", body, _p(_noise(rng))), truth


def abroad(rng: Random, me: Somebody) -> tuple[str, list[Truth]]:
    """Return a page from another country; its address ends as that country's do."""
    number, shown, end, language = foreign_phone(rng)
    label = {"fr": "Téléphone", "de-DE": "Telefon", "sv": "Tel"}.get(language, rng.choice(["Phone", "Office"]))
    html = _page(
        "Contact",
        _p(f"{label}: {shown}", f"info@example.{'org' if end in ('com', 'edu') else 'net'}"),
        _p("2004-2011, 3 200 m"),
        language=language or "en",
    )
    domain = "net" if end not in ("com", "edu") else "org"
    return html.replace("<title>", f"<title>{end} "), [
        Truth("phone", number, OTHER),
        Truth("email", f"info@example.{domain}", OTHER),
    ]


TEMPLATES: tuple[Template, ...] = (
    profile,
    staff_list,
    forum,
    hidden_in_html,
    article,
    birthday,
    cv,
    club,
    advert,
    firm,
    firm_abroad,
    machine_data,
    links,
    abroad,
)


def made_up_pages(count: int = 420, seed: int = 11) -> Iterator[MadeUpPage]:
    """Make up pages, the templates in turn."""
    for number in range(count):
        rng = Random(f"{seed}-{number}")
        me = somebody(rng)
        template = TEMPLATES[number % len(TEMPLATES)]
        html, truth = template(rng, me)
        end = html.partition("<title>")[2].split(" ")[0] if template is abroad else "uk"
        url = f"https://www.{template.__name__.replace('_', '-')}.example{'.' + end if end not in ('uk',) else ''}/{number}"
        yield MadeUpPage(f"{template.__name__}-{number}", html, url, about(me), tuple(truth))
