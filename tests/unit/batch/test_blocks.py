"""Tables scored in blocks, where chance does not lead: limits, doubts, and the file of vectors."""

import errno
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

from mlroles.batch import block_results, blocks, parquet_rows, pieces, results, table, typed_blocks
from mlroles.batch.reading import known_headings
from mlroles.batch.rows import LONGEST_LIST, LONGEST_TEXT
from mlroles.batch.table import blocks_pay
from mlroles.batch.text_lines import TextLines
from mlroles.locations import data_directory
from mlroles.quiz.models import Questionnaire
from tests import kitchen
from tests.both_ways import Outcome, by_blocks, by_rows, parquet
from tests.running import run

VECTORS = Path(__file__).parents[2] / "vectors" / "quiz.json"
HEADER = "id,course,heat,hours,tools,bread,gear\n"
ROW = "Ann,A,oven,morning,whisk;pan,daily,\n"


def same(text: str | bytes, questionnaire: Questionnaire, by: int = 1) -> Outcome:
    """Return what is made of a table, the same in blocks and row by row."""
    data = text.encode() if isinstance(text, str) else text
    found = by_blocks(data, questionnaire, (), by)
    assert found == by_rows(data, questionnaire, (), by)
    return found


@pytest.fixture
def many() -> str:
    """Return a table of many people, a few of them wrong, some without any answer."""
    lines = [HEADER]
    for number in range(300):
        heat = ("oven", "flame", "shade", "", "nonsense")[number % 5 if number % 50 else 4]
        tools = ("whisk", "pan;tray", "")[number % 3]
        lines.append(f"p{number},{'ABC'[number % 3]},{heat},,{tools},{'daily' * (number % 2)},\n")
    return "".join(lines)


def test_many_people(whole: Questionnaire, many: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over many blocks the results, the groups and the wrong rows are the same."""
    monkeypatch.setattr(pieces, "PIECE", 700)
    found = same(many, whole)
    assert len(found.wrong) == 66
    assert found.cohort
    assert [each.name for each in found.cohort.groupings[0].groups] == ["A", "B", "C"]


def test_little_is_remembered(
    whole: Questionnaire, many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where more cells and cases come up than are remembered, the results are the same."""
    monkeypatch.setattr(pieces, "PIECE", 700)
    monkeypatch.setattr(blocks, "MOST_KNOWN", 3)
    same(many, whole)


def test_groups_of_rows(whole: Questionnaire, many: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet holds as many rows together as row by row, by their number and their letters."""
    for module in (results, block_results):
        monkeypatch.setattr(module, "BATCH", 32)
        monkeypatch.setattr(module, "LARGE", 900)
    same(many, whole)


def test_a_share_in_doubt(whole_document: kitchen.Json) -> None:
    """A share half-way between two millionths is rounded as it is row by row."""
    columns = whole_document["halves"][1]["measured"]
    columns["beside"] = [{"id": f"job-{number}", "title": "Job"} for number in range(125)]
    columns["stop"] = None
    ids = [*kitchen.ROLES, *(each["id"] for each in columns["beside"])]
    for question in whole_document["questions"][3:]:
        question["base"] = None
        for answer in question["answers"]:
            answer["points"] = dict.fromkeys(ids, 0.0)
            answer["counts"] = None
    found = same(HEADER + ROW, kitchen.questionnaire(whole_document))
    assert b",0.007812," in found.tables[0]  # a 128th is 0.0078125


@pytest.mark.parametrize(
    "row",
    [
        'x,"two\nlines",oven,,,,\n',
        'x,"a, b",oven,,,,\r\ny,,,,,,\n',
        'x,"say ""so""",oven,,,,\n',
        'x,"never closed,oven,,,,\n',
        'x,a"b,oven,,,,\n',
        "x,,oven\n",
        "x,,oven,,,,,,\n",
        ",,,,,,\n \n\n",
        "x,,oven,,,,\ry,,flame,,,,\n",
        "é,ö,oven,,,,\n",
        "\ufffd,,oven,,,,\n",
        "Total,,3,3,3,3,3\n",
        ",Summe,,,,,\n",
        "Total,,oven,,,,\n",
        HEADER,
        "x,,oven,,,," + "x" * LONGEST_TEXT + "\n",
        "y" * LONGEST_TEXT,
    ],
)
def test_lines_of_every_kind(whole: Questionnaire, row: str) -> None:
    """Whatever a line holds, it and those around it are read as row by row."""
    assert same(HEADER + ROW + row + ROW, whole).tables
    same(HEADER + row + ROW, whole)
    same(HEADER + row.rstrip("\n"), whole)


