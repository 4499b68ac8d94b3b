"""Changes of a TOML text that leave everything else as it stands: comments, order, spaces.

Each function takes a text that ``tomllib`` accepts, with "\\n" as line ends, and gives a new one.
"""

from companion.positions import Span
from companion.preferences.layout import Entry, Layout, Path, layout
from companion.preferences.toml import quoted

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def put(text: str, path: tuple[str, ...], value: str) -> str:
    """Sets one value, ready-made TOML: in its place, else behind its neighbours, else in a new section."""
    found = layout(text)
    entry = found.entry(path)
    if entry:
        return _replaced(text, entry.value, value)
    for length in range(len(path) - 1, 0, -1):
        around, rest = found.entry(path[:length]), path[length:]
        if around and text[around.value.start] == "{":
            return _into_braces(text, found, around, f"{_key(rest)} = {value}")
    table, key = path[:-1], path[-1:]
    section = found.section(table)
    dotted = [item for item in found.below(table) if len(found.sections[item.section].path) < len(table)]
    if section is None and dotted:
        last = dotted[-1]
        relative = path[len(found.sections[last.section].path) :]
        return _inserted(text, _line_end(text, last.value.end), f"{_key(relative)} = {value}\n")
    if section is None:
        gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        return f"{text}{gap}[{_key(table)}]\n{_key(key)} = {value}\n"
    return _inserted(text, _end_of(text, found, section), f"{_key(key)} = {value}\n")


def drop(text: str, path: Path) -> str:
    """Takes one value out, with its line where it stands alone there; a whole section with its header."""
    found = layout(text)
    entry = found.entry(path)
    if entry is not None:
        span = Span(entry.start, entry.value.end)
        gone = _line(text, span) if _stands_alone(found, entry) else _element(text, span, entry.path)
        return _replaced(text, gone, "")
    lines = [_line(text, Span(item.start, item.value.end)) for item in found.below(path) if _stands_alone(found, item)]
    headers = [section.start for section in found.sections[1:] if section.path[: len(path)] == path]
    lines += [_line(text, Span(start, start + 1)) for start in headers]
    for span in sorted(lines, reverse=True):
        text = _replaced(text, span, "")
    return text


def append(text: str, path: tuple[str, ...], value: str) -> str:
    """Adds a value, ready-made TOML, to a list; makes the list where there is none."""
    found = layout(text)
    listed = found.entry(path)
    if listed is None:
        return put(text, path, f"[{value}]")
    elements = [entry for entry in found.below(path) if len(entry.path) == len(path) + 1]
    closing = listed.value.end - 1
    if not elements:
        if "\n" not in text[listed.value.start : closing]:
            return _inserted(text, listed.value.start + 1, value)
        return _inserted(text, text.rindex("\n", 0, closing) + 1, f"  {value},\n")
    last = elements[-1]
    comma = _comma_behind(text, last.value.end, closing)
    line_end = text.find("\n", last.value.end, closing)
    if line_end < 0:
        return _inserted(text, last.value.end, f", {value}")
    indent = text[text.rindex("\n", 0, last.start) + 1 : last.start]
    indent = indent if indent.isspace() else "  "
    text = _inserted(text, line_end, f"\n{indent}{value},")
    return text if comma is not None else _inserted(text, last.value.end, ",")


def _into_braces(text: str, found: Layout, around: Entry, pair: str) -> str:
    closing = around.value.end - 1
    inside = text[around.value.start + 1 : closing]
    end = closing - (len(inside) - len(inside.rstrip()))
    return _inserted(text, end, f", {pair}" if found.below(around.path) else f" {pair}")


def _end_of(text: str, found: Layout, section: int) -> int:
    """Behind the last value of a section; of an empty one, behind the comments under its header."""
    own = [entry for entry in found.entries if entry.section == section]
    if own:
        return _line_end(text, max(entry.value.end for entry in own))
    at = found.sections[section].body
    while text.startswith("#", at):
        at = _line_end(text, at)
    return at


def _stands_alone(found: Layout, entry: Entry) -> bool:
    """Whether it has a line of its own: it stands in no list and in no braces."""
    return not any(
        other.value.start < entry.start < other.value.end for other in found.entries if other.path != entry.path
    )


def _element(text: str, span: Span, path: Path) -> Span:
    """One element of a list or of braces with the comma that goes with it, and with its line when it is alone there."""
    comma = _comma_behind(text, span.end, len(text))
    of_list = isinstance(path[-1], int)
    if comma is None and not of_list:
        # Braces stand in one line and may not end in a comma.
        before = text[: span.start].rstrip()
        return Span(len(before) - before.endswith(","), span.end)
    end = span.end if comma is None else comma + 1
    line = _line(text, Span(span.start, end))
    if not text[line.start : span.start].strip() and text[end : line.end].strip()[:1] in ("", "#"):
        return line
    return Span(span.start, end + (text[end : end + 1] == " "))


def _comma_behind(text: str, at: int, end: int) -> int | None:
    """Where the comma behind an element stands; comments may stand between them."""
    while at < end and text[at] != ",":
        if text[at] == "#":
            at = _line_end(text, at)
        elif text[at].isspace():
            at += 1
        else:
            return None
    return at if at < end else None


def _line(text: str, span: Span) -> Span:
    """The whole lines of a span."""
    return Span(text.rfind("\n", 0, span.start) + 1, _line_end(text, span.end))


def _line_end(text: str, at: int) -> int:
    """Behind the end of a line; behind the text where the last line has none."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _inserted(text: str, at: int, new: str) -> str:
    if at == len(text) and text and not text.endswith("\n") and new.endswith("\n"):
        new = "\n" + new
    return text[:at] + new + text[at:]


def _replaced(text: str, span: Span, new: str) -> str:
    return text[: span.start] + new + text[span.end :]


def _key(path: Path) -> str:
    return ".".join(str(name) if _BARE.issuperset(str(name)) and name else quoted(str(name)) for name in path)
