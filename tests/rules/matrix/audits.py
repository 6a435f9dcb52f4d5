"""Skills audits of the board of world.school, the questions it asks itself, and their words."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from app.extensions import db
from app.governance.audits.links import token_for
from app.governance.audits.models import Invitation, SkillsAudit
from app.governance.audits.questions.models import SelfCheck
from app.governance.audits.words.facts import Kind
from app.governance.audits.words.queries import scale_in_force, wordings_in_force
from tests.factories import audits
from tests.factories.world import World
from tests.rules.matrix.rows import (
    ABSENT,
    BOTH,
    FORBIDDEN,
    OPEN,
    Row,
    only,
)
from tests.rules.world import Scene

STRAND = "governance-chairing"
# of the board of world.school; leader_chair's and head_leader's boards are others
RUN = "chair clerk"
BOARD = f"{RUN} governor"
SERVICES = "governor_services"
BUSINESS = f"{BOARD} {SERVICES} head host_head head_leader other_head"


def in_scene(make: Callable[[World], object]) -> Callable[[World], Scene]:
    def scene(world: World) -> Scene:
        make(world)
        return Scene(world)

    return scene


def head_let_in(world: World) -> None:
    audit = audits.closed(world)
    audit.shared_with_head = audit.shared_with_services = True
    check = audits.recorded_check(world)
    check.shared_with_head = check.shared_with_services = True


kept, prepared, opened, closed, for_the_chair, let_in, begun, recorded = (
    in_scene(make)
    for make in (
        audits.kept,
        audits.prepared,
        audits.opened,
        audits.closed,
        audits.for_the_chair,
        head_let_in,
        audits.written_check,
        audits.recorded_check,
    )
)


def the_audit(_scene: Scene) -> dict[str, object]:
    return {"reference": db.session.scalars(select(SkillsAudit.reference)).one()}


def guest() -> Invitation:
    query = select(Invitation).where(Invitation.email == audits.GUEST)
    return db.session.scalars(query).one()


def the_guest(scene: Scene) -> dict[str, object]:
    return {**the_audit(scene), "number": guest().id}


def the_strand(scene: Scene) -> dict[str, object]:
    return {**the_audit(scene), "strand": STRAND}


def by_link(_scene: Scene) -> dict[str, object]:
    return {"token": token_for(guest())}


def strand_by_link(scene: Scene) -> dict[str, object]:
    return {**by_link(scene), "strand": STRAND}


def forged(_scene: Scene) -> dict[str, object]:
    return {"token": "abc.def.ghi"}


def the_check(_scene: Scene) -> dict[str, object]:
    return {"reference": db.session.scalars(select(SelfCheck.reference)).one()}


def strand_of_check(scene: Scene) -> dict[str, object]:
    return {**the_check(scene), "strand": STRAND}


def a_statement(_scene: Scene) -> dict[str, object]:
    return {"number": wordings_in_force("384", Kind.STATEMENT)[0].id}


def the_scale(_scene: Scene) -> dict[str, object]:
    scale = scale_in_force("384")
    assert scale
    return {"number": scale.id}


def statements(_scene: Scene) -> dict[str, object]:
    return {"kind": "statements"}


SEE_OPEN = f"{BOARD} {SERVICES}"
AUDITS = (
    *only("GET", "audits.index", BUSINESS, make=opened),
    *only(BOTH, "audits.new", f"{RUN} {SERVICES}", make=kept),
    *only("GET", "audits.show", RUN, of=the_audit, make=prepared, case="draft"),
    *only("GET", "audits.show", SEE_OPEN, of=the_audit, make=opened, case="open"),
    *only("GET", "audits.show", f"{SEE_OPEN} head", of=the_audit, make=let_in, case="shared"),
    *only(BOTH, "audits.edit", RUN, of=the_audit, make=prepared),
    *only("POST", "audits.edit", "", forbidden=SEE_OPEN, of=the_audit, make=opened, case="open"),
    *only(BOTH, "audits.people", RUN, forbidden=SEE_OPEN, of=the_audit, make=opened),
    *only(BOTH, "audits.remove", RUN, of=the_guest, make=opened),
    *only(BOTH, "audits.needs", RUN, forbidden=SEE_OPEN, of=the_audit, make=opened),
    *only("POST", "audits.needs", "", forbidden=SEE_OPEN, of=the_audit, make=closed, case="closed"),
    *only(BOTH, "audits.open", RUN, of=the_audit, make=prepared),
    *only(BOTH, "audits.discard", RUN, of=the_audit, make=prepared),
    *only(BOTH, "audits.close", RUN, forbidden=SEE_OPEN, of=the_audit, make=opened),
    *only(BOTH, "audits.reopen", RUN, forbidden=SEE_OPEN, of=the_audit, make=closed),
    *only(BOTH, "audits.share", RUN, forbidden=SEE_OPEN, of=the_audit, make=closed),
    # the clerk serves the board and is no governor
    *only("GET", "audits.answer", "chair governor", of=the_audit, make=opened),
    *only(BOTH, "audits.answer_strand", "chair governor", of=the_strand, make=opened),
    *only("POST", "audits.answer_send", "", of=the_audit, make=closed, case="closed",
          forbidden="chair governor"),
    Row("GET", "audits.link", OPEN, {}, by_link, "", opened),
    Row("GET", "audits.link", OPEN, {}, by_link, "closed", closed),
    Row("GET", "audits.link", ABSENT, {}, forged, "forged", opened),
    Row("GET", "audits.link_strand", OPEN, {}, strand_by_link, "", opened),
    Row("POST", "audits.link_strand", OPEN, {}, strand_by_link, "", opened),
    Row("POST", "audits.link_send", OPEN, {}, by_link, "", opened),
    *only("GET", "audits.result", "", forbidden=SEE_OPEN, of=the_audit, make=opened, case="open"),
    *only("GET", "audits.result", BOARD, forbidden=SERVICES, of=the_audit, make=closed),
    *only("GET", "audits.result", f"{BOARD} {SERVICES} head", of=the_audit, make=let_in,
          case="shared"),
    *only("GET", "audits.gaps", BOARD, forbidden=SERVICES, of=the_audit, make=closed),
    *only("GET", "audits.gaps", f"{BOARD} head", forbidden=SERVICES, of=the_audit, make=let_in,
          case="shared"),
    *only("GET", "audits.comparison", BOARD, forbidden=SERVICES, of=the_audit, make=closed),
    *only("GET", "audits.individual", "chair", of=the_audit, make=for_the_chair),
    *only("GET", "audits.answers_of", "", of=the_guest, make=closed, case="totals"),
    *only("GET", "audits.answers_of", "chair", of=the_guest, make=for_the_chair),
    *only("GET", "audits_questions.index", BUSINESS, make=kept),
    *only(BOTH, "audits_questions.new", RUN, make=kept),
    *only("GET", "audits_questions.show", RUN, of=the_check, make=begun, case="draft"),
    *only("GET", "audits_questions.show", BOARD, of=the_check, make=recorded),
    *only("GET", "audits_questions.show", f"{BOARD} {SERVICES} head", of=the_check, make=let_in,
          case="shared"),
    *only(BOTH, "audits_questions.strand", RUN, of=strand_of_check, make=begun),
    *only("POST", "audits_questions.strand", "", forbidden=BOARD, of=strand_of_check, make=recorded,
          case="recorded"),
    *only("GET", "audits_questions.comparison", BOARD, of=the_check, make=recorded),
    *only(BOTH, "audits_questions.record", RUN, of=the_check, make=begun),
    *only(BOTH, "audits_questions.discard", RUN, of=the_check, make=begun),
    *only(BOTH, "audits_questions.reopen", RUN, forbidden=BOARD, of=the_check, make=recorded),
    *only(BOTH, "audits_questions.share", RUN, forbidden=BOARD, of=the_check, make=recorded),
    *only(BOTH, "audits_words.index", SERVICES, others=FORBIDDEN, of=statements, make=kept),
    *only(BOTH, "audits_words.new", SERVICES, others=FORBIDDEN, of=statements, make=kept),
    *only(BOTH, "audits_words.reword", SERVICES, of=a_statement, make=kept),
    *only(BOTH, "audits_words.retire", SERVICES, of=a_statement, make=kept),
    *only("POST", "audits_words.move", SERVICES, of=a_statement, make=kept),
    *only(BOTH, "audits_words.scale", SERVICES, of=the_scale, make=kept),
)  # fmt: skip
