"""Enquiries: the provider asked answers, the school weighs, nobody else knows of them."""

from __future__ import annotations

from collections.abc import Callable

from app.commissions.models import SupportRequest
from tests.factories import enquiries
from tests.factories import requests as make
from tests.factories.world import World
from tests.rules.matrix.rows import (
    BOTH,
    BROKERS,
    FORBIDDEN,
    SEE_THE_REQUEST,
    WRITE_THE_REQUEST,
    only,
    the_provider,
    the_request,
)
from tests.rules.world import Scene, scene_of


def its_enquiry(scene: Scene) -> dict[str, object]:
    return the_request(scene) | the_provider(scene)


def with_enquiries(state: Callable[[World], SupportRequest]) -> Callable[[World], Scene]:
    return lambda world: scene_of(world, state(world))


ENQUIRIES = (
    *only(BOTH, "requests.new_from_shortlist", "head deputy other_head host_head head_leader "
          "broker second_broker other_broker", others=FORBIDDEN),
    *only(BOTH, "requests.providers", WRITE_THE_REQUEST, forbidden="head deputy chair",
          of=the_request, case="draft", make=with_enquiries(make.draft)),
    # both providers asked read it without the school
    *only("GET", "requests.show", f"{SEE_THE_REQUEST} provider_lead other_provider_lead",
          of=the_request, case="enquired", make=with_enquiries(enquiries.enquired)),
    *only("GET", "requests.show", "head deputy chair", of=the_request, case="named",
          make=with_enquiries(enquiries.named)),
    # but of the first one's enquiry only itself and the asking side
    *only(BOTH, "requests.answer_enquiry", "provider_lead", forbidden=SEE_THE_REQUEST,
          of=its_enquiry, case="enquired", make=with_enquiries(enquiries.enquired)),
    *only(BOTH, "requests.decline_enquiry", "provider_lead", forbidden=SEE_THE_REQUEST,
          of=its_enquiry, case="enquired", make=with_enquiries(enquiries.enquired)),
    *only("GET", "requests.answers", SEE_THE_REQUEST, of=the_request,
          case="answered", make=with_enquiries(enquiries.answered)),
    *only(BOTH, "requests.weigh_answer", WRITE_THE_REQUEST,
          forbidden=f"{SEE_THE_REQUEST} provider_lead",
          of=its_enquiry, case="answered", make=with_enquiries(enquiries.answered)),
    *only(BOTH, "requests.send_enquiry", BROKERS, forbidden=SEE_THE_REQUEST,
          of=its_enquiry, case="shortlisted",
          make=with_enquiries(lambda world: make.shortlisted(world)[0])),
)  # fmt: skip
