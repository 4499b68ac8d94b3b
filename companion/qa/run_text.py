"""A run as a person reads it at a console."""

from collections.abc import Iterator

from companion.qa.measured import CorpusRun, Failing, Misread, Run, Shortfall
from companion.qa.numbers import Agreement, Group, RuleNumbers

_KINDS = {"excellent": "образцовых", "flawed": "с недостатками", "trap": "ловушек"}
_FAULTS = {"unexpected": "лишнее", "missed": "пропущено"}
_SHORTFALLS = {
    "errors": "точность ошибок",
    "warnings_and_hints": "точность замечаний и советов",
    "silence": "молчание на образцовых черновиках",
}


def run_text(run: Run) -> str:
    """Tables, totals, slow rules, then the drafts that failed and what is below its threshold."""
    lines = [f"Набор правил {run.ruleset}"]
    for corpus in run.corpora:
        lines += ["", *_corpus_lines(corpus)]
    return "\n".join(lines)


def share_text(share: float | None) -> str:
    """«97,2 %»; a dash where there was nothing to count."""
    return "—" if share is None else f"{100 * share:.1f} %".replace(".", ",")


def _corpus_lines(corpus: CorpusRun) -> Iterator[str]:
    numbers = corpus.numbers
    kinds = ", ".join(f"{_KINDS[kind]} {count}" for kind, count in numbers.kinds.items())
    yield f"Корпус {corpus.corpus}: черновиков {numbers.drafts} ({kinds})"
    yield ""
    yield from _table(numbers.rules)
    yield ""
    yield f"Точность ошибок: {_group(numbers.errors)}"
    yield f"Точность замечаний и советов: {_group(numbers.warnings_and_hints)}"
    yield f"Молчание на образцовых черновиках: {_agreement(numbers.silence)}"
    yield f"Категория: {_agreement(numbers.category)}. Вид срока: {_agreement(numbers.deadline)}"
    slowest = ", ".join(f"{time.rule} {time.microseconds:.0f}" for time in corpus.slowest)
    yield f"Самые медленные правила, мкс на черновик: {slowest}"
    if corpus.failing:
        yield ""
        yield f"Не так, как размечено: {len(corpus.failing)}"
        yield from (line for failing in corpus.failing for line in _failing_lines(failing))
    yield ""
    yield from map(_shortfall, corpus.below) if corpus.below else ("Все пороги выдержаны.",)


def _table(rules: tuple[RuleNumbers, ...]) -> Iterator[str]:
    """Only rules that fired or had to."""
    counted = [rule for rule in rules if rule.findings or rule.labelled]
    width = max((len(rule.rule) for rule in counted), default=0)
    yield f"{'правило':<{width}}  верно  лишне  пропущ  без метки  точность  полнота       F1  lintscore  найдено"
    for rule in counted:
        shares = f"{share_text(rule.precision):>8}  {share_text(rule.recall):>7}  {share_text(rule.f1):>7}"
        score = f"{rule.lintscore:.1f}".replace(".", ",")
        yield (
            f"{rule.rule:<{width}}  {rule.right:>5}  {rule.wrong:>5}  {rule.missed:>6}  {rule.unjudged:>9}  {shares}"
            f"  {score:>9}  {rule.findings:>7}"
        )
    quiet = len(rules) - len(counted)
    if quiet:
        yield f"Не встретились и не ожидались: {quiet}"


def _group(group: Group) -> str:
    return f"{share_text(group.precision)} ({group.right} из {group.right + group.wrong})"


def _agreement(agreement: Agreement) -> str:
    return f"{share_text(agreement.share)} ({agreement.right} из {agreement.drafts})"


def _failing_lines(failing: Failing) -> Iterator[str]:
    yield f"- {failing.id}"
    yield from (f"    {_FAULTS[fault.what]} {fault.rule}: «{fault.excerpt}»" for fault in failing.faults)
    yield from _misread("категория", failing.category)
    yield from _misread("вид срока", failing.deadline)


def _misread(what: str, misread: Misread | None) -> Iterator[str]:
    if misread:
        yield f"    {what}: размечено {misread.labelled}, понято {misread.found}"


def _shortfall(short: Shortfall) -> str:
    what = _SHORTFALLS.get(short.of, f"полнота {short.of}")
    return f"Ниже порога: {what} {share_text(short.share)}, нужно {share_text(short.least)}"
