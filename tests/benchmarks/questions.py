"""Three hundred questions of seven kinds, each kind with no filter, one filter and three."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.search.analysis import typed_terms
from app.search.query import parse
from app.search.synonyms import widened
from tests.benchmarks.listings import Texts, invented_names

MANY = 300
FILTERS: tuple[Mapping[str, str], ...] = (
    {},
    {"phase": "primary"},
    {"phase": "primary", "availability": "now", "kind": "person"},
)
COMMON = (
    *("phonics", "reading", "leadership", "maths", "governors", "attendance", "behaviour"),
    *("curriculum", "assessment", "safeguarding", "writing", "mentoring", "teachers", "pupils"),
    *("visits", "headteacher", "trust", "improvement", "lessons", "staff", "subject"),
    *("observation", "planning"),
)
HAVE_OTHER_WORDS = "SENCO EYFS CPD EAL PSHE SEMH DSL ECT NPQ EBSA".split()  # noqa: SIM905
KINDS = {
    "common": "one common word",
    "rare": "one rare word",
    "and": "two words, both needed",
    "either": "a word or other words for it",
    "phrase": "two words in a row",
    "beginning": "the first letters of a word",
    "misspelt": "a word with two letters swapped",
}


@dataclass(frozen=True)
class Question:
    """`words` as somebody types them; `either` where any one of several words will do."""

    kind: str
    words: tuple[str, ...]
    filters: Mapping[str, str]
    either: tuple[str, ...] = ()


def questions() -> list[Question]:
    dice = random.Random(1)  # noqa: S311  # the same questions in every run
    kinds = list(KINDS)
    names, pairs = invented_names(), _pairs(Texts().sentences)
    asked = []
    for number in range(MANY):
        kind = kinds[number % len(kinds)]
        filters = FILTERS[number // len(kinds) % len(FILTERS)]
        asked.append(_question(dice, kind, filters, names, pairs))
    return asked


def _question(
    dice: random.Random,
    kind: str,
    filters: Mapping[str, str],
    names: list[str],
    pairs: list[tuple[str, str]],
) -> Question:
    common = dice.choice(COMMON)
    words: tuple[str, ...]
    match kind:
        case "rare":
            words = (dice.choice(names),)
        case "and":
            words = tuple(dice.sample(COMMON, 2))
        case "either":
            words = (dice.choice(HAVE_OTHER_WORDS),)
            return Question(kind, words, filters, either=(*words, *_other_words(words[0])))
        case "phrase":
            words = dice.choice(pairs)
        case "beginning":
            words = (common[: dice.randint(3, 5)],)
        case "misspelt":
            at = dice.randint(1, len(common) - 3)
            words = (common[:at] + common[at + 1] + common[at] + common[at + 2 :],)
        case _:
            words = (common,)
    return Question(kind, words, filters)


def _other_words(word: str) -> tuple[str, ...]:
    terms = widened(typed_terms(parse(word))).terms
    return tuple(dict.fromkeys(meaning.shown for term in terms for meaning in term.meanings))


def _pairs(sentences: list[str]) -> list[tuple[str, str]]:
    """Return neighbours of five letters and more, as they stand in the texts."""
    found = (
        pair
        for sentence in sentences
        for pair in re.findall(r"(?=\b([a-z]{5,}) ([a-z]{5,})\b)", sentence)
    )
    return sorted(set(found))
