"""Forms of a skills audit."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from wtforms.validators import DataRequired, Length, Regexp

from app.governance.audits.facts import (
    LEVELS,
    MOST_NEEDED,
    NOT_APPLICABLE,
    NOT_APPLICABLE_WORDS,
    RULE_CHOICES,
    Rule,
)
from app.governance.audits.services.answering import SAY_WHY, items_of, levels_of, why_of
from app.web.fields import (
    DateField,
    LongText,
    NumberField,
    OneFromList,
    OneOf,
    ShortText,
    Submit,
    Tick,
)
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.governance.audits.models import Invitation, SkillsAudit
    from app.prospectus.models import ExpertiseArea
    from app.schools.models import School

# whether it is somebody's, only a letter can find out
_ADDRESS = r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$"


class AuditForm(Form):
    name = ShortText(
        "Name of the audit",
        hint="For example, Skills audit, autumn 2026",
        missing="Enter a name for the audit",
    )
    closes_on = DateField(
        "Last day for answers",
        hint="Two or three weeks are usual. For example, 27 3 2027",
        missing="Enter the last day for answers",
    )
    rule = OneOf(
        "Who sees the answers of one person?",
        hint="Everybody is told before they answer. It cannot be changed once the audit is open.",
        choices=list(RULE_CHOICES.items()),
        missing="Choose who sees the answers of one person",
    )
    agreed_on = DateField(
        "When did the board agree that the chair sees them?",
        hint="Only if the chair sees them. For example, 27 3 2026",
    )
    head_asked = Tick("Ask the headteacher to take part too. They then also see the result")
    submit = Submit("Save and continue")

    def facts(self) -> dict[str, Any]:
        rule = Rule(self.rule.data)
        return {
            "name": self.name.data or "",
            "closes_on": self.closes_on.data,
            "rule": rule,
            "agreed_on": self.agreed_on.data if rule is Rule.CHAIR else None,
            "head_asked": bool(self.head_asked.data),
        }


class NewAuditForm(AuditForm):
    board = OneFromList("Which board?", missing="Choose the board")

    def offer(self, schools: Iterable[School]) -> None:
        choices = [(str(school.urn), school.name) for school in schools]
        self.board.choices = choices if len(choices) == 1 else [("", "Choose"), *choices]


class GuestForm(Form):
    name = ShortText("Name", missing="Enter the person’s name")
    email = ShortText(
        "E-mail address",
        hint="They get a link that is theirs alone.",
        most=254,
        validators=[
            DataRequired("Enter the person’s e-mail address"),
            Regexp(_ADDRESS, message="Enter an e-mail address like name@example.org"),
            Length(max=254, message="Shorten this to 254 characters or fewer"),
        ],
    )
    submit = Submit("Add this person")


class ActForm(Form):
    submit = Submit("Continue")


class ReopenForm(Form):
    reason = LongText(
        "Why is it reopened?", hint="The board reads this.", missing="Say why it is reopened"
    )
    closes_on = DateField(
        "New last day for answers",
        hint="For example, 27 3 2027",
        missing="Enter the new last day for answers",
    )
    submit = Submit("Reopen the audit")


class ShareForm(Form):
    shared_with_head = Tick("The headteacher, who then sees all that governors see")
    shared_with_services = Tick(
        "Governor services of the authority, who then see each strand and nothing more"
    )
    submit = Submit("Save")


def needs_form(audit: SkillsAudit) -> Form:
    """Return the form with a number for each statement."""
    fields: dict[str, Any] = {
        f"needed_{item.id}": NumberField(
            item.wording.words,
            missing="Enter how many should be confident",
            least=1,
            most=MOST_NEEDED,
            places=0,
        )
        for item in audit.items
    }
    made = type("NeedsForm", (Form,), {**fields, "submit": Submit("Save the numbers")})
    given = {f"needed_{item.id}": item.needed for item in audit.items}
    form: Form = made(data={**given, "version": audit.version})
    return form


class AnswersForm(Form):
    """The statements of one strand; a statement may be left for later."""

    def __init__(self, invitation: Invitation, strand: ExpertiseArea) -> None:
        self.items = items_of(invitation, strand)
        known = levels_of(invitation)
        given: dict[str, Any] = {
            f"level_{item.id}": str(known[item.id]) for item in self.items if item.id in known
        }
        given["why"] = why_of(invitation, strand)
        version = invitation.sheet.version if invitation.sheet else 0
        # what the form was filled from, for a second window in which it was answered meanwhile
        self.filled_from = SimpleNamespace(version=version, **given)
        super().__init__(data={**given, "version": version})

    @property
    def levels(self) -> dict[int, int]:
        """Return what was chosen, by the number of the item."""
        chosen = {item.id: self[f"level_{item.id}"].data for item in self.items}
        # whatever else a browser sends is no answer
        offered = {str(level): level for level in (NOT_APPLICABLE, *range(1, LEVELS + 1))}
        return {item: offered[text] for item, text in chosen.items() if text in offered}

    def faults(self) -> dict[str, str]:
        lacks = NOT_APPLICABLE in self.levels.values() and not (self["why"].data or "").strip()
        return {"why": SAY_WHY} if lacks else {}


def answers_form(invitation: Invitation, strand: ExpertiseArea) -> AnswersForm:
    scale = invitation.audit.scale.levels
    choices = [(str(level), scale[level - 1]) for level in range(1, LEVELS + 1)]
    choices.append((str(NOT_APPLICABLE), NOT_APPLICABLE_WORDS))
    fields: dict[str, Any] = {
        f"level_{item.id}": OneOf(item.wording.words, hint=item.wording.guidance, choices=choices)
        for item in items_of(invitation, strand)
    }
    fields["why"] = ShortText(
        "If something does not apply to you, why?", hint="Only if you chose that.", most=300
    )
    made = type("StrandForm", (AnswersForm,), {**fields, "submit": Submit("Save and continue")})
    form: AnswersForm = made(invitation, strand)
    return form
