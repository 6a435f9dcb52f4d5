"""The money of a commission in rows: four figures, who pays, and in which financial year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.calendar import financial_year_words
from app.core.money import pounds

if TYPE_CHECKING:
    from app.commissions.models import Commission


@dataclass(frozen=True)
class MoneyRow:
    key: str
    value: str


def money_rows(commission: Commission) -> list[MoneyRow]:
    return [
        MoneyRow("Charge", pounds(commission.charge_pence)),
        MoneyRow("Of which, to the provider", pounds(commission.reimbursement_pence)),
        MoneyRow("Of which, brokerage fee", pounds(commission.fee_pence)),
        MoneyRow("VAT", pounds(commission.vat_pence)),
        MoneyRow("In all", pounds(commission.total_pence)),
        *(
            MoneyRow(
                f"Paid by {line.funder}",
                f"{pounds(line.pence)} in the financial year {financial_year_words(line.year)}",
            )
            for line in commission.funding
        ),
        *_year_rows(commission),
    ]


def _year_rows(commission: Commission) -> list[MoneyRow]:
    """Add up by financial year, where there is more than one."""
    sums: dict[int, int] = {}
    for line in commission.funding:
        sums[line.year] = sums.get(line.year, 0) + line.pence
    if len(sums) == 1:
        return []
    return [
        MoneyRow(f"In all in {financial_year_words(year)}", pounds(pence))
        for year, pence in sorted(sums.items())
    ]
