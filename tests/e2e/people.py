"""People at their own browsers: what they press and fill in, and a look at every page they reach.

SCREENSHOTS=folder keeps a picture of each page, as wide as a desk and as narrow as a phone.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.e2e.browsing import NARROW, WIDE, check, opened, parts_of
from tests.e2e.demonstration import cookie_of, kind_of

# a form that comes back with what is wrong
REFUSED = 422


@dataclass
class Examined:
    """What the journeys of a run examined, in whichever process: kinds of addresses, and parts.

    A page is examined when it is the first of its kind of address, and when it has a part that was
    not on any page before: the engine judges the same parts alike, for every reader and with
    JavaScript or without.
    """

    folder: Path
    parts: set[str] = field(default_factory=set)
    read: int = 0

    def new_parts(self, page: Page, kind: str, document: str | None = None) -> set[str] | None:
        """Return the parts that nobody met before, and note that they are examined.

        None, where there is nothing to examine: no such part, and no first page of its kind.
        A document that the page has not opened (`document`) is judged before it costs a visit.
        """
        address = self.folder / hashlib.sha256(kind.encode()).hexdigest()
        with (self.folder / "parts").open("a+") as notes:
            # only what another process, or this one, has added since
            notes.seek(self.read)
            self.parts.update(notes.read().splitlines())
            self.read = notes.tell()
            new = parts_of(page, document) - self.parts
            if not new and address.exists():
                return None
            address.touch()
            notes.write("".join(f"{part}\n" for part in sorted(new)))
        return new


@dataclass
class Company:
    """Everybody of one journey; each page is examined the first time somebody gets there."""

    browser: Browser
    address: str
    javascript: bool
    examined: Examined
    rooms: ExitStack
    domain: str = "demo.example"
    # the walk of every page examines what is only read; answers to forms it never meets
    only_answers: bool = False
    people: dict[str, Reader] = field(default_factory=dict)
    pictures: int = 0

    def __call__(self, name: str) -> Reader:
        if name not in self.people:
            page = self.rooms.enter_context(
                opened(self.browser, self.address, javascript=self.javascript)
            )
            self.people[name] = Reader(name, page, self)
            if name != "nobody":
                page.context.add_cookies([cookie_of(self.address, f"{name}@{self.domain}")])
        return self.people[name]


@dataclass
class Reader:
    """Somebody in front of a browser. Words are those on the page."""

    name: str
    page: Page
    company: Company

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def go(self, path: str) -> None:
        response = self.page.goto(path)
        assert response
        assert response.ok, f"{response.status} for {path} as {self.name}"
        self.look()

    def follow(self, words: str | re.Pattern[str]) -> None:
        self._act(self.main.get_by_role("link", name=words).first)

    def press(self, words: str) -> None:
        """Press a button, or a link that looks like one."""
        self._act(self.main.get_by_role("button", name=words, exact=True).first)

    def _act(self, target: Locator) -> None:
        with self.page.expect_navigation() as going:
            target.click()
        answer = going.value
        self.look(is_refusal=answer is not None and answer.status == REFUSED)

    def fill(self, answers: dict[str, str]) -> None:
        """Fill in the fields with these labels; a label met twice is filled in twice."""
        for label, words in answers.items():
            fields = self.main.get_by_label(label, exact=True)
            assert fields.count(), f"no field “{label}” on {self.page.url}"
            for one in fields.all():
                one.fill(words)

    def choose(self, question: str, answer: str) -> None:
        groups = self.main.get_by_role("group", name=question)
        assert groups.count(), f"no question “{question}” on {self.page.url}"
        for one in groups.all():
            one.get_by_label(answer, exact=True).check()

    def tick(self, words: str) -> None:
        self.main.get_by_label(words).check()

    def give_day(self, question: str, day: date) -> None:
        boxes = self.main.get_by_role("group", name=question)
        for label in ("day", "month", "year"):
            boxes.get_by_label(label.title(), exact=True).fill(str(getattr(day, label)))

    def sees(self, words: str) -> bool:
        self.page.wait_for_load_state()
        return words in " ".join(self.main.inner_text().split())

    def look(self, *, is_refusal: bool = False) -> None:
        """Examine the page, if there is a part on it that nobody met at such an address."""
        if self.company.only_answers and not is_refusal:
            return
        new = self.company.examined.new_parts(self.page, kind_of(self.page.url))
        if new is None:
            return
        check(self.page, new)
        if folder := os.environ.get("SCREENSHOTS"):
            self.company.pictures += 1
            script = "js" if self.company.javascript else "plain"
            number = f"{self.company.pictures:02}"
            name = re.sub(r"[^a-z]+", "-", kind_of(self.page.url).lower()).strip("-")
            self._picture(Path(folder), f"{script}-{number}-{name or 'home'}-{self.name}")

    def _picture(self, folder: Path, name: str) -> None:
        for size in (WIDE, NARROW):
            self.page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict
            self.page.screenshot(path=folder / f"{name}-{size['width']}.png", full_page=True)
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]


@contextmanager
def company(
    browser: Browser,
    address: str,
    examined: Examined,
    *,
    javascript: bool,
    domain: str = "demo.example",
    only_answers: bool = False,
) -> Iterator[Company]:
    with ExitStack() as rooms:
        yield Company(browser, address, javascript, examined, rooms, domain, only_answers)
