"""What a check says once the user's own words, rules and deadlines count."""

import unicodedata
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from companion.checker import check
from companion.draft import CheckRequest
from companion.expectation import GUIDE_POLICY
from companion.expectation.policy import parse_term
from companion.payload import validate
from companion.positions import Span
from companion.preferences import AS_DELIVERED, Preferences
from companion.reading import Reading
from companion.report import Report, Suggestion
from companion.rules import all_rules, catalogue, ruleset
from companion.rules.ownwords import findings
from companion.rules.rule import Hit, Rule
from companion.rules.tone.emotional import emotional
from tests.support.rules import of_rule

NOW = datetime.fromisoformat("2026-11-23T10:00:00+03:00")


def report(description: str, preferences: Preferences = AS_DELIVERED, **draft: Any) -> Report:
    body = {"draft": {"subject": "Финансы", "description": description, **draft}}
    return check(validate(CheckRequest, body), now=NOW, preferences=preferences)


def matched(rule: str, found: Report) -> list[str]:
    return [suggestion.matched for suggestion in of_rule(found, rule)]


def fixed(description: str, suggestion: Suggestion, number: int = 0) -> str:
    (edit,) = suggestion.fixes[number].edits
    return description[: edit.offset] + edit.text + description[edit.offset + edit.length :]


class TestAllowedNames:
    """Brands, names and product words: silent for tone and style, and for nothing else."""

    @pytest.mark.parametrize(
        ("name", "rule", "description", "left"),
        [
            ("Мошенник", "tone.emotional", "Игра «для компании» Мошенник не отображается.", []),
            ("мошенник", "tone.emotional", "Игры МОШЕННИК и книги о Мошенниках скрыты.", []),
            ("мошенник", "tone.emotional", "Мошенники, верните деньги. Позор!", ["Позор"]),
            ("Полный кошмар", "tone.emotional", "Игра Полный кошмар скрыта, и это кошмар.", ["кошмар"]),
            ("Ромашка", "tone.shouting", "Товар РОМАШКА скрыт.", []),
            ("Ромашка", "tone.shouting", "Верните РОМАШКУ СРОЧНО.", ["СРОЧНО"]),
            ("Чёрная Дыра", "tone.shouting", "Бренд одежды, товар ЧЕРНАЯ ДЫРА скрыт.", []),
            ("Bang!!", "tone.shouting", "Напиток Bang!! скрыт. Верните!!", ["!!"]),
            ("Хуй", "tone.profanity", "Музей «Хуй» и снова хуйня.", ["хуйня"]),
            ("Бл*ть", "tone.profanity", "Футболка «Бл*ть» скрыта.", []),
        ],
    )
    def test_are_no_findings(self, name: str, rule: str, description: str, left: list[str]) -> None:
        assert matched(rule, report(description)) != left
        assert matched(rule, report(description, Preferences(allowed=(name,)))) == left

    def test_are_met_however_they_are_written(self) -> None:
        allowed = Preferences(allowed=("Ёж и Ко-бра",))
        for written in (
            "ЁЖ И КО-БРА",
            "ЕЖ И КО-БРА",
            "ЁЖ\u00a0И  КО\u2013БРА",
            unicodedata.normalize("NFD", "ЁЖ И КО-БРА"),
        ):
            assert matched("tone.shouting", report(f"Товар {written} скрыт.")) != []
            assert matched("tone.shouting", report(f"Товар {written} скрыт.", allowed)) == []

    @pytest.mark.parametrize(
        ("name", "description", "rule"),
        [
            ("пароль qwerty12345", "Мой пароль qwerty12345, проверьте вход.", "privacy.secret"),
            ("вчера", "Вчера не пришла оплата за заказ 57195475-0050.", "date.relative"),
            ("скриншот прилагаю", "Скриншот прилагаю, оплата 12.11.2026 не пришла.", "evidence.promised"),
        ],
    )
    def test_do_not_silence_proof_dates_and_secrets(self, name: str, description: str, rule: str) -> None:
        assert of_rule(report(description, Preferences(allowed=(name,))), rule) != []

    def test_keep_the_other_findings_and_their_keys(self) -> None:
        description = "Товар РОМАШКА скрыт. Это позор, верните СРОЧНО."
        with_name = report(description, Preferences(allowed=("Ромашка",))).suggestions
        without = [found for found in report(description).suggestions if found.matched != "РОМАШКА"]
        assert with_name == tuple(without)


