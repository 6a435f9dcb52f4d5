"""Which words must meet and which must not: each pair was wrong in some engine that was tried."""

from __future__ import annotations

import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from app.search.analysis import Term, _stem, index_positions, question_terms
from app.search.query import LONGEST_QUERY, MOST_TERMS, Part, parse


def finds(question: str, text: str) -> bool:
    """Say whether every required term of the question is in the text."""
    positions = [set(position.tokens) for position in index_positions(text)]

    def has(term: Term) -> bool:
        return any(
            all(
                start + step < len(positions) and positions[start + step] & set(tokens)
                for step, tokens in enumerate(term.pattern)
            )
            for start in range(len(positions))
        )

    terms = question_terms(parse(question))
    return all(has(term) != term.excluded for term in terms if not term.optional)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("IT support", "Support with IT and networks"),
        ("it support", "Support with IT and networks"),
        ("I.T.", "IT"),
        ("D&T", "Leads D&T across the trust"),
        ("d & t", "Design and Technology at key stage 3"),
        ("design & technology", "D&T"),
        ("DT", "D and T"),
        ("technology", "D&T"),
        ("Year 6", "writing in Year 6"),
        ("year six", "Y6 writing"),
        ("y6", "Years 5 and 6"),
        ("year 4", "Years 3 to 6"),
        ("Yr 10", "Year 10–11"),
        ("year", "Year 6 writing"),
        ("phonics year 1", "Phonics for Year 1 pupils"),
        ("KS1", "key stage 1"),
        ("KS 2", "KS2 mathematics"),
        ("key stage two", "K.S.2"),
        ("ks2", "KS1/2 phase leader"),
        ("key stage", "KS2"),
        ("SEND", "SEND reviews"),
        ("send", "SEND reviews"),
        ("send", "we send two colleagues"),
        ("SENCO", "SENDCo new in post"),
        ("sendcos", "experienced SENCo"),
        ("R.E.", "RE subject lead"),
        ("re", "leads R.E."),
        ("MAT", "growing MATs"),
        ("mats", "a MAT of five schools"),
        ("SATs", "sats results"),
        ("AP", "places in AP"),
        ("P.E.", "PE and school sport"),
        ("maths", "Mathematics mastery"),
        ("mathematics", "maths hub"),
        ("headteacher", "head teachers in their first year"),
        ("head teacher", "Headteacher"),
        ("head", "headteacher"),
        ("governance", "works with governors"),
        ("governor", "External Review of Governance"),
        ("governing body", "Governor of two bodies"),
        ("planning", "a plan for improvement"),
        ("plan", "curriculum planning"),
        ("mapping", "curriculum map"),
        ("behaviour lead", "Behaviour leader"),
        ("boys' writing", "writing of boys"),
        ("boys’ writing", "Boys' writing"),
        ("Zoe", "Zoë Ångström"),
        ("well-being", "wellbeing"),
        ("safeguarding", "safe-guarding"),
        ("BOYS WRITING", "writing for boys"),
        ("school-to-school", "school to school support"),
        ("NPQSL", "npqsl facilitator"),
        ('"year 6 writing"', "moderates Y6 writing"),
        ('"teacher mentoring"', "head teacher mentoring"),
        ("help with phonics", "phonics"),
        ("someone who knows EYFS", "EYFS, and knows it well"),
        ("phonics -secondary", "phonics in primary"),
        ("-secondary", "anything"),
        ("the", "the"),
    ],
)
def test_the_question_finds_the_text(question: str, text: str) -> None:
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("IT support", "It offers support"),
        ("it support", "it supports schools"),
        ("D&T", "Vitamin D, T cells and S&L"),
        ("Year 6", "Year 5"),
        ("Year 1", "Year 11"),
        ("year 6", "6 visits a year"),
        ("KS1", "KS2"),
        ("key stage 2", "key stage 1 for 2 days"),
        ("SEND", "send us a message"),
        ("RE", "we are re-engaging pupils"),
        ("MAT", "a mat on the floor"),
        ("governance", "local government"),
        ("government", "governors"),
        ("maths", "in the aftermath"),
        ("headteacher", "teacher ahead of the rest"),
        ("physics", "physical education"),
        ("designation", "graphic design"),
        ("university", "universal offer"),
        ("phonics -primary", "phonics in primary"),
        ('"writing year 6"', "Year 6 writing"),
        ('-"year 6 writing"', "Year 6 writing"),
        ("phonics", "photographs"),
    ],
)
def test_the_question_does_not_find_the_text(question: str, text: str) -> None:
    assert not finds(question, text)


