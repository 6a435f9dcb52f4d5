"""What the page of a school says: each fact with its value, or with the reason it has none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.schools.facts import GAP_WORDS, Status
from app.schools.models import School
from app.web.filters import counted, date_words, moment_words

NOT_RECORDED = "Not recorded in the register"


@dataclass(frozen=True)
class Line:
    label: str
    value: str | None
    missing: str = NOT_RECORDED
    href: str | None = None


@dataclass(frozen=True)
class Section:
    title: str
    lines: list[Line]
    note: str | None = None

    @property
    def told(self) -> list[Line]:
        """Lines with a value, or with the register's reason for having none."""
        return [line for line in self.lines if line.value or line.missing != NOT_RECORDED]

    @property
    def not_recorded(self) -> str | None:
        labels = [line.label for line in self.lines if line not in self.told]
        return ", ".join(labels) or None


def tone_of(school: School) -> str:
    """Return the tone of the status tag; the words carry the meaning."""
    tones = {
        Status.OPEN: "good",
        Status.CLOSED: "neutral",
        Status.PROPOSED_TO_CLOSE: "warning",
        Status.PROPOSED_TO_OPEN: "waiting",
    }
    try:
        return tones[Status(school.status_code or "")]
    except ValueError:
        return "neutral"


def in_brief(school: School) -> str:
    """Return phase, type and size on one line, as far as they are known."""
    size = school.number_of_pupils
    known = (school.phase_name, school.type_name, None if size is None else counted(size, "pupil"))
    return " · ".join(part for part in known if part)


EXPORT_HEADER = ("URN", "School", "Phase", "Type", "Pupils", "Status", "Town", "Postcode")


def export_row(school: School) -> list[object]:
    """Return a school's row of the file."""
    return [
        school.urn,
        school.name,
        school.phase_name,
        school.type_name,
        school.number_of_pupils,
        school.status_name,
        school.town,
        school.postcode,
    ]


def what_the_status_means(school: School) -> str | None:
    match school.status_code:
        case Status.CLOSED:
            if school.closed_on:
                return f"This school closed on {date_words(school.closed_on)}."
            return "This school is closed. The register does not say since when."
        case Status.PROPOSED_TO_CLOSE:
            text = "This school is open and is expected to close, often to become an academy."
            return f"{text} Date in the register: {_date(school.closed_on) or 'not recorded'}."
        case Status.PROPOSED_TO_OPEN:
            text = "This school is not open yet. Until it opens, the school it follows carries on."
            return f"{text} Date in the register: {_date(school.opened_on) or 'not recorded'}."
        case _:
            return None


def sections_of(school: School) -> list[Section]:
    line = _line_of(school)
    return [
        Section(
            "About the school",
            [
                line("Status", "status_name"),
                line("Type", "type_name"),
                line("Phase", "phase_name"),
                Line("Ages", _ages(school), *_missing(school, "low_age")),
                line("Gender of pupils", "gender"),
                line("Religious character", "religious_character"),
                line("Admissions policy", "admissions"),
                line("Nursery classes", "nursery"),
                line("Sixth form", "sixth_form"),
                line("Resourced provision or SEN unit", "resourced_provision"),
                line("Opened", "opened_on", _date),
                *([line("Closed", "closed_on", _date)] if school.is_closed else []),
                *([line("Reason for closing", "close_reason")] if school.is_closed else []),
            ],
        ),
        Section(
            "Pupils",
            [
                line("Number of pupils", "number_of_pupils", _count),
                line("Counted on", "census_on", _date),
                line("Eligible for free school meals", "percentage_fsm", _per_cent),
                line("Capacity", "capacity", _count),
            ],
        ),
        Section(
            "Contact and place",
            [
                Line("Address", ", ".join(school.address) or None, *_missing(school, "street")),
                line("Telephone", "telephone"),
                Line(
                    "Website",
                    school.website,
                    *_missing(school, "website"),
                    href=school.website_link,
                ),
                Line("Local authority", school.authority.name),
                line("Ward", "ward"),
                line("Parliamentary constituency", "constituency"),
                line("Urban or rural", "urban_rural", _without_country),
            ],
        ),
        Section(
            "Inspection",
            [
                line("Last inspection", "ofsted_last_inspection", _date),
                line("Judgement then recorded in the register", "ofsted_rating"),
            ],
            note=_inspection_note(school),
        ),
        Section(
            "Identifiers",
            [
                Line("URN", str(school.urn)),
                Line("LAESTAB", school.laestab),
                line("UKPRN", "ukprn"),
            ],
        ),
    ]


def trust_section_of(school: School) -> Section:
    """Return what the school's own entry says of its trust and federation."""
    line = _line_of(school)
    lines = [
        line("Supported by a trust", "trust_flag"),
        line("Trust", "trust_name"),
        line("Federation", "federation_name"),
    ]
    return Section("Trust and groups", lines)


def source_of(school: School) -> str:
    if school.invented:
        return "This school is invented for the demonstration. It does not exist."
    run = school.last_changed_run
    if run is None or run.finished_at is None:
        return "Source: not recorded."
    changed = _date(school.register_changed_on)
    register = f"The register last changed this record on {changed}. " if changed else ""
    return (
        f"Source: Get Information about Schools, Department for Education. {register}"
        f"These facts last changed here on {moment_words(run.finished_at)}, "
        f"from the file {run.file_name}."
    )


def _line_of(school: School) -> Callable[..., Line]:
    def line(label: str, fact: str, words: Callable[[Any], str | None] = str) -> Line:
        value = getattr(school, fact)
        return Line(label, None if value is None else words(value), *_missing(school, fact))

    return line


def _missing(school: School, fact: str) -> tuple[str]:
    gap = school.gap(fact)
    return (GAP_WORDS[gap] if gap else NOT_RECORDED,)


def _ages(school: School) -> str | None:
    if school.low_age is None and school.high_age is None:
        return None
    low, high = (
        "not recorded" if age is None else str(age) for age in (school.low_age, school.high_age)
    )
    return f"{low} to {high}"


def _inspection_note(school: School) -> str | None:
    inspected, opened = school.ofsted_last_inspection, school.opened_on
    if inspected and opened and inspected < opened:
        return "The inspection was before this school opened, so it is of the school before it."
    if school.ofsted_rating:
        return (
            "The register carried one overall judgement until 2024. Inspections since then "
            "give no single grade, and this one may be out of date."
        )
    return None


def _date(value: Any) -> str | None:
    return date_words(value) or None


def _count(value: int) -> str:
    return f"{value:,}"


def _per_cent(value: float) -> str:
    return f"{value:g}%"


def _without_country(value: str) -> str:
    return value.removeprefix("(England/Wales) ")
