"""Which language a text is in, where the page doesn't say: told by its small words."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000  # characters looked at
_FEWEST = 3  # different small words of a language that it takes
# Small words and words of contact pages, without accents; those that are common in another of these languages, or in
# English, are left out.
_WORDS = {
    "en": "the and of with this that for our you your from have are was which will can more about us",
    "de": "und der das ist nicht mit auf fur von zu sind wir uns ihre unsere oder bei anschrift telefon strasse",
    "fr": "et les des est pour dans vous nous avec sur votre notre du aux par ou accueil adresse rue courriel",
    "es": "los las con para por nuestro nuestra sus mas esta tfno tlf telefono movil correo calle aviso contacto y",
    "it": "gli che di per con della delle nel sono piu nostro nostra dal telefono indirizzo contatti cellulare",
    "pt": "os das dos uma nao com voce nossa nosso mais pela pelo telefone endereco contato inicio rua em sao",
    "nl": "het een van en voor met niet zijn onze ons wij naar bij ook telefoon contactgegevens straat adres",
    "pl": "sie na nie jest oraz do przez dla nami nasz kontakt telefon ulica strona wszystkie przy od polityka",
    "sv": "och att det som for med pa av vi ar till oss hos telefon adress kontakta eller inte gatan",
    "da": "og det at til med for pa er af vi den os hos telefon adresse ikke eller vores kontakt",
    "nb": "og det til med for pa er av vi oss hos telefon adresse ikke eller vare kontakt",
    "fi": "ja on ei se etta myos tai meidan puhelin puh yhteystiedot osoite sahkoposti mukaan kanssa",
    "cs": "je na se pro nebo jsou jako kontakt telefon ulice nas nase jste adresa prosim ktere",
    "hu": "es az egy hogy nem van vagy meg telefonszam cim elerhetoseg kapcsolat utca minden",
    "ro": "si este pentru cu din nu sunt care mai telefon adresa strada noastra prin despre",
    "tr": "ve bir bu icin ile olarak daha cok telefon adres iletisim bize cadde sokak hakkimizda",
    "ru": "и в на не с по для мы наш телефон адрес контакты или улица",
    "uk": "і в на не з для ми наш телефон адреса контакти або вулиця",
    "el": "και το της των για με στο από τηλεφωνο διευθυνση επικοινωνια",
}  # fmt: skip
_TOLD_BY = Counter(word for words in _WORDS.values() for word in set(words.split()))
# A word that many languages share tells little.
_SETS = {
    language: frozenset(word for word in words.split() if _TOLD_BY[word] <= 2) for language, words in _WORDS.items()
}
_LETTERS = (
    ("ja", re.compile("[\u3041-\u30fa]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fa5]{2}")),
)
# Letters that one language is written in, or mainly one; asked last, since names and signs stand in others too.
_OWN_LETTERS = (
    ("el", re.compile("[\u03b1-\u03c9]{3}")),
    ("he", re.compile("[\u05d0-\u05ea]{2}")),
    ("ar", re.compile("[\u0621-\u064a]{3}")),
    ("th", re.compile("[\u0e01-\u0e30]{2}")),
    ("ka", re.compile("[\u10d0-\u10f0]{3}")),
    ("hy", re.compile("[\u0561-\u0586]{3}")),
    ("hi", re.compile("[\u0905-\u0939]{2}")),
    ("ru", re.compile("[\u0430-\u044f]{3}")),
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def guess(low: str) -> str:
    """Return the language of a text in small letters without accents, as "de", or "" where it can't be told."""
    sample = low[:_SAMPLE]
    rest = "" if sample.isascii() else " ".join(_BEYOND_ASCII.findall(sample))
    for language, letters in _LETTERS if rest else ():
        if letters.search(rest):
            return language
    found = set(sample.replace(":", " ").replace(".", " ").replace(",", " ").split())
    counts = sorted(((len(found & words), language) for language, words in _SETS.items()), reverse=True)
    (most, language), (next_most, _) = counts[:2]
    if most >= _FEWEST and most >= next_most * 3 / 2:
        return language
    if most < _FEWEST and rest:
        return next((language for language, letters in _OWN_LETTERS if letters.search(rest)), "")
    return ""