def test_a_term_is_shown_as_it_was_typed() -> None:
    terms = question_terms(parse("Head teachers of Year 6"))

    assert [(term.shown, term.optional) for term in terms] == [
        ("Head teachers", False),
        ("of", True),
        ("Year 6", False),
    ]


def test_a_question_of_little_words_alone_asks_for_them() -> None:
    assert [term.optional for term in question_terms(parse("who to"))] == [False, False]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("", ()),
        ("  ", ()),
        ('- -- "" *', ()),
        ("phonics year 1", (Part("phonics year 1"),)),
        (
            'writing "year 6" -maths',
            (
                Part("writing"),
                Part("year 6", phrase=True),
                Part("maths", excluded=True),
            ),
        ),
        (
            '“head teacher” -"north east"',
            (
                Part("head teacher", phrase=True),
                Part("north east", phrase=True, excluded=True),
            ),
        ),
        ('an "open quotation', (Part('an "open quotation'),)),
        ("name:x OR y AND (z)", (Part("name:x OR y AND (z)"),)),
    ],
)
def test_the_grammar_reads(typed: str, parts: tuple[Part, ...]) -> None:
    assert parse(typed) == parts


def test_a_long_question_is_cut() -> None:
    terms = question_terms(parse(" ".join(f"w{number}" for number in range(1000))))

    assert len(terms) == MOST_TERMS
    assert all(term.shown in {f"w{number}" for number in range(LONGEST_QUERY)} for term in terms)


NAUGHTY = [
    "\x00", "\ud800", "﷽", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "' OR 1=1 --", "*", "w*", "?" * 300, "((((", "a" * 100_000,
    '"' * 99, "-" * 99, '-"', "&" * 50, "a&" * 90, "y1-" * 60, "year 1 to " * 30, "ﬁ ß İ ǆ", "١٢٣",
    "🏫 school", "{{7*7}}", "%s%n", "\u202eevil", "<script>", "NULL", "ks" * 90, ".a.b.c" * 40,
]  # fmt: skip


@pytest.mark.parametrize("typed", NAUGHTY, ids=range(len(NAUGHTY)))
def test_whatever_is_typed_has_a_reading(typed: str) -> None:
    assert len(question_terms(parse(typed))) <= MOST_TERMS
    index_positions(typed)


@given(st.text(max_size=300))
def test_any_text_has_a_reading_and_finds_itself(text: str) -> None:
    parts = parse(text)
    terms = question_terms(parts)

    assert len(terms) <= MOST_TERMS
    if all(not part.phrase and not part.excluded for part in parts):
        said = [*index_positions(" ".join(part.text for part in parts))]
        tokens = {token for position in said for token in position.tokens}
        assert all(set(term.pattern[0]) & tokens or "IT" in term.pattern[0] for term in terms)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_do_not_matter_however_they_are_encoded(form: str) -> None:
    positions = index_positions(unicodedata.normalize(form, "Zoë's Ångström café"))

    assert [position.tokens for position in positions] == [("zoe",), ("angstrom",), ("cafe",)]


def test_threads_stem_words_as_one_alone_does() -> None:
    words = [
        f"{start}{end}"
        for start in map("".join, product("bdglmt", "aeo", "dnrst"))
        for end in ("ing", "ingly", "ational", "iveness", "ousness", "fulness")
    ]
    alone = snowballstemmer.stemmer("english").stemWords(words)
    # threads take turns as often as they can
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda _: [_stem.__wrapped__(one) for one in words], range(4)))
    finally:
        sys.setswitchinterval(before)

    assert found == [alone] * 4
