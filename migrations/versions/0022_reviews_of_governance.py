"""Reviews of governance"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "governance_heading",
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("strand_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_governance_heading_authority_code_authority"),
        ),
        sa.ForeignKeyConstraint(
            ["strand_id"],
            ["expertise_area.id"],
            name=op.f("fk_governance_heading_strand_id_expertise_area"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_heading")),
        sa.UniqueConstraint(
            "authority_code",
            "code",
            "version",
            name=op.f("uq_governance_heading_authority_code"),
        ),
    )
    op.create_table(
        "governance_review",
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_as", sa.String(length=40), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("head_takes_part", sa.Boolean(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("opened_to_authority", sa.Boolean(), nullable=False),
        sa.Column("own_view_sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("check_days", sa.Integer(), nullable=False),
        sa.Column("plan_days", sa.Integer(), nullable=False),
        sa.Column("accept_days", sa.Integer(), nullable=False),
        sa.Column("shared_on", sa.Date(), nullable=True),
        sa.Column("check_by", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("plan_by", sa.Date(), nullable=True),
        sa.Column("plan_agreed_on", sa.Date(), nullable=True),
        sa.Column("plan_agreed_by_id", sa.Integer(), nullable=True),
        sa.Column("accept_by", sa.Date(), nullable=True),
        sa.Column("plan_accepted_on", sa.Date(), nullable=True),
        sa.Column("plan_returned_because", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ending_words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_governance_review_asked_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["person.id"], name=op.f("fk_governance_review_officer_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["plan_agreed_by_id"],
            ["person.id"],
            name=op.f("fk_governance_review_plan_agreed_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_governance_review_provider_id_provider")
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_governance_review_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review")),
        sa.UniqueConstraint("reference", name=op.f("uq_governance_review_reference")),
    )
    with op.batch_alter_table("governance_review", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_provider_id"), ["provider_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_governance_review_school_urn"), ["school_urn"], unique=False
        )

    op.create_table(
        "governance_review_action",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("heading_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("owner_role", sa.String(length=40), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by_id", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["done_by_id"],
            ["person.id"],
            name=op.f("fk_governance_review_action_done_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["heading_id"],
            ["governance_heading.id"],
            name=op.f("fk_governance_review_action_heading_id_governance_heading"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_governance_review_action_owner_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["governance_review.id"],
            name=op.f("fk_governance_review_action_review_id_governance_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_action")),
    )
    with op.batch_alter_table("governance_review_action", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_action_review_id"), ["review_id"], unique=False
        )

    op.create_table(
        "governance_review_finding",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("heading_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["heading_id"],
            ["governance_heading.id"],
            name=op.f("fk_governance_review_finding_heading_id_governance_heading"),
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["governance_review.id"],
            name=op.f("fk_governance_review_finding_review_id_governance_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_finding")),
    )
    with op.batch_alter_table("governance_review_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_finding_review_id"), ["review_id"], unique=False
        )

    op.create_table(
        "governance_review_interest",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_governance_review_interest_person_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["governance_review.id"],
            name=op.f("fk_governance_review_interest_review_id_governance_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_interest")),
    )
    with op.batch_alter_table("governance_review_interest", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_interest_review_id"), ["review_id"], unique=False
        )

    op.create_table(
        "governance_review_meeting",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("with_whom", sa.String(length=40), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["governance_review.id"],
            name=op.f("fk_governance_review_meeting_review_id_governance_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_meeting")),
    )
    with op.batch_alter_table("governance_review_meeting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_meeting_review_id"), ["review_id"], unique=False
        )

    op.create_table(
        "governance_review_paper",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("from_role", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("chased_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["governance_review.id"],
            name=op.f("fk_governance_review_paper_review_id_governance_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_paper")),
    )
    with op.batch_alter_table("governance_review_paper", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_paper_review_id"), ["review_id"], unique=False
        )

    op.create_table(
        "governance_review_report",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("shared_by_id", sa.Integer(), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["governance_review.id"],
            name=op.f("fk_governance_review_report_review_id_governance_review"),
        ),
        sa.ForeignKeyConstraint(
            ["shared_by_id"],
            ["person.id"],
            name=op.f("fk_governance_review_report_shared_by_id_person"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_report")),
        sa.UniqueConstraint(
            "review_id", "number", name=op.f("uq_governance_review_report_review_id")
        ),
    )
    op.create_table(
        "governance_review_scope",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("heading_id", sa.Integer(), nullable=False),
        sa.Column("rating", sa.String(length=40), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["heading_id"],
            ["governance_heading.id"],
            name=op.f("fk_governance_review_scope_heading_id_governance_heading"),
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["governance_review.id"],
            name=op.f("fk_governance_review_scope_review_id_governance_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_scope")),
        sa.UniqueConstraint(
            "review_id", "heading_id", name=op.f("uq_governance_review_scope_review_id")
        ),
    )
    op.create_table(
        "governance_review_comment",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_governance_review_comment_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["governance_review_report.id"],
            name=op.f("fk_governance_review_comment_report_id_governance_review_report"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_comment")),
    )
    with op.batch_alter_table("governance_review_comment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_comment_report_id"), ["report_id"], unique=False
        )

    op.create_table(
        "governance_review_note",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=True),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["governance_review_action.id"],
            name=op.f("fk_governance_review_note_action_id_governance_review_action"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_governance_review_note_author_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_review_note")),
    )
    with op.batch_alter_table("governance_review_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_governance_review_note_action_id"), ["action_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("governance_review_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_note_action_id"))

    op.drop_table("governance_review_note")
    with op.batch_alter_table("governance_review_comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_comment_report_id"))

    op.drop_table("governance_review_comment")
    op.drop_table("governance_review_scope")
    op.drop_table("governance_review_report")
    with op.batch_alter_table("governance_review_paper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_paper_review_id"))

    op.drop_table("governance_review_paper")
    with op.batch_alter_table("governance_review_meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_meeting_review_id"))

    op.drop_table("governance_review_meeting")
    with op.batch_alter_table("governance_review_interest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_interest_review_id"))

    op.drop_table("governance_review_interest")
    with op.batch_alter_table("governance_review_finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_finding_review_id"))

    op.drop_table("governance_review_finding")
    with op.batch_alter_table("governance_review_action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_action_review_id"))

    op.drop_table("governance_review_action")
    with op.batch_alter_table("governance_review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_governance_review_school_urn"))
        batch_op.drop_index(batch_op.f("ix_governance_review_provider_id"))

    op.drop_table("governance_review")
    op.drop_table("governance_heading")
