"""What is about to leave this computer, what left, and the consent for it.

Nothing else in the program may open a connection: `ledger` keeps consent and record, `network` says how this
computer reaches the web, `post` sends with requests, `browser` sends what ddgs builds.
"""

from seen_online.outbox.ledger import NotAgreed, Outbox, Planned, Purpose, Sent
from seen_online.outbox.network import Network

__all__ = ["Network", "NotAgreed", "Outbox", "Planned", "Purpose", "Sent"]
