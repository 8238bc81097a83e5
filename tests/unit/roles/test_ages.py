"""How old what is shipped is."""

from dataclasses import replace
from datetime import date

from mlroles.roles.ages import Dated, ages, dated_sources
from mlroles.roles.catalogue import Catalogue

DAY = date(2030, 6, 30)


def test_ages_come_by_urgency() -> None:
    """What has to be looked at first comes first; what has no day comes last, in its order."""
    shipped = [
        Dated("leaflet", "A leaflet", None, None),
        Dated("late", "Late", "2030", date(2031, 1, 1)),
        Dated("note", "A note", "2029-01", None),
        Dated("soon", "Soon", "2030-05-01", date(2030, 7, 1)),
    ]
    result = ages(shipped, DAY)
    assert [(row.id, row.days_left) for row in result.rows] == [
        ("soon", 1),
        ("late", 185),
        ("leaflet", None),
        ("note", None),
    ]
    assert (result.on, result.past_due) == ("2030-06-30", ())


def test_the_day_itself_is_in_time() -> None:
    """A thing is past due on the day after its day, and not on it."""
    shipped = [Dated("bread", "Bread", "2030", DAY)]
    assert ages(shipped, DAY).past_due == ()
    assert ages(shipped, date(2030, 7, 1)).past_due == ("bread",)


def test_a_source_has_the_earliest_of_its_days(bakehouse: Catalogue) -> None:
    """What rests on a source says when to look at it again, without that the source itself."""
    (source,) = (each.id for each in bakehouse.sources.sources)
    reviews = [(source, date(2031, 1, 1)), (source, DAY), (source, date(2032, 1, 1))]
    assert [each.review_by for each in dated_sources(bakehouse, reviews)] == [DAY]
    assert [each.review_by for each in dated_sources(bakehouse, [])] == [None]
    sources = tuple(
        each.model_copy(update={"review_by": DAY}) for each in bakehouse.sources.sources
    )
    own = replace(bakehouse, sources=bakehouse.sources.model_copy(update={"sources": sources}))
    assert {each.review_by for each in dated_sources(own, [])} == {DAY}