class TestAddedWords:
    """Words that the user wants to be found as emotional, with what to write instead."""

    @pytest.mark.parametrize(
        ("words", "description", "expected"),
        [
            ({"косяк": "ошибка"}, "Это косяк склада.", "Это ошибка склада."),
            ({"косяк": "ошибка"}, "Исправьте косяк склада.", "Исправьте ошибку склада."),
            ({"косяк": "ошибка"}, "Исправьте ваш косяк.", "Исправьте вашу ошибку."),
            (
                {"косяк": "ошибка"},
                "Ваш серьёзный косяк в отчёте.",
                "Ваша серьёзная ошибка в отчёте.",
            ),
            ({"косяк": "ошибка"}, "КОСЯКИ склада повторились.", "Ошибки склада повторились."),
            ({"косяк": "ошибка"}, "Нашли Косяки склада.", "Нашли Ошибки склада."),
            ({"накосячить": "ошибиться"}, "Вы накосячили с оплатой.", "Вы ошиблись с оплатой."),
            ({"в шоколаде": "довольны"}, "Мы были в  шоколаде от склада.", "Мы были довольны от склада."),
            ({"Ёкнуть": "сломаться"}, "Терминал екнул.", "Терминал сломался."),
            (
                {"жуть": ""},
                "Жуть. Прошу вернуть оплату за заказ 57195475-0050.",
                "Прошу вернуть оплату за заказ 57195475-0050.",
            ),
        ],
    )
    def test_are_replaced_in_their_form(self, words: dict[str, str], description: str, expected: str) -> None:
        (found,) = of_rule(report(description, Preferences(emotional=tuple(words.items()))), "tone.emotional")
        assert fixed(description, found) == expected

    def test_are_silent_after_the_fix(self) -> None:
        own = Preferences(emotional=(("косяк", "ошибка"), ("тупить", "медленно работать")))
        description = "Нашли косяки, терминал тупит."
        for _ in range(2):
            description = fixed(description, of_rule(report(description, own), "tone.emotional")[0])
        assert description == "Нашли ошибки, терминал медленно работает."
        assert of_rule(report(description, own), "tone.emotional") == []

    def test_come_before_what_the_rule_itself_says_of_them(self) -> None:
        own = Preferences(emotional=(("кошмар", "сбой"),))
        assert fixed("Это кошмар.", of_rule(report("Это кошмар.", own), "tone.emotional")[0]) == "Это сбой."
        assert len(of_rule(report("Это кошмар.", own), "tone.emotional")) == 1

    def test_are_met_however_they_are_written(self) -> None:
        own = Preferences(emotional=(("ёлки-палки", ""), ("в шоколаде", "довольны")))
        for written in ("Елки-палки", "ЁЛКИ\u2014ПАЛКИ", "в\u00a0шоколаде", unicodedata.normalize("NFD", "ёлки-палки")):
            assert matched("tone.emotional", report(f"Ну {written}, склад.", own)) == [written]

    def test_are_not_met_in_quotations_and_other_words(self) -> None:
        own = Preferences(emotional=(("косяк", "ошибка"), ("в шоколаде", "")))
        description = "Покупатель пишет: «это косяк». Товар: конфеты в шоколаде. Косячок."
        assert matched("tone.emotional", report(description, own)) == ["в шоколаде"]
        assert matched("tone.emotional", report("Плитка в шоколадеХ и в. шоколаде", own)) == []

    def test_a_fix_is_safe_only_where_nothing_else_has_to_change(self) -> None:
        own = Preferences(emotional=(("косяк", "ошибка"), ("прога", "программа"), ("в шоке", "удивлены")))
        found = of_rule(report("Мы в шоке: в проге косяк.", own), "tone.emotional")
        assert [suggestion.fixes[0].applicability for suggestion in found] == ["ask", "safe", "ask"]

    def test_of_the_informal_kind_speak_under_style_informal(self) -> None:
        informal = Rule("style.informal", "description", "hint", emotional.find)
        own = Preferences(informal=(("комп", "компьютер"),))
        draft = validate(CheckRequest, {"draft": {"description": "На компах ошибка."}}).draft
        (hit,) = findings(informal, Reading(draft, now=NOW, preferences=own))
        assert isinstance(hit, Hit)
        assert hit.span == Span(3, 9)
        assert [change.text for change in hit.remedies[0].changes] == ["компьютерах"]

    def test_inside_an_allowed_name_are_silent(self) -> None:
        own = Preferences(allowed=("Косяк Пандоры",), emotional=(("косяк", "ошибка"),))
        assert matched("tone.emotional", report("Товар «Косяк Пандоры» скрыт, исправьте косяк.", own)) == ["косяк"]


