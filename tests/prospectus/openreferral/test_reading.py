"""What needs no database: parameters that are refused, and schemas that refuse."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from app.prospectus.openreferral.parameters import SERVICES, Asked, BadParameterError, read
from tests.prospectus.openreferral.profile import faults


def test_an_empty_parameter_is_none() -> None:
    assert read(MultiDict(dict.fromkeys(SERVICES, "")), SERVICES) == Asked()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("page", "²", "page must be a whole number from 1"),
        ("page", "-1", "page must be a whole number from 1"),
        ("per_page", "101", "from 1 to 100"),
        ("per_page", "ten", "from 1 to 100"),
        ("modified_after", "soon", "must be a moment like"),
        ("modified_after", "0001-01-01T00:00:00+23:59", "must be a moment like"),
        ("full", "perhaps", "full must be true or false"),
        ("search", "x" * 201, "200 characters at most"),
        ("minimum_age", "5", "There is no parameter minimum_age here"),
    ],
)
def test_a_parameter_is_refused_with_advice(name: str, value: str, says: str) -> None:
    with pytest.raises(BadParameterError, match=says):
        read(MultiDict({name: value}), SERVICES)


@pytest.mark.parametrize(
    "change",
    [
        {"status": "open"},
        {"id": "5"},
        {"url": "/prospectus/ada"},
        {"name": None},
        {"last_modified": "yesterday"},
        {"organization": {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610"}},
        {"attributes": [{}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_schemas_refuse_what_the_profile_does_not_allow(change: dict[str, Any]) -> None:
    sound = {
        "id": "ac148810-d857-441c-9679-408f346de14b",
        "name": "Ada Marsh",
        "status": "active",
        "url": "https://portal.example/prospectus/ada",
    }

    assert faults(sound, "service") == []
    assert faults(sound | change, "service") != []
