"""What the public page of a school says of its published figures and inspections."""

from pathlib import Path

from tests.client import LintingClient
from tests.schools.figures.files import AUTHORITY, ENGLAND, KS2, REPORT_CARD
from tests.schools.files import LINK, Importer, write_csv


def words_after(client: LintingClient, urn: int, label: str) -> list[str]:
    """Return what stands beside each fact of this name, in the order of the page."""
    page = client.soup(client.get(f"/schools/{urn}"))
    return [
        " ".join(term.find_next_sibling("dd").get_text(" ").split())
        for term in page.select("main dt")
        if term.get_text().strip() == label
    ]


RWM = "Pupils reaching the expected standard in reading, writing and maths"


def test_figures_with_what_they_are_read_beside(
    register: Importer, client: LintingClient, tmp_path: Path
) -> None:
    withheld = {"URN": "108135", "PTRWM_EXP": "SUPP"}
    before = {"URN": "108135", "LinkURN": "108136", "LinkType": "Predecessor"}
    register.counts(
        write_csv(tmp_path / "2018-2019.csv", {}, withheld, AUTHORITY, ENGLAND, of=KS2),
        write_csv(tmp_path / "2017-2018.csv", {"URN": "108136", "PTRWM_EXP": "44%"}, of=KS2),
        write_csv(tmp_path / "links.csv", before, of=LINK),
    )
    assert words_after(client, 108134, RWM) == ["58% 31 counted; Wakefield 62%, England 65%"]
    page = client.get("/schools/108134").text
    assert "Key stage 2, 2018 to 2019" in page
    assert "Key stage 2 performance tables, Department for Education, 2018 to 2019" in page

    own, of_the_school_before = words_after(client, 108135, RWM)
    assert own.startswith("Withheld by the publisher because the number is small")
    assert of_the_school_before.startswith("44%")
    assert "of Stanley St Peters (URN 108136), the school before" not in page
    assert "of Third School (URN 108136), the school before" in client.get("/schools/108135").text


def test_judgements_aspect_by_aspect_and_whose_they_were(
    register: Importer, client: LintingClient, tmp_path: Path
) -> None:
    register.counts(write_csv(tmp_path / "a.csv", of=REPORT_CARD))
    assert words_after(client, 108134, "Inclusion") == ["Needs attention"]
    assert words_after(client, 108134, "Overall effectiveness") == ["Not judged"]
    assert words_after(client, 108134, "Post-16 provision") == ["Does not apply to this school"]
    page = client.get("/schools/108134").text
    assert "Inspected was Third School (URN 108136), the school before this one." in page
    assert "No published figures of this school are held here." in page
