"""The quality of the rules, measured: labelled corpora, differences between rulesets, mutation (docs/qa.md)."""
