"""How long something has lasted, told instead of its first day: «третий месяц», «уже неделю», «5 дней нет ответа».

Terms are none: «в течение 3 дней», «срок 5 дней», «за 2 дня до».
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from companion.positions import Span
from companion.text.dates.near import near
from companion.text.dates.vocabulary import BEGINS, ENDS, either, table, word_list
from companion.text.word_patterns import PICTURE

_WORDS = table("relative")
_ANCHORS = ("недел", "месяц", "сут", "дн", "день", "год", "лет")
_COUNTS = either(*(table("numerals")[key] for key in ("words", "unclear", "genitive")))
_UNIT, _ABOUT, _HALF = (either(_WORDS[key]) for key in ("units", "about_so", "halves"))
_AMOUNT = (
    rf"(?:{_ABOUT} )?(?:(?:[0-9]{{1,3}}|{_COUNTS}|цел[а-я]+) (?:рабочих |календарных )?{_UNIT}"
    rf"|(?:дн(?:я|ей)|суток|недел[иь]|месяц(?:а|ев)|года|лет) (?:{_COUNTS}|[0-9]{{1,2}})"
    rf"|недел[юи]|месяца?|сутки|суток|{_HALF}){ENDS}"
)
_AGO = re.compile(r" (?:тому )?назад")
_TERM_BEFORE = word_list("terms", "before_ordinal")
_OF_SELLER = re.compile(rf" (?:мы |я )?{either(table('biography')['words'])}{ENDS}")
_NTH = re.compile(
    rf"(?P<amount>(?:{either(_WORDS['ordinal_he'])}|[0-9]{{1,2}}-?[ыои]?й) (?:день|месяц|год)"
    rf"|(?:{either(_WORDS['ordinal_she'])}|[0-9]{{1,2}}-?у?ю) неделю"
    rf"|(?:{either(_WORDS['ordinal_they'])}|[0-9]{{1,2}}-?[ыи]?е) сутки){ENDS}"
)
_ALREADY = re.compile(rf"(?P<amount>уже (?:как )?{_AMOUNT})")
_WAITING = re.compile(rf"{either(_WORDS['waiting'])} (?:как )?(?P<amount>{_AMOUNT})")
_STILL = re.compile(
    rf"(?:(?<![^\n])|(?<=[.!?,;:({PICTURE}-] ))(?P<amount>{_AMOUNT})"
    rf"(?! (?:(?:на|до|со?|после|для){ENDS}|хран|гарант|не указан|не выбран|не закрыт))"
    rf"(?: [^\W_]+){{0,3}}? {either(_WORDS['still'])}{ENDS}"
)
_AS = re.compile(
    rf"(?P<amount>(?:уже )?(?:{_AMOUNT}|неделя|год|день)) как"
    rf"(?! минимум| раз| максимум| правило){ENDS}"
)
_WITHIN = re.compile(
    rf"(?<!если )(?P<amount>(?:в|на) (?:течени[еи]|протяжении) (?:(?:уже|всей|всего) )*{_AMOUNT})"
    rf"(?: [^\W_]+)?? {either(_WORDS['still'])}{ENDS}"
)
_LATEST = re.compile(
    rf"(?<!не )(?<!за )(?<!в )(?P<amount>{either(_WORDS['last'])} (?:(?:[0-9]{{1,3}}|{_COUNTS}) )?"
    rf"(?:дн[яеи]й?|сут(?:ки|ок)|недел[юиь]|месяц(?:а|ев)?|год(?:а)?|лет|полгода)){ENDS}"
    rf"(?! (?:{either(table('months')['beside'])}|акции|хранения|срока|гарантии|приемки|до|перед){ENDS})"
)
_LAST = re.compile(rf"(?P<amount>{_AMOUNT})(?= ?[.!?,;)\n]| подряд|$)")
_PERSONAL = (_NTH, _ALREADY, _WAITING, _AS, _LATEST)
"""Behind these «торгую» and the like may tell how long the seller is in trade."""
_PATTERNS = (*_PERSONAL, _STILL, _WITHIN, _LAST)
# One of the words that any of them begins with.
_BEGINS = re.compile(
    rf"[0-9]|цел|недел|месяц|сут|дн|день|год|лет|в |на |последн|{_COUNTS}|{_ABOUT}|{_HALF}|"
    + either(*(_WORDS[key] for key in ("waiting", "ordinal_he", "ordinal_she", "ordinal_they")))
)
_CLAUSE = re.compile(r"[.!?,;:()\n]")
_ONGOING = re.compile(rf"{BEGINS}{either(_WORDS['ongoing'])}{ENDS}")
_ABOUT_SELLER = re.compile(rf"{BEGINS}{either(table('biography')['words'])}{ENDS}")
_TERM = word_list("terms")
_TERMS = re.compile(rf"{BEGINS}{either(table('term_named')['words'])}{ENDS}")
_CLAUSE_LENGTH = 80


class Duration(NamedTuple):
    """Where it stands, and whether it is counted by order: «третий месяц»."""

    span: Span
    ordinal: bool


def durations(lower: str) -> Iterator[Duration]:
    """Every such duration of a text; some may overlap."""
    for number, match in near(lower, _ANCHORS, *_PATTERNS, begins=_BEGINS):
        if _AGO.match(lower, match.end("amount")) or (number < len(_PERSONAL) and _OF_SELLER.match(lower, match.end())):
            continue
        if number == 0 and _ordinary(lower, match.start()):
            continue
        if number < len(_PATTERNS) - 1 or _ends_a_complaint(lower, match.start()):
            yield Duration(Span(*match.span("amount")), ordinal=number == 0)


def _ordinary(lower: str, at: int) -> bool:
    """«За второй месяц», «работаю с вами третий год»: a term, or about the seller."""
    clause = _clause(lower, at)
    words = clause.split()
    of_term = clause.endswith(" ") and bool(words) and _TERM_BEFORE.has(words[-1])
    return of_term or _ABOUT_SELLER.search(clause) is not None


def _ends_a_complaint(lower: str, at: int) -> bool:
    """«Не приходит выплата два месяца»: something is not so in the same clause, and no term is named."""
    clause = _clause(lower, at)
    words = clause.split()
    return bool(words) and not _TERM.has(words[-1]) and bool(_ONGOING.search(clause)) and not _TERMS.search(clause)


def _clause(lower: str, at: int) -> str:
    """What stands before ``at`` in the same clause, 80 characters at the most."""
    before = lower[max(0, at - _CLAUSE_LENGTH) : at]
    marks = list(_CLAUSE.finditer(before))
    return before[marks[-1].end() :] if marks else before
