"""Positions go out as UTF-16 and come back."""

from hypothesis import given
from hypothesis import strategies as st

from companion.positions import Span, Utf16


@given(st.text(max_size=30), st.data())
def test_a_span_goes_out_in_utf16_and_comes_back(text: str, data: st.DataObject) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    span = Span(*ends)
    offset, length = Utf16(text).offset_length(span)
    units = text.encode("utf-16-le")
    assert units[2 * offset : 2 * (offset + length)].decode("utf-16-le") == text[span.start : span.end]
    assert Utf16(text).span(offset, length) == span
