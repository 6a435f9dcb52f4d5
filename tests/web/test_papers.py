from __future__ import annotations

from datetime import UTC, datetime

from flask import Flask

from app.web.papers import Paper, PaperRow, PaperSection
from app.web.papers.pdf import pdf_of
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World

COMMISSION = "/commissions/COM-00001"


def paper(value: str = "Yes") -> Paper:
    return Paper(
        kind="note",
        number="COM-00001",
        title="Note",
        caption="A visit",
        dated=datetime(2026, 11, 2, tzinfo=UTC),
        sections=[PaperSection("Facts", [PaperRow("Key", value)], ["Łódź – “quoted”"])],
    )


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


class TestPdf:
    def test_is_the_same_bytes_every_time(self, app: Flask) -> None:
        with app.app_context():
            assert pdf_of(paper()) == pdf_of(paper())
            assert pdf_of(paper()) != pdf_of(paper("No"))

    def test_takes_a_value_that_is_longer_than_a_page(self, app: Flask) -> None:
        with app.app_context():
            assert pages(pdf_of(paper())) == 1
            assert pages(pdf_of(paper("many words " * 1500))) > 2


class TestDocuments:
    def test_each_is_a_file_whose_name_says_nobody(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        commission = make.closed(world).commission
        note = f"{COMMISSION}/visits/{commission.visit_notes[0].id}"
        documents = {
            f"{COMMISSION}/versions/1": "agreement-COM-00001-version-1.pdf",
            f"{COMMISSION}/closing-report": "closing-report-COM-00001.pdf",
            note: f"visit-note-COM-00001-{commission.visit_notes[0].held_on}.pdf",
        }
        for page, name in documents.items():
            with case(name):
                file = client.signed_in_as(world.head).get(f"{page}?format=pdf")

                assert file.data.startswith(b"%PDF-")
                assert file.headers["Content-Disposition"] == f"attachment; filename={name}"
                assert f"{page}?format=pdf" in client.get(page).text
                stranger = client.signed_in_as(world.other_head)
                assert stranger.get(f"{page}?format=pdf").status_code == 404

    def test_a_review(self, world: World, client: LintingClient) -> None:
        review = make.reviewed(world).reviews[0]

        page = f"{COMMISSION}/reviews/{review.id}?format=pdf"
        file = client.signed_in_as(world.provider_lead).get(page)

        assert file.data.startswith(b"%PDF-")
        assert f"review-COM-00001-{review.held_on}" in file.headers["Content-Disposition"]
