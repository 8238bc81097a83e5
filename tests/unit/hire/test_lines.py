"""On which line of a file words stand."""

from mlroles.hire.lines import Lines

RAW = "# Baker\n\n**Bread** and rye,\nbread and\nrye again\n"
TEXT = "Baker\n\nBread and rye, bread and rye again"


def test_words_are_found_the_same_time_again() -> None:
    """Words that stand several times are found the time that is meant, over a line's end too."""
    lines = Lines("rye\nand rye\nrye")
    assert [lines.of("rye and rye rye", at, "rye") for at in (0, 8, 12)] == [1, 2, 3]
    assert Lines(RAW).of(TEXT, TEXT.index("bread"), "bread and rye again") == 4


def test_the_last_is_taken_where_there_are_fewer() -> None:
    """Where the file has the words fewer times than its text, the last line with them is said."""
    assert Lines("a\nrye").of("rye rye", 4, "rye") == 2


def test_no_line() -> None:
    """Without a file, without words, and for words that it does not have, no line is said."""
    assert Lines(None).of("rye", 0, "rye") is None
    assert Lines("rye").of("rye", 0, " ") is None
    assert Lines("rye").of("rye oats", 4, "oats") is None
