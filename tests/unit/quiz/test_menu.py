"""A menu by itself: where the pointer goes, and what is drawn at any size."""

import pytest

from mlroles.quiz.prompts.menu import Menu, Row


def menu(rows: int = 12, **given: object) -> Menu[int]:
    """Return a menu of so many rows."""
    shown = [Row(f"choice {number}", number) for number in range(1, rows + 1)]
    return Menu("Which?", shown, **given)  # type: ignore[arg-type]


def drawn(menu: Menu[int], columns: int = 80, lines: int = 24) -> list[str]:
    """Return the lines of a menu."""
    return "".join(text for _, text in menu.draw(columns, lines)).split("\n")


@pytest.mark.parametrize(
    ("typed", "pointer"), [("1", 0), ("12", 11), ("13", 2), ("99", 8), ("0", 4), ("10", 9)]
)
def test_a_number_of_two_digits_can_be_typed(typed: str, pointer: int) -> None:
    """Digits make up a number as long as there is such a row, and else begin another."""
    choices = menu(pointer=4)
    for digit in typed:
        choices.type(digit)
    assert choices.pointer == pointer


def test_a_number_ends_with_another_key() -> None:
    """What is typed after moving is a number of its own."""
    choices = menu()
    choices.type("1")
    choices.move(1)
    choices.type("2")
    assert choices.pointer == 1


def test_the_pointer_comes_in_at_the_other_end() -> None:
    """Up from the first row leads to the last, and down from there to the first."""
    choices = menu()
    choices.move(-1)
    assert choices.chosen == (12,)
    choices.move(1)
    assert choices.chosen == (1,)


def test_ticks_are_chosen_in_the_order_of_the_rows() -> None:
    """Ticking takes away what is wrong, and a menu without ticks takes none."""
    choices = menu(ticks={3}, fault="Choose one.")
    choices.tick()
    assert (choices.chosen, choices.fault) == ((1, 4), "")
    choices = menu()
    choices.tick()
    assert choices.ticks is None


@pytest.mark.parametrize("pointer", range(12))
@pytest.mark.parametrize("lines", [6, 7, 9, 12, 13, 24])
def test_the_row_pointed_at_is_drawn_at_any_height(pointer: int, lines: int) -> None:
    """The pointer is in sight, and every row is drawn or counted by a mark."""
    choices = drawn(menu(pointer=pointer, below=("", "keys")), lines=lines)
    assert f" > choice {pointer + 1}" in choices
    shown = sum("choice" in line for line in choices)
    hidden = sum(int(line.split()[1]) for line in choices if line.endswith(" more"))
    assert shown + hidden == 12
    assert len(choices) <= max(lines, 7)
    assert choices[-1] == " keys"


def test_lines_of_a_row_hang_beside_its_mark() -> None:
    """What does not fit a line goes on beside the mark, and what stands under a row is set in."""
    shown = Menu("Which?", [Row("one two three four", 1, "five six", " 9. ")])
    assert drawn(shown, 20)[2:] == [" >  9. one two", "       three four", "         five six"]


@pytest.mark.parametrize("columns", [1, 16, 20, 40, 80, 300])
def test_every_line_fits(columns: int) -> None:
    """Text wraps between words at any width of 16 columns or more, and never beyond 100."""
    text = "one two three four five six seven eight nine ten " * 4
    shown = Menu(text, [Row(text, 1), Row("two", 2)], above=(text,), below=(text,), note=text)
    assert max(map(len, drawn(shown, columns, 90))) < max(16, min(columns, 100))
