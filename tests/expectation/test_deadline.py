"""When an answer can be expected (contract §5)."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.expectation import GUIDE_POLICY, Policy, Signals, expect
from companion.expectation.calendar import is_published, is_working
from companion.expectation.policy import Term, WorkingDays, parse_term
from companion.report import Expectation
from tests.support.production_calendar import DAYS_OFF, published

FINANCE = Signals("finance", "Тема «Финансы»", None, ())
STANDARD = Signals("logistics", "Тема «Логистика»", None, ())
COMPLEX = Signals("logistics", "Тема «Логистика»", None, ("Спор с покупателем",))
URGENT = Signals("account", "Тема «Аккаунт»", "Не открывается личный кабинет", ())


def sent(moment: str, signals: Signals = FINANCE) -> Expectation:
    return expect(signals, datetime.fromisoformat(moment))


def test_the_example_of_the_contract() -> None:
    assert sent("2026-11-23T10:00:00+03:00").model_dump(mode="json") == {
        "kind": "finance",
        "label": "1–3 рабочих дня",
        "earliest": "2026-11-24",
        "due": "2026-11-26T23:59:59+03:00",
        "official": False,
        "because": ["Тема «Финансы»"],
        "observed": None,
    }


class TestTheFirstKindThatFitsCounts:
    everything = Signals("finance", "Тема «Финансы»", "Не открывается личный кабинет", ("Спор с покупателем",))

    @pytest.mark.parametrize(
        ("signals", "kind", "label", "because"),
        [
            (everything, "urgent", "до 8 часов", ("Не открывается личный кабинет",)),
            (URGENT, "urgent", "до 8 часов", ("Не открывается личный кабинет",)),
            (
                Signals("finance", "Тема «Финансы»", None, ("Три заказа", "Повторное обращение")),
                "complex",
                "до 5 рабочих дней",
                ("Три заказа", "Повторное обращение"),
            ),
            (FINANCE, "finance", "1–3 рабочих дня", ("Тема «Финансы»",)),
            (Signals("finance", "", "", ()), "finance", "1–3 рабочих дня", ("Финансовый вопрос",)),
            (STANDARD, "standard", "до 24 часов", ("Обычный вопрос",)),
        ],
    )
    def test_from_the_top(self, signals: Signals, kind: str, label: str, because: tuple[str, ...]) -> None:
        answer = sent("2026-11-23T10:00:00+03:00", signals)
        assert (answer.kind, answer.label, answer.because) == (kind, label, because)

    def test_in_the_order_of_the_policy(self) -> None:
        reversed_terms = (Term("finance", "скоро", WorkingDays(1)), Term("urgent", "скоро", WorkingDays(1)))
        moment = datetime(2026, 11, 23, tzinfo=UTC)
        assert expect(self.everything, moment, Policy(reversed_terms)).kind == "finance"


class TestHoursRunRoundTheClock:
    @pytest.mark.parametrize(
        ("moment", "signals", "due"),
        [
            ("2026-11-23T10:15:30+03:00", STANDARD, "2026-11-24T10:15:30+03:00"),
            ("2026-11-23T20:00:00+03:00", URGENT, "2026-11-24T04:00:00+03:00"),
            ("2026-12-31T23:59:59+03:00", URGENT, "2027-01-01T07:59:59+03:00"),
            ("2026-01-03T12:00:00+03:00", STANDARD, "2026-01-04T12:00:00+03:00"),
            # Clocks stood still in Moscow in 2026, whatever they did in Berlin that night.
            ("2026-03-29T01:30:00+01:00", URGENT, "2026-03-29T11:30:00+03:00"),
            ("2026-11-23T10:00:00.999999+03:00", URGENT, "2026-11-23T18:00:00+03:00"),
            # Kamchatka, Kaliningrad, UTC: the same moment in Moscow's clock.
            ("2026-11-23T19:00:00+12:00", URGENT, "2026-11-23T18:00:00+03:00"),
            ("2026-11-23T09:00:00+02:00", URGENT, "2026-11-23T18:00:00+03:00"),
            ("2026-11-23T07:00:00Z", URGENT, "2026-11-23T18:00:00+03:00"),
            # Before 26 October 2014 Moscow had +04:00: still written with +03:00.
            ("2013-07-01T10:00:00+04:00", URGENT, "2013-07-01T17:00:00+03:00"),
        ],
    )
    def test_due(self, moment: str, signals: Signals, due: str) -> None:
        answer = sent(moment, signals)
        assert (answer.due, answer.earliest) == (due, None)

    def test_no_word_about_the_calendar(self) -> None:
        assert sent("2026-12-31T12:00:00+03:00", STANDARD).because == ("Обычный вопрос",)


class TestWorkingDays:
    @pytest.mark.parametrize(
        ("moment", "earliest", "due"),
        [
            pytest.param("2026-11-20T18:00:00+03:00", "2026-11-23", "2026-11-25", id="on a Friday"),
            pytest.param("2026-11-21T12:00:00+03:00", "2026-11-23", "2026-11-25", id="on a Saturday"),
            pytest.param("2026-11-22T23:59:59+03:00", "2026-11-23", "2026-11-25", id="on a Sunday night"),
            pytest.param("2026-11-23T00:00:00+03:00", "2026-11-24", "2026-11-26", id="at midnight"),
            pytest.param("2026-11-23T03:00:00+03:00", "2026-11-24", "2026-11-26", id="at night"),
            pytest.param("2026-11-24T08:00:00+12:00", "2026-11-24", "2026-11-26", id="Kamchatka, still the 23rd"),
            pytest.param("2026-11-24T09:00:00+12:00", "2026-11-25", "2026-11-27", id="Kamchatka, the 24th"),
            pytest.param("2026-11-23T22:59:59+02:00", "2026-11-24", "2026-11-26", id="Kaliningrad, still the 23rd"),
            pytest.param("2026-11-23T23:00:00+02:00", "2026-11-25", "2026-11-27", id="Kaliningrad, already the 24th"),
            pytest.param("2025-12-30T18:00:00+03:00", "2026-01-12", "2026-01-14", id="eve of the long holidays"),
            pytest.param("2025-12-31T23:59:59+03:00", "2026-01-12", "2026-01-14", id="31 December"),
            pytest.param("2026-12-31T23:59:59+03:00", "2027-01-11", "2027-01-13", id="31 December a year later"),
            pytest.param("2026-01-07T12:00:00+03:00", "2026-01-12", "2026-01-14", id="Christmas"),
            pytest.param("2025-10-31T12:00:00+03:00", "2025-11-01", "2025-11-06", id="before a working Saturday"),
            pytest.param("2025-11-01T12:00:00+03:00", "2025-11-05", "2025-11-07", id="on a working Saturday"),
            pytest.param("2027-02-19T12:00:00+03:00", "2027-02-20", "2027-02-25", id="working Saturday of 2027"),
        ],
    )
    def test_finance_is_a_range(self, moment: str, earliest: str, due: str) -> None:
        answer = sent(moment)
        assert (answer.earliest, answer.due) == (earliest, f"{due}T23:59:59+03:00")

    @pytest.mark.parametrize(
        ("moment", "due"),
        [
            ("2026-11-23T10:00:00+03:00", "2026-11-30T23:59:59+03:00"),
            ("2026-04-30T10:00:00+03:00", "2026-05-08T23:59:59+03:00"),
            ("2027-12-30T10:00:00+03:00", "2028-01-14T23:59:59+03:00"),
        ],
    )
    def test_complex_has_an_end_only(self, moment: str, due: str) -> None:
        answer = sent(moment, COMPLEX)
        assert (answer.earliest, answer.due) == (None, due)


class TestTheCalendarIsNamedWhereItMatters:
    @pytest.mark.parametrize(
        ("moment", "notes"),
        [
            pytest.param("2026-11-20T18:00:00+03:00", (), id="an ordinary weekend"),
            pytest.param("2026-06-14T12:00:00+03:00", (), id="the last day of long holidays"),
            pytest.param("2026-05-11T12:00:00+03:00", (), id="a Monday that ends long holidays"),
            pytest.param("2026-11-03T12:00:00+03:00", ("4 ноября — выходной",), id="one day"),
            pytest.param("2026-06-11T12:00:00+03:00", ("12–14 июня — выходные",), id="a long weekend"),
            pytest.param("2025-12-30T12:00:00+03:00", ("с 31 декабря по 11 января — выходные",), id="two years"),
            pytest.param("2026-01-05T12:00:00+03:00", ("с 31 декабря по 11 января — выходные",), id="amid holidays"),
            pytest.param(
                "2025-10-31T12:00:00+03:00", ("1 ноября — рабочая суббота", "2–4 ноября — выходные"), id="Saturday"
            ),
            pytest.param(
                "2008-04-30T12:00:00+03:00", ("1–3 мая — выходные", "4 мая — рабочее воскресенье"), id="Sunday"
            ),
        ],
    )
    def test_notes(self, moment: str, notes: tuple[str, ...]) -> None:
        assert sent(moment).because == ("Тема «Финансы»", *notes)

    @pytest.mark.skipif(is_published(2028), reason="the decree for 2028 is known now: choose a later year")
    def test_a_year_without_a_published_calendar_is_preliminary(self) -> None:
        assert sent("2028-03-20T12:00:00+03:00").because == (
            "Тема «Финансы»",
            "Календарь на 2028 год предварительный",
        )
        assert sent("2027-12-30T12:00:00+03:00").because == (
            "Тема «Финансы»",
            "с 31 декабря по 9 января — выходные",
            "Календарь на 2028 год предварительный",
        )
        assert sent("2028-12-29T12:00:00+03:00").because[-2:] == (
            "Календарь на 2028 год предварительный",
            "Календарь на 2029 год предварительный",
        )


def of_the_calendar(first: date, number: int) -> date:
    """The working day that is so many after a day, counted in the published calendars of the table, not in the code."""
    days = (first + timedelta(days=step) for step in range(1, 60))
    working = [day for day in days if day.year not in DAYS_OFF or day not in published(day.year)]
    return working[number - 1]


EVERY_DAY = [date(2025, 1, 1) + timedelta(days=step) for step in range((date(2027, 12, 15) - date(2025, 1, 1)).days)]
CLOCKS = {
    "Moscow": ("03:00", "+03:00", 0),
    "Kaliningrad before midnight in Moscow": ("22:59", "+02:00", 0),
    "Kaliningrad after midnight in Moscow": ("23:00", "+02:00", 1),
    "Kamchatka while Moscow has yesterday": ("08:59", "+12:00", -1),
    "Kamchatka while Moscow has today": ("09:00", "+12:00", 0),
}


class TestEveryDayOfThreeYears:
    """Sent on any day of 2025, 2026 and 2027, weekends, nights and 31 December too, from three clocks."""

    @pytest.mark.parametrize("clock", CLOCKS)
    @pytest.mark.parametrize(
        ("signals", "first", "last"), [(FINANCE, 1, 3), (COMPLEX, None, 5)], ids=["finance", "complex"]
    )
    def test_working_days_are_those_of_the_published_calendar(
        self, clock: str, signals: Signals, first: int | None, last: int
    ) -> None:
        time, offset, shift = CLOCKS[clock]
        for day in EVERY_DAY:
            in_moscow = day + timedelta(days=shift)
            answer = sent(f"{day}T{time}:00{offset}", signals)
            assert answer.due == f"{of_the_calendar(in_moscow, last)}T23:59:59+03:00", day
            assert answer.earliest == (str(of_the_calendar(in_moscow, first)) if first else None), day

    def test_only_a_year_that_has_no_decree_is_preliminary(self) -> None:
        for day in EVERY_DAY:
            assert not [
                reason for reason in sent(f"{day}T12:00:00+03:00", COMPLEX).because if "предварительный" in reason
            ]

    @pytest.mark.parametrize(
        ("moment", "due"),
        [
            ("2025-12-31T23:59:59+03:00", "2026-01-13T23:59:59+03:00"),
            ("2026-01-01T11:59:59+12:00", "2026-01-13T23:59:59+03:00"),
            ("2025-12-31T22:59:59+02:00", "2026-01-13T23:59:59+03:00"),
            ("2025-11-01T23:30:00+03:00", "2025-11-06T23:59:59+03:00"),
            ("2026-05-09T02:00:00+12:00", "2026-05-13T23:59:59+03:00"),
        ],
    )
    def test_the_users_own_days_follow_the_same_calendar(self, moment: str, due: str) -> None:
        own = GUIDE_POLICY.with_terms([parse_term("finance", "2 рабочих дня")])
        answer = expect(FINANCE, datetime.fromisoformat(moment), own)
        assert (answer.label, answer.earliest, answer.due) == ("до 2 рабочих дней", None, due)


MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - the offset comes from the next argument
    max_value=datetime(2100, 12, 31, 23, 59, 59, 999_999),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
ALL_SIGNALS = st.sampled_from([FINANCE, STANDARD, COMPLEX, URGENT])


def due(answer: Expectation) -> datetime:
    return datetime.fromisoformat(answer.due)


class TestWhateverTheMoment:
    @given(ALL_SIGNALS, MOMENTS)
    def test_an_answer_is_due_after_sending_and_written_in_moscow_time(
        self, signals: Signals, moment: datetime
    ) -> None:
        answer = expect(signals, moment)
        assert due(answer) > moment
        assert answer.due.endswith("+03:00")
        assert len(answer.due) == len("2026-11-26T23:59:59+03:00")

    @given(ALL_SIGNALS, MOMENTS, MOMENTS)
    def test_sent_later_is_never_due_earlier(self, signals: Signals, one: datetime, other: datetime) -> None:
        first, second = sorted((one, other))
        assert due(expect(signals, first)) <= due(expect(signals, second))

    @given(st.sampled_from([FINANCE, COMPLEX]), MOMENTS)
    def test_working_days_end_on_a_working_day(self, signals: Signals, moment: datetime) -> None:
        assert is_working(due(expect(signals, moment)).date())

    @given(MOMENTS)
    def test_a_range_begins_on_a_working_day_before_its_end(self, moment: datetime) -> None:
        answer = expect(FINANCE, moment)
        assert answer.earliest is not None
        earliest = datetime.fromisoformat(answer.earliest).date()
        assert is_working(earliest)
        assert earliest < due(answer).date()

    @pytest.mark.parametrize("signals", [FINANCE, STANDARD, COMPLEX, URGENT])
    @pytest.mark.parametrize(
        "moment",
        [
            *("2000-01-01T00:00:00+14:00", "2000-01-01T00:00:00-12:00"),
            *("2100-12-31T23:59:59+14:00", "2100-12-31T23:59:59-12:00"),
        ],
    )
    def test_the_edges_of_the_years_hold(self, moment: str, signals: Signals) -> None:
        assert due(sent(moment, signals)) > datetime.fromisoformat(moment)


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        sent("2026-11-23T10:00:00")


def test_the_calendar_package_is_loaded_only_when_working_days_are_asked_for() -> None:
    program = """
import sys
from datetime import UTC, datetime
from companion.expectation import Signals, expect
expect(Signals("other", "", None, ()), datetime(2026, 11, 23, tzinfo=UTC))
print("holidays" in sys.modules)
"""
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"
    )
