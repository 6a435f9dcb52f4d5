"""The sector's other words for what was typed; pure, from two small tables that are read once.

A synonym widens the question and is said on the page; an unclear word is only ever offered.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from app.search.analysis import Meaning, Term, pattern_of
from app.search.query import Pattern
from app.search.vocabulary import AMBIGUOUS

_DATA = Path(__file__).parent / "data"
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]*[A-Z]s?|[A-Z]\d[A-Z]")


@dataclass(frozen=True)
class Entry:
    """A term as it is analysed, and what it can mean."""

    pattern: Pattern
    meanings: tuple[str, ...]
    # small letters make an ordinary word of it: "are", "add", "send"
    capitals: bool = False
    unclear: bool = False

    def stands_at(self, terms: Sequence[Term], start: int) -> bool:
        there = terms[start : start + len(self.pattern)]
        return len(there) == len(self.pattern) and all(
            not term.as_typed and tokens[0] in term.pattern[0]
            for tokens, term in zip(self.pattern, there, strict=True)
        )


@dataclass(frozen=True)
class Widened:
    """The terms with their meanings, and the unclear words among them with theirs."""

    terms: tuple[Term, ...]
    unclear: Mapping[str, tuple[str, ...]]


def widened(terms: Sequence[Term]) -> Widened:
    """Give each word, or words in a row, its meanings; where two begin, the longer one counts."""
    wider: list[Term] = []
    unclear: dict[str, tuple[str, ...]] = {}
    at = 0
    while at < len(terms):
        entry = _entry_at(terms, at)
        if entry is None:
            wider.append(terms[at])
            at += 1
            continue
        there = terms[at : at + len(entry.pattern)]
        shown = " ".join(term.shown for term in there)
        if entry.unclear or (entry.capitals and not shown.isupper()):
            # "are" in a sentence is no question after age-related expectations
            if not there[0].optional:
                unclear[shown] = entry.meanings
            wider.extend(there)
        else:
            meanings = tuple(_meaning(words, shown, len(there)) for words in entry.meanings)
            wider.extend(replace(term, meanings=meanings) for term in there)
        at += len(there)
    return Widened(tuple(wider), unclear)


def _entry_at(terms: Sequence[Term], at: int) -> Entry | None:
    tokens = terms[at].pattern[0]
    candidates = [entry for token in tokens for entry in _by_first_token().get(token, ())]
    fitting = (entry for entry in candidates if entry.stands_at(terms, at))
    return max(fitting, key=lambda entry: len(entry.pattern), default=None)


@cache
def _meaning(words: str, instead_of: str, share: int) -> Meaning:
    return Meaning(words, pattern_of(words), instead_of, share)


@cache
def _by_first_token() -> Mapping[str, tuple[Entry, ...]]:
    by_token: dict[str, list[Entry]] = {}
    for entry in read():
        by_token.setdefault(entry.pattern[0][0], []).append(entry)
    return {token: tuple(entries) for token, entries in by_token.items()}


@cache
def read() -> tuple[Entry, ...]:
    """Return every term that is known, however it is written, once."""
    unclear = {
        pattern: Entry(pattern, _split(row["meanings"]), unclear=True)
        for row in rows("ambiguous")
        for pattern in _spellings(row["term"])
    }
    capitals: set[Pattern] = set()
    meanings: dict[Pattern, list[str]] = {}
    for row in rows("synonyms"):
        found = _split(row["meanings"])
        for pattern in _spellings(row["term"]):
            meanings.setdefault(pattern, []).extend(found)
            if row["capitals"]:
                capitals.add(pattern)
        for words, term in _written_out(row["term"], found, capitals=bool(row["capitals"])):
            meanings.setdefault(pattern_of(words), []).append(term)
    synonyms = (
        Entry(pattern, _different(pattern, words), capitals=pattern in capitals)
        for pattern, words in meanings.items()
        if pattern not in unclear
    )
    return (*unclear.values(), *synonyms)


def rows(table: str) -> list[dict[str, str]]:
    with (_DATA / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _split(meanings: str) -> tuple[str, ...]:
    return tuple(meaning.strip() for meaning in meanings.split(";"))


def _spellings(term: str) -> set[Pattern]:
    # the ends of acronyms are not cut in capitals, but may be in small letters
    return {pattern_of(term), pattern_of(term.lower())} if term.isupper() else {pattern_of(term)}


def _written_out(
    term: str, meanings: Iterable[str], *, capitals: bool
) -> Iterable[tuple[str, str]]:
    """Yield what an acronym stands for with the acronym: the short form is a meaning of the long.

    Not where the short form is an ordinary word to the index, which would be found everywhere.
    """
    if not _ACRONYM.fullmatch(term) or (capitals and term.lower() not in AMBIGUOUS):
        return
    for words in meanings:
        if " " in words and not any(map(_ACRONYM.fullmatch, words.split())):
            yield words, term


def _different(pattern: Pattern, meanings: Iterable[str]) -> tuple[str, ...]:
    once = {pattern_of(words): words for words in reversed([*meanings])}
    once.pop(pattern, None)
    return tuple(reversed(once.values()))
