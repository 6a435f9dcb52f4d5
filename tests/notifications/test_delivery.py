"""What waits in the outbox is sent, once, and a failure costs nothing but time."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.notifications.delivery import MOST_TRIES, Folder, MailServer, deliver, transport_of
from app.notifications.models import Message
from app.notifications.services import leave_letter, leave_message
from tests.factories.world import World

DbSession = scoped_session[Session]
CONFIG = {
    "MAIL_FROM": "office@test.example",
    "BASE_URL": "https://support.test.example",
    "SERVICE_NAME": "School support",
}


class Post:
    def __init__(self, fails: Exception | None = None) -> None:
        self.sent: list[EmailMessage] = []
        self.fails = fails

    def send(self, mail: EmailMessage) -> None:
        if self.fails:
            raise self.fails
        self.sent.append(mail)


def leave(world: World, about: str = "one") -> None:
    leave_message(
        to=world.head, about=about, subject="REQ-7K3QM: answer", body="Answer.", path="/requests/x"
    )


def only(session: DbSession) -> Message:
    return session.scalars(select(Message)).one()


class TestLeaveMessage:
    def test_the_same_thing_is_told_once(self, world: World, session: DbSession) -> None:
        leave(world)
        leave(world)

        assert only(session).subject == "REQ-7K3QM: answer"


class TestLeaveLetter:
    def test_it_goes_to_an_address_once_and_waits_for_no_person(
        self, world: World, session: DbSession
    ) -> None:
        post = Post()
        for address in ("Referee@Test.example ", "referee@test.example"):
            leave_letter(
                address=address,
                addressee="Sam Ash",
                about="reference 1",
                subject="A reference",
                body="Somebody named you.",
                path="/x",
            )
        session.commit()

        sent = deliver(session, post, CONFIG)

        assert sent == 1
        assert post.sent[0]["To"] == "referee@test.example"
        assert post.sent[0].get_content().startswith("Dear Sam Ash,")
        assert only(session).person is None


class TestDeliver:
    def test_sends_the_sentence_and_the_way(self, world: World, session: DbSession) -> None:
        leave(world)
        session.commit()
        post = Post()

        assert deliver(session, post, CONFIG) == 1

        [mail] = post.sent
        assert mail["To"] == world.head.email
        assert mail["Subject"] == "REQ-7K3QM: answer"
        assert "https://support.test.example/requests/x" in mail.get_content()

    def test_what_was_sent_is_not_sent_again(self, world: World, session: DbSession) -> None:
        leave(world)
        session.commit()
        post = Post()

        deliver(session, post, CONFIG)

        assert deliver(session, post, CONFIG) == 0
        assert len(post.sent) == 1

    @pytest.mark.parametrize("problem", [OSError("down"), smtplib.SMTPServerDisconnected()])
    def test_a_failure_is_tried_again_later(
        self, world: World, session: DbSession, problem: Exception
    ) -> None:
        leave(world)
        session.commit()
        start, post = datetime(2026, 11, 24, 9, tzinfo=UTC), Post()

        with clock.at(start):
            assert deliver(session, Post(problem), CONFIG) == 0
            assert deliver(session, post, CONFIG) == 0
        with clock.at(start + timedelta(minutes=11)):
            assert deliver(session, post, CONFIG) == 1

    def test_gives_up_in_the_end(self, world: World, session: DbSession) -> None:
        leave(world)
        session.commit()
        only(session).tries = MOST_TRIES
        session.commit()

        assert deliver(session, Post(), CONFIG) == 0

    def test_a_claim_of_another_worker_is_left_alone_until_it_runs_out(
        self, world: World, session: DbSession
    ) -> None:
        leave(world)
        session.commit()
        only(session).try_after = clock.now() + timedelta(minutes=5)
        session.commit()

        assert deliver(session, Post(), CONFIG) == 0


class TestTransport:
    def test_without_a_mail_server_a_folder_keeps_them(
        self, world: World, session: DbSession, tmp_path: Path
    ) -> None:
        leave(world)
        session.commit()

        deliver(session, Folder(tmp_path / "outbox"), CONFIG)

        [file] = (tmp_path / "outbox").iterdir()
        assert b"Subject: REQ-7K3QM: answer" in file.read_bytes()

    def test_is_the_mail_server_that_is_set(self, app: Flask) -> None:
        url = "smtp://mail.test.example:587"

        assert transport_of(app.config | {"MAIL_URL": url}) == MailServer(url)
        assert isinstance(transport_of(app.config), Folder)
