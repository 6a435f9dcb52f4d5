"""Every rule of the linting client, shown to fail on a page that breaks it."""

from __future__ import annotations

import pytest

from tests.linting import faults

HEADERS = {"Vary": "HX-Request", "Content-Security-Policy": "default-src 'self'"}
GOOD = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Requests – Portal</title></head>
<body><a href="#main">Skip</a><main id="main"><h1>Requests</h1>
<form action="/requests" method="post" hx-post="/requests">
<input type="hidden" name="csrf_token" value="x">
<label for="title">Title</label><input id="title" name="title" aria-describedby="hint">
<p id="hint">Short</p><button>Save</button></form>
<p><a href="/requests?page=2" hx-get="/requests?page=2">Next</a></p>
</main></body></html>"""


def test_a_good_page_has_no_faults() -> None:
    assert faults(GOOD, HEADERS) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<p id=", "<p></div id=", "invalid HTML"),
        ("<button>", "<p><div><button>", "invalid HTML"),
        ("<h1>Requests</h1>", "", "0 h1"),
        ("<h1>Requests</h1>", "<h1>Requests</h1><h1>Again</h1>", "2 h1"),
        ("<title>Requests", "<title>Home", "does not begin"),
        ('lang="en-GB"', 'lang="en"', "en-GB"),
        ('id="hint"', 'id="title"', "occurs 2 times"),
        ('id="title"', 'id="the title"', "is no id"),
        ('for="title"', 'for="titel"', "for='titel'"),
        ('aria-describedby="hint"', 'aria-describedby="hint other"', "'other'"),
        ('href="#main"', 'href="#content"', "points at nothing on this page"),
        ('hx-post="/requests"', 'hx-post="/requests/rows"', "does without JavaScript"),
        ('action="/requests" method="post"', 'action="/requests"', "does without JavaScript"),
        ('hx-get="/requests?page=2"', 'hx-get="/requests?page=3"', "does without JavaScript"),
        ("<button>", '<button hx-get="/requests">', "does without JavaScript"),
        ("<button>", '<button hx-delete="/requests">', "uses hx-delete"),
        ("<button>", '<button hx-confirm="Sure?">', "uses hx-confirm"),
        ("<button>", '<button onclick="go()">', "uses onclick"),
        ("<button>", '<button style="color: red">', "uses style"),
        ("</head>", "<style>p {}</style></head>", "inline style"),
        ("</head>", "<script>go()</script></head>", "inline script"),
        ("</head>", '<script src="https://cdn.example/x.js"></script></head>', "another server"),
        ('href="/requests?page=2"', 'href="javascript:go()"', "script in href"),
        ('name="csrf_token"', 'name="token"', "no CSRF token"),
        ('method="post" hx-post="/requests"', 'method="get"', "into the address"),
    ],
)
def test_a_bad_page_is_told_what_is_wrong(old: str, new: str, fault: str) -> None:
    assert old in GOOD

    found = faults(GOOD.replace(old, new, 1), HEADERS)

    assert any(fault in line for line in found), found


@pytest.mark.parametrize(
    ("headers", "fault"),
    [
        ({"Vary": "Cookie"}, "Vary"),
        ({"Content-Security-Policy": ""}, "missing or unsafe"),
        ({"Content-Security-Policy": "default-src 'self' 'unsafe-inline'"}, "missing or unsafe"),
    ],
)
def test_bad_headers_are_found(headers: dict[str, str], fault: str) -> None:
    assert any(fault in line for line in faults(GOOD, HEADERS | headers))


class TestErrorsInTitles:
    def test_error_may_stand_before_the_heading(self) -> None:
        assert faults(GOOD.replace("<title>", "<title>Error: "), HEADERS) == []

    def test_nothing_else_may(self) -> None:
        assert faults(GOOD.replace("<title>", "<title>Oh no: "), HEADERS) != []


class TestFragments:
    def test_a_fragment_needs_no_heading(self) -> None:
        assert faults("<p>2 results</p>", HEADERS) == []

    def test_rows_of_a_table_are_a_fragment(self) -> None:
        assert faults("<tr><td>Phonics</td></tr>", HEADERS) == []

    def test_a_fragment_is_valid_html_too(self) -> None:
        assert faults("<p>2 results</p></div>", HEADERS) != []

    def test_a_fragment_holds_an_id_once(self) -> None:
        assert faults('<p id="a"></p><p id="a"></p>', HEADERS) != []
