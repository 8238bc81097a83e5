"""What somebody can do, laid beside what an advert asks for."""

from dataclasses import dataclass

from mlroles.locations import data_directory
from mlroles.parts import PLAN
from mlroles.plan.beside import you_beside
from mlroles.plan.target import advert_target
from mlroles.roles.load import load_catalogue


@dataclass(frozen=True)
class Asked:
    """A skill that an advert names."""

    id: str
    need: str = "must"
    words: str = "words"


def test_four_parts() -> None:
    """What is there, too little, missing and not known is told apart; what follows is there."""
    catalogue = load_catalogue(data_directory())
    asked = [Asked(each) for each in ("containers", "docker", "sql", "kubernetes", "python")]
    target = advert_target(catalogue, "An advert", None, asked)
    own = {"docker": 9, "sql": 1, "kubernetes": 0}
    you = you_beside(PLAN.load(catalogue), own, target)
    assert set(you.have) == {"containers", "docker"}
    assert (you.have_less, you.lack, you.not_known) == (("sql",), ("kubernetes",), ("python",))
