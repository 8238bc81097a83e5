"""What a value in a data file should have been, in our own words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FORMS = {
    r"\S": "write at least one visible character",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "write small letters, digits and single hyphens",
    r"^\d{4}(-\d\d(-\d\d)?)?$": "write a date as 2026, 2026-04 or 2026-04-30",
    r"^[0-9a-f]{64}$": "write the 64 small hexadecimal digits of a SHA-256",
    r"^http://data\.europa\.eu/esco/skill/[0-9a-f-]{36}$": "write a skill's address in ESCO",
    r"^\d{7}$": "write seven digits",
    r"^\d\d-\d{4}$": "write a code of the US occupations as 15-2051",
    r"^[A-Z]{3}$": "write three capital letters",
    r"^[A-Z]{2}$": "write two capital letters",
    r"^[A-Z]{2,3}$": "write two or three capital letters",
    r"^[a-z0-9'’, -]+$": "write words in small letters",
    r"^[a-z-]+\*?$": "write a word in small letters, and * at its end where more may follow",
    r"^\S{1,3}$": "write one to three visible characters",
    r"^\S+( \S+)*$": "write words with a space between each",
    r"^\S+( \S+){0,5}$": "write one to six words with a space between each",
    r"^\S+( \S+){0,7}$": "write one to eight words with a space between each",
    r"^~?=?[^\s~=]+( \S+){0,7}$": "write one to eight words with a space between each, and ~, = or "
    "~= before them at most",
    r"^[a-z0-9+#]+( [a-z0-9+#]+){0,5}$": "write one to six words in small letters and digits, with "
    "a space between each",
    r"^[a-z]{2}$": "write two small letters",
    r"^https?://[^\s<>\"]+$": "write an address that begins with https:// or http://",
    r"^[a-z]+(-[a-z]+)*(\|[a-z]+(-[a-z]+)*){0,11}\??$": "write ids with | between each, and ? at "
    "the end where none of them is needed",
}
"""The forms that texts have in the files, each by its pattern."""

WORDINGS = {
    "string_type": "it should be text",
    "string_too_short": "its length should be {min_length} or more",
    "string_too_long": "its length should be {max_length} or less",
    "int_type": "it should be a whole number",
    "int_parsing_size": "it should be a smaller number",
    "int_from_float": "it should be a whole number",
    "float_type": "it should be a number",
    "finite_number": "it should be a finite number",
    "greater_than": "it should be more than {gt}",
    "greater_than_equal": "it should be {ge} or more",
    "less_than": "it should be less than {lt}",
    "less_than_equal": "it should be {le} or less",
    "date_type": "write a day as 2026-04-30",
    "date_parsing": "write a day as 2026-04-30",
    "bool_type": "it should be true or false",
    "none_required": "it should be null",
    "literal_error": "it should be {expected}",
    "tuple_type": "it should be a list",
    "too_short": "it should have {min_length} or more",
    "too_long": "it should have {max_length} or fewer",
    "dict_type": "it should be an object",
    "model_type": "it should be an object",
    "value_error": "{error}",
}
"""What would be right, by the type of Pydantic's error."""


def expected(error: "ErrorDetails") -> str:
    """Return what would be right where Pydantic found ``error``."""
    about = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        pattern = about["pattern"]
        return FORMS.get(pattern, f"write it as {pattern} demands")
    return WORDINGS.get(error["type"], "see 'mlroles data schema'").format(**about)
