"""`seen-online check`: the whole self-check in a terminal, by the same code as the window."""

from __future__ import annotations

import argparse
import json
import sys
import threading
from contextlib import ExitStack

from seen_online.cli import ALL_CHECKED, FAILED, NOT_ALL_CHECKED
from seen_online.cli.consent import agree_in_terminal, in_words
from seen_online.cli.keys import keys_for
from seen_online.cli.output import called, printable, stop_on_interrupt
from seen_online.cli.summary import print_summary
from seen_online.outbox import Network, Outbox
from seen_online.outbox.network import network_from
from seen_online.outbox.post import Post
from seen_online.person import Person, load_about
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.perform import read, search
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Ask
from seen_online.trouble import Trouble

NOTE_SUFFIXES = (".md", ".html", ".docx", ".pdf")


def check_command(options: argparse.Namespace) -> int:
    """Search, read, find; print the result to stdout and write the notes that were asked for."""
    from seen_online.note.save import check_target

    for path in options.note:
        if path.suffix.lower() not in NOTE_SUFFIXES:
            raise Trouble(
                "A note can't be written in this format.", f"Use one of {', '.join(NOTE_SUFFIXES)}.", str(path)
            )
        check_target(path)  # a mistyped file name must not cost the whole check
    with ExitStack() as stack:
        person, network, engines = _setting(options, stack)
        stop = threading.Event()
        outbox = Outbox()
        post = Post(outbox, network, keys=keys_for(engines, ask=options.ask_key))
        check = SelfCheck(person=person)
        _search(check, engines, post, options.yes, stop)
        if not options.no_pages:
            _read(check, post, options.yes, stop)
        check.sent = outbox.sent
    noted = _write_notes(check, options)  # first: a reader of stdout that goes away must not cost the note
    if options.json:
        from seen_online.review.report import check_as_json

        print(json.dumps(check_as_json(check), indent=2))
    else:
        print_summary(check, pages=not options.no_pages)
    if not noted:
        return FAILED
    complete = bool(check.asks) and all(ask.outcome.checked for ask in check.asks) and not stop.is_set()
    if not options.no_pages:
        seen = (PageOutcome.READ, PageOutcome.GONE)
        complete = complete and all(check.pages.get(r.key, Page()).outcome in seen for r in check.results)
    return ALL_CHECKED if complete else NOT_ALL_CHECKED


def _setting(options: argparse.Namespace, stack: ExitStack) -> tuple[Person, Network, list[str]]:
    """Return who asks, over which connection, with which engines: the real ones, or practice."""
    given = vars(options)
    if given.get("practice"):
        from seen_online.practice.person import practice_person
        from seen_online.practice.server import PracticeWeb

        web = stack.enter_context(PracticeWeb())
        person = load_about(options.about) if options.about else practice_person()
        return person, web.network, options.engine or [web.engine_name]
    if options.about is None:
        raise Trouble(
            "We do not know who you are yet.", "Name a file with --about about.yaml, or try --practice first."
        )
    network = network_from(given.get("proxy", ""), given.get("ca_file", ""), tuple(given.get("allow_host", ())))
    return load_about(options.about), network, options.engine or ["duckduckgo"]


def _search(check: SelfCheck, engines: list[str], post: Post, yes: bool, stop: threading.Event) -> None:
    from seen_online.search.catalogue import engine
    from seen_online.search.queries import advice, budget, suggest
    from seen_online.search.run import plan

    planned = plan([query for query in suggest(check.person) if query.ticked], [engine(name) for name in engines])
    labels = [(f"{p.ask.query.words} — {p.ask.query.why} ({called(p.ask.engine)})", p.requests) for p in planned]
    if said := advice(check.person):
        print(said, file=sys.stderr)
    agreed = agree_in_terminal(labels, yes=yes, budget=in_words(*budget(planned)))
    for index in agreed:
        post.outbox.agree(planned[index].requests)

    def progress(ask: Ask) -> None:
        said = ask.detail or ask.outcome.value
        print(f"  {printable(ask.query.words)} ({called(ask.engine)}): {printable(said)}", file=sys.stderr)

    check.asks = [p.ask for p in planned]  # what is not agreed to stays "not asked", in sight
    with stop_on_interrupt(stop):
        search(check, [planned[index] for index in agreed], post, progress, stop)


def _read(check: SelfCheck, post: Post, yes: bool, stop: threading.Event) -> None:
    from seen_online.reading.fetch import plan_pages

    if not check.results or stop.is_set():
        return
    labels = [(r.title or r.url, plan_pages([r.url])) for r in check.results]
    agreed = agree_in_terminal(labels, yes=yes)
    for index in agreed:
        post.outbox.agree(labels[index][1])

    def progress(_key: str, page: Page) -> None:
        print(f"  {printable(page.url)}: {printable(page.detail) or page.outcome.value}", file=sys.stderr)

    with stop_on_interrupt(stop):
        read(check, [check.results[index] for index in agreed], post, progress, stop)


def _write_notes(check: SelfCheck, options: argparse.Namespace) -> bool:
    """Write the notes that were asked for; one that fails does not stop the others. Return whether all were written."""
    if not options.note:
        return True
    from datetime import datetime

    from seen_online.checklist.load import load_things_to_consider
    from seen_online.note.build import build, made_up
    from seen_online.note.offer import offer, usual_choice
    from seen_online.note.save import save

    made = datetime.now().astimezone()
    offers = offer(check, load_things_to_consider(), made.date())
    note = build(offers, usual_choice(offers), set(), made)
    if vars(options).get("practice"):
        note = made_up(note)
    written = True
    for path in options.note:
        try:
            save(note, path, replace=True)
        except Trouble as trouble:
            written = False
            print(f"seen-online: {trouble}", file=sys.stderr)
        else:
            print(f"The note is in {path}", file=sys.stderr)
    return written
