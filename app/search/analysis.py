"""From text to what is matched, the same for the index and for questions, whatever the engine.

No stop list and no shortest word: "IT", "D&T" and "Year 6" are all made of what stop lists drop.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from app.search.query import MOST_TERMS, Part, Pattern, straightened
from app.search.vocabulary import (
    ACRONYMS,
    AMBIGUOUS,
    COMPOUNDS,
    NUMBERS,
    OPTIONAL,
    PARTS,
    SPELLINGS,
    STEMS,
)

LONGEST_TOKEN = 40

_NUMBER = rf"(?:1[0-3]|[1-9]|{'|'.join(NUMBERS)})\b"
_JOIN = r"\s*(?:,|/|-|\u2013|&|\bto\b|\band\b|\bor\b)\s*"
_STAGE = r"(?:k\.?s\.?|key[\s-]*stages?)"
_YEAR = r"(?:years?|yrs?\.?|y)"
# an accent may be a character of its own
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_SCAN = re.compile(
    rf"""
      \b{_STAGE}[\s-]*(?P<stages>{_NUMBER}(?:{_JOIN}(?:\b{_STAGE})?\s*{_NUMBER})*)
    | \b{_YEAR}[\s-]*(?P<years>{_NUMBER}(?:{_JOIN}(?:\b{_YEAR})?\s*{_NUMBER})*)
    | \b(?P<dotted>[a-z](?:\.[a-z])+)\b\.?
    | \b(?P<pair>[a-z]\s*&\s*[a-z]|(?-i:[A-Z]\ and\ [A-Z]))\b
    | (?P<word>{_LETTERS}(?:'{_LETTERS})*)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER_OR_RANGE = re.compile(rf"(?P<to>-|\u2013|\bto\b)|(?P<number>{_NUMBER})", re.IGNORECASE)
_PLURAL_ACRONYM = re.compile(r"([A-Z]{2,5})s")
_COMPOUND_STARTS = frozenset(words[0] for words in COMPOUNDS)
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_stemmer = snowballstemmer.stemmer("english")
# the stemmer keeps the word it is at; two threads would cut each other's
_stemming = threading.Lock()


class Position(NamedTuple):
    """One place in a text: the tokens that stand for it and the characters it covers."""

    tokens: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Meaning:
    """Other words for one or several typed in a row; `share` says for how many."""

    shown: str
    pattern: Pattern
    instead_of: str
    share: int = 1


@dataclass(frozen=True)
class Term:
    """One thing asked for: at each position of the pattern any one of its tokens.

    Most terms have one position; a phrase has several. An optional term counts towards the order
    but need not be found. A phrase or an excluded word is taken as typed: without other words.
    """

    shown: str
    pattern: Pattern
    optional: bool = False
    excluded: bool = False
    as_typed: bool = False
    meanings: tuple[Meaning, ...] = ()


def index_positions(text: str) -> list[Position]:
    """Return what an index keeps of a text."""
    return _compounded(list(_scanned(text, asked=False)), asked=False)


def surface_words(text: str) -> set[str]:
    """Return the longer words of a text as written, for suggestions: the index keeps stems."""
    return {folded(word) for word in set(_LONGER_WORD.findall(text.casefold()))}


def question_terms(parts: tuple[Part, ...]) -> tuple[Term, ...]:
    """Return what the parsed question asks for, at most `MOST_TERMS` terms."""
    return settled(typed_terms(parts))


def typed_terms(parts: tuple[Part, ...]) -> list[Term]:
    """Return every term in the order of typing, repeated ones too."""
    terms: list[Term] = []
    for part in parts:
        positions = _asked_positions(part.text)
        if part.phrase or part.excluded:
            if positions:
                pattern = tuple(position.tokens for position in positions)
                terms.append(Term(part.text, pattern, excluded=part.excluded, as_typed=True))
            continue
        for position in positions:
            shown = part.text[position.start : position.end]
            terms.append(Term(shown, (position.tokens,), optional=shown.casefold() in OPTIONAL))
    return terms


def settled(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms once each, not too many, and not all of them optional."""
    once = list(dict.fromkeys(terms))[:MOST_TERMS]
    if all(term.optional or term.excluded for term in once):
        return tuple(replace(term, optional=False) for term in once)
    return tuple(once)


def pattern_of(text: str) -> Pattern:
    """Return what is asked for by words in a row."""
    return tuple(position.tokens for position in _asked_positions(text))


def _asked_positions(text: str) -> list[Position]:
    return _compounded(list(_scanned(text, asked=True)), asked=True)


def _scanned(text: str, *, asked: bool) -> Iterator[Position]:
    word_tokens = _asked_tokens if asked else _index_tokens
    for found in _SCAN.finditer(straightened(text)):
        # nearly all are words, and a text has many
        if found.lastgroup == "word":
            tokens = word_tokens(found[0])
        else:
            tokens = _special_tokens(found, asked=asked)
        yield Position(tokens, *found.span())


def _special_tokens(found: re.Match[str], *, asked: bool) -> tuple[str, ...]:
    if stages := found["stages"]:
        tokens = tuple(f"ks{number}" for number in _numbers(stages))
        return tokens if asked else (*tokens, "key", "stage", "ks")
    if years := found["years"]:
        tokens = tuple(f"y{number}" for number in _numbers(years))
        return tokens if asked else (*tokens, "year")
    if dotted := found["dotted"]:
        return _word_tokens(dotted.replace(".", "").upper(), asked=asked)
    pair = found["pair"]
    return (f"{pair[0]}&{pair[-1]}".lower(),)


def _numbers(written: str) -> list[int]:
    """Read "3, 4 and 6" and "3 to 6" (which means everything between, too)."""
    numbers: list[int] = []
    reaches = False
    for found in _NUMBER_OR_RANGE.finditer(written):
        if found["to"]:
            reaches = bool(numbers)
            continue
        number = NUMBERS.get(found["number"].lower()) or int(found["number"])
        if reaches:
            numbers.extend(range(numbers[-1] + 1, number))
        numbers.append(number)
        reaches = False
    return list(dict.fromkeys(numbers))


@lru_cache(maxsize=100_000)
def _index_tokens(written: str) -> tuple[str, ...]:
    return _word_tokens(written, asked=False)


@lru_cache(maxsize=10_000)
def _asked_tokens(written: str) -> tuple[str, ...]:
    return _word_tokens(written, asked=True)


def _word_tokens(written: str, *, asked: bool) -> tuple[str, ...]:
    small = folded(written)
    small = SPELLINGS.get(small, small)
    if small in ACRONYMS:
        return (small,)
    if plural := _PLURAL_ACRONYM.fullmatch(written):
        written, small = plural[1], plural[1].lower()
        small = SPELLINGS.get(small, small)
    in_capitals = len(written) > 1 and written.isupper()
    stem = _stem(small)
    if small in AMBIGUOUS or stem in AMBIGUOUS:
        acronym = stem.upper() if stem in AMBIGUOUS else small.upper()
        if in_capitals or (asked and acronym == "IT"):
            return (acronym,)
        return (acronym, stem) if asked else (stem,)
    if in_capitals and stem != small:
        # a heading in capitals or an acronym that nobody told us: either may be meant
        return (small, stem)
    return (stem,)


@lru_cache(maxsize=100_000)
def folded(written: str) -> str:
    """Return the word in small letters without accents, possessive or apostrophes."""
    plain = written
    if not written.isascii():
        decomposed = unicodedata.normalize("NFKD", written)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    plain = plain.casefold()
    return plain.removesuffix("'s").replace("'", "")[:LONGEST_TOKEN]


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    if word in STEMS:
        return STEMS[word]
    if not word.isalpha() or word in ACRONYMS:
        return word
    with _stemming:
        stem: str = _stemmer.stemWord(word)
    return stem


def _compounded(positions: list[Position], *, asked: bool) -> list[Position]:
    """Make one position of words that are one idea, so that phrases meet however it is written."""
    joined: list[Position] = []
    at = 0
    while at < len(positions):
        position = positions[at]
        taken, compound = 1, None
        if position.tokens[-1] in _COMPOUND_STARTS:
            taken, compound = _compound_at(positions, at)
        if not compound:
            joined.append(position if asked else _with_parts(position))
            at += 1
            continue
        covered = positions[at : at + taken]
        tokens: tuple[str, ...] = (compound,)
        if not asked:
            parts = (token for position in covered for token in position.tokens)
            tokens = tuple(dict.fromkeys((compound, *parts)))
        joined.append(Position(tokens, covered[0].start, covered[-1].end))
        at += taken
    return joined


def _compound_at(positions: list[Position], at: int) -> tuple[int, str | None]:
    for length in (3, 2):
        words = tuple(position.tokens[-1] for position in positions[at : at + length])
        if len(words) == length and (compound := COMPOUNDS.get(words)):
            return length, compound
    return 1, None


def _with_parts(position: Position) -> Position:
    parts = PARTS.get(position.tokens[0])
    if not parts:
        return position
    tokens = tuple(dict.fromkeys((*position.tokens, *parts)))
    return Position(tokens, position.start, position.end)
