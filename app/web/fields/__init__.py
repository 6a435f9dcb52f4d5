"""The fields that all features share, in GOV.UK dress, with messages that say what to do."""

from app.web.fields.choices import OneFromList, OneOf, SomeOf, Submit, Tick
from app.web.fields.dates import DateField, not_after
from app.web.fields.numbers import NumberField, PenceField
from app.web.fields.text import LONG, SHORT, LongText, ShortText, tidy
from app.web.fields.times import TimeField

__all__ = [
    "LONG",
    "SHORT",
    "DateField",
    "LongText",
    "NumberField",
    "OneFromList",
    "OneOf",
    "PenceField",
    "ShortText",
    "SomeOf",
    "Submit",
    "Tick",
    "TimeField",
    "not_after",
    "tidy",
]
