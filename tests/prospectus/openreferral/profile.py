"""Checks an answer against the profile's schemas (see README.md beside this file)."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker

_SCHEMAS = json.loads((Path(__file__).parent / "profile.json").read_text())
_FORMATS = FormatChecker()


@_FORMATS.checks("uri")
def is_whole_address(value: object) -> bool:
    return not isinstance(value, str) or bool(urlsplit(value).scheme and urlsplit(value).netloc)


@_FORMATS.checks("date-time", raises=ValueError)
def is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def faults(thing: Any, name: str) -> list[str]:
    """Return in words what the profile's schema of that name does not allow."""
    schema = _SCHEMAS | {"$ref": f"#/$defs/{name}"}
    validator = Draft202012Validator(schema, format_checker=_FORMATS)
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(thing)]
