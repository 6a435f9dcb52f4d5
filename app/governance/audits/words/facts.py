"""What is kept in words: statements for people to rate, questions for a board to answer."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    STATEMENT = "statements"
    QUESTION = "questions"


TITLES = {
    Kind.STATEMENT: "Statements of skills audits",
    Kind.QUESTION: "Questions a board asks itself",
}
ONE = {Kind.STATEMENT: "statement", Kind.QUESTION: "question"}
ABOUT = {
    Kind.STATEMENT: "What each governor says of themselves, strand by strand. "
    "An audit keeps the words it began with.",
    Kind.QUESTION: "What every board should ask itself, strand by strand. "
    "Answers keep the words they were given to.",
}
USUALLY_NEEDED = 2
