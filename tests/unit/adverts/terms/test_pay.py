"""Pay is read as it is written in many countries, and other money is not pay."""

import pytest

from mlroles.adverts.terms.found import Pay
from mlroles.adverts.terms.models import TermsFile
from mlroles.adverts.terms.patterns import lowered
from mlroles.adverts.terms.pay import PayReader
from mlroles.locations import data_directory

READER = PayReader(
    TermsFile.model_validate_json((data_directory() / "terms.json").read_bytes()).pay
)


def pay(text: str) -> Pay | None:
    """Return the pay that a text names."""
    return READER.pay(text, lowered(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salary: £45k - £55k per annum", (45_000, 55_000, "GBP", True, "year", None)),
        ("$120,000–150,000 a year", (120_000, 150_000, "USD", False, "year", None)),
        ("The wage is €60.000 a year gross", (60_000, 60_000, "EUR", True, "year", "gross")),
        ("Salary 45.000 €", (45_000, 45_000, "EUR", True, None, None)),
        ("Salary 45 000 EUR net", (45_000, 45_000, "EUR", True, None, "net")),
        ("GBP40 000 salary", (40_000, 40_000, "GBP", True, None, None)),
        ("We pay 12 LPA", (1_200_000, 1_200_000, "INR", True, "year", None)),
        ("Salary of ₹12,00,000", (1_200_000, 1_200_000, "INR", True, None, None)),
        ("12-18 LPA", (1_200_000, 1_800_000, "INR", True, "year", None)),
        ("Pay rate: $70.00-$75.50 an hour", (70, 75.5, "USD", False, "hour", None)),
        ("£500 per day", (500, 500, "GBP", True, "day", None)),
        ("Salary range: $90,000 to $110,000 CAD", (90_000, 110_000, "CAD", True, None, None)),
        ("OTE up to £90k", (None, 90_000, "GBP", True, None, "on-target")),
        ("Base salary from $100k+", (100_000, None, "USD", False, None, "base")),
        ("Salary: 120-150k", (120_000, 150_000, None, False, None, None)),
        ("Bread.\n£70k-£90k", (70_000, 90_000, "GBP", True, None, None)),
        ("Lyon | CHF 110'000–130'000 |", (110_000, 130_000, "CHF", True, None, None)),
        ("One week in six. Pay: £70k-£90k", (70_000, 90_000, "GBP", True, None, None)),
        ("Up to £85,000 DOE", (None, 85_000, "GBP", True, None, None)),
        ("Salary 31,000 to 38,000 pounds", (31_000, 38_000, "GBP", True, None, None)),
        ("$85,000 - $90,000 per year. 401(k)", (85_000, 90_000, "USD", False, "year", None)),
        ("Salary: $110- $120,000", (110_000, 120_000, "USD", False, None, None)),
        ("Salary: £70,000. Two days of rest", (70_000, 70_000, "GBP", True, None, None)),
        ("Daily bread, pay $90,000-$95,000", (90_000, 95_000, "USD", False, None, None)),
        ("Daily bread. Pay: $90,000-$95,000", (90_000, 95_000, "USD", False, None, None)),
        ("Monthly salary of EUR 3.724", (3724, 3724, "EUR", True, "month", None)),
    ],
)
def test_pay_is_read(text: str, expected: tuple[object, ...]) -> None:
    """Amounts, currency, period and basis are read, and what is not said is None."""
    found = pay(text)
    assert found is not None
    assert text[found.start : found.end] == found.words
    assert (
        found.low,
        found.high,
        found.currency,
        found.currency_named,
        found.period,
        found.basis,
    ) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 401k plan with your salary",
        "401k match",
        "We raised $40,000,000 in funding",
        "Revenue of $90,000 a year",
        "A salary, and $5 million of good will",
        "A sign-on bonus of $20,000",
        "Salary grade 7 of 12",
        "We bake 120,000 loaves a year",
        "A salary beyond $12",
        "$20 a year",
        "Salary $90,000 - $50,000",
        "Salary $900,000,000",
        "Some $90,000 for nothing",
        "Our salary",
        "We serve 200k-300k users a day",
        "Ovens cost $50k-$90k as a rule",
        "Pay for bread: $150 a month",
    ],
)
def test_other_money_is_no_pay(text: str) -> None:
    """Funding, revenue, bonuses, retirement plans and impossible sums are not read as pay."""
    assert pay(text) is None


def test_the_clearest_of_several_amounts_counts() -> None:
    """A range with its period wins over one amount; of equal ones the first is told."""
    found = pay("A salary of $90,000. In all $100,000 to $120,000 per year.")
    assert found is not None
    assert (found.low, found.high) == (100_000, 120_000)
    found = pay("Salary: $90,000 to $95,000 here; salary: $70,000 to $75,000 there")
    assert found is not None
    assert found.low == 90_000


def test_a_text_full_of_figures() -> None:
    """Pay is looked for among the first thousands of numbers: no advert has so many."""
    figures = "7 " * 4900
    assert pay(f"{figures}Salary: $90,000 a year.")
    assert pay(f"{figures}{figures}Salary: $90,000 a year.") is None
