"""Reads the forms of a page as a browser would send them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

Values = Mapping[str, str | Sequence[str] | None]


class NoSuchFieldError(AssertionError):
    """The page does not offer what the test wants to send."""


def find_form(soup: BeautifulSoup, page_url: str, action: str | None) -> Tag:
    """Return the form that posts to `action`, or the only posting form of the main part."""
    if action is None:
        root = soup.find("main") or soup
        found = [f for f in root.find_all("form") if str(f.get("method", "")).lower() == "post"]
        what = "posting form in the main part"
    else:
        wanted = _path(page_url, action)
        found = [f for f in soup.find_all("form") if _path(page_url, f.get("action")) == wanted]
        what = f"form for {action}"
    if len(found) != 1:
        offered = [str(f.get("action")) for f in soup.find_all("form")]
        message = f"{len(found)} times a {what} at {page_url}; the forms there go to {offered}"
        raise NoSuchFieldError(message)
    return found[0]


def _path(page_url: str, action: object) -> str:
    return urlsplit(urljoin(page_url, str(action or ""))).path


def filled(form: Tag, values: Values) -> dict[str, list[str]]:
    """Return what the browser would send after a person entered `values` (None: left out)."""
    offered = current_values(form)
    result = {name: chosen for name, chosen in offered.items() if chosen}
    for name, value in values.items():
        if name not in offered:
            message = f"the form has no field {name!r}; it has {sorted(offered)}"
            raise NoSuchFieldError(message)
        wanted = [] if value is None else [value] if isinstance(value, str) else list(value)
        choices = _choices(form, name)
        if choices is not None and (odd := set(wanted) - choices):
            message = f"{name!r} does not offer {sorted(odd)}, but {sorted(choices)}"
            raise NoSuchFieldError(message)
        result[name] = wanted
    return result


def current_values(form: Tag) -> dict[str, list[str]]:
    """Return every field's name with the values it would send if submitted as it stands."""
    values: dict[str, list[str]] = {}
    for field in form.find_all(["input", "select", "textarea", "button"]):
        name = str(field.get("name", ""))
        if not name or field.has_attr("disabled"):
            continue
        chosen = values.setdefault(name, [])
        kind = str(field.get("type", "text" if field.name == "input" else "submit")).lower()
        if field.name == "select":
            chosen.extend(_selected(field))
        elif field.name == "textarea":
            chosen.append(field.get_text().removeprefix("\n"))
        elif kind in {"checkbox", "radio"}:
            if field.has_attr("checked"):
                chosen.append(str(field.get("value", "on")))
        elif kind not in {"submit", "button", "image", "reset", "file"}:
            chosen.append(str(field.get("value", "")))
    return values


def _selected(field: Tag) -> list[str]:
    options = field.find_all("option")
    chosen = [_value(option) for option in options if option.has_attr("selected")]
    if chosen or field.has_attr("multiple"):
        return chosen
    return [_value(option) for option in options[:1]]


def _value(option: Tag) -> str:
    return str(option.get("value", option.get_text().strip()))


def _choices(form: Tag, name: str) -> set[str] | None:
    fields = form.find_all(["input", "select", "button"], attrs={"name": name})
    for field in fields:
        if field.name == "select":
            return {_value(option) for option in field.find_all("option")}
    kinds = {
        str(field.get("type", "text" if field.name == "input" else "submit")) for field in fields
    }
    if kinds and kinds <= {"checkbox", "radio", "submit"}:
        return {str(field.get("value", "on")) for field in fields}
    return None


def as_boxes(day: date) -> list[str]:
    """Return a day as the three boxes of a date take it."""
    return [str(day.day), str(day.month), str(day.year)]
