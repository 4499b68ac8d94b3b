"""Words in capitals: which are a shout and which are names, abbreviations, labels, headings of a table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from companion.positions import Cover, Span
from companion.text.lemmas import analyzer
from companion.text.view import View
from companion.text.word_patterns import AFTER_NO_WORD, listed, word_set

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_CAPITALS = re.compile(r"(?<![\w/.\-])[А-ЯЁ]+(?:-[А-ЯЁ]{2,})?(?![\w/]|[.\-]\w)")
_BETWEEN = re.compile(r"[ ,]{1,2}")
_VOWEL = re.compile(r"[АЕЁИОУЫЭЮЯ]")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_REACH = 40
_LABEL = re.compile(r"[\s\d.)•*-]{0,9}(?P<label>[А-ЯЁ][А-ЯЁ, -]{0,40}):")
_NAMING = ("NOUN", "ADJF")
_LONGEST_TITLE = 80
_KNOWN_WORDS = 50_000
"""So many words keep their verdict in memory: those of some hundred drafts."""
_SPEECH = frozenset({"PRCL", "CONJ", "NPRO", "ADVB", "PRED", "INTJ", "NUMR", "PREP"})
"""No name begins with these: «статус НЕ МЕНЯЕТСЯ», «склад СНОВА закрыт»."""
_NOT_ON_BUTTONS = frozenset({"PRCL", "CONJ", "NPRO"})
_VERBS = frozenset({"VERB", "GRND", "COMP"})
_ENDS_NAME = frozenset({"VERB", "PRCL", "NPRO", "PRED"})
_ABOUT = frozenset({"о", "об", "по"})
"""«Отчёт О РЕАЛИЗАЦИИ»."""
_PATH = re.compile(r"[>›→] ?$")
_PROPER = ("Surn", "Name", "Patr", "Geox", "Orgn", "Trad", "Abbr")


class Capitals(NamedTuple):
    """Words in capitals side by side; ``spared`` says in short Russian why they are no shout, None when they are."""

    span: Span
    spared: str | None


def capitals(view: View, elsewhere: Mapping[str, Sequence[Span]]) -> Iterator[Capitals]:
    """Russian words in capitals: one of four letters or more, or two in a row; several side by side are one span.

    Spared: abbreviations, names, labels, headings, codes with digits, short words, and what overlaps a span of
    ``elsewhere``, whose keys say what stands there. Single letters («Я») are not looked at.
    """
    text = view.text
    waiting: Span | None = None
    for word, spared in _words(view, {what: Cover(spans) for what, spans in elsewhere.items()}):
        if spared:
            yield Capitals(word, spared)
        elif waiting and _BETWEEN.fullmatch(text, waiting.end, word.start):
            waiting = Span(waiting.start, word.end)
        else:
            yield from _judged(text, waiting)
            waiting = word
    yield from _judged(text, waiting)


def _words(view: View, elsewhere: Mapping[str, Cover]) -> Iterator[tuple[Span, str | None]]:
    """Every word in capitals, and why it is spared by itself."""
    name: Span | None = None
    line: _Line | None = None
    quoting = False
    for match in _CAPITALS.finditer(view.text):
        word = Span(*match.span())
        begins = _begins_name(view, word)
        quoting = begins == "quoting" or (quoting and _continues(view, name, word, always=True))
        if begins or quoting or _continues(view, name, word):
            name = word
        if line is None or word.start >= line.end:
            line = _line_at(view, word.start)
        spared = _spared(view.text, word, elsewhere)
        yield word, spared or ("это название" if name == word else line.spares(word))


def _spared(text: str, word: Span, elsewhere: Mapping[str, Cover]) -> str | None:
    written = text[word.start : word.end]
    if written in word_set("abbreviations.known"):
        return "это сокращение"
    if _is_proper(written.lower()):
        return "это имя или место"
    return next((what for what, spans in elsewhere.items() if spans.overlaps(word)), None)


@cache
def _before(table: str, ending: str) -> re.Pattern[str]:
    return re.compile(rf"{AFTER_NO_WORD}(?:{listed(f'abbreviations.{table}')}){ending}$")


def _begins_name(view: View, word: Span) -> str | None:
    """The list whose word says that a name follows: «ООО РОМАШКА», «кнопка СОХРАНИТЬ», «ошибка: НЕТ ДОСТУПА»."""
    if _stands_before("quoting", r"[а-я ]{0,20}: ?", view, word):
        return "quoting"
    lower = view.lower[word.start : word.end]
    part_of_speech = None if lower in _ABOUT else _part_of_speech(lower)
    cried = view.text[word.start : word.end] in word_set("abbreviations.cry")
    if _stands_before("caption", r"[ :№]*", view, word) or _PATH.search(view.text, max(0, word.start - 2), word.start):
        return None if part_of_speech in _NOT_ON_BUTTONS or (cried and part_of_speech == "ADVB") else "caption"
    if cried or part_of_speech in _SPEECH or part_of_speech in _VERBS:
        return None
    firm = r"[ :№-]*(?:(?:тд|тк|гк|пк|нпо|пкф) )?"
    return "named" if _stands_before("named", firm, view, word) else None


def _continues(view: View, name: Span | None, word: Span, *, always: bool = False) -> bool:
    """Whether a word goes on with the name before it; ``always``, when it is quoted, whatever the word is."""
    if name is None or view.text[name.end : word.start] not in (" ", ", ")[: 1 + always]:
        return False
    return always or _part_of_speech(view.lower[word.start : word.end]) not in _ENDS_NAME


def _stands_before(table: str, ending: str, view: View, word: Span) -> bool:
    """Whether a word of a list, itself not shouted, stands before."""
    found = _before(table, ending).search(view.lower, max(0, word.start - _REACH), word.start)
    if found is None:
        return False
    introducing = view.text[found.start() : word.start].strip(" :№-")
    return not introducing.isupper() or introducing.split()[0] in word_set("abbreviations.known")


class _Line(NamedTuple):
    """One line: its end, why its words in capitals are no shout, and where its label («ЗАКАЗ: …») ends."""

    end: int
    spared: str | None
    label_end: int

    def spares(self, word: Span) -> str | None:
        """Why a word of it is no shout, in short Russian."""
        return "это подпись перед двоеточием" if word.end < self.label_end else self.spared


def _line_at(view: View, at: int) -> _Line:
    """The line of a position: «ЗАКАЗ: 57195475-0050», «ПРЕТЕНЗИЯ» alone on it, «АРТИКУЛ | ЦЕНА»."""
    start, end = view.text.rfind("\n", 0, at) + 1, view.text.find("\n", at)
    end = len(view.text) if end < 0 else end
    line = view.text[start:end]
    if "|" in line or line.count(";") > 1 or "\t" in view.matched((start, end)):
        return _Line(end, "это строка таблицы", start)
    label = _LABEL.match(line)
    words = [word.lower() for word in _CAPITALS.findall(label["label"] if label else line[:_LONGEST_TITLE])]
    if (
        label
        and label["label"] not in word_set("abbreviations.cry")
        and all(_part_of_speech(word) in _NAMING for word in words)
    ):
        return _Line(end, None, start + label.end())
    is_title = len(line) < _LONGEST_TITLE and line.isupper() and not word_set("abbreviations.title").isdisjoint(words)
    return _Line(end, "это заголовок" if is_title and ":" not in line else None, start)


def _judged(text: str, run: Span | None) -> Iterator[Capitals]:
    if run is None or run.end - run.start < 2:
        return
    words = [word for word in re.split(r"[ ,]+", run.of(text)) if _VOWEL.search(word)]
    known = [word for word in words if _is_known(word.lower())]
    if words and not known:
        yield Capitals(run, "это сокращение или название")
    elif (len(words) > 1 and max(map(len, words)) > 2) or any(len(word) >= 4 for word in known):
        yield Capitals(run, None)
    else:
        yield Capitals(run, "слишком коротко для крика")


@lru_cache(_KNOWN_WORDS)
def _is_known(word: str) -> bool:
    """Whether the dictionary has a word, also with letters drawn out or with one mistake in a usual cry."""
    known = analyzer().word_is_known
    return (
        known(word)
        or known(_DRAWN_OUT.sub(r"\1", word))
        or any(_one_mistake(word, cry.lower()) for cry in word_set("abbreviations.cry"))
    )


def _one_mistake(word: str, cry: str) -> bool:
    """«почиму», «пожалуста»: one letter is another, too many or missing."""
    if abs(len(word) - len(cry)) > 1:
        return False
    same = 0
    while same < min(len(word), len(cry)) and word[same] == cry[same]:
        same += 1
    return word[same + 1 :] == cry[same + 1 :] or word[same:] == cry[same + 1 :] or word[same + 1 :] == cry[same:]


@lru_cache(_KNOWN_WORDS)
def _is_proper(word: str) -> bool:
    """Names of people, places and firms that the dictionary knows."""
    best = _best(word)
    return analyzer().word_is_known(word) and any(mark in best.tag for mark in _PROPER)


def _part_of_speech(word: str) -> str:
    return str(_best(word).tag.POS)


@lru_cache(_KNOWN_WORDS)
def _best(word: str) -> "Parse":
    return analyzer().parse(word)[0]
