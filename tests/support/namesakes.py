"""A small made-up web about people who share a name: who each page is about is known, for it was made up so."""

from __future__ import annotations

from collections.abc import Sequence

from seen_online.person import DetailKind, Person, detail
from seen_online.search.model import Result

ASKER = "carer"
# (who, address, title, snippet); nobody of these exists.
PAGES: tuple[tuple[str, str, str, str], ...] = (
    # Sarah Miller, care worker in Penrith: the one who asks.
    (ASKER, "https://edenhouse.example/team", "Our team - Eden House Care Home, Penrith",
     "Sarah Miller, senior carer, has been with Eden House since 2011. Pamela Thwaite, matron ..."),
    (ASKER, "https://www.facebook.com/sarah.miller.fells", "Sarah Miller | Facebook",
     "Sarah Miller lives in Penrith, Cumbria. Works at Eden House. Joined Fell Runners Cumbria ..."),
    (ASKER, "https://fellrunners.example/results/2019", "Fell Runners Cumbria: Helvellyn race results",
     "... 41 Sarah Miller (Penrith Harriers) 1:52:10 ... 42 Joan Birkett 1:52:44 ..."),
    (ASKER, "https://herald.example/news/eden-house-award", "Eden House carers win county award",
     "Carers Sarah Miller and Pamela Thwaite of Eden House, Penrith, were thanked by families ..."),
    (ASKER, "https://swapshop.example/item/551", "Child's bike, nearly new, Penrith",
     "Call Sarah Miller on 07700 900123 after six. Collect from Penrith. ..."),
    (ASKER, "https://swapshop.example/item/907", "Cot and mattress for sale",
     "Ask for Sarah Miller, 07700 900123, evenings. Smoke-free home ..."),
    # A novelist.
    ("novelist", "https://books.example/sarah-k-miller", "Sarah K. Miller, author of The Glass Orchard",
     "Sarah K. Miller is the author of The Glass Orchard and Salt Hymnal. Published by Lantern Quay ..."),
    ("novelist", "https://review.example/glass-orchard", "The Glass Orchard by Sarah K. Miller - review",
     "Miller's second novel, The Glass Orchard, from Lantern Quay, follows a lighthouse keeper ..."),
    ("novelist", "https://festival.example/2020/speakers", "Speakers at the Wexcombe book festival",
     "... Sarah K. Miller reads from Salt Hymnal. Host: Odile Farrant of Lantern Quay ..."),
    # A surgeon.
    ("surgeon", "https://hospital.example/staff/miller-s", "Dr Sarah Miller, consultant orthopaedic surgeon",
     "Dr Sarah Miller specialises in arthroscopic knee reconstruction at Marlowe Infirmary ..."),
    ("surgeon", "https://journal.example/abs/7741", "Arthroscopic reconstruction of the knee: outcomes",
     "Miller S, Okafor T. Dr Sarah Miller, Marlowe Infirmary, reports arthroscopic outcomes in 212 knees ..."),
    ("surgeon", "https://ratemydoc.example/sarah-miller", "Dr Sarah Miller - Marlowe Infirmary - patient ratings",
     "Orthopaedic surgeon at Marlowe Infirmary. 4.8 of 5. Knee and hip ..."),
    # A footballer.
    ("footballer", "https://league.example/players/sarah-miller", "Sarah Miller - goalkeeper - Tarnbrook Rovers",
     "Goalkeeper Sarah Miller signed for Tarnbrook Rovers in 2022. 31 clean sheets ..."),
    ("footballer", "https://sportnews.example/tarnbrook-rovers-final", "Tarnbrook Rovers reach final on penalties",
     "Goalkeeper Sarah Miller saved two penalties as Tarnbrook Rovers beat Elmswick ..."),
    ("footballer", "https://www.instagram.com/smiller_keeper1", "Sarah Miller (@smiller_keeper1) - Instagram",
     "Goalkeeper for Tarnbrook Rovers. Gloves by Kestrel ..."),
    # An ancestor in a family tree.
    ("ancestor", "https://trees.example/miller/i0045", "Sarah MILLER (1841-1903)",
     "Sarah MILLER was born 4 May 1841 in Dunholme, daughter of Ezekiel MILLER and Hepzibah CROWE ..."),
    ("ancestor", "https://crowefamily.example/descendants", "Descendants of Obadiah Crowe of Dunholme",
     "... Hepzibah CROWE married Ezekiel MILLER. Children: Sarah MILLER, born 1841 Dunholme ..."),
    # People seen once.
    ("estate agent", "https://homes.example/agents/sm", "Sarah Miller - lettings negotiator in Croydon",
     "Speak to Sarah Miller about flats to let in Croydon and Purley ..."),
    ("student", "https://college.example/2018/graduates", "Graduates of 2018: BSc Marine Biology",
     "... Tobias Lund, Sarah Miller, Hester Quaid ... thesis on limpet grazing ..."),
    ("potter", "https://crafts.example/stalls", "Stallholders at the midsummer market",
     "... raku bowls by Sarah Miller of Tavistock; willow baskets ..."),
    ("councillor", "https://parish.example/minutes/2015-03", "Minutes of the parish council, Little Hadding",
     "Present: Cllr Sarah Miller (chair), Cllr Dunn. Apologies ... streetlight by the chapel ..."),
    # Lists, about nobody.
    ("list", "https://www.linkedin.com/pub/dir/Sarah/Miller", "3,400+ Sarah Miller profiles | LinkedIn",
     "View the profiles of people named Sarah Miller. There are 3,400+ professionals named Sarah Miller ..."),
    ("other list", "https://finder.example/sarah-miller", "25 people named Sarah Miller in the UK",
     "Sarah Miller, Penrith. Sarah Miller, Croydon. Sarah Miller, Tavistock. Addresses, ages, phone numbers ..."),
)  # fmt: skip


def asker() -> Person:
    """Return the one who asks, with what she told us of herself."""
    return Person(
        (
            detail(DetailKind.NAME, "Sarah Jane Miller"),
            detail(DetailKind.NAME, "Sarah Miller"),
            detail(DetailKind.PLACE, "Penrith, Cumbria"),
            detail(DetailKind.WORKPLACE, "Eden House Care Home"),
            detail(DetailKind.PHONE, "07700 900123"),
            detail(DetailKind.EMAIL, "sarah@example.org"),
            detail(DetailKind.DATE_OF_BIRTH, "12/03/1985"),
            detail(DetailKind.ADDRESS, "4 Larch Rise, Penrith CA11 0AA"),
        )
    )


def results() -> list[Result]:
    """Return the pages as results."""
    return [Result(url, url, title, snippet) for _, url, title, snippet in PAGES]


def who() -> list[str]:
    """Return whom each result is about, in the same order."""
    return [page[0] for page in PAGES]


def labels(groups: Sequence[Sequence[Result]], found: Sequence[Result]) -> list[int]:
    """Return for each result the number of the group it is in."""
    number_of = {result.key: number for number, members in enumerate(groups) for result in members}
    return [number_of[result.key] for result in found]
