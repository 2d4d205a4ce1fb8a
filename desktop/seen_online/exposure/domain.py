"""Whether the end of a domain name exists."""

from __future__ import annotations

from functools import lru_cache

# Asked first, so that the whole list is only loaded for a rare ending.
_USUAL_WORDS = "com org net edu gov mil int info biz name eu example test invalid localhost"
_USUAL = frozenset(_USUAL_WORDS.split())


def known_end(domain: str) -> bool:
    """Tell whether the last label of `domain` is a top-level domain (or one that is kept for examples)."""
    end = domain.rpartition(".")[2]
    return end in _USUAL or (end.isalpha() and (end in _country_ends() if len(end) == 2 else _on_the_list(end)))


def is_usual_end(domain: str) -> bool:
    """Tell whether `domain` ends in one of the best known ways, without looking at the whole list."""
    end = domain.rpartition(".")[2]
    return end in _USUAL or len(end) == 2


@lru_cache(maxsize=1)
def _country_ends() -> frozenset[str]:
    import phonenumbers

    return frozenset(region.lower() for region in phonenumbers.SUPPORTED_REGIONS) | {"uk", "eu", "su"}


@lru_cache(maxsize=256)
def _on_the_list(end: str) -> bool:
    return _suffixes().publicsuffix(f"a.{end}") is not None


@lru_cache(maxsize=1)
def _suffixes():
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)
