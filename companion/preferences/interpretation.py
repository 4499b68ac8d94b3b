"""From the tables of ``settings.toml`` to preferences; everything that cannot be meant is a mistake with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from companion.expectation import GUIDE_POLICY
from companion.expectation.policy import KINDS, PolicyError, Term, parse_term
from companion.preferences.layout import Layout, Path, layout
from companion.preferences.mistakes import Mistake
from companion.preferences.model import AS_DELIVERED, RULE_SETTINGS, WORD_LISTS, Preferences, RuleSetting, Words
from companion.preferences.toml import Unreadable, tables
from companion.report import Severity
from companion.text.ownwords import evened, has_words, stands_in

Severities = Mapping[str, Severity]
"""Per rule id the severity that it has of its own."""

SECTIONS = ("words", "rules", "deadlines")
LONGEST = 100
"""Characters of a word or phrase: longer ones are no words."""
MOST_WORDS = 2000
"""In one list: enough for all brands of a shop."""


@dataclass(frozen=True)
class Interpretation:
    """What a file says. With mistakes the preferences are those as delivered."""

    preferences: Preferences
    mistakes: tuple[Mistake, ...] = ()


def interpret(text: str, severities: Severities) -> Interpretation:
    """Reads a decoded file."""
    try:
        content = tables(text)
    except Unreadable as error:
        return Interpretation(AS_DELIVERED, (error.mistake,))
    reader = _Reader(content, layout(text), severities)
    preferences = reader.preferences()
    mistakes = tuple(sorted(reader.mistakes, key=lambda mistake: mistake.line or 0))
    return Interpretation(AS_DELIVERED if mistakes else preferences, mistakes)


def rule_entries(content: object, prefix: Path = ()) -> Iterator[tuple[str, object, Path]]:
    """``(rule id, value, path)`` of the table of rules: «"tone.shouting"» and «tone.shouting» are the same rule."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from rule_entries(value, (*prefix, key))
    else:
        yield ".".join(map(str, prefix)), content, ("rules", *prefix)


