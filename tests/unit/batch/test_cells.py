"""What somebody meant by a cell."""

import pytest

from mlroles.batch.cells import LONGEST, CellReader, WrongCellError, labels
from mlroles.quiz.editions import Asked, editions
from tests.kitchen import Json, questionnaire, two_halves


def asked(question: str, document: Json | None = None) -> Asked:
    """Return a question of the kitchen."""
    whole = questionnaire(document or two_halves())
    return next(each for each in editions(whole) if each.id == question)


def languages() -> Asked:
    """Return a question of which an answer is called by a letter, and texts hold commas."""
    document = two_halves()
    texts = {"c": "C", "cpp": "C++", "both": "C, C++ or both", "pans": "pans, and lids"}
    answer = document["questions"][2]["answers"][0]
    document["questions"][2]["answers"] = [
        {**answer, "id": name, "text": text} for name, text in texts.items()
    ]
    return asked("tools", document)


@pytest.mark.parametrize(
    ("cell", "answers"),
    [
        ("whisk", ["whisk"]),
        ("Whisk", ["whisk"]),
        ("I like whisk", ["whisk"]),
        ("i  LIKE whisk.", ["whisk"]),
        ("whisk;pan", ["whisk", "pan"]),
        ("whisk, pan", ["whisk", "pan"]),
        ("whisk\npan\r\ntray", ["whisk", "pan", "tray"]),
        ("whisk pan", ["whisk", "pan"]),
        ("I like whisk, I like pan", ["whisk", "pan"]),
        ("['whisk', 'pan']", ["whisk", "pan"]),
        ("A", ["whisk"]),
        ("b", ["pan"]),
        ("1", ["whisk"]),
        ("2.0", ["pan"]),
        ("A;C", ["whisk", "tray"]),
        ("1, 3", ["whisk", "tray"]),
        ("3.", ["tray"]),
        ("A) I like whisk; C) I like tray", ["whisk", "tray"]),
        ("1. I like whisk and 2. I like pan", ["whisk", "pan"]),
        ("whisk und pan", ["whisk", "pan"]),
        ("I like whisk (1); I like pan (2)", ["whisk", "pan"]),
        ("whisk_x000D_\npan_x000d_", ["whisk", "pan"]),
        ("☐ I like whisk\n☑ I like pan\n☐ I like tray", ["pan"]),
        ("[ ] I like whisk\n[x] I like pan\n[X] I like tray", ["pan", "tray"]),
        ("☑ whisk ☐ pan", ["whisk"]),
        ("☐ whisk ☐ pan", []),
        ("○ whisk\n○ pan", ["whisk", "pan"]),
        (("whisk", "I like pan"), ["whisk", "pan"]),
        ((), []),
        *((none, []) for none in ("", "  ", ";", "n/a", "N/A", "-", "—", "?", "NaN")),
        ("Prefer not to say", []),
        ("Keine Angabe", []),
        ("not answered", []),
    ],
)
def test_answers(cell: str | tuple[str, ...], answers: list[str]) -> None:
    """Answers are read by id, text, letter or number, however they are joined."""
    assert list(CellReader(asked("tools")).read(cell)) == answers


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("wisk", "there is no answer “wisk”; the nearest is “whisk”"),
        ("whisk;spoon", "there is no answer “spoon”; the nearest is “pan”"),
        ("whisk; I like pam", "there is no answer “I like pam”; the nearest is “I like pan”"),
        ("B) I like whisk", "there is no answer “B) I like whisk”; the nearest is “I like whisk”"),
        ("whisk and", "there is no answer “whisk and”; the nearest is “whisk”"),
        ("and whisk", "there is no answer “and whisk”; the nearest is “whisk”"),
        ("whisk\nqqq", "there is no answer “qqq”"),
        ("whisk, zzz", "there is no answer “zzz”"),
        ("whisk | zzz", "there is no answer “zzz”"),
        ("D", "there is no answer “D”"),
        ("4", "there is no answer “4”"),
        ("!!", "there is no answer “!!”"),
        ("👍", "there is no answer “👍”"),
        ("pan zzz", "there is no answer “pan zzz”; the nearest is “pan”"),
        (("whisk", "zzz"), "there is no answer “zzz”"),
        ("pan " * LONGEST, "the cell holds more than 5,000 characters"),
    ],
)
def test_what_is_no_answer(cell: str | tuple[str, ...], problem: str) -> None:
    """What nothing matches is told as it stands there, with the answer that is nearest."""
    with pytest.raises(WrongCellError) as caught:
        CellReader(asked("tools")).read(cell)
    assert str(caught.value) == problem