class TestRules:
    """Rules that are off, or weigh more or less than delivered."""

    DRAFT = "Оплата 12.11.2026 за заказ 57195475-0050 не пришла. Это позор! Прошу вернуть. Скриншот прилагаю."

    def test_a_rule_that_is_off_is_silent(self) -> None:
        off = Preferences(rules=(("tone.emotional", "off"), ("evidence.promised", "off")))
        usual = {suggestion.rule for suggestion in report(self.DRAFT).suggestions}
        now = {suggestion.rule for suggestion in report(self.DRAFT, off).suggestions}
        assert usual - now == {"tone.emotional", "evidence.promised"}

    @pytest.mark.parametrize("rule", [rule.id for rule in all_rules()])
    def test_every_rule_may_be_off(self, rule: str) -> None:
        off = Preferences(rules=((rule, "off"),))
        for description in ("", self.DRAFT, "вчера НЕ ПРИШЛО!!!"):
            assert of_rule(report(description, off, subject=""), rule) == []

    def test_ready_and_the_checklist_follow_the_changed_severity(self) -> None:
        def tone(preferences: Preferences) -> tuple[bool, str]:
            found = report(
                "Это позор! Прошу вернуть оплату за заказ 57195475-0050 от 12.11.2026.",
                preferences,
                reference="57195475-0050",
            ).readiness
            return found.ready, next(item.status for item in found.checklist if item.item == "tone")

        assert tone(AS_DELIVERED) == (True, "problem")
        assert tone(Preferences(rules=(("tone.emotional", "error"),))) == (False, "problem")
        assert tone(Preferences(rules=(("tone.emotional", "hint"),))) == (True, "done")

    def test_what_is_missing_is_missing_no_more_once_it_is_a_hint(self) -> None:
        hint = Preferences(rules=(("subject.missing", "hint"),))
        found = report(self.DRAFT, hint, subject="").readiness
        assert found.checklist[0].status == "done"
        assert report(self.DRAFT, subject="").readiness.checklist[0].status == "missing"

    def test_findings_at_one_place_are_ordered_by_the_changed_severity(self) -> None:
        rules = [suggestion.rule for suggestion in report("", subject="").suggestions]
        assert rules == ["subject.missing", "description.missing"]
        changed = report("", Preferences(rules=(("description.missing", "hint"),)), subject="").suggestions
        assert [suggestion.severity for suggestion in changed] == ["error", "hint"]

    def test_the_catalogue_shows_what_is_in_force(self) -> None:
        changed = catalogue(Preferences(rules=(("tone.emotional", "off"), ("tone.shouting", "error"))))
        shown = {entry.id: (entry.enabled, entry.severity, entry.own_severity) for entry in changed.rules}
        assert shown["tone.emotional"] == (False, "warning", "warning")
        assert shown["tone.shouting"] == (True, "error", "warning")
        assert shown["subject.missing"] == (True, "error", "error")


class TestDeadlines:
    """Times of one kind that the user knows better."""

    def test_one_kind_is_changed_and_the_others_and_their_order_stay(self) -> None:
        policy = GUIDE_POLICY.with_terms([parse_term("finance", "2-4 рабочих дня")])
        own = Preferences(policy=policy)
        finance = report(TestRules.DRAFT, own).expectation
        assert (finance.kind, finance.label) == ("finance", "2–4 рабочих дня")
        assert (finance.earliest, finance.due) == ("2026-11-25", "2026-11-27T23:59:59+03:00")
        repeated = report(f"Повторное обращение. {TestRules.DRAFT}", own).expectation
        assert (repeated.kind, repeated.label) == ("complex", "до 5 рабочих дней")
        assert [term.kind for term in policy.terms] == [term.kind for term in GUIDE_POLICY.terms]

    def test_days_may_become_hours(self) -> None:
        policy = GUIDE_POLICY.with_terms([parse_term("finance", "12 часов")])
        found = report(TestRules.DRAFT, Preferences(policy=policy)).expectation
        assert (found.label, found.earliest, found.due) == ("до 12 часов", None, "2026-11-23T22:00:00+03:00")


class TestRuleset:
    """The name of the rules tells whether two reports were made by the same ones."""

    CHANGED = (
        Preferences(allowed=("Жесть",)),
        Preferences(informal=(("комп", "компьютер"),)),
        Preferences(emotional=(("комп", "компьютер"),)),
        Preferences(emotional=(("комп", ""),)),
        Preferences(rules=(("tone.shouting", "off"),)),
        Preferences(rules=(("tone.shouting", "hint"),)),
        Preferences(policy=GUIDE_POLICY.with_terms([parse_term("finance", "2–4 рабочих дня")])),
    )

    def test_differs_with_every_change(self) -> None:
        assert len({ruleset(), *map(ruleset, self.CHANGED)}) == len(self.CHANGED) + 1
        assert report("Добрый день.", self.CHANGED[0]).ruleset == ruleset(self.CHANGED[0])

    def test_is_the_delivered_one_without_any(self) -> None:
        assert ruleset(Preferences()) == ruleset() == report("Добрый день.").ruleset

    def test_does_not_depend_on_the_order_in_the_file(self) -> None:
        one = Preferences(allowed=("а", "б"), rules=(("tone.shouting", "off"), ("date.relative", "hint")))
        other = replace(one, allowed=one.allowed[::-1], rules=one.rules[::-1])
        assert ruleset(one) == ruleset(other)
