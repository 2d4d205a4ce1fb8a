"""What a type can't say about a checklist file: ids that are used twice, blanks that nobody fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seen_online.checklist.compose import Place
from seen_online.checklist.finder import PeopleFinders
from seen_online.checklist.item import Checklist
from seen_online.checklist.letter import Letter
from seen_online.checklist.next_step import NextSteps
from seen_online.checklist.organisation import Organisation
from seen_online.checklist.places import places_in, stray_braces
from seen_online.checklist.site import Site
from seen_online.checklist.typecheck import Fault
from seen_online.words import say

Thing = Checklist | Site | PeopleFinders | Letter | NextSteps | Organisation


def broken_rules(thing: Thing) -> Iterator[Fault]:
    """Yield every broken rule of a file whose types are right."""
    if isinstance(thing, Checklist):
        sections = list(enumerate(thing.sections))
        yield from _twice((("sections", s), section.id) for s, section in sections)
        yield from _twice(
            (("sections", s, "items", i), item.id) for s, section in sections for i, item in enumerate(section.items)
        )
        if not thing.items:
            yield (), say("This checklist has no items."), say("Add sections: with items: in them.")
    elif isinstance(thing, Site):
        yield from _twice((("topics", n), topic.id) for n, topic in enumerate(thing.topics))
        yield from _twice((("facts", n), fact.id) for n, fact in enumerate(thing.facts))
        yield from _no_topics(thing)
    elif isinstance(thing, PeopleFinders):
        yield from _twice((("finders", n), finder.id) for n, finder in enumerate(thing.finders))
    elif isinstance(thing, NextSteps):
        yield from _twice((("steps", n), step.id) for n, step in enumerate(thing.steps))
    elif isinstance(thing, Letter):
        yield from _twice((("blanks", n), blank.name) for n, blank in enumerate(thing.blanks))
        yield from _blanks(thing)


def _twice(places: Iterable[tuple[Place, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, name in places:
        if name in seen:
            yield place, say("The id {name} is used twice.", name=name), say("Give this one an id of its own.")
        seen.add(name)


def _no_topics(site: Site) -> Iterator[Fault]:
    there = [topic.id for topic in site.topics]
    for number, fact in enumerate(site.facts):
        for place, name in enumerate(fact.topics):
            if name not in there:
                yield (
                    ("facts", number, "topics", place),
                    say("This site has no topic {name}.", name=name),
                    say("Use one of: {names}.", names=", ".join(there)),
                )


def _blanks(letter: Letter) -> Iterator[Fault]:
    names = {blank.name for blank in letter.blanks}
    used: set[str] = set()
    for key, text in (("subject", letter.subject), ("text", letter.text)):
        here = places_in(text)
        used |= here
        for name in sorted(here - names):
            yield (
                (key,),
                say("The blank {name} is not in the list of blanks.", name=name),
                say("Add it under blanks:, with a name and a label."),
            )
        if stray_braces(text):
            yield (
                (key,),
                say("There is a curly bracket that is not part of a blank."),
                say("Write a blank as its name in curly brackets, as in {example}.", example="{your_name}"),
            )
    for number, blank in enumerate(letter.blanks):
        if blank.name not in used:
            yield (
                ("blanks", number),
                say("The blank {name} is used nowhere.", name=blank.name),
                say("Put it into the text in curly brackets, or remove it."),
            )
