"""What single cells mean. No database."""

from datetime import date

import pytest

from app.schools.facts import Gap
from app.schools.importing import cells
from app.schools.importing.reading import decoded
from app.schools.websites import checked_link


class TestDecoded:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("Thomas à Becket".encode("cp1252"), "Thomas à Becket"),
            ("Thomas à Becket".encode(), "Thomas à Becket"),
            ("St Mary\x92s".encode(), "St Mary\u2019s"),
            ("St Mary\ufffds".encode(), "St Mary\ufffds"),
            (b"\x81 no such character in Windows-1252", "\ufffd no such character in Windows-1252"),
        ],
    )
    def test_every_encoding_that_occurs_is_read(self, raw: bytes, text: str) -> None:
        assert decoded(raw) == text


class TestDay:
    @pytest.mark.parametrize(
        "cell", ["03-04-2013", "03/04/2013", "3/4/2013", "2013-04-03", "2013-04-03T00:00:00"]
    )
    def test_day_comes_before_month(self, cell: str) -> None:
        assert cells.day(cell) == date(2013, 4, 3)

    def test_month_first_is_refused_not_guessed(self) -> None:
        with pytest.raises(cells.UnreadableCell):
            cells.day("04/23/2013")

    def test_a_day_that_never_was_is_refused(self) -> None:
        with pytest.raises(cells.UnreadableCell):
            cells.day("31-02-2020")

    def test_1900_is_a_placeholder(self) -> None:
        assert cells.day("01-01-1900") is Gap.UNKNOWN


class TestCodes:
    def test_leading_zeros_do_not_matter(self) -> None:
        assert cells.code("01") == cells.code("1") == "1"
        assert cells.code("0000") == "0"
        assert cells.code("CE34") == "CE34"

    @pytest.mark.parametrize("code", ["9", "99", "999", "9999"])
    def test_nines_without_a_name_mean_unknown(self, code: str) -> None:
        assert cells.named(code, "") is Gap.UNKNOWN

    def test_group_nine_has_a_name_and_is_known(self) -> None:
        assert cells.named("9", "Other types") == "Other types"

    def test_not_applicable_is_not_unknown(self) -> None:
        assert cells.named("0", "Not applicable") is Gap.NOT_APPLICABLE


class TestNumber:
    @pytest.mark.parametrize("mark", ["SUPP", "SUPPMAT", "LOWCOV", "c", "u", "low"])
    def test_suppressed_is_neither_zero_nor_missing(self, mark: str) -> None:
        assert cells.whole(mark) is Gap.SUPPRESSED

    @pytest.mark.parametrize("mark", ["NA", "NE", "NELIG", "z"])
    def test_not_applicable_marks(self, mark: str) -> None:
        assert cells.whole(mark) is Gap.NOT_APPLICABLE

    @pytest.mark.parametrize("mark", ["NP", "NEW", "x"])
    def test_not_published_marks(self, mark: str) -> None:
        assert cells.whole(mark) is Gap.NOT_PUBLISHED

    @pytest.mark.parametrize("cell", ["31.4", "31.40", "31.4%", "31.4 %"])
    def test_percent_signs_come_and_go(self, cell: str) -> None:
        assert cells.percentage(cell) == 31.4

    def test_zero_is_a_number_and_empty_is_silence(self) -> None:
        assert cells.whole("0") == 0
        assert cells.whole("") is None

    def test_999_pupils_are_999_pupils(self) -> None:
        assert cells.whole("999") == 999

    @pytest.mark.parametrize("cell", ["-1", "1.5", "12a", "1e9", "nan", "٣"])
    def test_anything_else_is_refused(self, cell: str) -> None:
        with pytest.raises(cells.UnreadableCell):
            cells.whole(cell)


class TestText:
    def test_null_and_empty_differ(self) -> None:
        assert cells.text("NULL") is Gap.NO_VALUE
        assert cells.text("") is None

    def test_not_judged_is_kept_as_it_stands(self) -> None:
        assert cells.text("Not judged") == "Not judged"


class TestPostcode:
    @pytest.mark.parametrize("cell", ["WF109AB", "wf10 9ab", " WF10  9AB "])
    def test_spaces_do_not_matter(self, cell: str) -> None:
        assert cells.postcode(cell) == "WF10 9AB"


class TestTelephone:
    def test_a_spreadsheet_cannot_take_the_leading_zero(self) -> None:
        assert cells.telephone("2072831147") == "02072831147"


class TestCheckedLink:
    @pytest.mark.parametrize(
        ("website", "link"),
        [
            ("www.school.wakefield.sch.uk", "http://www.school.wakefield.sch.uk"),
            ("http//www.school.org", "http://www.school.org"),
            ("http:/www.school.org", "http://www.school.org"),
            ("HTTPS://www.school.org/home", "https://www.school.org/home"),
            ("", None),
            (None, None),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("ftp://school.org", None),
            ("http://user@school.org", None),
            ("https://school.org@evil.example", None),
            ("http://school", None),
            ("http://school.org/a b", None),
            ('http://school.org/"onclick="', None),
            ("http://[::1", None),
            ("office@school.org", None),
        ],
    )
    def test_only_a_checked_http_address_is_a_link(
        self, website: str | None, link: str | None
    ) -> None:
        assert checked_link(website) == link
