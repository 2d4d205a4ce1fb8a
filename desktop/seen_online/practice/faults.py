"""What can go wrong with a search, played in practice."""

from __future__ import annotations

from enum import StrEnum

NAME = "fellfinder"  # the made-up engine that SearXNG is said to have asked
SLOW_NAME = "slowpoke"  # the made-up engine that never answers


class Fault(StrEnum):
    """What can go wrong with an engine, played so that "we could not check" can be shown and tested."""

    SOME = "some"  # one of the engines behind SearXNG did not answer, the other one did
    TIMEOUT = "timeout"  # nothing found, and no engine answered in time
    CAPTCHA = "captcha"  # nothing found, and the engine wanted to see a person
    SLOW_DOWN = "slow_down"  # 429
    JSON_OFF = "json_off"  # 403, as where SearXNG's owner allows people only
    BROKEN = "broken"  # 200, and a page where JSON was asked for
    DOWN = "down"  # 503


UNRESPONSIVE = {
    Fault.SOME: [[SLOW_NAME, "timeout"]],
    Fault.TIMEOUT: [[NAME, "timeout"], [SLOW_NAME, "timeout"]],
    Fault.CAPTCHA: [[NAME, "CAPTCHA"], [SLOW_NAME, "Suspended: too many requests"]],
}
