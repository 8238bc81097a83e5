"""In which encoding a text is written."""

import io

import pytest

from mlroles import encoding
from mlroles.batch.rows import Row
from mlroles.encoding import UTF8, Encoding, encoding_of
from tests.sheets import facts, rows, table

HEADER = "id;heat;tools\n"
NAMES = "Jörg;oven;pan\nZoë Müller;flame;tray\nÅsa Öhrström;oven;\nFrançois Lefèvre;shade;pan\n"
PEOPLE = [["Jörg", "oven", "pan"], ["Zoë Müller", "flame", "tray"]]


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252 (recognised, not marked: look whether names are right)"),
    ],
)
def test_encodings(codec: str, said: str) -> None:
    """Names with accents are read right in every encoding in which spreadsheets save."""
    found = table((HEADER + NAMES).encode(codec))
    assert facts(found) == f"CSV, cells separated by semicolons; {said}"
    assert [each.cells for each in rows(found)][:2] == PEOPLE


def test_utf_16_with_its_mark_from_the_other_end() -> None:
    """A mark says from which end UTF-16 is to be read."""
    found = table(b"\xfe\xff" + (HEADER + NAMES).encode("utf-16-be"))
    assert [each.cells for each in rows(found)][:2] == PEOPLE


def test_a_name_far_down() -> None:
    """A single accent in a late line is enough to know that a file is not in UTF-8."""
    ascii_lines = "ann;oven;pan\n" * 100_000
    found = table((HEADER + ascii_lines).encode() + "Jörg;oven;\n".encode("cp1252"))
    assert rows(found)[-1] == Row(100_002, ["Jörg", "oven", ""])


def test_a_few_broken_letters_in_utf_8() -> None:
    """A text that is UTF-8 elsewhere is UTF-8, and a broken letter is told with its line."""
    found = table((HEADER + NAMES).encode() + b"J\xf6rg;oven;\n")
    assert "recognised" not in facts(found)
    assert [bool(each.problem) for each in rows(found)] == [*[False] * 4, True]


def test_cyrillic() -> None:
    """Another alphabet is recognised as well, and named."""
    people = "Иван Петров;oven;pan\nМария Смирнова;flame;tray\nСергей Кузнецов;shade;\n" * 5
    found = table((HEADER + people).encode("cp1251"))
    assert "Windows-1251 (recognised" in facts(found)
    assert rows(found)[0].cells[0] == "Иван Петров"


def test_bytes_that_are_no_text_at_all() -> None:
    """Where nothing is recognised it is Windows-1252, said as a guess."""
    found, _ = encoding_of(io.BytesIO(bytes(range(128, 256)) * 3))
    assert not found.sure


def test_what_cannot_be_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a pipe the beginning tells the encoding, and nothing of it is lost."""
    monkeypatch.setattr(encoding, "HEAD", 8)

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    found, stream = encoding_of(Pipe("tea,Jörg,oven".encode("cp1252")))
    assert found == Encoding("cp1252", "Windows-1252", sure=False)
    assert stream.read() == "tea,Jörg,oven".encode("cp1252")
    assert encoding_of(Pipe(b"plain and long"))[0] == UTF8


def test_a_letter_alone() -> None:
    """A broken letter in a text of ASCII alone is a letter of another encoding."""
    assert encoding_of(io.BytesIO(b"a,\xff\xfe,b"))[0].sure is False


def test_a_few_bytes_that_could_be_anything() -> None:
    """Where Windows-1252 is as good as any other, it is taken: most such files are in it."""
    assert encoding_of(io.BytesIO(b"Ren\xe9"))[0].codec == "cp1252"
    found = encoding_of(io.BytesIO("山田太郎 鈴木花子 佐藤".encode("shift_jis")))[0]
    assert (found.codec, found.name, found.sure) == ("shift_jis", "shift-jis", False)
    assert encoding_of(io.BytesIO(b"I\x92d like \x93this\x94"))[0].codec == "cp1252"
