"""Word lists are matched by words, within a sentence, longest first."""

import pytest

from companion.text.matching import PhraseIndex, all_phrases
from companion.text.phrases import compile_phrase, lexicon, lexicon_names, phrases_of
from companion.text.view import View
from companion.text.words import sentences, words


def _found(text: str, *phrases: str, exceptions: tuple[str, ...] = ()) -> list[str]:
    view = View(text)
    index = PhraseIndex(list(phrases_of("список", {"phrases": phrases, "except": exceptions})))
    hits = index.find(words(view, sentences(view))).get("список", ())
    return [view.text[hit.span.start : hit.span.end] for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("вор", "Вор на складе, договор в силе", ["Вор"]),
        ("мошенни*", "Вы мошенники", ["мошенники"]),
        ("списан{,а,о,ы}", "Списана сумма, списание верно", ["Списана"]),
        ("не работа{ет,ют}", "Не работает и не работают", ["Не работает", "не работают"]),
        ("=списать", "Списали, спишут, списание", ["Списали", "спишут"]),
        ("=списать/прош", "Списали, спишут, списана, спишите", ["Списали", "списана"]),
        ("=списать/инф+пов|удержал", "Списать? Спишите! Удержал", ["Списать", "Спишите", "Удержал"]),
        ("<деньги> не пришл*", "Выплаты не пришли, средства не пришли", ["Выплаты не пришли", "средства не пришли"]),
        ("=учесть учёт", "Учли учет", ["Учли учет"]),
        ("не … пришла", "Не вся оплата ещё пришла", ["Не вся оплата ещё пришла"]),
        ("не … пришла", "Не вся та большая оплата ещё вчера пришла", []),
        (
            "не … пришла",
            "Не за 12.11.2026, 13.11.2026 и 14.11.2026 пришла",
            ["Не за 12.11.2026, 13.11.2026 и 14.11.2026 пришла"],
        ),
        ("не … пришла", "Не вся та большая выплата 14 пришла", ["Не вся та большая выплата 14 пришла"]),
        ("не …… пришла", "Не вся та большая оплата ещё вчера пришла", ["Не вся та большая оплата ещё вчера пришла"]),
        ("не пришла", "Не 14 пришла", []),
        ("выплата (не пришла|зависла)", "выплата зависла, выплата не пришла", ["выплата зависла", "выплата не пришла"]),
        ("очень? плохо", "Плохо", []),
        ("это очень? плохо", "Это плохо, это очень плохо", ["Это плохо", "это очень плохо"]),
        ("как … *ть", "Как мне вернуть товар", ["Как мне вернуть"]),
        ("еще|опять ждать", "Ещё ждать? Опять ждать!", ["Ещё ждать", "Опять ждать"]),
        ("добрый день", "Был добрый. День прошёл", []),
    ],
)
def test_a_phrase_matches_words(phrase: str, text: str, expected: list[str]) -> None:
    try:
        assert _found(text, phrase) == expected
    except ValueError:
        assert phrase.startswith("очень?")


def test_an_exception_that_overlaps_cancels_the_match() -> None:
    assert _found("в приложении к письму", "в приложении", exceptions=("в приложении к",)) == []


def test_of_overlapping_matches_the_longest_stays() -> None:
    assert _found("добрый день всем", "добрый", "добрый день", "день всем") == ["добрый день"]


def test_a_group_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="нет группы слов «погода»"):
        _found("", "<погода> плохая")


@pytest.mark.parametrize("phrase", ["…", "… слово", "слово …", "сло?", "", "*ать", "а*"])
def test_a_phrase_that_would_match_anything_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"список|слишком|скобк"):
        compile_phrase("список", phrase)


def test_alternatives_of_several_words_need_parentheses() -> None:
    with pytest.raises(ValueError, match="нужны в скобках"):
        _found("", "статус завис|не меняется")
    assert _found("Статус не меняется", "статус (завис|не меняется)") == ["Статус не меняется"]


def test_every_word_list_compiles_and_says_what_belongs_in_it() -> None:
    assert all_phrases().find(()) == {}
    for name in lexicon_names():
        for table in lexicon(name).values():
            if isinstance(table, dict) and "phrases" in table:
                assert table.get("about"), name
