"""Sends what the outbox holds: by a mail server, or into a folder where there is none."""

from __future__ import annotations

import logging
import smtplib
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from ssl import create_default_context
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from sqlalchemy import or_, select, update

from app.core import clock
from app.notifications.models import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session, scoped_session

log = logging.getLogger(__name__)

MOST_AT_ONCE = 50
MOST_TRIES = 8
FIRST_WAIT = timedelta(minutes=5)
SECONDS_FOR_AN_ANSWER = 20


class Transport(Protocol):
    def send(self, mail: EmailMessage) -> None:
        """Hand the mail over; raise OSError, ValueError or SMTPException when that fails."""


@dataclass(frozen=True)
class Folder:
    """Where there is no mail server: a file for each message, to be read by whoever tries it."""

    path: Path

    def send(self, mail: EmailMessage) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
        (self.path / f"{name}.eml").write_bytes(mail.as_bytes(policy=SMTP))


@dataclass(frozen=True)
class MailServer:
    """smtp://user:password@host:port, or smtps:// for a connection encrypted from the start."""

    url: str

    def send(self, mail: EmailMessage) -> None:
        parts = urlsplit(self.url)
        with self._connected(parts) as server:
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(mail)

    @staticmethod
    def _connected(parts: SplitResult) -> smtplib.SMTP:
        """Return a connection that is encrypted, and to the server it names, where it can be."""
        host, port, checked = parts.hostname or "", parts.port or 0, create_default_context()
        if parts.scheme == "smtps":
            return smtplib.SMTP_SSL(host, port, context=checked, timeout=SECONDS_FOR_AN_ANSWER)
        server = smtplib.SMTP(host, port, timeout=SECONDS_FOR_AN_ANSWER)
        server.ehlo()
        # a password goes over a checked connection or not at all
        if parts.username or server.has_extn("starttls"):
            server.starttls(context=checked)
        return server


def transport_of(config: Mapping[str, object]) -> Transport:
    url = str(config["MAIL_URL"])
    return MailServer(url) if url else Folder(Path(str(config["OUTBOX_DIR"])))


def mail_of(message: Message, config: Mapping[str, object]) -> EmailMessage:
    """Return the e-mail: the sentence and the way to the page, and nothing about anybody."""
    name, address = message.reader
    mail = EmailMessage()
    mail["From"] = str(config["MAIL_FROM"])
    mail["To"] = address
    mail["Subject"] = message.subject
    mail["Date"] = message.created_at
    host = urlsplit(str(config["BASE_URL"])).hostname
    # the same at each try, so that a mail sent twice can be told
    mail["Message-ID"] = f"<{message.id}.{message.key[:16]}@{host}>"
    mail.set_content(
        f"Dear {name},\n\n{message.body}\n\n"
        f"{config['BASE_URL']}{message.path}\n\n{config['SERVICE_NAME']}\n"
    )
    return mail


def deliver(
    session: Session | scoped_session[Any], transport: Transport, config: Mapping[str, object]
) -> int:
    """Send what waits and return how many were sent; each is claimed, sent and noted by itself.

    A worker that dies in between leaves the claim, and the mail is tried again when it runs out.
    """
    waiting = select(Message.id).where(_due()).order_by(Message.id).limit(MOST_AT_ONCE)
    ids = session.scalars(waiting).all()
    session.rollback()
    return sum(_deliver_one(session, number, transport, config) for number in ids)


def _due() -> ColumnElement[bool]:
    return (
        Message.sent_at.is_(None)
        & (Message.tries < MOST_TRIES)
        & or_(Message.try_after.is_(None), Message.try_after <= clock.now())
    )


def _deliver_one(
    session: Session | scoped_session[Any],
    number: int,
    transport: Transport,
    config: Mapping[str, object],
) -> bool:
    claimed = session.execute(
        update(Message)
        .where(Message.id == number, _due())
        .values(tries=Message.tries + 1, try_after=clock.now() + FIRST_WAIT)
        .returning(Message.tries)
    ).scalar()
    session.commit()
    if claimed is None:  # another worker has it
        return False
    message = session.get_one(Message, number)
    try:
        transport.send(mail_of(message, config))
    except (OSError, ValueError, smtplib.SMTPException) as problem:
        # without the address: logs hold nothing about people
        log.warning("message %d was not sent (try %d): %s", number, claimed, type(problem).__name__)
        message.try_after = clock.now() + FIRST_WAIT * 2**claimed
        session.commit()
        return False
    message.sent_at = clock.now()
    session.commit()
    return True
