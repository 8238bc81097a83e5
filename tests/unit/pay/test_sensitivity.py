"""How much the order of the roles depends on which titles are taken and on repeats."""

from mlroles.pay.models import PayFile
from mlroles.pay.sensitivity import rank
from mlroles.roles.catalogue import Catalogue


def test_order_is_counted_over_the_readings(pay: PayFile, catalogue: Catalogue) -> None:
    """Ties count for neither role, readings without both medians not at all."""
    result = rank(pay, catalogue.roles)
    every, new, old = result.levels
    (pair,) = every.pairs
    assert (pair.first_higher, pair.second_higher, pair.readings) == (1, 1, 3)
    assert not pair.holds
    assert not every.holds
    assert [[each.role for each in reading.ranking] for reading in every.readings] == [
        ["baker", "bread-seller"],
        ["baker", "bread-seller"],
        ["bread-seller", "baker"],
        ["baker", "bread-seller"],
    ]
    assert (new.experience, new.readings, new.holds) == ("new", (), False)
    assert old.title == "Old hand"
    assert (result.country, result.year) == ("France", 2031)


def test_an_order_may_hold(pay: PayFile, catalogue: Catalogue) -> None:
    """An order holds where the same role is higher in every reading that has both."""
    kept = pay.model_copy(update={"sensitivity": pay.sensitivity[:1]})
    (level,) = rank(kept, catalogue.roles, "all").levels
    assert level.pairs[0].holds
    assert level.holds


def test_sensitivity_of_one_level_or_one_role(pay: PayFile, catalogue: Catalogue) -> None:
    """One level can be asked for; a single role has no order that could hold."""
    (level,) = rank(pay, catalogue.roles[:1], "old").levels
    assert (level.experience, level.pairs, level.holds) == ("old", (), False)
