"""What finding by name needs to know of a title."""

from mlroles.roles.names import TitleMeaning
from mlroles.titles.meaning import meaning
from mlroles.titles.read import TitleReader
from tests.titles import titles_file

READER = TitleReader(titles_file(), {"baker", "bread-seller"})


def test_title_means_its_jobs_and_says_why() -> None:
    """The jobs come best first, with the reason and the words that were passed over."""
    assert meaning(READER, "Senior Baker, Night") == TitleMeaning(
        ("baker",), True, ("Night",), "The title names the role."
    )


def test_near_is_not_exact() -> None:
    """A title that is near to a role is told apart from one that means it."""
    found = meaning(READER, "Manager")
    assert found
    assert (found.means, found.exact) == (("baker",), False)


def test_other_titles_mean_nothing() -> None:
    """Of a title of other work, or of unknown words, nothing is said."""
    assert meaning(READER, "Maker") is None
    assert meaning(READER, "Miller") is None
