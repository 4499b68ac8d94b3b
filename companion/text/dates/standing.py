"""What stands before a day and tells whose day it is: a plan's, a document's, a period's."""

import re

from companion.text.dates.vocabulary import BEGINS, either, table

_PLAN = re.compile(rf"{BEGINS}{either(table('terms')['before_plan'], table('dated_ahead')['words'])} $")
_SINCE = re.compile(rf"{BEGINS}{either(table('terms')['since'])} $")
_OF = re.compile(rf"{BEGINS}{either(table('named_days')['words'])}(?: [^\s,;:.()]+){{0,4}} от $")
_FOR = re.compile(rf"{BEGINS}{either(table('charged_for')['words'])}(?: [^\s,;:.()]+){{0,3}} за $")
_DATE_OF = re.compile(rf"{BEGINS}дат[ауые] {either(table('past_dates')['words'])}(?: [^\W_]+){{0,2}} ?[:=-]? ?$")
_PERIOD = re.compile(rf"{BEGINS}(?:за|период[а-я]*)(?: с)? ?:? ?$")
_BACK, _FAR_BACK = 16, 64


def planned(lower: str, at: int) -> bool:
    """True behind «до», «на», «поставка»."""
    return _PLAN.search(lower, max(0, at - _BACK), at) is not None


def since(lower: str, at: int) -> bool:
    """True behind «с»."""
    return _SINCE.search(lower, max(0, at - _BACK), at) is not None


def named(lower: str, at: int) -> bool:
    """True behind «списание … от», «начисления за», «дата операции:»: that day is told as past."""
    near = lower[max(0, at - _FAR_BACK) : at]
    if near.endswith(" от "):
        return _OF.search(near) is not None
    if near.endswith(" за "):
        return _FOR.search(near) is not None
    return "дат" in near and _DATE_OF.search(near) is not None


def of_period(lower: str, at: int) -> bool:
    """True where a period begins: «за 01.11–30.11.2026»."""
    return _PERIOD.search(lower, max(0, at - _BACK), at) is not None
