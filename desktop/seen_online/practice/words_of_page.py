"""What a search engine takes in from a page: its title and the words a visitor sees."""

from __future__ import annotations

from html.parser import HTMLParser

# Text in these is not shown to a visitor.
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg"})
# These run on in the line; all other elements end a word.
_INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "small", "span", "strong", "time", "u"]
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.text: list[str] = []
        self._unseen = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "title":
            self._in_title = True
        elif tag not in _INLINE:
            self.text.append(" ")
        if tag == "img":
            self.text.append(f"{dict(attrs).get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "title":
            self._in_title = False
        elif tag not in _INLINE:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif not self._unseen:
            self.text.append(data)


def words_of_page(html: str) -> tuple[str, str]:
    """Return the title and the visible text of a page, white space squeezed.

    The practice engine reads pages on its own, apart from the room that the program reads with: a fault in one
    must not hide behind the same fault in the other.
    """
    parser = _Words()
    parser.feed(html)
    parser.close()
    return _squeezed(parser.title), _squeezed(parser.text)


def _squeezed(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
