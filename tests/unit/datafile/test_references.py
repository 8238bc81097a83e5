"""Ids that stand twice, and ids that nobody knows."""

from mlroles.datafile.references import MOST_GUESSES, References, duplicates


def test_an_id_may_stand_once() -> None:
    """Each id that has stood before is a problem that names where it first stood."""
    named = [("$.a[0]", "x"), ("$.a[1]", "y"), ("$.a[2]", "x"), ("$.a[3]", "x")]
    assert [str(each) for each in duplicates("f.json", named)] == [
        "f.json: $.a[2]: “x” stands twice (it is at $.a[0] already)",
        "f.json: $.a[3]: “x” stands twice (it is at $.a[0] already)",
    ]
    assert not list(duplicates("f.json", named[:2]))


def test_an_unknown_id_is_told_with_the_likeliest() -> None:
    """An id that is none of those known is a problem, with a guess where it is a slip for one."""
    named = [("$.a", "bakerr"), ("$.b", "baker"), ("$.c", "zzz")]
    found = References("f.json").unknown("role", named, {"cook", "baker"})
    assert [str(each) for each in found] == [
        "f.json: $.a: there is no role “bakerr” (did you mean “baker”?)",
        "f.json: $.c: there is no role “zzz” (add the role, or name another)",
    ]


def test_guesses_are_made_for_the_first_only() -> None:
    """Guessing takes time, and after many unknown ids of one file nothing is guessed."""
    refer = References("f.json")
    named = [(f"$.a[{number}]", "bakerr") for number in range(MOST_GUESSES)]
    guessed = list(refer.unknown("role", iter(named), ["baker"]))
    assert {each.expected for each in guessed} == {"did you mean “baker”?"}
    (last,) = refer.unknown("skill", [("$.b", "knedding")], ["kneading"])
    assert last.expected == "add the skill, or name another"
