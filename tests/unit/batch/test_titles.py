"""A file of titles: a row for each line, and what is wrong with a line."""

import io

from mlroles.batch.titles import COLUMNS, title_rows
from mlroles.titles.read import TitleReader
from tests.titles import titles_file


def rows(text: bytes) -> list[tuple[int, tuple[str, ...], str]]:
    """Return the rows of a file."""
    reader = TitleReader(titles_file(), {"baker", "bread-seller"})
    return [tuple(each) for each in title_rows(io.BytesIO(text), reader)]  # type: ignore[misc]


def test_each_line_is_a_row() -> None:
    """Blank lines are passed over, the numbers of the others stay, and cells are as columns."""
    found = rows(b"\xef\xbb\xbfSenior Baker / Bread Seller\r\n\n  Manager \nMiller")
    assert found == [
        (
            1,
            (
                "Senior Baker / Bread Seller",
                "baker;bread-seller",
                "",
                "named",
                "Senior",
                "Baker / Bread Seller",
            ),
            "",
        ),
        (3, ("Manager", "", "baker", "near", "", "Manager"), ""),
        (4, ("Miller", "", "", "unknown", "", "Miller"), ""),
    ]
    assert {len(cells) for _, cells, _ in found} == {len(COLUMNS)}


def test_wrong_lines_have_a_row_and_a_problem() -> None:
    """A line that is no text, or too long, keeps its place and says what is wrong."""
    found = rows(b"\xffBaker\n" + b"x" * 301 + b"\nBaker\n" + b"y" * 1_000_002)
    assert [problem for _, _, problem in found] == [
        "a letter on the line is broken: it is in another encoding than the rest",
        "a title has no more than 300 characters",
        "",
        "the line is longer than 1,000,000 characters",
    ]
    assert found[0][1] == ("?Baker", "", "", "unread", "", "")
    assert len(found[3][1][0]) == 300
