"""Untrusted text is plain text, in the two places where Qt would guess otherwise.

Labels: every label of the program is a `widgets.text.Words`, which is set to plain text once. Tooltips have no such
setting, so their text goes through `tip`. A test reads the sources and lets no other label or tooltip in. (An event
filter on the whole application could do both, but would touch every object for every event, also while it is being
destroyed.)
"""

from __future__ import annotations

import html


def tip(text: str) -> str:
    """Return `text` as a tooltip that shows it as it is: escaped within tags of ours, so nothing is left to guess."""
    return f"<p>{html.escape(text)}</p>" if text else ""
