"""What every question of the listing journey has."""

from __future__ import annotations

from typing import Any, ClassVar

from app.prospectus.listing.claims import Claims
from app.prospectus.models import Provider
from app.prospectus.queries import ExpertiseGroup
from app.web.fields import Submit
from app.web.forms import Form


class QuestionForm(Form):
    """One question; `answers` are the names that services.write.answer takes."""

    title: ClassVar[str]
    # said below the title
    about: ClassVar[str] = ""
    submit = Submit("Save and continue")

    def fit(self, provider: Provider, claims: Claims, groups: list[ExpertiseGroup]) -> None:
        """Fit the page to the entry: choices that depend on it."""

    def answers(self) -> dict[str, Any]:
        return self.values()