def test_an_answer_called_none() -> None:
    """A word for no answer is an answer where the question has one of that name."""
    document = two_halves()
    document["questions"][2]["answers"][0] |= {"id": "missing", "text": "Something is missing"}
    assert CellReader(asked("tools", document)).read("missing") == ("missing",)


@pytest.mark.parametrize(
    ("cell", "answers"),
    [
        ("C", ["c"]),
        ("C++", ["cpp"]),
        ("C, C++", ["c", "cpp"]),
        ("C, C++ or both", ["both"]),
        ("pans, and lids, C", ["pans", "c"]),
        ("3", ["both"]),
        ("1;4", ["c", "pans"]),
    ],
)
def test_answers_called_by_a_letter(cell: str, answers: list[str]) -> None:
    """Where an answer is called by a letter the form has numbers, and commas in texts harm none."""
    assert list(CellReader(languages()).read(cell)) == answers
    assert labels(languages()) == ("1", "2", "3", "4")
    assert labels(asked("tools")) == ("A", "B", "C")


@pytest.mark.parametrize(
    "cell", ["1", "1.0", "yes", "TRUE", "x", "✓", " ☑ ", "pan", "I like pan", ("pan",)]
)
def test_ticked(cell: str | tuple[str, ...]) -> None:
    """In a column of a single answer a sign or the answer itself says that it was given."""
    assert CellReader(asked("tools")).ticked(cell, "pan")


@pytest.mark.parametrize("cell", ["", "0", "0.0", "no", "False", "n/a", "-", "☐", ()])
def test_not_ticked(cell: str | tuple[str, ...]) -> None:
    """Nothing and a word for no say that it was not."""
    assert not CellReader(asked("tools")).ticked(cell, "pan")


@pytest.mark.parametrize("cell", ["whisk", "perhaps", "2", "✗", "👍"])
def test_neither_ticked_nor_not(cell: str) -> None:
    """Anything else is told."""
    with pytest.raises(WrongCellError, match="does not say whether “pan” was chosen"):
        CellReader(asked("tools")).ticked(cell, "pan")


@pytest.mark.parametrize("code", ["A2", "AO01", "SQ003"])
def test_a_code(code: str) -> None:
    """What a survey tool writes for an answer is not guessed: what to do instead is said."""
    with pytest.raises(WrongCellError, match=f"“{code}”, which is a code: export the texts"):
        CellReader(asked("tools")).read(code)


def test_a_cell_that_was_cut() -> None:
    """Of a cell that breaks off where some programs cut, that is said."""
    cell = f"{' ' * 248}I like w"[:255]
    with pytest.raises(WrongCellError, match="the cell is cut off after 255 characters"):
        CellReader(asked("tools")).read(cell)


@pytest.mark.parametrize("cell", ["WAHR", "oui", "Sí", "vero", "on"])
def test_ticked_in_other_languages(cell: str) -> None:
    """A spreadsheet in another language says otherwise that an answer was given."""
    assert CellReader(asked("tools")).ticked(cell, "pan")


@pytest.mark.parametrize("cell", ["FALSCH", "non", "FAUX", "falso", "off"])
def test_not_ticked_in_other_languages(cell: str) -> None:
    """A spreadsheet in another language says otherwise that it was not."""
    assert not CellReader(asked("tools")).ticked(cell, "pan")
