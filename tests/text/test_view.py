"""A view is even, and its spans lead back to exactly what stands in the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.positions import Span, Utf16
from companion.text.view import View

WILD = st.text(
    alphabet=st.one_of(
        st.sampled_from("аеёийЁЙо \u00a0\u2009\r\n\t—–-\u0301\u0306\u0308\u200b\u00ad«»“”😡👍🏽\u200d️1a."),
        st.characters(blacklist_categories=["Cs"]),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "even"),
    [
        ("57195475\u20140050\u20113", "57195475-0050-3"),
        ("4\u00a0500\u202f₽", "4 500 ₽"),
        ("строка\r\nещё\rодна", "строка\nещё\nодна"),
        ("два  пробела и\u00a0 \u200b три", "два пробела и три"),
        (unicodedata.normalize("NFD", "Ёлка, мой йод"), "Ёлка, мой йод"),
        ("за\u0301мок", "замок"),
        ("не\u00adвиди\u200bмый", "невидимый"),
        ("“лапки”", '"лапки"'),
    ],
)
def test_ways_of_writing_become_one(raw: str, even: str) -> None:
    assert View(raw).text == even


def test_lower_case_has_no_yo_and_keeps_its_length() -> None:
    view = View("ЁЛКА İ ещё")
    assert view.lower == "елка İ еще"
    assert len(view.lower) == len(view.text)


def test_a_span_covers_the_marks_of_its_letters() -> None:
    raw = unicodedata.normalize("NFD", "мой ёж")
    view = View(raw)
    assert view.matched((view.text.index("ё"), len(view.text))) == unicodedata.normalize("NFD", "ёж")


@given(WILD)
def test_every_span_leads_back_inside_the_original_in_order(raw: str) -> None:
    view = View(raw)
    assert len(view.lower) == len(view.text)
    at = 0
    for position in range(len(view.text)):
        start, end = view.original((position, position + 1))
        assert at <= start < end <= len(raw)
        at = start
    assert view.original((0, 0)).start <= len(raw)


@given(WILD, WILD)
def test_text_before_moves_spans_and_changes_nothing_else(before: str, raw: str) -> None:
    alone, behind = View(raw), View(before + "\n" + raw)
    offset = len(behind.text) - len(alone.text)
    # A mark or space at the joint belongs to what stands before it.
    if not raw or behind.text[offset:] != alone.text:
        return
    for position in range(len(alone.text)):
        start, end = alone.original((position, position + 1))
        moved = behind.original((offset + position, offset + position + 1))
        assert moved == (start + len(before) + 1, end + len(before) + 1)


@given(st.text(), st.data())
def test_utf16_counts_as_javascript_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = [len(part.encode("utf-16-le", "surrogatepass")) // 2 for part in (text[:start], text[start:end])]
    assert list(Utf16(text).offset_length(Span(start, end))) == units
