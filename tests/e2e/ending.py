"""The end of the way: both sides evaluate, a lead judges."""

from __future__ import annotations

from tests.e2e.people import Reader


def evaluate(reader: Reader, commission: str, words: str) -> None:
    reader.go(f"/commissions/{commission}/evaluate")
    reader.fill(
        {
            "What changed?": f"{words}.",
            "What did the support come to overall?": f"{words}, and it lasts.",
        }
    )
    reader.press("Hand in the evaluation")


def judge(quality: Reader, commission: str) -> None:
    quality.go(f"/quality/{commission}")
    quality.press("Record whether you have an interest")
    quality.tick("No, I have none")
    quality.press("Record my answer")
    quality.go(f"/quality/{commission}")
    record_judgement(quality)


def record_judgement(
    quality: Reader, *, outcome: str = "Met", decision: str = "Quality assured", reasons: str = ""
) -> None:
    quality.choose("Outcome", outcome)
    quality.choose("How strong is the evidence?", "2: A document or data")
    quality.choose(
        "What is the highest level of impact that is evidenced?",
        "5: Pupil outcomes: pupils do better",
    )
    quality.choose("How far apart are the two sides?", "They agree")
    quality.choose("Decision", decision)
    quality.fill(
        {
            "Reasons for the decision": reasons,
            "Why?": "The check of both classes shows it.",
            "How good was the delivery?": "Well prepared and on time.",
            "Was it worth the money?": "Yes: one day for two classes.",
            "Where do you differ from the two sides, and why?": "Nowhere.",
        }
    )
    quality.press("Record the judgement")