def test_half_a_letter(whole: Questionnaire) -> None:
    """A letter in another encoding makes its own line wrong."""
    found = same(
        (HEADER + ROW * 3).encode() + "é,,oven,,,,\n".encode() * 3 + b"\xe9,,,,,,\n", whole
    )
    assert [line for line, _ in found.wrong] == [8]


def test_an_odd_record_at_the_end_of_a_piece(
    whole: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record over several lines is whole, also where a piece of the file ends in it."""
    text = HEADER + ROW + 'x,"a\nb\nc",oven,,,,\n' + ROW + 'y,"a\nb'
    for size in range(1, len(text), 3):
        monkeypatch.setattr(pieces, "PIECE", size)
        same(text, whole)


def test_nobody(whole: Questionnaire) -> None:
    """A table without people has a header and no row."""
    assert same(HEADER, whole).tables[0].count(b"\n") == 1
    assert same(HEADER + HEADER, whole).left_out == (2,)


def test_a_column_for_each_answer(whole: Questionnaire) -> None:
    """The columns of a question are read together."""
    header = "id,heat,tools [whisk],tools [pan],tools [tray]\n"
    found = same(header + "a,,1,0,1\nb,,0,0,0\nc,,maybe,1,1\nd,,1,,1\n", whole)
    assert [line for line, _ in found.wrong] == [4]


def test_too_many_groups(whole: Questionnaire) -> None:
    """A column that names every person makes no groups."""
    text = HEADER + "".join(f"x,course {number},oven,,,,\n" for number in range(201))
    assert "more than 200 groups" in same(text, whole).error


LINES = [
    {"id": "a", "heat": "oven", "tools": ["whisk", "pan"], "age": 31, "new": True, "size": 1.5},
    {"id": "b", "heat": None, "tools": [], "age": None, "size": 2.0},
    {"id": "c", "heat": "é\u2028", "tools": "pan", "age": 2**70},
    {"id": "d", "age": "old", "size": 2**53},
    {"id": "e", "tools": [None]},
    {"id": '"', "tools": ["x" * 20] * (LONGEST_LIST + 1)},
]


@pytest.mark.parametrize(
    "odd", ["", "[]", "{", "{}", '{"id": "x"}{"id": "y"}', '{"id": "\\ud800"}']
)
@pytest.mark.parametrize("count", range(1, len(LINES) + 1))
def test_json_lines(whole: Questionnaire, odd: str, count: int) -> None:
    """Values of every kind are read from JSON Lines as row by row, also where they change."""
    first = json.dumps({"id": "", "heat": "oven", "tools": "", "age": "", "new": "", "size": ""})
    text = [first] * 25 + [json.dumps(each) for each in LINES[:count]] * 70
    text.insert(60, odd)
    same("\n".join(text), whole, by=0)


def test_parquet_of_every_kind(whole: Questionnaire) -> None:
    """Columns of every kind are read from Parquet as row by row."""
    import pyarrow as pa

    heat = ["oven", None, "nonsense", "oven", ""]
    columns: dict[str, Any] = {
        "heat": heat,
        "shared": pa.array(["a", "b", None, "a", "b"]).dictionary_encode(),
        "large": pa.array(["a", None, "b", "c", ""], pa.large_string()),
        "tools": [["whisk"], [], None, ["pan", "tray"], ["whisk"]],
        "age": [1, None, 3, 4, 5],
        "true": [True, None, False, True, False],
        "part": [1.5, 2.0, None, 1e300, -0.0],
    }
    assert same(parquet(columns), whole).wrong
    for tools in (
        [["x"] * (LONGEST_LIST + 1)] * 5,
        [[None]] * 5,
        [[[1]]] * 5,
        [[1], [2], [], [], []],
    ):
        same(parquet({**columns, "tools": tools}), whole)
    for name in ("heat", "large"):
        long = pa.array(["x" * (LONGEST_TEXT + 1), *columns[name][1:]], pa.large_string())
        same(parquet({**columns, name: long}), whole)
    same(parquet({"heat": ["oven"] * 3 + heat * 40}, row_group_size=7), whole)


def test_the_vectors() -> None:
    """The sheets of the file that every way of scoring passes are scored in blocks as by rows."""
    for suite in json.loads(VECTORS.read_text("utf-8"))["suites"]:
        document = suite["questionnaire"]
        text = (
            document
            if isinstance(document, dict)
            else json.loads((data_directory() / "questionnaire.json").read_text("utf-8"))
        )
        questionnaire = (
            Questionnaire.model_validate_json(json.dumps(text))
            if text.get("schema_version") == 2
            else kitchen.questionnaire(kitchen.two_halves())
        )
        ids = [each.id for each in questionnaire.questions]
        rows = [json.dumps(dict.fromkeys(ids, ""))]
        rows += [json.dumps({"id": "x", **each["answers"]}) for each in suite["sheets"]]
        assert same("\n".join(rows), questionnaire, by=0).tables[0].count(b"\n") == len(rows) + 1


class Pipe(io.BytesIO):
    """What comes through a pipe."""

    def seekable(self) -> bool:
        """Say that it cannot be read twice."""
        return False


def test_what_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large files are read in blocks where the libraries are there; small ones and pipes not."""
    large = b"x" * table.LARGE
    assert blocks_pay(io.BytesIO(large))
    assert blocks_pay(io.BytesIO(b"PAR1" + large[: table.LARGE // table.PACKED]))
    assert not blocks_pay(io.BytesIO(large[1:]))
    assert not blocks_pay(Pipe(large))
    monkeypatch.setattr(table, "find_spec", lambda _: None)
    assert not blocks_pay(io.BytesIO(large))


def test_pieces_of_lines_that_end_otherwise() -> None:
    """Lines that end with a carriage return keep their numbers, in pieces and one by one."""
    lines = TextLines(io.BytesIO(b"a\rb\rc\nd"))
    assert next(iter(lines)) == (1, "a\r")
    first, text = lines.piece(1)
    assert (first, text) == (2, "b\rc\n"[: len(text)])
    lines.again(first, text)
    assert [*lines] == [(2, "b\r"), (3, "c\n"), (4, "d")]
    assert lines.piece(1)[1] == ""


def _shape(
    sign: str = ",", encoding: str = "utf-8", *, headings: str = "", notes: str = ""
) -> bytes:
    """Return thirty people, a totals row, a line of signs alone, and names beyond ASCII."""
    several = ", " if sign != "," else ";"
    lines = [headings or sign.join(["id", "course", "heat", "hours", "tools", "bread", "gear"])]
    for number in range(30):
        cells = [f"Zoë {number}", "AB"[number % 2], ("oven", "flame", "no such")[number % 3], ""]
        cells += [several.join(["whisk", "pan"][: number % 3]), "daily", notes]
        lines.append(sign.join(cells))
    lines += [sign * 6, sign.join(["Total", "", "20", "", "20", "30", ""]), ""]
    return "\n".join(lines).encode(encoding)


SHAPES = {
    "commas": _shape(),
    "mark": _shape(encoding="utf-8-sig"),
    "semicolons": _shape(";", "utf-8-sig"),
    "windows": _shape(";", "cp1252"),
    "utf-16 tabs": _shape("\t", "utf-16"),
    "utf-16 commas": _shape(encoding="utf-16"),
    "tabs": _shape("\t"),
    "gzip": gzip.compress(_shape()),
    "titles": _shape(headings="Id,Course,Heat,Hours,Tools,Bread,Gear"),
    "named separator": b"sep=|\n" + _shape("|"),
    "broken notes": _shape(
        headings="id,course,heat,hours,tools,bread,notes", notes='"one\ntwo, ""three"""'
    ),
    "a trailing column": _shape().replace(b"\n", b",\n"),
    "broken ids": b"\n".join(
        [HEADER.strip().encode(), *[b'"Ann\nB",A,oven,,,,', b",,,,,,", b'"Bo",B,flame,,,,'] * 9]
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", [50, 4_000_000])
def test_shapes(
    whole: Questionnaire, shape: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ordinary shapes of a table give the same people, whatever carries them."""
    monkeypatch.setattr(pieces, "PIECE", size)
    found = same(SHAPES[shape], whole)
    assert found.cohort
    assert found.tables[0].count(b"\n") > 15


@pytest.mark.parametrize(
    "values",
    [
        [["x"] * (LONGEST_LIST + 1), None],
        [None, ["pan"]],
        [["pan"], ["pan", None]],
        [2.5, None],
        ["x" * (LONGEST_TEXT + 1), None],
    ],
)
def test_columns_of_every_kind(whole: Questionnaire, values: list[Any]) -> None:
    """Lists, numbers and texts, too long ones and none at all, are the same cells."""
    for shared in (True, False):
        made = parquet({"id": ["a", "b"], "tools": values}, use_dictionary=shared)
        assert same(made, whole, 0).tables


def test_lists_that_are_too_long(whole: Questionnaire) -> None:
    """A list of more answers than a question has is told as in a small table."""
    good = '{"id": "a", "tools": ["pan"]}\n'
    long = json.dumps({"id": "b", "tools": ["pan"] * (LONGEST_LIST + 1)})
    assert same(good * 25 + f"{long}\n" + good * 3, whole, 0).tables


def test_texts_of_other_rows(whole: Questionnaire, monkeypatch: pytest.MonkeyPatch) -> None:
    """A block of Parquet that shares its texts with many other rows is scored the same."""
    monkeypatch.setattr(parquet_rows, "MOST_IN_BLOCK", 2)
    people = {"id": [*"abcdef"], "heat": ["oven", "flame", "x", "y", "z", None]}
    assert same(parquet(people), whole, 0).tables


def test_the_same_texts_in_every_block(
    whole: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks of Parquet that hold the same texts, wrong ones among them, are scored the same."""
    monkeypatch.setattr(parquet_rows, "MOST_IN_BLOCK", 4)
    people = {"id": [*"abcdefgh"], "heat": ["oven", "x", "flame", None] * 2}
    assert same(parquet(people), whole, 0).tables


def test_a_disk_that_fails_under_parquet(whole: Questionnaire) -> None:
    """A disk that fails is told as what it is, not as a file of another kind."""

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size)

        def seek(self, place: int, whence: int = 0) -> int:
            return 0 if whence == io.SEEK_CUR else super().seek(place, whence)

    with pytest.raises(OSError, match="Input/output"):
        parquet_rows.read_parquet(Failing(parquet({"heat": ["oven"]})), known_headings(whole))


@pytest.mark.parametrize(
    "odd", ["{bad}", '{"id": 9007199254740993.5}', '{"id": 2.5}', '{"id": [1]}']
)
@pytest.mark.parametrize("few", [1, 64])
def test_json_that_is_odd(
    whole: Questionnaire, odd: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines that Arrow refuses, or reads otherwise, are told as in a small table."""
    monkeypatch.setattr(typed_blocks, "FEW", few)
    good = '{"id": "a", "heat": "oven"}\n'
    assert same(good * 25 + f"{odd}\n{good}{odd}\n" + good * 3, whole, 0).tables


@pytest.fixture
def forced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read every table in blocks."""
    monkeypatch.setattr(table, "LARGE", 0)


def _sheets(path: Path) -> Path:
    document = json.loads((data_directory() / "questionnaire.json").read_text("utf-8"))
    question = document["questions"][0]
    answers = [each["id"] for each in question["answers"]]
    rows = [f"p{number},{answers[number % len(answers)]},A" for number in range(40)]
    path.write_text("\n".join([f"id,{question['id']},course", *rows, "bad,nonsense,A", ""]))
    return path


@pytest.mark.usefixtures("forced")
def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``score`` and ``cohort`` say of a large table what they say of a small one."""
    sheets = str(_sheets(tmp_path / "sheets.csv"))
    there = str(tmp_path / "there.csv")
    scored = [run("score", sheets), run("score", sheets, "--output", there)]
    cohort = run("cohort", sheets, "--by", "course", "--format", "json")
    monkeypatch.setattr(table, "LARGE", 10**9)
    assert run("score", sheets) == scored[0]
    assert Path(there).read_text("utf-8") == scored[0].out
    assert run("cohort", sheets, "--by", "course", "--format", "json") == cohort
    assert "Rows that could not be scored: 1 of 41." in scored[0].err
