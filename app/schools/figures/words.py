"""How a figure names its source and its standing."""

from app.core.calendar import academic_year_words
from app.schools.figures.facts import COLLECTION_WORDS
from app.schools.figures.models import PublishedFigure


def source_words(figure: PublishedFigure, *, invented: bool) -> str:
    """Return the publication and its school year, which go wherever the value goes."""
    years = academic_year_words(figure.year)
    if invented:
        collection = COLLECTION_WORDS[figure.measure.collection].lower()
        return f"Invented figures in place of {collection}, {years}"
    return f"{figure.measure.source}, {years}"


def provisional_words(figure: PublishedFigure) -> str:
    return " (provisional)" if figure.provisional else ""
