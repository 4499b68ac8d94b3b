"""What a description is about: problems, category, events, requests, the proof and the number that it needs.

A part of the reading: everything here is computed from the words and word lists of one description, once, on demand.
"""

from companion.understanding.categories import TextCategory, subject_category
from companion.understanding.promises import Promise
from companion.understanding.understanding import Understanding

__all__ = ["Promise", "TextCategory", "Understanding", "subject_category"]
