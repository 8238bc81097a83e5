"""Years that nobody can have with a tool."""

import pytest

from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.hire.tool_years import ToolYears
from mlroles.locations import data_directory


@pytest.fixture(scope="module")
def years() -> ToolYears:
    """Return what finds them, with the shipped tools."""
    data = (data_directory() / "advert_rules.json").read_bytes()
    return ToolYears(AdvertRulesFile.model_validate_json(data).tools)


@pytest.mark.parametrize(
    ("text", "tool", "asked"),
    [
        ("10+ years of experience with Kubernetes", "kubernetes", 10),
        ("at least ten years of hands-on Kubernetes", "kubernetes", 10),
        ("Kubernetes (10+ years)", "kubernetes", 10),
        ("Kubernetes: at least 10 years", "kubernetes", 10),
        ("8-10 years' experience using Terraform", "terraform", 8),
        ("12 yrs Docker", "docker", 12),
        ("9 or more years with PyTorch", "pytorch", 9),
        ("15 years of experience with Java, Docker and SQL", "docker", 15),
    ],
)
def test_impossible(years: ToolYears, text: str, tool: str, asked: int) -> None:
    """More years than there has been a tool are found in 2021, however they are written."""
    (found,) = years.find(text, 2021)
    assert (found.tool, found.years) == (tool, asked)
    assert text[found.start :].startswith(found.words)


@pytest.mark.parametrize(
    "text",
    [
        "5+ years of experience with Kubernetes",
        "10 years in software. Kubernetes is a plus",
        "10 years of experience, including work with Kubernetes",
        "10+ years of experience with Linux",
        "Founded 15 years ago; we use Docker",
        "Over 2.15 years with Docker",
        "20 people, Docker",
        "kubernetes-like systems for 12 years",
    ],
)
def test_possible(years: ToolYears, text: str) -> None:
    """Years that somebody can have, and years of something else, are not found."""
    assert list(years.find(text, 2021)) == []


def test_each_tool_once(years: ToolYears) -> None:
    """A tool that is named twice is found once."""
    text = "10 years of Docker; Docker (12 years)"
    assert [each.years for each in years.find(text, 2021)] == [10]


def test_in_time_it_is_possible(years: ToolYears) -> None:
    """What nobody could have in one year somebody can have later."""
    assert list(years.find("9 years of Terraform", 2022))
    assert not list(years.find("9 years of Terraform", 2026))


def test_without_tools() -> None:
    """Where no tools are known nothing is found."""
    assert list(ToolYears([]).find("90 years of Docker", 2021)) == []
