"""What every page must be; `faults` says in words what is wrong with one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement, document_fromstring
from markupever import HtmlOptions, Parser

Rule = Callable[[Sequence[HtmlElement]], Iterator[str]]
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
# in what a fragment stands that begins with such an element
WITHIN = {
    "tr": ("table", "tbody"),
    "td": ("table", "tbody", "tr"),
    "th": ("table", "tbody", "tr"),
    "tbody": ("table",),
    "thead": ("table",),
    "li": ("ul",),
    "option": ("select",),
}
AROUND = "around-the-fragment"
# how the parser of browsers calls an element that stands where none may
TAG = re.compile(r"Tag\b.*?kind: (Start|End)Tag, name: Atom\(\\?'([^'\\]*).*?\}")
REFUSED = re.compile(r"hx-(put|patch|delete|boost|confirm|on\b.*|vars|vals\b.*)|on[a-z]+")


def is_whole_page(text: str) -> bool:
    return text.lstrip()[:15].lower().startswith("<!doctype")


def faults(text: str, headers: Mapping[str, str]) -> list[str]:
    """Return every fault of an HTML answer, whole page or fragment, in plain words."""
    elements = _elements(text)
    rules = RULES_FOR_PAGES if is_whole_page(text) else RULES_FOR_FRAGMENTS
    return [
        *invalid_html(text),
        *(fault for rule in rules for fault in rule(elements)),
        *header_faults(headers),
    ]


def invalid_html(text: str) -> list[str]:
    """Return what a browser would have to guess at, as its parser says it."""
    parser = Parser(HtmlOptions(full_document=True, exact_errors=True))
    parser.process(text if is_whole_page(text) else _page_around(text))
    return [f"invalid HTML: {_shortened(said)}" for said in parser.finish().errors()]


def _shortened(said: str) -> str:
    return TAG.sub(lambda found: f"</{found[2]}>" if found[1] == "End" else f"<{found[2]}>", said)


def _elements(text: str) -> list[HtmlElement]:
    """Return the elements in their order."""
    if is_whole_page(text):
        found = document_fromstring(text).iter()
    else:
        [around] = document_fromstring(_page_around(text)).find_class(AROUND)
        found = around.iterdescendants()
    # the tag of a comment is no text
    return [element for element in found if isinstance(element.tag, str)]


def _page_around(text: str) -> str:
    """Put a fragment where it may stand: of a table it may be rows alone."""
    first = re.match(r"\s*<(\w+)", text)
    tags = WITHIN.get(first[1] if first else "", ("div",))
    opened = "".join(f"<{tag}>" for tag in tags[:-1]) + f'<{tags[-1]} class="{AROUND}">'
    closed = "".join(f"</{tag}>" for tag in reversed(tags))
    start = '<!doctype html><html lang="en-GB"><head><title>Part</title></head><body>'
    return f"{start}{opened}{text}{closed}</body></html>"


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def called(elements: Sequence[HtmlElement], *tags: str) -> list[HtmlElement]:
    return [element for element in elements if element.tag in tags]


def opening(element: HtmlElement) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in element.items())
    return f"<{element.tag}{attributes}"[:160] + ">"


def one_heading(elements: Sequence[HtmlElement]) -> Iterator[str]:
    headings = called(elements, "h1")
    if len(headings) != 1:
        yield f"{len(headings)} h1 elements instead of one: {[words_of(h) for h in headings]}"


def title_says_heading(elements: Sequence[HtmlElement]) -> Iterator[str]:
    headings = called(elements, "h1")
    if not headings:
        return
    title = next((words_of(one) for one in called(elements, "title")), "")
    heading = words_of(headings[0])
    if not title.removeprefix("Error: ").startswith(heading):
        yield f"the title {title!r} does not begin with the heading {heading!r}"


def language(elements: Sequence[HtmlElement]) -> Iterator[str]:
    if [one.get("lang") for one in called(elements, "html")] != ["en-GB"]:
        yield 'the html element lacks lang="en-GB"'


def ids_are_unique(elements: Sequence[HtmlElement]) -> Iterator[str]:
    ids = Counter(value for one in elements if (value := one.get("id")) is not None)
    for name, count in ids.items():
        if count > 1:
            yield f"the id {name!r} occurs {count} times"
        if not name or " " in name:
            yield f"{name!r} is no id"


def references_exist(elements: Sequence[HtmlElement]) -> Iterator[str]:
    ids = {one.get("id") for one in elements}
    for one in elements:
        for attribute in REFERENCES:
            for name in one.get(attribute, "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} of {opening(one)} points at nothing"
    for link in called(elements, "a"):
        address = link.get("href", "")
        if len(address) > 1 and address[0] == "#" and address[1:] not in ids:
            yield f"the link {opening(link)} points at nothing on this page"


def htmx_only_quickens(elements: Sequence[HtmlElement]) -> Iterator[str]:
    """Every request htmx makes is one the element makes without it."""
    for one in elements:
        for attribute, method in (("hx-get", "get"), ("hx-post", "post")):
            if (asked := one.get(attribute)) is None:
                continue
            own = one.get("action" if one.tag == "form" else "href")
            own_method = one.get("method", "get").lower() if one.tag == "form" else "get"
            if own != asked or own_method != method:
                yield f"{opening(one)} does without JavaScript something other than {attribute}"


def nothing_inline(elements: Sequence[HtmlElement]) -> Iterator[str]:
    for one in elements:
        for attribute in one.keys():  # noqa: SIM118  # iterating an element gives its children
            if attribute == "style" or REFUSED.fullmatch(attribute):
                yield f"{opening(one)} uses {attribute}"
        if one.tag == "style" or (one.tag == "script" and not one.get("src")):
            yield f"inline {one.tag}"
        for attribute in ("href", "src", "action"):
            if one.get(attribute, "").lower().startswith("javascript:"):
                yield f"script in {attribute} of {opening(one)}"


def nothing_from_elsewhere(elements: Sequence[HtmlElement]) -> Iterator[str]:
    for one in called(elements, "script", "img", "iframe", "link"):
        address = one.get("src") or one.get("href") or ""
        if urlsplit(address).netloc and one.get("rel") != "canonical":
            yield f"{opening(one)} is loaded from another server"


def posts_are_protected(elements: Sequence[HtmlElement]) -> Iterator[str]:
    for form in called(elements, "form"):
        posts = form.get("method", "get").lower() == "post"
        tokens = [one for one in form.iter("input") if one.get("name") == "csrf_token"]
        if posts and not any(token.get("value") for token in tokens):
            yield f"{opening(form)} has no CSRF token"
        if not posts and tokens:
            yield f"{opening(form)} puts the CSRF token into the address"


def header_faults(headers: Mapping[str, str]) -> Iterator[str]:
    if "hx-request" not in headers.get("Vary", "").lower():
        yield "the answer lacks Vary: HX-Request"
    policy = headers.get("Content-Security-Policy", "")
    if "default-src" not in policy or "unsafe-" in policy:
        yield f"Content-Security-Policy missing or unsafe: {policy!r}"


RULES_FOR_FRAGMENTS: tuple[Rule, ...] = (
    ids_are_unique,
    htmx_only_quickens,
    nothing_inline,
    nothing_from_elsewhere,
    posts_are_protected,
)
RULES_FOR_PAGES: tuple[Rule, ...] = (
    *RULES_FOR_FRAGMENTS,
    one_heading,
    title_says_heading,
    language,
    references_exist,
)
