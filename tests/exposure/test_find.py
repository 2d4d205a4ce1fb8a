from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.exposure import find


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_offsets_show_what_is_shown(text: str) -> None:
    for finding in find(text):
        assert text[finding.start : finding.end] == finding.shown
