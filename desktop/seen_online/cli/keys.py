"""Keys of search services in a terminal: typed unseen, or from a variable; never an argument, which others can read."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping, Sequence

from seen_online.outbox.keys import Keys
from seen_online.trouble import Trouble

VARIABLE = "SEEN_ONLINE_KEY"


def keys_for(
    engines: Sequence[str],
    *,
    ask: bool,
    environment: Mapping[str, str] | None = None,
    prompt: Callable[[str], str] | None = None,
) -> Keys:
    """Return the keys for these engines, by name; only a SearXNG can have one. Raises Trouble.

    With `ask` the person types one for each; else the variable holds that of the one SearXNG there is. Nothing is
    kept, and nothing is said of it.
    """
    keys = Keys()
    given = (os.environ if environment is None else environment).get(VARIABLE, "").strip()
    if not ask and not given:
        return keys
    services = _services(engines)
    if ask:
        for url, label in services.items():
            keys.put(url, (prompt or _typed)(f"Key of {label} (it is not shown; empty for none): "))
        return keys
    if len(services) > 1:
        raise Trouble("This is one key for several services.", "Use --ask-key instead.", VARIABLE)
    for url in services:
        try:
            keys.put(url, given)
        except Trouble as trouble:
            raise Trouble(trouble.what, trouble.mend, VARIABLE) from None
    return keys


def _services(engines: Sequence[str]) -> dict[str, str]:
    from seen_online.search.catalogue import engine
    from seen_online.search.searxng import SearxngEngine

    chosen = [engine(name) for name in engines]
    return {each.url: each.label for each in chosen if isinstance(each, SearxngEngine)}


def _typed(question: str) -> str:
    from getpass import GetPassWarning, getpass

    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)  # it would show what is typed
        try:
            return getpass(question)
        except (GetPassWarning, EOFError, OSError):
            raise Trouble(
                "There is no terminal in which a key can be typed unseen.", f"Put it into the variable {VARIABLE}."
            ) from None
