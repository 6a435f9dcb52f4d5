"""What every page must be; `faults` says in words what is wrong with one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag
from html5lib.constants import E as MESSAGES  # the library's own name
from html5lib.html5parser import HTMLParser

Rule = Callable[[BeautifulSoup], Iterator[str]]
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
REFUSED = re.compile(r"hx-(put|patch|delete|boost|confirm|on\b.*|vars|vals\b.*)|on[a-z]+")


def is_whole_page(text: str) -> bool:
    return text.lstrip()[:15].lower().startswith("<!doctype")


def faults(text: str, headers: Mapping[str, str]) -> list[str]:
    """Return every fault of an HTML answer, whole page or fragment, in plain words."""
    whole = is_whole_page(text)
    # how a browser reads it is judged by invalid_html; what the rules look up, any parser finds
    soup = BeautifulSoup(text, "html.parser")
    rules = RULES_FOR_PAGES if whole else RULES_FOR_FRAGMENTS
    return [
        *invalid_html(text, whole=whole),
        *(fault for rule in rules for fault in rule(soup)),
        *header_faults(headers),
    ]


def invalid_html(text: str, *, whole: bool) -> Iterator[str]:
    parser = HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    # a fragment of a table may be rows alone
    start = re.match(r"\s*<(tr|td|th|tbody|thead|li|option)\b", text)
    container = {"tr": "tbody", "td": "tr", "th": "tr", "tbody": "table", "thead": "table"}
    if whole:
        parser.parse(text)
    else:
        parser.parseFragment(text, container=container.get(start[1], "div") if start else "div")
    lines = text.splitlines()
    for (line, column), code, values in parser.errors:
        where = lines[line - 1].strip()[:100] if 0 < line <= len(lines) else ""
        yield f"invalid HTML at line {line}, {column}: {MESSAGES[code] % values} | {where}"


def words_of(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def one_heading(soup: BeautifulSoup) -> Iterator[str]:
    headings = soup.find_all("h1")
    if len(headings) != 1:
        yield f"{len(headings)} h1 elements instead of one: {[words_of(h) for h in headings]}"


def title_says_heading(soup: BeautifulSoup) -> Iterator[str]:
    heading = soup.find("h1")
    if heading is None:
        return
    title = words_of(soup.title) if soup.title else ""
    if not title.removeprefix("Error: ").startswith(words_of(heading)):
        yield f"the title {title!r} does not begin with the heading {words_of(heading)!r}"


def language(soup: BeautifulSoup) -> Iterator[str]:
    if soup.html is None or soup.html.get("lang") != "en-GB":
        yield 'the html element lacks lang="en-GB"'


def ids_are_unique(soup: BeautifulSoup) -> Iterator[str]:
    for name, count in Counter(str(tag["id"]) for tag in soup.find_all(id=True)).items():
        if count > 1:
            yield f"the id {name!r} occurs {count} times"
        if not name or " " in name:
            yield f"{name!r} is no id"


def references_exist(soup: BeautifulSoup) -> Iterator[str]:
    ids = {tag["id"] for tag in soup.find_all(id=True)}
    for attribute in REFERENCES:
        for tag in soup.find_all(attrs={attribute: True}):
            value = tag[attribute]
            for name in value.split() if isinstance(value, str) else value:
                if name not in ids:
                    yield f"{attribute}={name!r} of {opening(tag)} points at nothing"
    for link in soup.find_all("a", href=re.compile(r"^#.")):
        if str(link["href"])[1:] not in ids:
            yield f"the link {opening(link)} points at nothing on this page"


def opening(tag: Tag) -> str:
    return str(tag).split(">", 1)[0][:160] + ">"


def htmx_only_quickens(soup: BeautifulSoup) -> Iterator[str]:
    """Every request htmx makes is one the element makes without it."""
    for attribute, method in (("hx-get", "get"), ("hx-post", "post")):
        for tag in soup.find_all(attrs={attribute: True}):
            own = tag.get("action") if tag.name == "form" else tag.get("href")
            own_method = str(tag.get("method", "get")).lower() if tag.name == "form" else "get"
            if own != tag[attribute] or own_method != method:
                yield f"{opening(tag)} does without JavaScript something other than {attribute}"


def nothing_inline(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(True):
        for attribute in tag.attrs:
            if attribute == "style" or REFUSED.fullmatch(attribute):
                yield f"{opening(tag)} uses {attribute}"
        if tag.name == "style" or (tag.name == "script" and not tag.get("src")):
            yield f"inline {tag.name}"
        for attribute in ("href", "src", "action"):
            if str(tag.get(attribute, "")).lower().startswith("javascript:"):
                yield f"script in {attribute} of {opening(tag)}"


def nothing_from_elsewhere(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(["script", "img", "iframe", "link"]):
        address = str(tag.get("src") or tag.get("href") or "")
        if urlsplit(address).netloc and tag.get("rel") != ["canonical"]:
            yield f"{opening(tag)} is loaded from another server"


def posts_are_protected(soup: BeautifulSoup) -> Iterator[str]:
    for form in soup.find_all("form"):
        posts = str(form.get("method", "get")).lower() == "post"
        if posts and not form.find("input", attrs={"name": "csrf_token", "value": True}):
            yield f"{opening(form)} has no CSRF token"
        if not posts and form.find("input", attrs={"name": "csrf_token"}):
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
