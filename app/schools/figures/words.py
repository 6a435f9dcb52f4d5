"""How a figure names its source and its standing."""

from app.core.calendar import academic_year_words
from app.schools.figures.models import PublishedFigure

INVENTED = "Invented for the demonstration"


def source_words(figure: PublishedFigure, *, invented: bool) -> str:
    """Return the publication and its school year, which go wherever the value goes."""
    years = academic_year_words(figure.year)
    return f"{INVENTED}, {years}" if invented else f"{figure.measure.source}, {years}"


def provisional_words(figure: PublishedFigure) -> str:
    return " (provisional)" if figure.provisional else ""