class _Reader:
    def __init__(self, content: Mapping[str, Any], layout: Layout, severities: Severities) -> None:
        self._content = content
        self._layout = layout
        self._severities = severities
        self.mistakes: list[Mistake] = []

    def preferences(self) -> Preferences:
        for name in self._content:
            if name not in SECTIONS:
                self._wrong((name,), f"неизвестный раздел «{name}», есть {', '.join(SECTIONS)}", "unknown section")
        words = self._table(("words",))
        for key in words:
            if key not in ("allow", *WORD_LISTS):
                self._wrong(
                    ("words", key), f"неизвестный список «{key}», есть allow, informal, emotional", "unknown list"
                )
        allowed = self._allowed(words.get("allow", []))
        informal, emotional = (self._words(listed, allowed) for listed in WORD_LISTS)
        return Preferences(allowed, informal, emotional, self._rules(), GUIDE_POLICY.with_terms(self._terms()))

    def _wrong(self, path: Path, reason: str, cause: str) -> None:
        self.mistakes.append(Mistake(self._layout.line(path), reason, cause))

    def _table(self, path: tuple[str, ...]) -> Mapping[str, Any]:
        found = self._content
        for name in path:
            inner = found.get(name, {})
            if not isinstance(inner, Mapping):
                self._wrong(path, f"«{name}» должно быть разделом: [{'.'.join(path)}]", "not a table")
                return {}
            found = inner
        return found

    def _allowed(self, found: object) -> tuple[str, ...]:
        path: Path = ("words", "allow")
        if not isinstance(found, list):
            self._wrong(path, 'нужен список: allow = ["Жесть", "Zippo"]', "not a list")
            return ()
        good = {evened(word): word for at, word in enumerate(found) if self._is_word((*path, at), word)}
        return tuple(good.values()) if self._few(path, len(found)) else ()

    def _words(self, listed: str, allowed: tuple[str, ...]) -> Words:
        path: Path = ("words", listed)
        found = self._table(("words", listed)) if isinstance(self._content.get("words"), Mapping) else {}
        if not self._few(path, len(found)):
            return ()
        names = set(map(evened, allowed))
        good: dict[str, tuple[str, str]] = {}
        for word, replacement in found.items():
            place = (*path, word)
            if not self._is_word(place, word) or not self._is_replacement(place, word, replacement):
                continue
            if evened(word) in names:
                self._wrong(place, f"слово «{word}» есть и в allow; уберите его из одного места", "allowed too")
            elif evened(word) in good:
                self._wrong(place, f"слово «{word}» уже есть выше", "a word twice")
            else:
                good[evened(word)] = (word, replacement)
        self._no_circle(path, good)
        return tuple(good.values())

    def _no_circle(self, path: Path, words: Mapping[str, tuple[str, str]]) -> None:
        listed = tuple(word for word, _ in words.values())
        for word, replacement in words.values():
            if stands_in(listed, replacement):
                self._wrong((*path, word), f"замену «{replacement}» тоже пришлось бы заменять", "a circle of words")

    def _is_word(self, path: Path, word: object) -> bool:
        if not isinstance(word, str):
            self._wrong(path, 'нужно слово в кавычках: "Жесть"', "not a word")
        elif not has_words(word):
            self._wrong(path, f"в «{word}» нет ни буквы, ни цифры", "no letter")
        elif len(word) > LONGEST or "\n" in word:
            self._wrong(path, f"слово длиннее {LONGEST} символов или в несколько строк", "too long")
        else:
            return True
        return False

    def _is_replacement(self, path: Path, word: str, replacement: object) -> bool:
        if not isinstance(replacement, str):
            self._wrong(path, f'нужна замена в кавычках: "{word}" = "…" (или "", если замены нет)', "not a word")
        elif len(replacement) > LONGEST or any(char < " " for char in replacement):
            self._wrong(path, f"замена длиннее {LONGEST} символов или в несколько строк", "too long")
        elif replacement != replacement.strip():
            self._wrong(path, "у замены лишний пробел в начале или в конце", "spaces around")
        else:
            return True
        return False

    def _few(self, path: Path, number: int) -> bool:
        if number > MOST_WORDS:
            self._wrong(path, f"слов больше {MOST_WORDS}", "too many words")
        return number <= MOST_WORDS

    def _rules(self) -> tuple[tuple[str, RuleSetting], ...]:
        good: dict[str, RuleSetting] = {}
        seen: set[str] = set()
        for rule, value, path in rule_entries(self._table(("rules",))):
            setting = next((setting for setting in RULE_SETTINGS if setting == value), None)
            if rule not in self._severities:
                close = get_close_matches(rule, self._severities, 1)
                like = f"; похоже на «{close[0]}»" if close else "; все правила показывает companion rules"
                self._wrong(path, f"нет правила «{rule}»{like}", "unknown rule")
            elif setting is None:
                self._wrong(
                    path, f"для правила «{rule}» пишут {', '.join(map(_in_quotes, RULE_SETTINGS))}", "bad severity"
                )
            elif rule in seen:
                self._wrong(path, f"правило «{rule}» уже есть выше", "a rule twice")
            elif setting != self._severities[rule]:
                good[rule] = setting
            seen.add(rule)
        return tuple(good.items())

    def _terms(self) -> Iterator[Term]:
        for kind, value in self._table(("deadlines",)).items():
            path: Path = ("deadlines", kind)
            try:
                if kind not in KINDS:
                    raise PolicyError(f"неизвестный вид срока «{kind}», есть {', '.join(KINDS)}")
                yield parse_term(kind, value)
            except PolicyError as error:
                self._wrong((*path, error.key) if error.key else path, str(error), "bad deadline")


def _in_quotes(setting: str) -> str:
    return f'"{setting}"'
